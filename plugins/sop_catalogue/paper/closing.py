"""What stands under the last chart, and sheets beside the form: notes, signatures, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..definition.identitas import TandaTangan
from ..definition.sop import Lampiran, Sop, TabelLampiran
from ..pages.form import identity
from ..pages.render import rich_line
from .block import Block
from .frame import TEXT, Type
from .identity_form import line_count, signed
from .table.columns import PAD_X, PAD_Y, RULE, cell_height
from .text.letters import width
from .text.lines import runs
from .text.prose import Prose, lines, parted, prose, split, to_html

_SIGNATURE = 300
_HEADING = 8


def notes(texts: Iterable[str], room: int, most: float, kind: Type = TEXT) -> list[Block]:
    """Each note a block; one longer than a sheet is several."""
    return [block for text in texts for block in text_blocks(prose(text), room, most, kind, "catatan")]


def text_blocks(found: Prose, room: int, most: float, kind: Type, css: str) -> list[Block]:
    limit = max(1, int(most / kind.line))
    out: list[Block] = []
    while found:
        head, found = parted(found, limit, room, kind.size)
        if not head:
            head, found = found, ()
        tall = lines(head, room, kind.size) * kind.line
        out.append(Block(Markup(f'<div class="{css}" style="{kind.style}">{to_html(head)}</div>'), tall))
    return out


def signatures(signs: Sequence[TandaTangan], room: int, kind: Type = TEXT) -> list[Block]:
    """Side by side, as many as a row holds."""
    fit = max(1, room // _SIGNATURE)
    return [_signed_row(signs[i : i + fit], kind) for i in range(0, len(signs), fit)]


def _signed_row(signs: Sequence[TandaTangan], kind: Type) -> Block:
    made = [_signature(sign, kind) for sign in signs]
    inner = "".join(f'<div style="width:{_SIGNATURE}px">{html}</div>' for html, _ in made)
    return Block(
        Markup(f'<div class="ttd" style="{kind.style}">{inner}</div>'), max(high for _, high in made)
    )


def _signature(sign: TandaTangan, kind: Type) -> tuple[Markup, float]:
    day = sign.tanggal.tampil if sign.tanggal else ""
    place = ", ".join(filter(None, (sign.tempat, day)))
    html, high = signed(identity.official(sign), _SIGNATURE, kind)
    if not place:
        return html, high
    return Markup(f"<p>{escape(place)}</p>{html}"), high + line_count(
        place, _SIGNATURE, kind.size
    ) * kind.line


def cover(sop: Sop, room: float) -> Block | None:
    """The words of the document's cover, in the middle of a sheet."""
    if not sop.sampul:
        return None
    return Block(
        Markup(
            f'<div class="tengah" style="min-height:{room:g}px"><div>{to_html(prose(sop.sampul))}</div></div>'
        ),
        room,
    )


def attachment(sheet: Lampiran, room: int, most: float, kind: Type = TEXT) -> list[Block]:
    """In order: its title, its text, its tables piece by piece."""
    title = line_count(sheet.judul, room, kind.size, bold=True) * kind.line + _HEADING
    out = [
        Block(Markup(f'<h3 class="judul-lampiran" style="{kind.style}">{rich_line(sheet.judul)}</h3>'), title)
    ]
    if sheet.isi:
        out += text_blocks(prose(sheet.isi), room, most - title, kind, "isi-lampiran")
    for table in sheet.tabel:
        out += _Table(table, room, kind).blocks(most - title)
    return out


