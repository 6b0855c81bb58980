"""The identity block on paper: as high as its texts need, and cut where it is too long for a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..catalogue.model import Reference, SopEntry
from ..catalogue.web.kinds import Verdict
from ..definition.form import Box, Kind
from ..definition.markup import Text
from ..pages.form import identity
from ..pages.text.prose import Prose, lines, numbered, prose
from .block import Block
from .content.form import Datum, Form, FormBox, FormBoxes, FormHead, FormRemark, Kop, Logo, Signed
from .content.words import GOES_ON
from .frame import Type
from .text.cutting import parted
from .text.line import Line, line, line_count, said_lines

SIGNING = 64
"""Room for a signature and a stamp, in px: 17 mm."""
_LOGO = 76
_PAD, _RULE = 6, 1
_KOP_PAD = 14
_FEWEST = 3
"""Lines of a box, its title aside, that are worth beginning at the foot of a sheet."""


@dataclass(frozen=True, slots=True)
class IdentityForm:
    entry: SopEntry
    words: Mapping[str, str]
    width: int
    type: Type
    logo: bool
    share: int = 50
    """Of the width, in percent, that its left side has."""

    def whole(self) -> Block:
        return self.framed([*self.remark(), self.head(), *map(self.beside, self.boxes())])

    def over_sheets(self, room: float) -> list[Block]:
        sheets: list[list[FormRemark | FormHead | FormBoxes]] = [[*self.remark(), self.head()]]
        for boxes in self.boxes():
            while any(box.prose or not box.going_on for box in boxes):
                free = room - _RULE - sum(part.height for part in sheets[-1])
                row = self.beside(boxes)
                if row.height <= free:
                    sheets[-1].append(row)
                    break
                most = int((free - self.box_height(boxes[0], 0)) / self.type.line)
                if most >= _FEWEST or not sheets[-1]:
                    halves = [self.parted(box, most) for box in boxes]
                    sheets[-1].append(self.beside([first for first, _ in halves]))
                    boxes = [rest for _, rest in halves]
                sheets.append([])
        return [self.framed(parts) for parts in sheets if parts]

    def parted(self, box: FormBox, most: int) -> tuple[FormBox, FormBox]:
        first, rest = parted(box.prose, max(most, 1), box.room, self.type.size)
        return replace(box, prose=first), replace(box, prose=rest, going_on=True)

    def framed(self, parts: Sequence[FormRemark | FormHead | FormBoxes]) -> Block:
        form = Form(self.width, self.left, self.type, tuple(parts))
        return Block((form,), sum(part.height for part in parts) + _RULE)

    def remark(self) -> list[FormRemark]:
        text = identity.remark(self.entry.sop)
        tall = self.count(text, self.width - 2 * _PAD - 2 * _RULE)
        return [FormRemark(self.row_height(tall), text)] if text else []

    def head(self) -> FormHead:
        kop, kop_high = self.kop()
        rows = list(self.data_rows())
        high = max(kop_high, sum(high for _, high in rows))
        return FormHead(high, kop, tuple(datum for datum, _ in rows))

    @property
    def left(self) -> int:
        return (self.width - _RULE) * self.share // 100

    @property
    def right(self) -> int:
        return self.width - _RULE - self.left

    def kop(self) -> tuple[Kop, float]:
        texts, subunit = identity.kop(self.entry), self.entry.sop.subunit
        room = self.left - 2 * _KOP_PAD
        logo = self.picture()
        tall = sum(self.count(text, room, bold=True) for text in texts)
        high = 2.0 * _KOP_PAD + _RULE + (_LOGO if logo else 0) + tall * self.type.line
        if subunit:
            high += self.count(subunit, room) * self.type.line + 6
        return Kop(logo, tuple(map(line, texts)), line(subunit) if subunit else None), high

    def picture(self) -> Logo | None:
        unit = self.entry.unit
        if not (self.logo and (logo := unit.form_logo)):
            return None
        whose = unit.data.nama if unit.logo else unit.pemda.data.nama
        return Logo(unit.id, whose, logo.digest)

    def data_rows(self) -> Iterator[tuple[Datum, float]]:
        """Each with its height."""
        for row in identity.head(self.entry.sop, self.words):
            if row.kind is Kind.OFFICIAL:
                yield self.official(row.label)
            else:
                yield self.data_row(row.label, row.text, named=row.kind is Kind.NAME)

    def data_row(self, label: str, text: str, *, named: bool = False) -> tuple[Datum, float]:
        """`named`: the name of the SOP."""
        tall = max(
            self.count(label, self.label_room, bold=named), self.count(text, self.value_room, bold=named)
        )
        return Datum(line(label), line(text) if named else text), self.row_height(tall)

    def official(self, label: str) -> tuple[Datum, float]:
        """The office, room to sign, the name."""
        found = identity.signer(self.entry)
        sign, high = signed(found, self.value_room, self.type)
        high = max(high, self.count(label, self.label_room) * self.type.line) + 2 * self.type.pad + _RULE
        return Datum(line(label), sign), high

    @property
    def label_width(self) -> int:
        return self.right * 36 // 100

    @property
    def label_room(self) -> int:
        return self.label_width - 2 * _PAD - _RULE

    @property
    def value_room(self) -> int:
        return self.right - self.label_width - 2 * _PAD - _RULE

    def row_height(self, tall: int) -> float:
        return tall * self.type.line + 2 * self.type.pad + _RULE

    def count(self, text: str, room: float, *, bold: bool = False) -> int:
        return line_count(text, room, self.type, bold=bold)

    def boxes(self) -> list[list[FormBox]]:
        """Two by two; the last of an odd number has the whole width."""
        found = self.entry.sop.boxes
        wide = [self.left, self.right] * (len(found) // 2) + [self.width - _RULE] * (len(found) % 2)
        made = [
            FormBox(line(self.words[box.key]), _listed(self.items(box)), room - 2 * _PAD - _RULE)
            for box, room in zip(found, wide, strict=True)
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

    def beside(self, boxes: Sequence[FormBox]) -> FormBoxes:
        high = max(self.box_height(box, lines(box.prose, box.room, self.type.size)) for box in boxes)
        return FormBoxes(high, tuple(boxes))

    def box_height(self, box: FormBox, tall: int) -> float:
        more = (Text(f" {GOES_ON}"),) if box.going_on else ()
        title = said_lines(Line(box.title.nodes + more), box.room, self.type, bold=True)
        return (title + tall) * self.type.line + 2 * self.type.pad + 4 + _RULE


def signed(
    found: Sequence[tuple[str, str]], room: float, kind: Type, where: Sequence[str] = ()
) -> tuple[Signed, float]:
    """Who signs `where`, and the height of that."""
    office = tuple(text for what, text in found if what == "jabatan")
    names = tuple((what, text) for what, text in found if what != "jabatan")
    tall = sum(line_count(text, room, kind, bold=what == "nama") for what, text in found)
    tall += sum(line_count(text, room, kind) for text in where)
    return Signed(tuple(where), office, SIGNING, names), SIGNING + tall * kind.line


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
    """None where it names several: words on a sheet lead to one place."""
    alone = reference.targets if reference.verdict is Verdict.LINKED and not reference.others else ()
    return alone[0].id if alone else ""


def _linked(text: str, link: str) -> Prose:
    return tuple(replace(para, link=link) for para in prose(text))
