"""From an SOP to its sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from math import ceil

from markupsafe import Markup

from ..catalogue.model import Chart, SopEntry
from ..chart import Studio
from ..pages.render import plain
from ..pages.status import stamp
from .attachment import attachment
from .block import GAP, Block, fill, height_of
from .closing import cover, notes, signatures
from .content.words import GOES_ON, Heading, Remark
from .foot import foot_of
from .frame import READING_TYPES, SMALL, TEXT, TYPES, Type, frame
from .identity_form import IdentityForm
from .legibility import paper_for
from .settings import PaperSettings
from .sides import Side, numbered
from .table.flow import flow_sheets
from .table.plan import Space
from .table.planner import Cutting, FlowPlanner
from .text.line import line, line_count
from .values import PrintedSop

_BEGUN = 2
"""Rows of a chart that are worth beginning below something else."""
_SHARES = 50, 55, 60
"""Of the form, in percent, for its left side; offices write most there."""
_UNDRAWN = Remark("")
_EMPTY_FLOW = "Langkah-langkah SOP ini belum ditulis."


def printed(
    entry: SopEntry, settings: PaperSettings, studio: Studio, mark: Markup | None = None
) -> PrintedSop:
    """All sheets of one SOP. `mark` stands at the foot of each, at most `foot.MARK` px wide and high."""
    usual, settings = settings, paper_for(entry, settings)
    front, back = frame(settings), frame(settings, back=True)
    foot = foot_of(entry, settings, front.room_width, mark)
    room = min(front.room_height, back.room_height) - foot.height
    words = entry.form.words
    form = _Form(entry, settings, studio, front.room_width, room, words)
    across, wide = stamp(entry, settings.draf), settings is not usual
    sheets = tuple(numbered(form.sides(), foot, settings, plain(entry.name), stamp=across, wide=wide))
    return PrintedSop(entry.id, plain(entry.name), sheets, not form.refused)


@dataclass
class _Form:
    entry: SopEntry
    settings: PaperSettings
    studio: Studio
    width: int
    room: float
    words: Mapping[str, str]
    forms: dict[Type, Block] = field(default_factory=dict)
    """The identity in one piece, by its type."""
    before: int = 0
    """Sheets before the identity."""
    refused: bool = False
    """Whether a chart is printed in words, for Graphviz did not draw it."""

    def sides(self) -> list[Side]:
        sop = self.entry.sop
        first = cover(sop, self.room)
        out = [Side("sampul", [first])] if first else []
        self.before = len(out)
        out += self.body()
        for sheet in sop.lampiran:
            out += [
                Side("lampiran", blocks)
                for blocks in fill([], attachment(sheet, self.width, self.room), self.room)
            ]
        return out

    def body(self) -> list[Side]:
        """Identity, charts, notes and signatures on the fewest sheets, in the largest letters that need no more."""
        count = cache(lambda kind: len(self.laid(kind)))
        kind = None
        if count(None) > self.least:
            fewest = min(count(None), count(SMALL))
            kind = next(kind for kind in (None, *READING_TYPES) if count(kind) == fewest)
        return self.laid(kind, drawn=True)

    @property
    def least(self) -> int:
        """Sheets that all of it would fill without a gap."""
        high = self.whole(SMALL).height + sum(planner.least for planner in self.planners)
        return ceil((high + height_of(self.closing(SMALL))) / self.room)

    def identity(self, kind: Type | None) -> list[Side]:
        """In one type; or in the largest that fits on a sheet."""
        for one in (kind,) if kind else TYPES[1:]:
            if (whole := self.whole(one)).height <= self.room:
                return [Side("identitas", [whole])]
        return [Side("identitas", [block]) for block in self.form(TEXT).over_sheets(self.room)]

    def whole(self, kind: Type) -> Block:
        """In the smallest letters, its sides are as wide as makes it lowest."""
        if kind not in self.forms:
            form = self.form(kind)
            ways = [replace(form, share=share).whole() for share in (_SHARES if kind is SMALL else (50,))]
            self.forms[kind] = min(ways, key=lambda block: block.height)
        return self.forms[kind]

    def form(self, kind: Type) -> IdentityForm:
        return IdentityForm(self.entry, self.words, self.width, kind, self.settings.logo)

    @cached_property
    def planners(self) -> list[FlowPlanner]:
        """One a chart."""
        form, density = self.entry.form, self.settings.kerapatan
        return [FlowPlanner(chart, form, self.words, self.width, density) for chart in self.entry.charts]

    def closing(self, kind: Type) -> list[Block]:
        sop = self.entry.sop
        return [
            *notes(sop.catatan, self.width, self.room, kind),
            *signatures(sop.tanda_tangan, self.width, kind),
        ]

    def laid(self, kind: Type | None, drawn: bool = False) -> list[Side]:
        """The identity, the charts below it or on new sheets, then notes and signatures."""
        sides, charts, under_kind = self.identity(kind), self.entry.charts, kind or TEXT
        closing = self.closing(under_kind)
        for i, (chart, planner) in enumerate(zip(charts, self.planners, strict=True)):
            under = notes(chart.footnotes, self.width, self.room, under_kind)
            if i == len(charts) - 1:
                under += closing
            self.chart(sides, chart, planner, under, drawn)
        if not charts:
            self.under(sides, [Block((Remark(_EMPTY_FLOW),), TEXT.line), *closing])
        return sides

    def chart(
        self, sides: list[Side], chart: Chart, planner: FlowPlanner, under: list[Block], drawn: bool
    ) -> None:
        """Begun on the last sheet only if that saves one: a chart in one piece is easier to follow."""
        tail = height_of(under) + GAP if under else 0.0
        title, further = (self.title(chart, going_on=on) for on in (False, True))
        above, beside = (one.height + GAP if one else 0.0 for one in (title, further))
        free = self.room - beside
        tail = tail if tail < free / 2 else 0.0
        last = self.room - height_of(sides[-1].blocks) - GAP - above
        rows = min(_BEGUN, len(chart.steps))
        alone = planner.best(Space(self.room - above, free, tail))
        begun = planner.within(Space(last, free, tail, rows), alone.sheets) if last > 0 else None
        cutting = begun or alone
        page = self.before + len(sides) + (0 if begun else 1)
        for i, block in enumerate(self.blocks(cutting, page, drawn)):
            head = further if i else title
            blocks = [*([head] if head else []), block]
            if begun and not i:
                sides[-1].kind = " ".join(dict.fromkeys((*sides[-1].kind.split(), "alur")))
                sides[-1].blocks += blocks
            else:
                sides.append(Side("alur", blocks))
        self.under(sides, under)

    def blocks(self, cutting: Cutting, page: int, drawn: bool) -> list[Block]:
        if not drawn:
            return [Block((_UNDRAWN,), high) for high in cutting.heights]
        found = flow_sheets(cutting, page, self.studio)
        self.refused |= not all(sheet.drawn for sheet in found)
        return [Block((sheet.table,), sheet.height) for sheet in found]

    def under(self, sides: list[Side], blocks: list[Block]) -> None:
        last, *more = fill(sides[-1].blocks, blocks, self.room)
        sides[-1].blocks = last
        sides += [Side("alur", blocks) for blocks in more]

    def title(self, chart: Chart, *, going_on: bool) -> Block | None:
        if not chart.title:
            return None
        heading = Heading(2, line(chart.title), TEXT, "bagan", going_on)
        more = f" {GOES_ON}" if going_on else ""
        return Block((heading,), line_count(chart.title + more, self.width, TEXT, bold=True) * TEXT.line)
