"""The list of documents: which SOPs put each out, which need it, and what nobody puts out or needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...catalogue.model import SopEntry
from ...catalogue.work.documents import Document
from ..links import DOCUMENTS, Links
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render
from .document_sheets import MOST_SOPS, DocumentSheets, Sheet

TITLE = "Dokumen"
KINDS = {
    "antar": "Berpindah antar-SOP",
    "dalam": "Di dalam satu SOP",
    "tanpa-penghasil": "Tidak ada yang menghasilkan",
    "tanpa-pemakai": "Tidak ada yang memakai",
    "umum": "Belum dapat dihubungkan",
}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    anchor: str
    name: str
    pemda: str
    kind: str
    kind_text: str
    made: Sequence[tuple[str, str]]
    """Address and name of SOPs that put it out."""
    made_more: int
    needed: Sequence[tuple[str, str]]
    needed_more: int


def document_plans(documents: DocumentSheets, links: Callable[[str], Links]) -> Iterator[PagePlan]:
    """The index, and a page a letter where it would be too long."""
    yield PagePlan(DOCUMENTS, TITLE, (), unedited(document_index, documents, links(DOCUMENTS)))
    for sheet in documents.sheets:
        make = unedited(sheet_page, sheet, documents, links(sheet.address))
        yield PagePlan(sheet.address, sheet.title, (DOCUMENTS,), make)


def kind_of(document: Document) -> str:
    """Which of `KINDS` it is."""
    made, needed = document.makers, document.takers
    if not document.name.vague and any(taker is not maker for taker in needed for maker in made):
        return "antar"
    if document.inside:
        return "dalam"
    if not made:
        return "tanpa-penghasil"
    return "umum" if needed else "tanpa-pemakai"


def document_index(documents: DocumentSheets, links: Links) -> Page:
    counts = Counter(map(kind_of, documents.all))
    letters = [
        (links.page(sheet.address), sheet, Counter(map(kind_of, sheet.documents)))
        for sheet in documents.sheets
    ]
    lines = [] if letters else [_line(document, documents, links) for document in documents.in_order]
    total = len(documents.all)
    said = f"{total} dokumen yang dihasilkan atau diperlukan langkah-langkah SOP."
    return _page(links, TITLE, said, lines, {"counts": counts, "letters": letters, "total": total})


def sheet_page(sheet: Sheet, documents: DocumentSheets, links: Links) -> Page:
    lines = [_line(document, documents, links) for document in sheet.documents]
    values: dict[str, object] = {"counts": {}, "letters": [], "total": len(lines)}
    return _page(links, sheet.title, f"{len(lines)} dokumen.", lines, values)


def _page(
    links: Links, title: str, said: str, lines: Sequence[DocumentLine], values: dict[str, object]
) -> Page:
    several = len({line.pemda for line in lines}) > 1
    html = render(
        "dokumen.html",
        {
            "title": title,
            "lines": lines,
            "several": several,
            "kinds": KINDS,
            "index": links.page(DOCUMENTS),
            **values,
        },
    )
    return Page(html, title, said, title)


def _line(document: Document, documents: DocumentSheets, links: Links) -> DocumentLine:
    kind = kind_of(document)
    made, needed = document.makers, document.users
    return DocumentLine(
        documents.anchors[document],
        document.name.shown,
        plain(document.pemda.short),
        kind,
        KINDS[kind],
        _sops(made, links),
        max(0, len(made) - MOST_SOPS),
        _sops(needed, links),
        max(0, len(needed) - MOST_SOPS),
    )


def _sops(sops: Sequence[SopEntry], links: Links) -> list[tuple[str, str]]:
    return [(links.sop(sop), plain(sop.name)) for sop in sops[:MOST_SOPS]]
