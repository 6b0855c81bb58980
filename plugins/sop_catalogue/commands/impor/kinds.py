"""The kinds of documents that can be read, and who reads each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...intake.page_pictures import Picture
from ...intake.primitives import Laid, UnreadableError
from ...intake.reading import recovered
from ...intake.recovered import Recovered
from ...intake.scanned.letters import Letters, NoLetters


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    endings: tuple[str, ...]
    package: str
    """What must be installed to read it, where anything must; comes with the extra."""
    read: Callable[[str, bytes, Letters], list[Recovered]]
    """Of a file's name and bytes, with who reads letters where a page is a picture; `UnreadableError` says why there is none."""
    pictures: Callable[[bytes, Mapping[int, Laid | None]], Iterator[Picture]] | None = None
    """Of its bytes, or those of its drawing, and the numbers of pages; without it, a report shows the words as they were read."""
    through: str = ""
    """What LibreOffice makes of it first, by its ending, to be read in its place."""
    picture: bool = False
    """Is a picture itself: Tesseract makes a PDF of it first."""
    drawn: Callable[[str, bytes, bytes], list[Recovered]] | None = None
    """The same with the PDF that LibreOffice makes of it, where that is on the machine."""
    beside: Callable[[str, bytes, bytes], list[Recovered]] | None = None
    """Of what LibreOffice made of it together with the document itself, which says more."""
    named: bool = False
    """Read only where it is named itself: folders are full of others of its kind."""


def _pdf(name: str, data: bytes, letters: Letters) -> list[Recovered]:
    from ...intake.pdf.pages_painted import Painter
    from ...intake.pdf.reading import read_pdf
    from ...intake.scanned.reading import with_scans

    document = read_pdf(name, data)
    with Painter(data) as painter:
        return recovered(with_scans(document, painter, letters))


def _pdf_pictures(data: bytes, pages: Mapping[int, Laid | None]) -> Iterator[Picture]:
    from ...intake.pdf.pages_drawn import pdf_pictures

    return pdf_pictures(data, pages)


def _excel(name: str, data: bytes, _: Letters) -> list[Recovered]:
    from ...intake.xlsx.reading import read_xlsx

    return read_xlsx(name, data)


def _calc(name: str, data: bytes, own: bytes) -> list[Recovered]:
    from ...intake.xlsx.reading import read_xlsx

    return read_xlsx(name, data, own)


def _word(name: str, data: bytes, _: Letters) -> list[Recovered]:
    from ...intake.word.reading import read_docx

    return read_docx(name, data)


def _word_drawn(name: str, data: bytes, drawing: bytes) -> list[Recovered]:
    from ...intake.word.reading import read_drawn

    try:
        return read_drawn(name, data, _pdf(name, drawing, NoLetters()))
    except UnreadableError:
        return read_drawn(name, data, [])


def _text(name: str, data: bytes, _: Letters) -> list[Recovered]:
    from ...intake.marked_up.reading import read_text

    return read_text(name, data)


def _html(name: str, data: bytes, _: Letters) -> list[Recovered]:
    from ...intake.marked_up.reading import read_html

    return read_html(name, data)


KINDS = (
    Kind("PDF", (".pdf",), "pypdfium2", _pdf, pictures=_pdf_pictures),
    Kind("TIFF", (".tif", ".tiff"), "pypdfium2", _pdf, pictures=_pdf_pictures, picture=True),
    Kind(
        "gambar",
        (".png", ".jpg", ".jpeg"),
        "pypdfium2",
        _pdf,
        pictures=_pdf_pictures,
        picture=True,
        named=True,
    ),
    Kind("Excel", (".xlsx", ".xlsm"), "", _excel),
    Kind("Excel lama", (".xls",), "", _excel, through="xlsx"),
    Kind("Calc", (".ods",), "", _excel, through="xlsx", beside=_calc),
    Kind("Word", (".docx", ".docm"), "pypdfium2", _word, pictures=_pdf_pictures, drawn=_word_drawn),
    Kind(
        "Word lama",
        (".doc", ".odt", ".rtf"),
        "pypdfium2",
        _word,
        pictures=_pdf_pictures,
        through="docx",
        drawn=_word_drawn,
    ),
    Kind("teks", (".txt",), "", _text),
    Kind("Markdown", (".md",), "", _text, named=True),
    Kind("HTML", (".html", ".htm"), "", _html, named=True),
)


def kind_of(file: Path) -> Kind | None:
    return next((kind for kind in KINDS if file.suffix.lower() in kind.endings), None)


def read_in_folders(file: Path) -> bool:
    """Office keeps a file beginning with `~$` beside each that is open."""
    kind = kind_of(file)
    return kind is not None and not kind.named and not file.name.startswith(("~$", "."))
