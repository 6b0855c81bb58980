"""From an SOP to its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from ..catalogue.model import Chart, SopEntry
from ..chart import Studio
from ..pages.render import plain
from .attachment import attachment
from .block import GAP, Block, fill, height_of
from .closing import cover, notes, signatures
from .content.words import GOES_ON, Heading, Remark
from .foot import foot_of
from .frame import READING_TYPES, SMALL, TEXT, Type, frame
from .identity_form import IdentityForm, identity_blocks
from .settings import PaperSettings
from .sides import Side, numbered
from .stamp import stamp_of
from .table.columns import READABLE
from .table.flow import flow_sheets
from .text.line import line, line_count
from .values import PrintedSop

_LEAST_ROW, _LEAST_HEAD = 54 * READABLE, 36
"""The height of a row whose symbol has no neighbours, and of a table's head, in px."""
_LEAST_FORM = 240
"""Of an identity block with little in it."""
_EMPTY_FLOW = "Langkah-langkah SOP ini belum ditulis."


def printed(
    entry: SopEntry, settings: PaperSettings, studio: Studio, mark: Markup | None = None
) -> PrintedSop:
    """All sheets of one SOP. `mark` stands at the foot of each, at most `foot.MARK` px wide and high."""
    front, back = frame(settings), frame(settings, back=True)
    foot = foot_of(entry, settings, front.room_width, mark)
    room = min(front.room_height, back.room_height) - foot.height
    words = entry.form.words
    form = _Form(entry, settings, studio, front.room_width, room, words)
    sheets = tuple(numbered(form.sides(), foot, settings, plain(entry.name), stamp=stamp_of(entry, settings)))
    return PrintedSop(entry.id, plain(entry.name), sheets, not form.refused)


@dataclass(frozen=True, slots=True)
class _Form:
    entry: SopEntry
    settings: PaperSettings
    studio: Studio
    width: int
    room: float
    words: Mapping[str, str]
    refused: list[Chart] = field(default_factory=list)
    """Charts that are printed in words, for Graphviz did not draw them."""

    def sides(self) -> list[Side]:
        sop = self.entry.sop
        first = cover(sop, self.room)
        out = [Side("sampul", [first])] if first else []
        out += self.on_one() or [*self.identity(), *self.flows()]
        for sheet in sop.lampiran:
            out += [
                Side("lampiran", blocks)
                for blocks in fill([], attachment(sheet, self.width, self.room), self.room)
            ]
        return out

    def identity(self) -> list[Side]:
        blocks = identity_blocks(self.entry, self.words, self.width, self.room, logo=self.settings.logo)
        return [Side("identitas", [block]) for block in blocks]

    def closing(self) -> list[Block]:
        sop = self.entry.sop
        return [*notes(sop.catatan, self.width, self.room), *signatures(sop.tanda_tangan, self.width)]

    def on_one(self) -> list[Side]:
        """Identity, charts and signatures on one sheet; empty when they do not fit."""
        charts, closing = self.entry.charts, self.closing()
        least = sum(_LEAST_HEAD + len(chart.steps) * _LEAST_ROW for chart in charts) + height_of(closing)
        free = self.room - GAP - least
        if free < _LEAST_FORM or self.form(SMALL).height > free:
            return []
        form = next(block for kind in READING_TYPES if (block := self.form(kind)).height <= free)
        sides = self.flows(Side("identitas alur", [form]))
        return sides if len(sides) == 1 else []

    def form(self, kind: Type) -> Block:
        return IdentityForm(self.entry, self.words, self.width, kind, self.settings.logo).whole()

    def flows(self, begun: Side | None = None) -> list[Side]:
        """The charts, each on a sheet of its own unless it fits below what is there; then notes and signatures."""
        sides = [begun] if begun else []
        charts = self.entry.charts
        if not charts:
            sides = sides or [Side("alur", [])]
            sides[-1].blocks.append(Block((Remark(_EMPTY_FLOW),), TEXT.line))
        for i, chart in enumerate(charts):
            under = notes(chart.footnotes, self.width, self.room)
            if i == len(charts) - 1:
                under += self.closing()
            self.chart(sides, chart, under)
        if not charts:
            self.under(sides, self.closing())
        return sides

    def chart(self, sides: list[Side], chart: Chart, under: list[Block]) -> None:
        """Below what is on the last sheet if all of it fits there, else on new ones."""
        tail = height_of(under) + GAP if under else 0.0
        title = self.title(chart, going_on=False)
        above = title.height + GAP if title else 0.0
        if sides:
            free = self.room - height_of(sides[-1].blocks) - GAP - above
            if _LEAST_HEAD + len(chart.steps) * _LEAST_ROW + tail <= free:
                found = self.sheets(chart, free, tail)
                if len(found) == 1 and found[0].height + tail <= free:
                    sides[-1].blocks += [*([title] if title else []), found[0], *under]
                    return
        free = self.room - max(above, self.further(chart))
        for i, block in enumerate(self.sheets(chart, free, tail if tail < free / 2 else 0.0)):
            head = self.title(chart, going_on=i > 0)
            sides.append(Side("alur", [*([head] if head else []), block]))
        self.under(sides, under)

    def sheets(self, chart: Chart, free: float, tail: float) -> list[Block]:
        found = flow_sheets(
            chart, self.entry.form, self.words, (self.width, free), tail=tail, studio=self.studio
        )
        self.refused.extend(chart for sheet in found if not sheet.drawn)
        return [Block((sheet.table,), sheet.height) for sheet in found]

    def under(self, sides: list[Side], blocks: list[Block]) -> None:
        last, *more = fill(sides[-1].blocks, blocks, self.room)
        sides[-1].blocks = last
        sides += [Side("alur", blocks) for blocks in more]

    def further(self, chart: Chart) -> float:
        title = self.title(chart, going_on=True)
        return title.height + GAP if title else 0.0

    def title(self, chart: Chart, *, going_on: bool) -> Block | None:
        if not chart.title:
            return None
        heading = Heading(3, line(chart.title), TEXT, "bagan", going_on)
        more = f" {GOES_ON}" if going_on else ""
        return Block((heading,), line_count(chart.title + more, self.width, TEXT, bold=True) * TEXT.line)
