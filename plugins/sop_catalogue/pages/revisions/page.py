"""The page of a revision that is no longer the present one: its form and its charts as they were, and that they hold no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ...catalogue.model import SopEntry
from ...catalogue.revisions.model import Revision, Text
from ...chart import Studio
from ...store.digest import Once
from ..comparison.page import comparison_links, comparison_plans
from ..drawings import drawings_of
from ..form import identity
from ..form.flowtable import table
from ..kept import KeptPages
from ..links import Links, sop_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich, rich_line
from ..sop.parts import Parts
from ..status import stamp

SAID = {
    Text.CHANGED: "Naskah ini pernah diubah sesudah disimpan: sidiknya tidak sama dengan yang dicatat. Jangan dipakai sebagai bukti.",
    Text.UNSEALED: "Naskah ini disimpan tanpa sidik, jadi tidak dapat dipastikan tidak pernah diubah.",
}
"""What readers must know of a text."""


def revision_plans(
    entry: SopEntry,
    parents: tuple[str, ...],
    links: Callable[[str], Links],
    studio: Studio,
    kept: KeptPages,
) -> Iterator[PagePlan]:
    """Of each revision whose text is there, but for the present one; then of what changed between them."""
    facts = facts_of(entry)
    for revision in entry.revisions:
        if revision.present or not revision.source:
            continue
        address = sop_address(revision)
        title = f"{plain(entry.name)}: revisi {revision.number}"
        fresh = partial(revision_page, entry, revision, title, links(address), studio)
        make = unedited(kept.beside, revision.id, (revision.number, facts), fresh)
        yield PagePlan(address, title, parents, make, aside=True)
    yield from comparison_plans(entry, entry.revisions, parents, links, studio, kept)


def facts_of(entry: SopEntry) -> Once:
    """What their pages say, however the text of the present one is edited."""
    said = [one.facts if not one.present else (*one.facts[:-1], entry.name) for one in entry.revisions]
    return Once(said, entry.form, entry.unit.id)


def revision_page(entry: SopEntry, revision: Revision, title: str, links: Links, studio: Studio) -> Page:
    about = f"Revisi {revision.number} SOP {plain(entry.name)}, yang tidak berlaku lagi."
    old = revision.entry
    parts = Parts()
    faults: tuple[str, ...] = ()
    values: dict[str, object] = {
        "name": rich_line(entry.name),
        "revision": revision,
        "present": entry.revisions[-1],
        "remark": SAID.get(revision.text, ""),
        "sop_url": links.sop(entry),
        "unit": entry.unit,
        "links": links,
        "heading": parts.add,
        "others": comparison_links(entry, entry.revisions, links),
        "old": old,
    }
    if old:
        drawings, faults = drawings_of(old, studio)
        words, several = old.form.words, len(old.charts) > 1
        values |= {
            "sop": old.sop,
            "words": words,
            "stamp": stamp(old, drafts=False),
            "held": [],
            "kop": identity.kop(old),
            "head": list(identity.head(old.sop, words)),
            "official": identity.signer(old),
            "boxes": identity.unlinked(old, words),
            "empty": identity.EMPTY,
            "tables": [
                table(chart, old.form, words, drawing, several)
                for chart, drawing in zip(old.charts, drawings, strict=True)
            ],
            "plain_title": title,
            "notes": [rich(note) for note in old.sop.catatan],
            "signatures": [(one, identity.official(one)) for one in old.sop.tanda_tangan],
        }
    return Page(render("sop/revisi.html", values), title, about, faults=faults)
