"""The documents of one SOP on its page: from which SOPs they come, to which they go, what must be there already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.chart_letters import briefly
from ...catalogue.model import SopEntry
from ...catalogue.work.documents import Document, SopDocuments, Use, others, sop_documents
from ..form.words import Jump, as_html, row_anchors
from ..links import Links
from ..people.document_sheets import DocumentSheets
from ..render import plain

MOST_SOPS = 5
"""So many other SOPs are named beside a document."""


@dataclass(frozen=True, slots=True)
class DocumentItem:
    url: str
    """Of the document itself."""
    name: str
    """In the words of this SOP."""
    steps: Markup
    sops: Sequence[tuple[str, str, str]]
    """Address, name, and unit where it is another one."""
    more: int


@dataclass(frozen=True, slots=True)
class DocumentsView:
    received: Sequence[DocumentItem]
    passed_on: Sequence[DocumentItem]
    outside: Sequence[DocumentItem]
    results: Sequence[DocumentItem]
    inside: Sequence[DocumentItem]

    def __bool__(self) -> bool:
        return bool(self.received or self.passed_on or self.outside or self.results or self.inside)


def documents_view(entry: SopEntry, sheets: DocumentSheets, links: Links) -> DocumentsView:
    found = sop_documents(entry, sheets)
    anchors = [row_anchors(chart.flow, chart.number) for chart in entry.charts]

    def jump(use: Use) -> Jump:
        return Jump(briefly(entry.charts[use.chart], use.row), anchors[use.chart][use.row])

    def item(document: Document, steps: Iterable[Markup], side: str = "") -> DocumentItem:
        page, anchor = sheets.place(document)
        url = f"{links.page(page)}#{anchor}"
        return _item(document, url, Markup(", ").join(steps), _others(document, side, entry), entry, links)

    def items(uses: Mapping[Document, list[Use]], side: str = "") -> list[DocumentItem]:
        return [
            item(document, [as_html([jump(use)]) for use in where], side) for document, where in uses.items()
        ]

    inside: dict[Document, list[Markup]] = {}
    for document, source, target in found.inside:
        inside.setdefault(document, []).append(as_html([jump(source), " → ", jump(target)]))
    return DocumentsView(
        items(found.from_others, "makers"),
        items(found.to_others, "takers"),
        items(found.from_outside),
        items(found.results),
        [item(document, ways) for document, ways in inside.items()],
    )


def document_facts(entry: SopEntry, sheets: DocumentSheets) -> list[object]:
    """All that the view says of other SOPs, for telling whether a kept page still holds."""
    found: SopDocuments = sop_documents(entry, sheets)
    sides = (
        (found.from_others, "makers"),
        (found.to_others, "takers"),
        (found.from_outside, ""),
        (found.results, ""),
        ([document for document, _, _ in found.inside], ""),
    )
    return [
        [
            (sheets.place(document), [(sop.id, sop.name) for sop in _others(document, side, entry)])
            for document in documents
        ]
        for documents, side in sides
    ]


def _item(
    document: Document, url: str, steps: Markup, sops: Sequence[SopEntry], entry: SopEntry, links: Links
) -> DocumentItem:
    named = [
        (links.sop(sop), plain(sop.name), plain(sop.unit.data.nama) if sop.unit is not entry.unit else "")
        for sop in sops[:MOST_SOPS]
    ]
    return DocumentItem(url, document.worded[entry], steps, named, len(sops) - len(named))


def _others(document: Document, side: str, entry: SopEntry) -> list[SopEntry]:
    """None where no side is asked for."""
    if not side:
        return []
    return others(document.makers if side == "makers" else document.takers, entry, document)
