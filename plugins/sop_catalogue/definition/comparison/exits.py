"""Where the arrows of a step lead, held against where they led."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..flow.lanes import folded
from ..flow.model import Arrow, Symbol
from ..flow.symbols import STOP
from ..flow.targets import FINISH, NEXT
from .texts import of_text
from .twins import Side, Twins
from .values import About, Change, Kind
from .wording import ENDS, leads

LABEL = "label panah"
_RELATIVE = {NEXT, FINISH, STOP}
"""Targets that mean another step as soon as there is another one."""
Exits = dict[str, list[Arrow]]
"""The arrows that leave a symbol, by their label."""


def exit_changes(twins: Twins, place: str, one: Symbol, other: Symbol) -> Iterator[Change]:
    """What follows from steps that came or went is not told again."""
    mine, theirs = exits(twins.one, one), exits(twins.other, other)
    for old, new in _renamed(twins, one, other, mine, theirs):
        yield from of_text(place, LABEL, old, new)
        mine[new] = mine.pop(old)
    if any(mine) != any(theirs):
        yield _turned(twins, place, one, other)
        return
    for label in dict.fromkeys([*mine, *theirs, ""]):
        before, after = mine.get(label, []), theirs.get(label, [])
        if _same_words(twins, label, one, other) or _same(twins, one, other, before, after):
            yield from _to_and_fro(place, label, before, after)
            continue
        said = said_before(twins, one, before), said_exit(twins.other, other, after)
        if label:
            kind = Kind.NEW if not before else Kind.GONE if not after else Kind.CHANGED
            yield Change(kind, About.EXIT, place, label, *said)
        else:
            yield Change(Kind.CHANGED, About.EXIT, place, "", *said)


def _turned(twins: Twins, place: str, one: Symbol, other: Symbol) -> Change:
    """Into a decision, or back into a step."""
    mine, theirs = exits(twins.one, one), exits(twins.other, other)
    before = (_labelled(label, said_before(twins, one, arrows)) for label, arrows in mine.items())
    after = (_labelled(label, said_exit(twins.other, other, arrows)) for label, arrows in theirs.items())
    kind = Kind.NEW if any(theirs) else Kind.GONE
    return Change(kind, About.DECISION, place, "", ", ".join(before) or ENDS, ", ".join(after) or ENDS)


def _labelled(label: str, said: str) -> str:
    return f"{label} {said}" if label else said


def exits(side: Side, symbol: Symbol) -> Exits:
    found: Exits = {}
    for arrow in side.leaving.get(symbol.key, ()):
        found.setdefault(arrow.label, []).append(arrow)
    return found


def said_exit(side: Side, symbol: Symbol, arrows: Sequence[Arrow]) -> str:
    targets = [side.symbols[arrow.target] for arrow in arrows]
    rows = side.flow.rows
    said = [
        leads(symbol.row, target.row, rows[target.row].called, _which(side, symbol, target))
        for target in targets
    ]
    return " dan ".join(said) or ENDS


def said_before(twins: Twins, symbol: Symbol, arrows: Sequence[Arrow]) -> str:
    """In the numbers of today, where the step is still there."""
    said = []
    for arrow in arrows:
        target = twins.one.symbols[arrow.target]
        row = twins.rows.get(target.row)
        rows = twins.other.flow.rows if row is not None else twins.one.flow.rows
        called = rows[target.row if row is None else row].called
        name = called if row is not None else f"{called} yang dihapus"
        said.append(leads(symbol.row, target.row, name, _which(twins.one, symbol, target)))
    return " dan ".join(said) or ENDS


def _which(side: Side, source: Symbol, target: Symbol) -> str:
    """Which symbol of a row that has several."""
    if target.row != source.row and not side.is_single(target):
        return ""
    return ", ".join(side.called(lane) for lane in target.lanes)


def _written(side: Side, symbol: Symbol, label: str) -> tuple[str, ...]:
    item = side.item(symbol)
    found = (*item.ke, *item.keputusan) if item else ()
    return next((tuple(map(folded, exit_.tujuan)) for exit_ in found if exit_.label == label), ())


def _same_words(twins: Twins, label: str, one: Symbol, other: Symbol) -> bool:
    mine, theirs = _written(twins.one, one, label), _written(twins.other, other, label)
    return mine == theirs and _RELATIVE.issuperset(mine)


def _same(twins: Twins, one: Symbol, other: Symbol, before: Sequence[Arrow], after: Sequence[Arrow]) -> bool:
    """Both lead to one step, or both to the next."""
    rest = list(after)
    for arrow in before:
        follows = _next(twins.one, one, arrow)
        found = (
            a for a in rest if _one_target(twins, arrow, a) or (follows and _next(twins.other, other, a))
        )
        if not (twin := next(found, None)):
            return False
        rest.remove(twin)
    return not rest


def _one_target(twins: Twins, before: Arrow, after: Arrow) -> bool:
    """The same symbol; of those who work together, or are others now, any."""
    mine, theirs = twins.one.symbols[before.target], twins.other.symbols[after.target]
    if twins.symbols.get(mine.key) == theirs.key:
        return True
    single = mine.key in twins.symbols and twins.one.is_single(mine) and twins.other.is_single(theirs)
    return twins.rows.get(mine.row) == theirs.row and not single


def _next(side: Side, source: Symbol, arrow: Arrow) -> bool:
    target = side.symbols[arrow.target].row
    return target > source.row and not any(side.rows[row] for row in range(source.row + 1, target))


def _renamed(twins: Twins, one: Symbol, other: Symbol, mine: Exits, theirs: Exits) -> list[tuple[str, str]]:
    """Labels that lead where another led that is no more."""
    gone = [label for label in mine if label and label not in theirs]
    new = [label for label in theirs if label and label not in mine]
    found = []
    for old in gone:
        same = (label for label in new if _same(twins, one, other, mine[old], theirs[label]))
        if label := next(same, ""):
            found.append((old, label))
            new.remove(label)
    return found


def _to_and_fro(place: str, label: str, before: Sequence[Arrow], after: Sequence[Arrow]) -> Iterator[Change]:
    was, is_ = (any(arrow.two_way for arrow in arrows) for arrows in (before, after))
    if was != is_ and before and after:
        said = ["searah", "bolak-balik"]
        part = f"panah “{label}”" if label else "panah"
        yield Change(Kind.CHANGED, About.VALUE, place, part, said[was], said[is_], quoted=False)
