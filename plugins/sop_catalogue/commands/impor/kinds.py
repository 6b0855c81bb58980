"""The kinds of documents that can be read, and who reads each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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


def _pdf(name: str, data: bytes) -> list[Recovered]:
    from ...intake.pdf import read_pdf

    return recovered(read_pdf(name, data))


def _excel(name: str, data: bytes) -> list[Recovered]:
    from ...intake.xlsx.reading import read_xlsx

    return read_xlsx(name, data)


KINDS = (
    Kind("PDF", (".pdf",), "pypdfium2", _pdf),
    Kind("Excel", (".xlsx", ".xlsm"), "", _excel),
)


def kind_of(file: Path) -> Kind | None:
    return next((kind for kind in KINDS if file.suffix.lower() in kind.endings), None)
