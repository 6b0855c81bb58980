"""The identity block on paper: as high as its texts need, and cut where it is too long for a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from ..catalogue.model import Reference, SopEntry, Verdict
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
    going_on: bool = False


@dataclass(frozen=True, slots=True)
class IdentityForm:
    entry: SopEntry
    words: Mapping[str, str]
    width: int
    type: Type
    logo: bool

    def whole(self) -> Block:
        parts = [self.head(), *(self.pair(left, right) for left, right in self.pairs())]
        return self.framed(parts)

    def over_sheets(self, room: float) -> list[Block]:
        sheets: list[list[Block]] = [[self.head()]]
        for left, right in self.pairs():
            while left.prose or right.prose or not (left.going_on or right.going_on):
                free = room - _RULE - sum(part.height for part in sheets[-1])
                block = self.pair(left, right)
                if block.height <= free:
                    sheets[-1].append(block)
                    break
                most = int((free - self.box_height(left, 0)) / self.type.line)
                if most >= _FEWEST or not sheets[-1]:
                    (first, left), (second, right) = self.parted(left, most), self.parted(right, most)
                    sheets[-1].append(self.pair(first, second))
                sheets.append([])
        return [self.framed(parts) for parts in sheets if parts]

    def parted(self, box: _Box, most: int) -> tuple[_Box, _Box]:
        first, rest = parted(box.prose, max(most, 1), self.box_room, self.type.size)
        return _Box(box.title, first, box.going_on), _Box(box.title, rest, True)

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
        sop, words = self.entry.sop, self.words
        yield self.data_row(words["nomor"], sop.nomor or identity.EMPTY)
        for label, days in identity.dates(sop.tanggal, dict(words)):
            yield self.data_row(label, ", ".join(days))
        yield self.official()
        yield self.data_row(words["nama"], sop.nama, "nama-sop", bold=True)

    def data_row(self, label: str, text: str, css: str = "", *, bold: bool = False) -> tuple[Markup, float]:
        named = f' class="{css}"' if css else ""
        html = Markup(f"<h2>{rich_line(text)}</h2>") if bold else escape(text)
        tall = max(
            self.count(label, self.label_room, bold=bold), self.count(text, self.value_room, bold=bold)
        )
        return Markup(f"<div{named}><dt>{escape(label)}</dt><dd>{html}</dd></div>"), self.row_height(tall)

    def official(self) -> tuple[Markup, float]:
        """The office, room to sign, the name."""
        label = self.words["disahkan_oleh"]
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

    def pairs(self) -> list[tuple[_Box, _Box]]:
        sop = self.entry.sop
        boxes = {
            "dasar_hukum": [(c.number, prose(c.text)) for c in self.entry.citations],
            "kualifikasi_pelaksana": [(b.no or "", prose(b.teks)) for b in sop.kualifikasi_pelaksana],
            "keterkaitan": [(r.number, _linked(r.text, _target(r))) for r in self.entry.references],
            "peralatan_perlengkapan": [(b.no or "", prose(b.teks)) for b in sop.peralatan_perlengkapan],
            "peringatan": [(b.no or "", prose(b.teks)) for b in sop.peringatan],
            "pencatatan_pendataan": [(b.no or "", prose(b.teks)) for b in sop.pencatatan_pendataan],
        }
        made = [_Box(self.words[key], _listed(items)) for key, items in boxes.items()]
        return list(zip(made[::2], made[1::2], strict=True))

    def pair(self, left: _Box, right: _Box) -> Block:
        high = max(
            self.box_height(box, lines(box.prose, self.box_room, self.type.size)) for box in (left, right)
        )
        inner = Markup("").join(_box_html(box) for box in (left, right))
        return Block(Markup(f'<div class="pasang" style="min-height:{high:g}px">{inner}</div>'), high)

    @property
    def box_room(self) -> float:
        return self.half - 2 * _PAD - _RULE

    def box_height(self, box: _Box, tall: int) -> float:
        title = self.count(box.title + (" (lanjutan)" if box.going_on else ""), self.box_room, bold=True)
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
        return digest(file.read_bytes()).hex()[:12]
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
