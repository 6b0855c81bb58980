"""The page of one SOP: the official form, then what a reader asks next."""

from __future__ import annotations

from collections.abc import Sequence

from ..catalogue.documents import DocumentShelf
from ..catalogue.model import SopEntry
from ..chart import Drawing
from ..definition.findings import Finding, Severity
from . import after, identity
from .durations import durations
from .flowtable import TableView, table
from .links import Links
from .mention_links import CellNames
from .neighbour_view import neighbour_view
from .paper.edition import edition_of
from .performers import performers
from .render import Headings, Page, plain, render, rich, rich_line
from .sop_documents import documents_view
from .status import status_of


def sop_page(
    entry: SopEntry,
    links: Links,
    drawings: Sequence[Drawing | None],
    documents: DocumentShelf | None = None,
) -> Page:
    """The finished page. `drawings` holds one drawing for each chart, or None where there is none."""
    sop = entry.sop
    words = identity.labels(entry.form.label)
    charts = sop.semua_bagan
    tables = [
        table(
            chart,
            flow,
            entry.form,
            words,
            drawing,
            number,
            len(charts) > 1,
            CellNames(entry, number - 1, links),
        )
        for number, (chart, flow, drawing) in enumerate(zip(charts, entry.flows, drawings, strict=True), 1)
    ]
    headings = Headings()
    related = neighbour_view(entry, links)
    title = plain(entry.name)
    html = render(
        "sop.html",
        {
            "entry": entry,
            "sop": sop,
            "unit": entry.unit,
            "links": links,
            "words": words,
            "heading": headings.add,
            "parts": headings.found,
            "title": rich_line(entry.name),
            "plain_title": title,
            "status": status_of(entry),
            "edition": edition_of(entry),
            "kop": identity.kop(entry),
            "dates": identity.dates(sop.tanggal, words),
            "official": identity.official(sop.disahkan_oleh),
            "signatures": [(s, identity.official(s)) for s in sop.tanda_tangan],
            "boxes": identity.boxes(entry, links, words),
            "empty": identity.EMPTY,
            "tables": tables,
            "durations": durations(entry),
            "documents": documents and documents_view(entry, documents, links),
            "performers": performers(entry, links),
            "related": related,
            "laws": after.laws(entry, links),
            "inferred": after.inferred(charts, entry.flows),
            "editor_notes": after.editor_notes(charts, entry.flows, sop.catatan_penyunting),
            "findings": _counting(entry.findings),
            "known": [f for f in entry.findings if f.severity is Severity.NOTE],
            "kinds": [kind.capitalize() for kind in sop.jenis],
            "notes": [rich(note) for note in sop.catatan],
        },
    )
    faults = tuple(f"{entry.path}: {fault}" for fault in related.faults)
    return Page(html, title, tuple(headings.found), _description(entry), search_text(entry, tables), faults)


def _counting(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.counts]


def _description(entry: SopEntry) -> str:
    steps = sum(len(flow.rows) for flow in entry.flows)
    number = f" nomor {entry.sop.nomor}" if entry.sop.nomor else ""
    flow = f" {steps} langkah, dari kegiatan pertama sampai selesai." if steps else ""
    return f"SOP {plain(entry.name)}{number}, {entry.unit.data.nama}, {entry.unit.pemda.data.nama}.{flow}"


def search_text(entry: SopEntry, tables: Sequence[TableView]) -> str:
    """Everything a reader may remember of it, each once, as words only."""
    sop = entry.sop
    found: list[str] = [entry.name, sop.nama, sop.nomor or "", sop.subunit or ""]
    for view in tables:
        found += [lane.name for lane in view.lanes]
        found += [lane.group for lane in view.lanes]
    for chart in sop.semua_bagan:
        found += [chart.judul or "", *chart.catatan_kaki]
        for step in chart.langkah:
            found.append(step.kegiatan)
            for cell in (step.kelengkapan, step.waktu, step.output, step.keterangan):
                found += cell.teks if cell else ()
    lists = (
        sop.dasar_hukum,
        sop.kualifikasi_pelaksana,
        sop.keterkaitan,
        sop.peralatan_perlengkapan,
        sop.peringatan,
        sop.pencatatan_pendataan,
    )
    found += [item.teks for items in lists for item in items]
    found += [role.data.nama for role in entry.roles]
    found += [*sop.catatan, *(sheet.judul for sheet in sop.lampiran)]
    found += [
        text for p in (sop.disahkan_oleh, *sop.tanda_tangan) if p for text in (p.jabatan, p.nama) if text
    ]
    found += identity.kop(entry)
    return "\n".join(dict.fromkeys(filter(None, map(plain, found))))
