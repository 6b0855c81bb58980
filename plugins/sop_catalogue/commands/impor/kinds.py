"""The kinds of documents that can be read, and who reads each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...intake.page_pictures import Picture
from ...intake.reading import recovered
from ...intake.recovered import Recovered


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    endings: tuple[str, ...]
    package: str
    """What must be installed to read it, where anything must; comes with the extra."""
    read: Callable[[str, bytes], list[Recovered]]
    """Of a file's name and bytes; `UnreadableError` says why there is none."""
    pictures: Callable[[bytes, Collection[int]], Iterator[Picture]] | None = None
    """Of a file's bytes and the numbers of pages; without it, a report shows the words as they were read."""


def _pdf(name: str, data: bytes) -> list[Recovered]:
    from ...intake.pdf import read_pdf

    return recovered(read_pdf(name, data))


def _pdf_pictures(data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    from ...intake.pdf_page_pictures import pdf_pictures

    return pdf_pictures(data, pages)


KINDS = (Kind("PDF", (".pdf",), "pypdfium2", _pdf, pictures=_pdf_pictures),)


def kind_of(file: Path) -> Kind | None:
    return next((kind for kind in KINDS if file.suffix.lower() in kind.endings), None)
