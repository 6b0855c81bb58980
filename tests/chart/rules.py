"""The hard rules of a chart, measured from the picture. Each gives a sentence for every breach; none is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

from sop_catalogue.definition.flow.model import Arrow, Flow, Shape

from .seen import NEAR, Rect, Seen, Spot, bounds, overlap, say

HEAD_LEG, APART, CORNERS, RULE = 1.0, 3.5, 12.0, 2.5
BESIDE = 0.5
"""Between a label and its lane's borders."""


def breaches(flow: Flow, seen: Seen) -> list[str]:
    return [f"{rule.__name__}: {text}" for rule in RULES for text in rule(flow, seen)]


def drawable(flow: Flow) -> dict[int, Arrow]:
    keys = {s.key for s in flow.symbols}
    return {
        i: a
        for i, a in enumerate(flow.arrows)
        if a.source in keys and a.target in keys and a.source != a.target
    }


def one_stem(a: Arrow, b: Arrow) -> bool:
    """Branches of one exit, drawn as one line that forks."""
    return a.source == b.source and a.of_decision and b.of_decision and a.label == b.label


def everything_is_drawn(flow: Flow, seen: Seen) -> Iterator[str]:
    if set(seen.symbols) != {s.key for s in flow.symbols}:
        yield "symbols differ"
    wanted = drawable(flow)
    if set(seen.arrows) != set(wanted):
        yield f"arrows {set(seen.arrows) ^ set(wanted)} differ"
    for i, arrow in seen.arrows.items():
        if (arrow.source, arrow.target, arrow.plain) != (
            wanted[i].source,
            wanted[i].target,
            wanted[i].plain,
        ):
            yield f"arrow {i} is another"


def arrows_lead_from_border_to_border(_: Flow, seen: Seen) -> Iterator[str]:
    for i, arrow in seen.arrows.items():
        way = arrow.route
        if way is None:
            yield f"arrow {i} is broken"
            continue
        if abs(seen.symbols[arrow.source].depth(arrow.tail or way[0])) > 0.6:
            yield f"arrow {i} does not start on its symbol"
        end = way[-1] if arrow.plain else arrow.tip
        if end is None or abs(seen.symbols[arrow.target].depth(end)) > 0.6:
            yield f"arrow {i} does not end on its symbol"


