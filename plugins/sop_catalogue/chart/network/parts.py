"""A network in pieces that can be read: its connected parts, and of a large one neighbourhoods, each arrow in one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WHOLE = 60
"""Up to this many boxes a connected part is drawn as it is."""
_WHOLE_EDGES = 110
_NEIGHBOURHOOD = 32
_NEIGHBOURHOOD_EDGES = 48


@dataclass(frozen=True, slots=True)
class Piece:
    """Boxes and arrows of one picture, by their places in the network."""

    nodes: tuple[int, ...]
    edges: tuple[int, ...]
    whole: bool
    """Whether nothing else is connected to it."""


def pieces(pairs: Sequence[tuple[int, int]]) -> list[Piece]:
    """The largest first. A box without an arrow is in none; one in the middle of many may be in several."""
    at: dict[int, list[int]] = defaultdict(list)
    for i, pair in enumerate(pairs):
        for node in dict.fromkeys(pair):
            at[node].append(i)
    found: list[Piece] = []
    for nodes in sorted(_connected(pairs, at), key=lambda part: (-len(part), part)):
        edges = sorted({edge for node in nodes for edge in at[node]})
        if len(nodes) <= WHOLE and len(edges) <= _WHOLE_EDGES:
            found.append(Piece(tuple(nodes), tuple(edges), True))
        else:
            found += _neighbourhoods(pairs, {node: set(at[node]) for node in nodes})
    return found


def _connected(pairs: Sequence[tuple[int, int]], at: dict[int, list[int]]) -> Iterator[list[int]]:
    seen: set[int] = set()
    for first in sorted(at):
        if first in seen:
            continue
        part, todo = [], [first]
        seen.add(first)
        while todo:
            node = todo.pop()
            part.append(node)
            for other in {end for edge in at[node] for end in pairs[edge]} - seen:
                seen.add(other)
                todo.append(other)
        yield sorted(part)


def _neighbourhoods(pairs: Sequence[tuple[int, int]], left: dict[int, set[int]]) -> Iterator[Piece]:
    """From the box with the most arrows outwards; what is drawn is taken out of `left`."""
    while any(left.values()):
        centre = max(left, key=lambda node: (len(left[node]), -node))
        nodes, edges = _around(centre, pairs, left)
        for edge in edges:
            for end in pairs[edge]:
                left[end].discard(edge)
        yield Piece(tuple(sorted(nodes)), tuple(sorted(edges)), False)


def _around(
    centre: int, pairs: Sequence[tuple[int, int]], left: dict[int, set[int]]
) -> tuple[set[int], set[int]]:
    """The box, and again and again the one with the most arrows to those taken already."""
    nodes, edges = {centre}, {edge for edge in left[centre] if set(pairs[edge]) == {centre}}
    ties: Counter[int] = Counter()
    newest = centre
    while len(nodes) < _NEIGHBOURHOOD and len(edges) < _NEIGHBOURHOOD_EDGES:
        for edge in left[newest]:
            ties.update(end for end in pairs[edge] if end not in nodes)
        if not ties:
            break
        newest = max(ties, key=lambda node: (ties[node], -node))
        nodes.add(newest)
        del ties[newest]
        edges |= {edge for edge in left[newest] if set(pairs[edge]) <= nodes}
    return nodes, edges
