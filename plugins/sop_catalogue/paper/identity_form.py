"""The identity block on paper: as high as its texts need, and cut where it is too long for a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from ..catalogue.model import Reference, SopEntry, Verdict
from ..definition.form import Box, Kind
from ..pages.form import identity
from ..pages.render import rich_line
from ..store.digest import digest
from .block import Block
from .frame import TEXT, TYPES, Type
from .text.lines import Run, count
from .text.prose import Prose, line_prose, lines, numbered, parted, prose, runs_of, to_html

SIGNING = 64
"""Room for a signature and a stamp, in px: 17 mm."""
_LOGO = 76
_PAD, _PAD_Y, _RULE = 6, 3, 1
_KOP_PAD = 14
_FEWEST = 3
"""Lines of a box, its title aside, that are worth beginning at the foot of a sheet."""


def identity_blocks(
    entry: SopEntry,
    words: Mapping[str, str],
    width: int,
    room: float,
    *,
    logo: bool,
    sizes: Sequence[Type] = TYPES[1:],
) -> list[Block]:
    """One block a sheet: a single one in the largest type that fits, or as many as it takes."""
    for kind in sizes:
        form = IdentityForm(entry, words, width, kind, logo)
        whole = form.whole()
        if whole.height <= room:
            return [whole]
    return IdentityForm(entry, words, width, TEXT, logo).over_sheets(room)


@dataclass(frozen=True, slots=True)
class _Box:
    title: str
    prose: Prose
    room: float
    """The width that its words have."""
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class IdentityForm:
    entry: SopEntry
    words: Mapping[str, str]
    width: int
    type: Type
    logo: bool

    def whole(self) -> Block:
        return self.framed([self.head(), *map(self.beside, self.boxes())])

    def over_sheets(self, room: float) -> list[Block]:
        sheets: list[list[Block]] = [[self.head()]]
        for boxes in self.boxes():
            while any(box.prose or not box.going_on for box in boxes):
                free = room - _RULE - sum(part.height for part in sheets[-1])
                block = self.beside(boxes)
                if block.height <= free:
                    sheets[-1].append(block)
                    break
                most = int((free - self.box_height(boxes[0], 0)) / self.type.line)
                if most >= _FEWEST or not sheets[-1]:
                    halves = [self.parted(box, most) for box in boxes]
                    sheets[-1].append(self.beside([first for first, _ in halves]))
                    boxes = [rest for _, rest in halves]
                sheets.append([])
        return [self.framed(parts) for parts in sheets if parts]

    def parted(self, box: _Box, most: int) -> tuple[_Box, _Box]:
        first, rest = parted(box.prose, max(most, 1), box.room, self.type.size)
        return replace(box, prose=first), replace(box, prose=rest, going_on=True)

    def framed(self, parts: Sequence[Block]) -> Block:
        inner = Markup("").join(part.html for part in parts)
        html = Markup(f'<div class="identitas" style="width:{self.width}px;{self.type.style}">{inner}</div>')
        return Block(html, sum(part.height for part in parts) + _RULE)

    def head(self) -> Block:
        left, left_high = self.kop()
        rows = list(self.data_rows())
        high = max(left_high, sum(high for _, high in rows))
        right = Markup("").join(html for html, _ in rows)
        html = Markup(
            f'<div class="pasang" style="min-height:{high:g}px"><div class="kop">{left}</div><dl>{right}</dl></div>'
        )
        return Block(html, high)

    @property
    def half(self) -> int:
        return (self.width - _RULE) // 2

    def kop(self) -> tuple[Markup, float]:
        out, high = [], 2.0 * _KOP_PAD + _RULE
        unit = self.entry.unit
        if self.logo and (file := unit.form_logo):
            whose = unit.data.nama if unit.logo else unit.pemda.data.nama
            out.append(
                f'<img src="lambang:{escape(unit.id)}" alt="Lambang {escape(whose)}" data-isi="{logo_digest(file)}">'
            )
            high += _LOGO
        for line in identity.kop(self.entry):
            out.append(f"<p>{rich_line(line)}</p>")
            high += self.count(line, self.half - 2 * _KOP_PAD, bold=True) * self.type.line
        if self.entry.sop.subunit:
            out.append(f'<p class="subunit">{rich_line(self.entry.sop.subunit)}</p>')
            high += self.count(self.entry.sop.subunit, self.half - 2 * _KOP_PAD) * self.type.line + 6
        return Markup("".join(out)), high

    def data_rows(self) -> Iterator[tuple[Markup, float]]:
        for row in identity.head(self.entry.sop, self.words):
            match row.kind:
                case Kind.OFFICIAL:
                    yield self.official(row.label)
                case Kind.NAME:
                    yield self.data_row(row.label, row.text, "nama-sop", bold=True)
                case _:
                    yield self.data_row(row.label, row.text)

    def data_row(self, label: str, text: str, css: str = "", *, bold: bool = False) -> tuple[Markup, float]:
        named = f' class="{css}"' if css else ""
        html = Markup(f"<h2>{rich_line(text)}</h2>") if bold else escape(text)
        tall = max(
            self.count(label, self.label_room, bold=bold), self.count(text, self.value_room, bold=bold)
        )
        return Markup(f"<div{named}><dt>{escape(label)}</dt><dd>{html}</dd></div>"), self.row_height(tall)

    def official(self, label: str) -> tuple[Markup, float]:
        """The office, room to sign, the name."""
        found = identity.official(self.entry.sop.disahkan_oleh)
        html, tall = signed(found, self.value_room, self.type)
        tall = max(tall, self.count(label, self.label_room) * self.type.line) + 2 * _PAD_Y + _RULE
        return Markup(f'<div class="sah"><dt>{escape(label)}</dt><dd>{html}</dd></div>'), tall

    @property
    def label_width(self) -> int:
        return self.half * 36 // 100

    @property
    def label_room(self) -> int:
        return self.label_width - 2 * _PAD - _RULE

    @property
    def value_room(self) -> int:
        return self.half - self.label_width - 2 * _PAD - _RULE

    def row_height(self, tall: int) -> float:
        return tall * self.type.line + 2 * _PAD_Y + _RULE

    def count(self, text: str, room: float, *, bold: bool = False) -> int:
        return line_count(text, room, self.type.size, bold=bold)

    def boxes(self) -> list[list[_Box]]:
        """Two by two; the last of an odd number has the whole width."""
        found = self.entry.sop.boxes
        half, whole = (wide - 2 * _PAD - _RULE for wide in (self.half, self.width - _RULE))
        made = [
            _Box(self.words[box.key], _listed(self.items(box)), whole if i == len(found) and i % 2 else half)
            for i, box in enumerate(found, 1)
        ]
        return [made[i : i + 2] for i in range(0, len(made), 2)]

    def items(self, box: Box) -> list[tuple[str, Prose]]:
        match box.kind:
            case Kind.LAW:
                return [(c.number, prose(c.text)) for c in self.entry.citations]
            case Kind.SOP:
                return [(r.number, _linked(r.text, _target(r))) for r in self.entry.references]
            case _:
                return [(item.no or "", prose(item.teks)) for item in self.entry.sop.items(box)]

    def beside(self, boxes: Sequence[_Box]) -> Block:
        high = max(self.box_height(box, lines(box.prose, box.room, self.type.size)) for box in boxes)
        inner = Markup("").join(map(_box_html, boxes))
        return Block(Markup(f'<div class="pasang" style="min-height:{high:g}px">{inner}</div>'), high)

    def box_height(self, box: _Box, tall: int) -> float:
        title = self.count(box.title + (" (lanjutan)" if box.going_on else ""), box.room, bold=True)
        return (title + tall) * self.type.line + 2 * _PAD_Y + 4 + _RULE


def signed(found: Sequence[tuple[str, str]], room: float, kind: Type) -> tuple[Markup, float]:
    """Who signs, with room for it between the office and the name; and the height of that."""
    over = [text for what, text in found if what == "jabatan"]
    under = [(what, text) for what, text in found if what != "jabatan"]
    html = (
        "".join(f"<p>{escape(text)}</p>" for text in over)
        + f'<div class="ruang" style="height:{SIGNING}px"></div>'
    )
    html += "".join(f'<p class="{what}">{escape(text)}</p>' for what, text in under)
    tall = sum(line_count(text, room, kind.size, bold=what == "nama") for what, text in found)
    return Markup(html), SIGNING + tall * kind.line


def line_count(text: str, room: float, size: float, *, bold: bool = False) -> int:
    found: list[Run] = runs_of(line_prose(text))
    return sum(count(tuple((part, bold or own) for part, own in run), room, size) for run in found) or 1


def logo_digest(file: Path) -> str:
    """Another picture under the same name is another sheet."""
    try:
        return digest(file.read_bytes())[:12]
    except OSError:
        return ""


def _listed(items: Sequence[tuple[str, Prose]]) -> Prose:
    """One item as it is; several numbered, unless they bring numbers of their own."""
    marked = any(number for number, _ in items)
    if not items:
        return prose(identity.EMPTY)
    if len(items) == 1 and not marked:
        return items[0][1]
    return numbered(
        (number, item) if marked else (f"{i}.", item) for i, (number, item) in enumerate(items, 1)
    )


def _target(reference: Reference) -> str:
    linked = reference.target and reference.verdict is Verdict.LINKED
    return f"sop:{reference.target.id}" if linked and reference.target else ""


def _linked(text: str, link: str) -> Prose:
    return tuple(replace(para, link=link) for para in prose(text))


def _box_html(box: _Box) -> Markup:
    more = " (lanjutan)" if box.going_on else ""
    return Markup(
        f'<div class="kotak"><p class="judul">{escape(box.title)}{more}</p>{to_html(box.prose)}</div>'
    )