@dataclass(frozen=True, slots=True)
class _Table:
    table: TabelLampiran
    room: int
    type: Type

    def blocks(self, most: float) -> list[Block]:
        """Its title, and one block a row: on one sheet they become one table again."""
        cells = [[prose(cell) if cell else () for cell in row] for row in self.table.baris]
        count = max([len(self.table.kepala), *map(len, cells)], default=0)
        if not count:
            return []
        widths = self.widths([*cells, [prose(text) for text in self.table.kepala]], count)
        opening, head = self.opening(widths), self.head(widths)
        even = [[*row, *[()] * (count - len(row))] for row in cells]
        rows = [
            piece for row in even for piece in self.pieces(row, widths, most - (head.height if head else 0))
        ]
        made = [Block(*self.row(row, widths), joint=opening, head=head) for row in rows]
        return [*self.title(), *([head] if head else []), *made]

    def widths(self, rows: Sequence[Sequence[Prose]], count: int) -> list[int]:
        """By what is written in each column, none so narrow that its words break."""
        kind, frame = self.type, 2 * PAD_X + RULE + 1
        least, wish = [30.0] * count, [30.0] * count
        for row in rows:
            for i, cell in enumerate(row):
                for para in cell:
                    extra = para.indent * kind.size + frame
                    for run in runs(para.nodes):
                        whole = sum(width(text, bold) for text, bold in run) * kind.size
                        word = (
                            max((width(w, True) for text, _ in run for w in text.split()), default=0.0)
                            * kind.size
                        )
                        least[i] = max(least[i], min(word, 160.0) + extra)
                        wish[i] = max(wish[i], min(whole * 1.1, self.room / 2) + extra)
        spare = max(0.0, self.room - RULE - sum(least))
        more = [w - n for w, n in zip(wish, least, strict=True)]
        whole = sum(more) or 1.0
        found = [
            n + spare * m / whole if sum(more) else n + spare / count
            for n, m in zip(least, more, strict=True)
        ]
        shrink = min(1.0, (self.room - RULE) / sum(found))
        return [int(wide * shrink) for wide in found]

    def title(self) -> list[Block]:
        if not self.table.judul:
            return []
        html = f'<p class="judul-tabel" style="{self.type.style}">{rich_line(self.table.judul)}</p>'
        tall = line_count(self.table.judul, self.room, self.type.size, bold=True)
        return [Block(Markup(html), tall * self.type.line)]

    def head(self, widths: Sequence[int]) -> Block | None:
        if not self.table.kepala:
            return None
        cells = "".join(f'<th scope="col">{rich_line(text)}</th>' for text in self.table.kepala)
        tall = max(
            line_count(text, wide - 2 * PAD_X - RULE, self.type.size, bold=True)
            for text, wide in zip(self.table.kepala, widths, strict=False)
        )
        opening = self.opening(widths)
        return Block(Markup(f"{opening}<tr>{cells}</tr></table>"), cell_height(tall, self.type), opening)

    def row(self, cells: Sequence[Prose], widths: Sequence[int]) -> tuple[Markup, float]:
        inner = "".join(f"<td>{to_html(cell)}</td>" for cell in cells)
        html = Markup(f"{self.opening(widths)}<tr>{inner}</tr></table>")
        return html, cell_height(self.tall(cells, widths), self.type)

    def tall(self, cells: Sequence[Prose], widths: Sequence[int]) -> int:
        found = (
            lines(cell, wide - 2 * PAD_X - RULE, self.type.size)
            for cell, wide in zip(cells, widths, strict=True)
        )
        return max(1, *found) if widths else 1

    def pieces(self, cells: Sequence[Prose], widths: Sequence[int], most: float) -> list[Sequence[Prose]]:
        limit = max(1, int((most - 2 * PAD_Y - RULE) / self.type.line))
        if self.tall(cells, widths) <= limit:
            return [cells]
        halves = [
            split(cell, limit, wide - 2 * PAD_X - RULE, self.type.size)
            for cell, wide in zip(cells, widths, strict=True)
        ]
        if not any(first for first, _ in halves):
            return [cells]
        return [[first for first, _ in halves], *self.pieces([rest for _, rest in halves], widths, most)]

    def opening(self, widths: Sequence[int]) -> str:
        cols = "".join(f'<col style="width:{wide}px">' for wide in widths)
        return f'<table class="tabel" style="width:{sum(widths)}px;{self.type.style}"><colgroup>{cols}</colgroup>'
