"""Charts held against each other: lanes, titles, notes, and which parts of either picture differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..flow.model import Arrow, Flow
from ..langkah import Bagan
from .aligned import Pair, by_text
from .steps import Steps
from .texts import of_list, of_text
from .twins import Side, Twins
from .values import About, Change, ChartPair, Kind, Marked, RowPair

_LANE = "kolom pelaksana"
Sides = Sequence[Side]


def chart_pairs(one: Sides, other: Sides) -> Iterator[tuple[ChartPair, list[Change]]]:
    """Each chart once, with what is told of it."""
    several = max(len(one), len(other)) > 1
    for pair in _paired(one, other):
        if pair.before is None or pair.after is None:
            yield _alone(pair, one, other)
            continue
        twins = Twins(one[pair.before], other[pair.after])
        prefix = f"bagan {pair.after + 1}, " if several else ""
        here = f"Bagan {pair.after + 1}" if several else ""
        rows = tuple(Steps(twins, prefix).pairs())
        changes = [*_title(twins, here), *_lanes(twins, prefix)]
        changes += (change for row in rows for change in row.changes)
        changes += _notes(twins, here)
        yield ChartPair(pair.before, pair.after, rows, _marked(twins, rows)), changes


def _paired(one: Sides, other: Sides) -> list[Pair]:
    if len(one) == len(other) == 1:
        return [Pair(0, 0)]
    return by_text([_text(side) for side in one], [_text(side) for side in other], 0.5)


def _text(side: Side) -> str:
    return "\n".join((side.flow.title, *(step.kegiatan for step in side.written.langkah)))


def _alone(pair: Pair, one: Sides, other: Sides) -> tuple[ChartPair, list[Change]]:
    """A chart that has no other."""
    gone = pair.after is None
    place, side = (pair.before, one) if gone else (pair.after, other)
    assert place is not None
    empty = Side(Bagan.model_construct(langkah=(), pelaksana=()), Flow((), (), (), ()))
    twins = Twins(side[place], empty) if gone else Twins(empty, side[place])
    rows = tuple(Steps(twins, "").pairs())
    title = side[place].flow.title or side[place].written.langkah[0].kegiatan
    before, after = (title, "") if gone else ("", title)
    kind = Kind.GONE if gone else Kind.NEW
    return ChartPair(pair.before, pair.after, rows, (Marked(), Marked())), [
        Change(kind, About.CHART, f"Bagan {place + 1}", before=before, after=after)
    ]


def _title(twins: Twins, here: str) -> Iterator[Change]:
    place, part = (here, "judul") if here else ("Judul bagan", "")
    yield from of_text(place, part, twins.one.flow.title, twins.other.flow.title)


def _notes(twins: Twins, here: str) -> Iterator[Change]:
    place, part = (here, "catatan kaki") if here else ("Catatan kaki", "")
    yield from of_list(place, part, twins.one.written.catatan_kaki, twins.other.written.catatan_kaki)


def _lanes(twins: Twins, prefix: str) -> Iterator[Change]:
    one, other = twins.one, twins.other
    place = f"{prefix}{_LANE}"
    place = place[0].upper() + place[1:]
    listed = bool(one.written.pelaksana or other.written.pelaksana)
    for a, b in twins.lanes.items():
        names = one.flow.lanes[a].name, other.flow.lanes[b].name
        if names[0] != names[1]:
            yield Change(
                Kind.CHANGED,
                About.LANE,
                place,
                before=names[0] or one.called(a),
                after=names[1] or other.called(b),
            )
        groups = one.flow.lanes[a].group, other.flow.lanes[b].group
        yield from of_text(f"{place} {other.called(b)}", "kelompok", *groups)
    if not listed:
        return  # they follow from the steps
    for lane in one.flow.lanes:
        if lane.index not in twins.lanes:
            yield Change(Kind.GONE, About.LANE, place, before=one.called(lane.index))
    twinned = set(twins.lanes.values())
    for lane in other.flow.lanes:
        if lane.index not in twinned:
            yield Change(Kind.NEW, About.LANE, place, after=other.called(lane.index))
    kept = [b for _, b in sorted(twins.lanes.items())]
    if kept != sorted(kept):
        order = ", ".join(other.called(lane.index) for lane in other.flow.lanes)
        yield Change(Kind.MOVED, About.LANE, place, after=order, quoted=False)


def _marked(twins: Twins, rows: Sequence[RowPair]) -> tuple[Marked, Marked]:
    """All that is seen to differ, whether it is told or follows from what is told."""
    one, other = twins.one, twins.other
    moved = {row.after for row in rows if row.moved}
    same = {
        a: b for a, b in twins.symbols.items() if _looks(twins, a, b) and other.symbols[b].row not in moved
    }
    drawn = {_arrow(arrow, {}) for arrow in other.flow.arrows}
    there = {_arrow(arrow, twins.symbols) for arrow in one.flow.arrows}
    lanes = {a: b for a, b in twins.lanes.items() if one.flow.lanes[a].name == other.flow.lanes[b].name}
    return (
        Marked(
            frozenset(one.symbols) - same.keys(),
            frozenset(i for i, a in enumerate(one.flow.arrows) if _arrow(a, twins.symbols) not in drawn),
            frozenset(range(len(one.flow.lanes))) - lanes.keys(),
        ),
        Marked(
            frozenset(other.symbols) - frozenset(same.values()),
            frozenset(i for i, a in enumerate(other.flow.arrows) if _arrow(a, {}) not in there),
            frozenset(range(len(other.flow.lanes))) - frozenset(lanes.values()),
        ),
    )


def _looks(twins: Twins, a: str, b: str) -> bool:
    """Whether it looks the same."""
    mine, theirs = twins.one.symbols[a], twins.other.symbols[b]
    lanes = twins.moved_lanes(mine.lanes)
    return (lanes, mine.shape.is_capsule, mine.text) == (
        theirs.lanes,
        theirs.shape.is_capsule,
        theirs.text,
    ) and (mine.shape is theirs.shape or mine.shape.is_capsule)


def _arrow(arrow: Arrow, keys: Mapping[str, str]) -> tuple[object, ...]:
    """As the other calls it; with no keys, as it is."""
    ends = (keys.get(key, f"?{key}") if keys else key for key in (arrow.source, arrow.target))
    return (*ends, arrow.label, arrow.plain, arrow.two_way)
