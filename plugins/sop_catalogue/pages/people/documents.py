"""The list of documents: which SOPs put each out, which need it, and what nobody puts out or needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...catalogue.model import SopEntry
from ...catalogue.work.documents import Document, DocumentTrail
from ...portions import portions
from ..links import DOCUMENTS, Links
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render

TITLE = "Dokumen"
MOST_ON_INDEX = 400
"""So many stand on the index itself; more are parted by letter."""
MOST_ON_A_PAGE = 1600
"""So many documents, and SOPs named beside them, stand on one page."""
MOST_SOPS = 5
"""So many SOPs are named on either side of a document."""

KINDS = {
    "antar": "Berpindah antar-SOP",
    "dalam": "Di dalam satu SOP",
    "tanpa-penghasil": "Tidak ada yang menghasilkan",
    "tanpa-pemakai": "Tidak ada yang memakai",
    "umum": "Belum dapat dihubungkan",
}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    name: str
    pemda: str
    kind: str
    kind_text: str
    made: Sequence[tuple[str, str]]
    """Address and name of SOPs that put it out."""
    made_more: int
    needed: Sequence[tuple[str, str]]
    needed_more: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """So many documents as stand on one page."""

    letter: str
    number: int
    of: int
    documents: Sequence[Document]

    @property
    def address(self) -> str:
        name = self.letter.lower() if self.letter.isascii() and self.letter.isalpha() else "0-9"
        return f"dokumen/{name}{f'-{self.number}' if self.number > 1 else ''}"

    @property
    def title(self) -> str:
        part = f" ({self.number} dari {self.of})" if self.of > 1 else ""
        return f"Dokumen: {self.letter}{part}"


def document_plans(trail: DocumentTrail, links: Callable[[str], Links]) -> Iterator[PagePlan]:
    """The index, and a page a letter where it would be too long."""
    sheets = list(sheets_of(trail.all)) if len(trail.all) > MOST_ON_INDEX else []
    yield PagePlan(DOCUMENTS, TITLE, (), unedited(document_index, trail, sheets, links(DOCUMENTS)))
    for sheet in sheets:
        yield PagePlan(
            sheet.address, sheet.title, (DOCUMENTS,), unedited(sheet_page, sheet, links(sheet.address))
        )


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


def document_index(trail: DocumentTrail, sheets: Sequence[Sheet], links: Links) -> Page:
    counts = Counter(map(kind_of, trail.all))
    letters = [(links.page(sheet.address), sheet, Counter(map(kind_of, sheet.documents))) for sheet in sheets]
    lines = [] if sheets else [_line(document, links) for document in trail.all]
    said = f"{len(trail.all)} dokumen yang dihasilkan atau diperlukan langkah-langkah SOP."
    return _page(links, TITLE, said, lines, {"counts": counts, "letters": letters, "total": len(trail.all)})


def sheets_of(documents: Sequence[Document]) -> Iterator[Sheet]:
    """By first letter, the long ones in several parts."""
    for letter, found in groupby(sorted(documents, key=_first), key=_first):
        parts = list(portions(found, _weight, MOST_ON_A_PAGE))
        for number, part in enumerate(parts, 1):
            yield Sheet(letter, number, len(parts), part)


def _weight(document: Document) -> int:
    """Itself and the SOPs that are named beside it."""
    return 1 + min(MOST_SOPS, len(document.makers)) + min(MOST_SOPS, len(document.users))


def sheet_page(sheet: Sheet, links: Links) -> Page:
    lines = [_line(document, links) for document in sheet.documents]
    return _page(
        links,
        sheet.title,
        f"{len(lines)} dokumen.",
        lines,
        {"counts": {}, "letters": [], "total": len(lines)},
    )


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


def _line(document: Document, links: Links) -> DocumentLine:
    kind = kind_of(document)
    made, needed = document.makers, document.users
    return DocumentLine(
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


def _first(document: Document) -> str:
    letter = document.name.base[:1].upper()
    return letter if letter.isascii() and letter.isalpha() else "0–9"