def no_line_through_a_symbol(_: Flow, seen: Seen) -> Iterator[str]:
    for i, arrow in seen.arrows.items():
        for (ax, ay), (bx, by) in arrow.strokes:
            for symbol in seen.symbols.values():
                left, top, right, bottom = symbol.rect
                if max(ax, bx) < left or min(ax, bx) > right or max(ay, by) < top or min(ay, by) > bottom:
                    continue
                steps = max(2, int(abs(bx - ax) + abs(by - ay)) // 2)
                spots = ((ax + (bx - ax) * k / steps, ay + (by - ay) * k / steps) for k in range(steps + 1))
                own = symbol.key in (arrow.source, arrow.target)
                if any(symbol.depth(spot) > (0.6 if own else -1.0) for spot in spots):
                    yield f"arrow {i} through {symbol.key}"


def every_segment_is_straight(_: Flow, seen: Seen) -> Iterator[str]:
    for i, arrow in seen.arrows.items():
        for a, b in arrow.strokes:
            if abs(a[0] - b[0]) > NEAR and abs(a[1] - b[1]) > NEAR:
                yield f"arrow {i} slants"


def no_two_arrows_along_one_line(flow: Flow, seen: Seen) -> Iterator[str]:
    for a, b in combinations(seen.arrows.values(), 2):
        if one_stem(flow.arrows[a.index], flow.arrows[b.index]) or not overlap(_grown(a.bounds), b.bounds):
            continue
        for p in a.strokes:
            for q in b.strokes:
                if _alongside(p, q):
                    yield f"arrows {a.index} and {b.index} run together"


def _alongside(p: tuple[Spot, Spot], q: tuple[Spot, Spot]) -> bool:
    for axis in (0, 1):
        if abs(p[0][axis] - p[1][axis]) < NEAR > abs(q[0][axis] - q[1][axis]):
            low = max(min(s[1 - axis] for s in p), min(s[1 - axis] for s in q))
            high = min(max(s[1 - axis] for s in p), max(s[1 - axis] for s in q))
            if abs(p[0][axis] - q[0][axis]) < APART and high - low > -NEAR:
                return True
    return False


def every_arrow_shows_whole_heads(flow: Flow, seen: Seen) -> Iterator[str]:
    for i, arrow in seen.arrows.items():
        way = arrow.route
        wanted = 0 if arrow.plain else 2 if flow.arrows[i].two_way else 1
        if len(arrow.heads) != wanted or way is None:
            yield f"arrow {i} has {len(arrow.heads)} heads"
            continue
        ends = [(arrow.tip, way[-1], way[-2])] if wanted else []
        ends += [(arrow.tail, way[0], way[1])] if wanted == 2 else []
        for tip, end, before in ends:
            assert tip is not None
            size = abs(tip[0] - end[0]) + abs(tip[1] - end[1])
            leg = abs(tip[0] - before[0]) + abs(tip[1] - before[1])
            if size < 4:
                yield f"arrow {i} has a head of {size:.1f}"
            if leg < size + HEAD_LEG:
                yield f"arrow {i} ends on a leg of {leg:.1f}"
        for head in arrow.heads:
            box = bounds(head)
            for j, other in seen.arrows.items():
                if (
                    j != i
                    and overlap(_grown(other.bounds), box)
                    and any(_touches(s, box) for s in other.strokes)
                ):
                    yield f"arrow {j} runs over the head of arrow {i}"
            for symbol in seen.symbols.values():
                if overlap(symbol.rect, box) and any(symbol.depth(spot) > 1.0 for spot in head):
                    yield f"the head of arrow {i} is hidden by {symbol.key}"


def labels_touch_nothing(_: Flow, seen: Seen) -> Iterator[str]:
    words = [(a.index, w) for a in seen.arrows.values() for w in a.words]
    for i, word in words:
        left, top, right, bottom = word.rect
        if top < seen.tops[word.row] + 0.5 or bottom > seen.tops[word.row + 1] - 0.5:
            yield f"'{word.text}' of arrow {i} touches its row's border"
        if left < 0 or right > seen.lanes * seen.lane_width:
            yield f"'{word.text}' of arrow {i} leaves the lanes"
        borders = [lane * seen.lane_width for lane in range(seen.lanes + 1)]
        if not word.hides and any(left - BESIDE < at < right + BESIDE for at in borders):
            yield f"'{word.text}' of arrow {i} touches a lane's border"
        for j, arrow in seen.arrows.items():
            if not overlap(_grown(arrow.bounds), word.rect):
                continue
            if any(_touches(s, word.rect) for s in arrow.strokes) or any(
                overlap(bounds(h), word.rect) for h in arrow.heads
            ):
                yield f"'{word.text}' of arrow {i} touches arrow {j}"
        for symbol in seen.symbols.values():
            if overlap(symbol.rect, word.rect) and any(
                symbol.depth((x, y)) > 0
                for x in (left, (left + right) / 2, right)
                for y in (top, (top + bottom) / 2, bottom)
            ):
                yield f"'{word.text}' of arrow {i} touches {symbol.key}"
    for (i, one), (j, two) in combinations(words, 2):
        if i != j and overlap(one.rect, two.rect):
            yield f"'{one.text}' and '{two.text}' touch"


def exits_of_a_decision_leave_apart(flow: Flow, seen: Seen) -> Iterator[str]:
    starts = [(flow.arrows[i], a.route) for i, a in seen.arrows.items() if flow.arrows[i].of_decision]
    for (a, p), (b, q) in combinations(starts, 2):
        if a.source == b.source and not one_stem(a, b) and p and q:
            away = max(abs(p[0][0] - q[0][0]), abs(p[0][1] - q[0][1]))
            if away < CORNERS:
                yield f"'{a.label}' and '{b.label}' of {a.source} start {away:.1f} apart"


def every_exit_has_its_label_beside_it(flow: Flow, seen: Seen) -> Iterator[str]:
    for i, arrow in seen.arrows.items():
        wanted = "".join(flow.arrows[i].label.split())
        bearer = arrow
        if not arrow.words:
            stem = [a for j, a in seen.arrows.items() if one_stem(flow.arrows[i], flow.arrows[j]) and a.words]
            bearer = stem[0] if stem else arrow
        if not say((w.text for w in bearer.words), wanted):
            yield f"arrow {i} does not say '{wanted}'"
            continue
        if wanted:
            box = bounds([s for w in bearer.words for s in (w.rect[:2], w.rect[2:])])
            way = bearer.route or []
            if min((_distance(s, box) for s in pairwise(way)), default=99) > 16:
                yield f"'{wanted}' is far from arrow {i}"
            if way and _distance((way[0], way[0]), box) > 40:
                yield f"'{wanted}' is far from the start of arrow {i}"


def no_line_on_a_rule_of_the_table(_: Flow, seen: Seen) -> Iterator[str]:
    borders = [lane * seen.lane_width for lane in range(seen.lanes + 1)]
    for i, arrow in seen.arrows.items():
        for a, b in arrow.strokes:
            upright = abs(a[0] - b[0]) < NEAR
            if any(abs(a[0 if upright else 1] - at) < RULE for at in (borders if upright else seen.tops)):
                yield f"arrow {i} runs on a rule"


def symbols_stand_in_their_cells(flow: Flow, seen: Seen) -> Iterator[str]:
    for s in flow.symbols:
        found = seen.symbols[s.key]
        left, top, right, bottom = found.rect
        wide = seen.lane_width
        if found.row != s.row or top < seen.tops[s.row] + 2 or bottom > seen.tops[s.row + 1] - 2:
            yield f"{s.key} is not in its row"
        if left < s.lanes[0] * wide + 2 or right > (s.lanes[-1] + 1) * wide - 2:
            yield f"{s.key} is not in its lanes"
        if len(s.lanes) > 1 and (left > (s.lanes[0] + 0.5) * wide or right < (s.lanes[-1] + 0.5) * wide):
            yield f"{s.key} does not span its lanes"
        if s.shape is Shape.DECISION and len(found.outline) != 4:
            yield f"{s.key} is no diamond"
        if not say((w.text for w in found.words), s.text):
            yield f"{s.key} does not say all of its text"
        for word in found.words:
            x1, y1, x2, y2 = word.rect
            if any(found.depth(spot) < -1.5 for spot in ((x1, y1), (x2, y1), (x1, y2), (x2, y2))):
                yield f"'{word.text}' sticks out of {s.key}"
    for a, b in combinations(seen.symbols.values(), 2):
        if overlap(a.rect, b.rect):
            yield f"{a.key} touches {b.key}"


def only_upright_lines_cross_borders(_: Flow, seen: Seen) -> Iterator[str]:
    crossing: list[set[float]] = [set() for _ in seen.tops]
    for i, arrow in seen.arrows.items():
        for a, b, row in arrow.pieces:
            for spot in (a, b):
                if not seen.tops[row] - NEAR <= spot[1] <= seen.tops[row + 1] + NEAR:
                    yield f"arrow {i} leaves the strip of row {row + 1}"
            for border in (row, row + 1):
                if any(abs(s[1] - seen.tops[border]) < NEAR for s in (a, b)):
                    if abs(a[0] - b[0]) > NEAR:
                        yield f"arrow {i} lies on a row's border"
                    crossing[border].add(round(a[0], 2))
        for head in arrow.heads:
            top, bottom = bounds(head)[1::2]
            row = next(r for r in range(len(seen.tops) - 1) if seen.tops[r + 1] > (top + bottom) / 2)
            if top < seen.tops[row] or bottom > seen.tops[row + 1]:
                yield f"the head of arrow {i} crosses a row's border"
    for row, (above, below) in enumerate(seen.fillers):
        for border, xs in ((row, above), (row + 1, below)):
            if {round(x, 2) for x in xs} != crossing[border]:
                yield f"the fillers of row {row + 1} do not match its lines"


def _grown(r: Rect) -> Rect:
    return r[0] - APART, r[1] - APART, r[2] + APART, r[3] + APART


def _touches(stroke: tuple[Spot, Spot], r: Rect) -> bool:
    (ax, ay), (bx, by) = stroke
    return max(ax, bx) > r[0] and min(ax, bx) < r[2] and max(ay, by) > r[1] and min(ay, by) < r[3]


def _distance(stroke: tuple[Spot, Spot], r: Rect) -> float:
    (ax, ay), (bx, by) = stroke
    across = max(r[0] - max(ax, bx), min(ax, bx) - r[2], 0.0)
    down = max(r[1] - max(ay, by), min(ay, by) - r[3], 0.0)
    return max(across, down)


RULES: tuple[Callable[[Flow, Seen], Iterator[str]], ...] = (
    everything_is_drawn,
    arrows_lead_from_border_to_border,
    no_line_through_a_symbol,
    every_segment_is_straight,
    no_two_arrows_along_one_line,
    every_arrow_shows_whole_heads,
    labels_touch_nothing,
    exits_of_a_decision_leave_apart,
    every_exit_has_its_label_beside_it,
    no_line_on_a_rule_of_the_table,
    symbols_stand_in_their_cells,
    only_upright_lines_cross_borders,
)
