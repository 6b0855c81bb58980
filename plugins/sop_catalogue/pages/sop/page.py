"""The page of one SOP: the official form, then what a reader asks next."""

from __future__ import annotations

from collections.abc import Sequence

from ...catalogue.model import SopEntry
from ...chart import Drawing, Studio
from ...definition.findings import Severity
from ..form import identity
from ..form.edition import edition_of
from ..form.flowtable import TableView, table
from ..form.mention_links import CellNames
from ..links import Links, code_address
from ..people.document_sheets import DocumentSheets
from ..render import Page, plain, render, rich, rich_line
from ..revisions.section import revisions_view
from ..status import HELD_BACK, UNSTATED, faults_said, stamp, status_of
from . import after
from .answer import answers
from .commits import commits_view
from .documents import documents_view
from .durations import durations
from .neighbours import neighbour_view
from .parts import Parts
from .performers import performers
from .service import UNSAID, service_view


def sop_page(
    entry: SopEntry,
    links: Links,
    drawings: Sequence[Drawing | None],
    studio: Studio,
    documents: DocumentSheets | None = None,
) -> Page:
    """The finished page. `drawings` holds one drawing for each chart, or None where there is none."""
    words = entry.form.words
    tables = _tables(entry, links, drawings, words)
    related = neighbour_view(entry, links, studio)
    parts = Parts()
    values = {
        "entry": entry,
        "sop": entry.sop,
        "unit": entry.unit,
        "links": links,
        "heading": parts.add,
        "parts": parts.found,
        "tables": tables,
        "related": related,
        "answers": answers(entry, links),
        "service": service_view(entry, links),
        "unsaid": UNSAID,
        "code_address": code_address(entry.kode),
        **_head(entry),
        **_paper(entry, links),
        **_form(entry, links, words),
        **_afterwards(entry, links, documents),
    }
    return Page(
        render("sop.html", values),
        plain(entry.name),
        _description(entry),
        search_text(entry, tables),
        tuple(f"{entry.path}: {fault}" for fault in related.faults),
    )


def _tables(
    entry: SopEntry, links: Links, drawings: Sequence[Drawing | None], words: dict[str, str]
) -> list[TableView]:
    several = len(entry.charts) > 1
    return [
        table(chart, entry.form, words, drawing, several, CellNames(entry, chart, links))
        for chart, drawing in zip(entry.charts, drawings, strict=True)
    ]


def _head(entry: SopEntry) -> dict[str, object]:
    return {
        "title": rich_line(entry.name),
        "plain_title": plain(entry.name),
        "status": status_of(entry),
        "unstated": UNSTATED,
        "edition": edition_of(entry),
    }


def _paper(entry: SopEntry, links: Links) -> dict[str, object]:
    """What the page says when it is printed itself."""
    held = [] if links.drafts else faults_said(entry.faults)
    return {"stamp": stamp(entry, links.drafts), "held_back": HELD_BACK, "held": held}


def _form(entry: SopEntry, links: Links, words: dict[str, str]) -> dict[str, object]:
    """What frames the flow table in the official form."""
    sop = entry.sop
    return {
        "words": words,
        "remark": identity.remark(sop),
        "kop": identity.kop(entry),
        "head": list(identity.head(sop, words)),
        "official": identity.signer(entry),
        "boxes": identity.boxes(entry, links, words),
        "empty": identity.EMPTY,
        "notes": [rich(note) for note in sop.catatan],
        "signatures": [(s, identity.official(s)) for s in sop.tanda_tangan],
    }


def _afterwards(entry: SopEntry, links: Links, documents: DocumentSheets | None) -> dict[str, object]:
    """What a reader asks next."""
    sop, findings = entry.sop, entry.findings
    return {
        "durations": durations(entry),
        "performers": performers(entry, links),
        "documents": documents and documents_view(entry, documents, links),
        "laws": after.laws(entry, links),
        "kinds": [kind.capitalize() for kind in sop.jenis],
        "inferred": after.inferred(entry),
        "revisions": revisions_view(entry, links),
        "commits": commits_view(entry),
        "editor_notes": after.editor_notes(entry),
        "findings": [finding for finding in findings if finding.counts],
        "known": [finding for finding in findings if finding.severity is Severity.NOTE],
    }


def _description(entry: SopEntry) -> str:
    steps = entry.step_count
    number = f" nomor {entry.sop.nomor}" if entry.sop.nomor else ""
    flow = f" {steps} langkah, dari kegiatan pertama sampai selesai." if steps else ""
    return f"SOP {plain(entry.name)}{number}, {entry.unit.data.nama}, {entry.unit.pemda.data.nama}.{flow}"


def search_text(entry: SopEntry, tables: Sequence[TableView]) -> str:
    """Everything a reader may remember of it, each once, as words only."""
    sop = entry.sop
    found: list[str] = [entry.name, sop.nama, sop.nomor or "", entry.kode, sop.subunit or ""]
    for view in tables:
        found += [lane.name for lane in view.lanes]
        found += [lane.group for lane in view.lanes]
    for chart in entry.charts:
        found += [chart.title, *chart.footnotes]
        for step in chart.steps:
            found.append(step.kegiatan)
            for cell in step.cells:
                found += cell.teks if cell else ()
    found += [item.teks for box in sop.boxes for item in sop.items(box)]
    found += [role.data.nama for role in entry.roles]
    found += sop.layanan.texts if sop.layanan else ()
    found += [*sop.catatan, *(sheet.judul for sheet in sop.lampiran)]
    found += [
        text for p in (sop.disahkan_oleh, *sop.tanda_tangan) if p for text in (p.jabatan, p.named) if text
    ]
    found += identity.kop(entry)
    return "\n".join(dict.fromkeys(filter(None, map(plain, found))))
