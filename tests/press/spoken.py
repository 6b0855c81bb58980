"""A PDF as a screen reader finds it: its tags, with the words and strokes that they hold. Read with no code of the press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

_LEVELS = {"H1": "#", "H2": "##", "H3": "###"}
_BLOCKS = {"P", "H1", "H2", "H3", "TH", "TD", "LI", "Figure", "TR", "Lbl", "LBody"}


@dataclass
class Part:
    """A marked part of a page's content."""

    words: str = ""
    paints: int = 0


@dataclass(frozen=True)
class Content:
    """Of a page."""

    tagged: dict[int, Part]
    artifacts: list[tuple[str, Part]]
    """What kind each is, if it says so."""
    loose: Part
    """Neither tagged nor an artifact."""


@dataclass
class Tag:
    kind: str
    alt: str = ""
    above: Tag | None = None
    kids: list[Tag | Part] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    page: int = -1
    notes: list[Any] = field(default_factory=list)
    """Annotations."""

    def all(self, *kinds: str) -> Iterator[Tag]:
        """In order, however deep."""
        for kid in self.kids:
            if isinstance(kid, Tag):
                if not kinds or kid.kind in kinds:
                    yield kid
                yield from kid.all(*kinds)

    @property
    def tags(self) -> list[Tag]:
        return [kid for kid in self.kids if isinstance(kid, Tag)]

    @property
    def lines(self) -> Iterator[str]:
        """As they are heard: headings with signs of their level, rows cell by cell."""
        if self.kind == "TR":
            yield " | ".join(cell.heard for cell in self.tags)
        elif self.kind in _LEVELS:
            yield f"{_LEVELS[self.kind]} {self.heard}"
        elif self.kind in _BLOCKS:
            yield self.heard
        else:
            for tag in self.tags:
                yield from tag.lines

    @property
    def heard(self) -> str:
        """Its words in order; a picture by its alternative text."""
        parts = (
            [self.alt]
            if self.alt
            else [kid.words if isinstance(kid, Part) else kid.heard for kid in self.kids]
        )
        space = (
            " "
            if self.kind in _BLOCKS or any(isinstance(kid, Tag) and kid.kind in _BLOCKS for kid in self.kids)
            else ""
        )
        return " ".join(space.join(parts).split()) if space else "".join(parts)


class Spoken:
    def __init__(self, data: bytes) -> None:
        self.pdf = Pdf.open(BytesIO(data))
        self.pages = [_content(page) for page in self.pdf.pages]
        self._numbers = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}

    @cached_property
    def whole(self) -> Tag:
        root = self.pdf.Root.StructTreeRoot
        return self._tag(root.K, None, -1)

    @property
    def links(self) -> list[Any]:
        return [note for page in self.pdf.pages for note in page.obj.get("/Annots", ())]

    def _tag(self, found: Any, above: Tag | None, page: int) -> Tag:
        page = self._numbers[found.Pg.objgen] if "/Pg" in found else page
        tag = Tag(str(found.S)[1:], str(found.get("/Alt", "")), above, page=page)
        for said in _listed(found.get("/A")):
            tag.attributes |= {key[1:]: value for key, value in said.items()}
        for kid in _listed(found.get("/K")):
            if isinstance(kid, int):
                tag.kids.append(self.pages[page].tagged[kid])
            elif kid.get("/Type") == Name.OBJR:
                tag.notes.append(kid.Obj)
            else:
                assert kid.P.objgen == found.objgen
                tag.kids.append(self._tag(kid, tag, page))
        return tag


@dataclass
class Table:
    """The cells of a table by row and column, those over several in each of their places."""

    rows: list[list[Tag]]

    @staticmethod
    def of(tag: Tag) -> Table:
        grid: list[dict[int, Tag]] = [{} for _ in tag.tags]
        for y, row in enumerate(tag.tags):
            assert row.kind == "TR"
            x = 0
            for cell in row.tags:
                while x in grid[y]:
                    x += 1
                for down in range(int(cell.attributes.get("RowSpan", 1))):
                    for over in range(int(cell.attributes.get("ColSpan", 1))):
                        assert x + over not in grid[y + down]
                        grid[y + down][x + over] = cell
        wide = {len(row) for row in grid}
        assert len(wide) == 1 and all(sorted(row) == list(range(len(row))) for row in grid), "not closed"
        return Table([[row[x] for x in sorted(row)] for row in grid])

    def heads(self, y: int, x: int) -> list[str]:
        """Of the column, from the top."""
        found = dict.fromkeys(
            id(row[x]) for row in self.rows[:y] if row[x].attributes.get("Scope") == Name.Column
        )
        by_id = {id(cell): cell for row in self.rows for cell in row}
        return [by_id[one].heard for one in found]


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Array) else [] if value is None else [value]


def _content(page: pikepdf.Page) -> Content:
    fonts = page.obj.Resources.get("/Font", Dictionary())
    letters = {name: _letters(font) for name, font in fonts.items()}
    found = Content({}, [], Part())
    outer, here = [], found.loose
    font: Letters = {}, 2
    for part in pikepdf.parse_content_stream(page):
        operands: Any = part.operands
        match str(part.operator):
            case "BDC" | "BMC":
                outer.append(here)
                here = _part(found, operands, here)
            case "EMC":
                here = outer.pop()
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj":
                here.words += _said(operands[0], font)
                here.paints += 1
            case "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*" | "Do" | "sh" | "TJ":
                here.paints += 1
    assert not outer
    return found


def _part(found: Content, operands: Any, outer: Part) -> Part:
    said = operands[1] if len(operands) > 1 else Dictionary()
    if "/ActualText" in said:  # of a hyphen between syllables
        outer.words += str(said.ActualText)
        return Part()
    assert outer is found.loose, "tags and artifacts hold no others"
    if "/MCID" in said:
        return found.tagged.setdefault(int(said.MCID), Part())
    assert operands[0] == Name.Artifact
    found.artifacts.append((str(said.get("/Subtype", "")), Part()))
    return found.artifacts[-1][1]


Letters = tuple[dict[int, str], int]
"""What each glyph of a font says, and how many bytes name one."""


def _letters(font: Any) -> Letters:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _unicode(said) for code, said in re.findall(r"<(\w+)>\s*<(\w+)>", block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, said in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = _unicode(said)
            for i, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = start[:-1] + chr(ord(start[-1]) + i)
    return found, 1 if font.Subtype == Name.Type3 else 2


def _unicode(code: str) -> str:
    return bytes.fromhex(code).decode("utf-16-be")


def _said(string: Any, font: Letters) -> str:
    data, (letters, wide) = bytes(string), font
    return "".join(letters[int.from_bytes(data[i : i + wide])] for i in range(0, len(data), wide))
