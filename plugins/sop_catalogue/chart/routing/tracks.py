"""Side by side: the order and the place of arrows that share a line of the lattice.

Two arrows in one channel must cross only when their ends force them to; so each pair is ordered by where it
leaves the channel, and a pair that leaves together by where it parts later on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .lattice import LAST_CHANNEL
from .strand import Strand, clash

COLUMN_PITCH, LEVEL_PITCH, EXIT_PITCH = 12.0, 9.0, 13.0
"""Between attachments on one side of a symbol: above and below, left and right; between exits of a decision."""

LABEL_MARGIN, LABEL_HEIGHT = 8.0, 18.0


def lay(strands: Iterable[Strand]) -> None:
    """Gives every strand its rank, track and offset."""
    lines: dict[tuple[bool, int], list[Strand]] = defaultdict(list)
    for s in strands:
        lines[s.upright, s.line].append(s)
    for on_line in lines.values():
        for cluster in _clusters(on_line):
            if len(cluster) == 1:
                cluster[0].rank = 0
                continue
            _order(cluster)
            _place(cluster)


def _clusters(strands: list[Strand]) -> list[list[Strand]]:
    clusters: list[list[Strand]] = []
    reach = -1
    for s in sorted(strands, key=lambda s: (s.low, s.high)):
        if s.low > reach:
            clusters.append([])
        clusters[-1].append(s)
        reach = max(reach, s.high)
    return clusters


def _order(cluster: list[Strand]) -> None:
    size = len(cluster)
    cost = [[clash(g, h) if g is not h and g.meets(h) else 0 for h in cluster] for g in cluster]
    left = list(range(size))
    ordered: list[int] = []
    while left:
        first = min(left, key=lambda g: sum(cost[g][h] - cost[h][g] for h in left))
        left.remove(first)
        ordered.append(first)
    _settle(ordered, cost)
    cluster[:] = [cluster[k] for k in ordered]
    for rank, s in enumerate(cluster):
        s.rank = rank


def _settle(ordered: list[int], cost: list[list[int]]) -> None:
    """Swaps neighbours as long as that saves crossings."""
    for _ in ordered:
        moved = False
        for i in range(len(ordered) - 1):
            a, b = ordered[i], ordered[i + 1]
            if cost[b][a] < cost[a][b]:
                ordered[i], ordered[i + 1] = b, a
                moved = True
        if not moved:
            return


def _place(ordered: list[Strand]) -> None:
    if ordered[0].part == LAST_CHANNEL:
        _count(ordered[::-1])
    else:
        _count(ordered)
    if not ordered[0].is_middle:
        return
    pitch = COLUMN_PITCH if ordered[0].upright else LEVEL_PITCH
    if sum(s.wants_middle >= 2 for s in ordered) > 1:
        pitch = EXIT_PITCH
    places = _spread(ordered, pitch)
    middle = (places[0] + places[-1]) / 2
    if any(s.wants_middle for s in ordered):
        wish: dict[int, int] = defaultdict(int)
        for s in ordered:
            wish[s.track] += s.wants_middle
        chosen = max(wish, key=lambda t: (wish[t], -abs(places[t] - middle)))
        middle = places[chosen]
    for s in ordered:
        s.offset = places[s.track] - middle


def _spread(ordered: list[Strand], pitch: float) -> list[float]:
    """Where each track is; one between two others leaves room behind it for its label."""
    last = max(s.track for s in ordered)
    gaps = [pitch] * last
    for s in ordered:
        if s.label and 0 < s.track < last:
            room = s.label + LABEL_MARGIN if s.upright else LABEL_HEIGHT
            gaps[s.track] = max(gaps[s.track], room)
    return [sum(gaps[:t]) for t in range(last + 1)]


def _count(ordered: list[Strand]) -> None:
    for i, s in enumerate(ordered):
        s.track = max((g.track + 1 for g in ordered[:i] if g.meets(s)), default=0)
