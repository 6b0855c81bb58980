"""The parts of a binder that are no SOPs: what they are made with, and how blocks become their sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...pages.status import DRAFT
from ..block import Block, fill
from ..content.words import Heading
from ..foot import Foot, shortened
from ..frame import TYPES, Type, frame
from ..settings import PaperSettings
from ..sides import Side, numbered
from ..text.line import text_lines
from ..values import PrintedSop

LARGE = TYPES[0]
"""Type of running text on upright sheets."""
_HEADING = Type(20.0, 28)
_NUMBER = "{nama} · hal. {hal} dari {jumlah}"


def part_id(name: str) -> str:
    """Of a part of the binder. No SOP can have it: the ids of SOPs have no dots."""
    return f"buku.{name}"


@dataclass(frozen=True, slots=True)
class PartMaker:
    settings: PaperSettings
    book: str
    """The title of the binder, at the foot of each sheet."""

    def foot(self, title: str, landscape: bool) -> Foot:
        said = ". ".join(filter(None, (shortened(self.book), self.settings.catatan_salinan)))
        width = frame(self.settings, landscape=landscape).room_width
        return Foot(said, {"nama": shortened(title)}, _NUMBER, Markup(""), width)

    def width(self, landscape: bool = False) -> int:
        return frame(self.settings, landscape=landscape).room_width

    def room(self, title: str, landscape: bool = False) -> float:
        """The height that is left above the foot."""
        sides = (frame(self.settings, landscape=landscape, back=back) for back in (False, True))
        return min(side.room_height for side in sides) - self.foot(title, landscape).height

    def part(
        self, name: str, title: str, blocks: Iterable[Block], *, kind: str, landscape: bool = False
    ) -> PrintedSop:
        """Blocks over as many sheets as they take."""
        filled = fill([], blocks, self.room(title, landscape))
        sides = [Side(kind, list(found)) for found in filled]
        foot = self.foot(title, landscape)
        return PrintedSop(
            part_id(name),
            title,
            tuple(numbered(sides, foot, self.settings, title, landscape=landscape, stamp=self.stamp)),
        )

    def bare(self, name: str, title: str, block: Block, *, kind: str) -> PrintedSop:
        """A single upright sheet without a foot."""
        sheets = numbered(
            [Side(kind, [block])], None, self.settings, title, landscape=False, stamp=self.stamp
        )
        return PrintedSop(part_id(name), title, tuple(sheets))

    @property
    def stamp(self) -> str:
        """Across each of their sheets."""
        return DRAFT if self.settings.draf else ""

    @property
    def whole_height(self) -> float:
        """Of a sheet without a foot."""
        return min(frame(self.settings, landscape=False, back=back).room_height for back in (False, True))

    def heading(self, text: str, landscape: bool = False) -> Block:
        """Of a part."""
        tall = text_lines(text, self.width(landscape), _HEADING, bold=True) * _HEADING.line
        return Block((Heading(1, text, _HEADING, "bagian"),), tall)

    def subheading(self, text: str, kind: Type = LARGE, landscape: bool = False) -> Block:
        tall = text_lines(text, self.width(landscape), kind, bold=True) * kind.line
        return Block((Heading(2, text, kind),), tall)


def page_count(part: PrintedSop) -> int:
    """As counted at the foot: without what was left empty."""
    return sum(sheet.kind != "kosong" for sheet in part.sheets)
