"""Changes of one text, and of a list of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .aligned import by_text
from .values import About, Change, Kind


def of_text(place: str, part: str, before: str, after: str, *, quoted: bool = True) -> Iterator[Change]:
    """An empty text is none."""
    if before != after:
        kind = Kind.NEW if not before else Kind.GONE if not after else Kind.CHANGED
        yield Change(kind, About.VALUE, place, part, before, after, quoted)


def of_list(
    place: str, part: str, before: Sequence[str], after: Sequence[str], *, quoted: bool = True
) -> Iterator[Change]:
    """Item by item; one word on their order, if that changed."""
    if before == after:
        return
    moved = False
    for pair in by_text(before, after):
        one = before[pair.before] if pair.before is not None else ""
        other = after[pair.after] if pair.after is not None else ""
        moved = moved or pair.moved
        if one != other:
            kind = Kind.NEW if pair.before is None else Kind.GONE if pair.after is None else Kind.CHANGED
            yield Change(kind, About.ITEM, place, part, one, other, quoted)
    if moved:
        yield Change(Kind.MOVED, About.ITEM, place, part)


def of_cell(
    place: str, part: str, before: Sequence[str], after: Sequence[str], *, quoted: bool
) -> Iterator[Change]:
    """Item by item only where there was one, and there is one, and one of both cells has several."""
    if before and after and max(len(before), len(after)) > 1:
        yield from of_list(place, part, before, after, quoted=quoted)
    else:
        yield from of_text(place, part, "; ".join(before), "; ".join(after), quoted=quoted)
