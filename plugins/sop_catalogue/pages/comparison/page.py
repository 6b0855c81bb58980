"""The pages that hold each revision of an SOP against the next, and the first against the present one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from ...catalogue.model import SopEntry
from ...catalogue.revisions.model import Revision
from ...chart import Studio
from ...store.digest import Once
from ..kept import KeptPages
from ..links import Links, comparison_address, sop_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render
from .view import Side, comparison_html

_UNREAD = "Naskah {} tidak dapat dibaca, jadi tidak dapat dibandingkan."


Pair = tuple[Revision, Revision]


def comparable(revisions: Sequence[Revision]) -> list[Pair]:
    """Neighbours among those whose texts are there, the newest first; then, where there are more, the first and the last."""
    there = [revision for revision in revisions if revision.source]
    pairs = list(pairwise(there))[::-1]
    return [*pairs, (there[0], there[-1])] if len(there) > 2 else pairs


def comparison_links(
    entry: SopEntry, revisions: Sequence[Revision], links: Links, but: Pair | None = None
) -> list[tuple[str, str]]:
    """Where the comparisons of an SOP are, and what they are called; `but` for one."""
    return [
        (links.page(comparison_address(entry, a.number, b.number)), f"Revisi {a.number} → {b.number}")
        for a, b in comparable(revisions)
        if (a, b) != but
    ]


def comparison_plans(
    entry: SopEntry,
    revisions: Sequence[Revision],
    parents: tuple[str, ...],
    links: Callable[[str], Links],
    studio: Studio,
    kept: KeptPages,
) -> Iterator[PagePlan]:
    facts = Once(entry.id, entry.form, *(r.facts for r in revisions))
    for pair in comparable(revisions):
        one, other = pair
        address = comparison_address(entry, one.number, other.number)
        title = f"Perubahan {plain(entry.name)}: revisi {one.number} → {other.number}"
        fresh = partial(_page, entry, revisions, pair, title, links(address), studio)
        make = unedited(kept.beside, f"{entry.id}/{one.number}-{other.number}", facts, fresh)
        yield PagePlan(address, title, parents, make, aside=True)


def _page(
    entry: SopEntry, revisions: Sequence[Revision], pair: Pair, title: str, links: Links, studio: Studio
) -> Page:
    sides = [_side(revision, links) for revision in pair]
    unread = [_UNREAD.format(_called(one)) for one, side in zip(pair, sides, strict=True) if side is None]
    before, after = sides
    faults: list[str] = []
    name, sop = plain(entry.name), links.sop(entry)
    if before is None or after is None:
        html = render("sop/tanpa-banding.html", {"title": name, "sop": sop, "unread": unread})
    else:
        others = comparison_links(entry, revisions, links, but=pair)
        html = comparison_html(before, after, studio, name, others, sop, faults.append)
    said = tuple(f"{entry.path}: perbandingan tampil tanpa gambar. {fault}" for fault in faults)
    return Page(html, title, f"Yang berubah pada SOP {name}, {' ke '.join(map(_called, pair))}.", faults=said)


def _side(revision: Revision, links: Links) -> Side | None:
    entry = revision.entry
    return Side(_called(revision), entry, links.page(sop_address(revision))) if entry else None


def _called(revision: Revision) -> str:
    day = f" ({revision.day.tampil})" if revision.day and revision.day.iso else ""
    return f"revisi {revision.number}{day}{', yang sekarang' if revision.present else ''}"
