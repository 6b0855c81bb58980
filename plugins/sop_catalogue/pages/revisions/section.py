"""What the page of an SOP says of its revisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...catalogue.model import SopEntry
from ...catalogue.revisions.model import Revision, Text
from ..comparison.page import comparable
from ..links import Links, comparison_address, sop_address

_TEXT = {
    Text.NONE: "naskahnya tidak disimpan",
    Text.LOST: "naskahnya hilang",
    Text.CHANGED: "pernah diubah",
    Text.UNSEALED: "tanpa sidik",
}


@dataclass(frozen=True, slots=True)
class RevisionLine:
    number: int
    day: str
    iso: str
    reason: str
    signer: str
    present: bool
    url: str
    """Where its text is shown; empty where there is none."""
    remark: str
    """On that text."""
    changes: str
    """Where it is held against the one before; may be empty."""
    since: int = 0
    """Which one that is."""


@dataclass(frozen=True, slots=True)
class RevisionsView:
    lines: Sequence[RevisionLine]
    """The newest first."""
    whole: tuple[str, int] | None
    """Where the first text is held against the present one, and its number."""


def revisions_view(entry: SopEntry, links: Links) -> RevisionsView | None:
    """None where its definition tells no history."""
    if not entry.revisions:
        return None
    pairs = comparable(entry.revisions)
    before = before_each(entry)
    lines = [_line(entry, one, before.get(one.number), links) for one in reversed(entry.revisions)]
    if len(pairs) < 2:
        return RevisionsView(lines, None)
    first, last = pairs[-1]
    whole = links.page(comparison_address(entry, first.number, last.number)), first.number
    return RevisionsView(lines, whole)


def before_each(entry: SopEntry) -> dict[int, Revision]:
    """By its number the revision that each is held against, where there is such a page."""
    pairs = comparable(entry.revisions)
    return {after.number: one for one, after in pairs[: max(1, len(pairs) - 1)]}


def _line(entry: SopEntry, one: Revision, before: Revision | None, links: Links) -> RevisionLine:
    day = one.day if one.day and one.day.iso else None
    signer = one.signer
    return RevisionLine(
        one.number,
        day.tampil if day else "",
        day.iso if day else "",
        one.reason,
        ", ".join(filter(None, (signer.named, signer.jabatan))) if signer else "",
        one.present,
        links.page(sop_address(one)) if one.source and not one.present else "",
        _TEXT.get(one.text, ""),
        links.page(comparison_address(entry, before.number, one.number)) if before else "",
        before.number if before else 0,
    )
