"""Where each document stands: on the list of them all, or on that of its letter, with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from ...catalogue.ids import Ids
from ...catalogue.work.documents import Document, DocumentTrail
from ...definition.fields import slug
from ...portions import portions
from ..links import DOCUMENTS
from ..text.order import order_of

MOST_ON_INDEX = 400
"""So many stand on the index itself; more are parted by letter."""
MOST_ON_A_PAGE = 1600
"""So many documents, and SOPs named beside them, stand on one page."""
MOST_SOPS = 5
"""So many SOPs are named on either side of a document."""


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


class DocumentSheets(DocumentTrail):
    """A trail whose documents have places on a site."""

    @cached_property
    def in_order(self) -> list[Document]:
        return sorted(self.all, key=lambda d: (order_of(d.name.shown), d.pemda.id))

    @cached_property
    def sheets(self) -> list[Sheet]:
        """None where all stand on the index."""
        return list(_parted(self.in_order)) if len(self.all) > MOST_ON_INDEX else []

    @cached_property
    def anchors(self) -> dict[Document, str]:
        """The id of each on its page: of its pemda's name and its own."""
        ids = Ids("dokumen")
        return {
            document: ids.give(f"{document.pemda.id}-{slug(document.name.shown) or ids.fallback}")
            for document in self.in_order
        }

    @cached_property
    def _pages(self) -> dict[Document, str]:
        return {document: sheet.address for sheet in self.sheets for document in sheet.documents}

    def place(self, document: Document) -> tuple[str, str]:
        """The address of its page, and its id there."""
        return self._pages.get(document, DOCUMENTS), self.anchors[document]


def _parted(documents: Iterable[Document]) -> Iterator[Sheet]:
    """By first letter, the long ones in several parts."""
    for letter, found in groupby(documents, key=_first):
        parts = list(portions(found, _weight, MOST_ON_A_PAGE))
        for number, part in enumerate(parts, 1):
            yield Sheet(letter, number, len(parts), part)


def _weight(document: Document) -> int:
    """Itself and the SOPs that are named beside it."""
    return 1 + min(MOST_SOPS, len(document.makers)) + min(MOST_SOPS, len(document.users))


def _first(document: Document) -> str:
    """By what it is sorted by; all that is no letter together."""
    kind, letter = order_of(document.name.shown)[0]
    found = chr(letter).upper() if kind == 2 else ""
    return found if found.isascii() and found.isalpha() else "0–9"
