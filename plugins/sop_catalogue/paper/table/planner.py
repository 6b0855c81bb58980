"""The way to lay a chart on paper: the fewest sheets, and of the ways with so few the most comfortable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from ...catalogue.model import Chart
from ...chart import SheetSize, measure_sheets
from ...chart.spacing import Spacing
from ...definition.daftar import Formulir
from ...pages.render import plain
from .columns import Columns, Sharing
from .fit import CROWDED, FITS, Fit
from .head import table_head
from .plan import FREE, FlowPlan, Space, guessed_lane
from .sought import Trials
from .steps import divisible_in, fitted, steps_of

_TOO_MANY = 10**6
"""Sheets, where something is higher than one."""
_WIDER, _WIDENED = 46, 6
"""In px: so far lanes are widened for names that need fewer lines in them, and by how much at a time."""
_PLANS = 8
"""With ever wider lanes, until all that is drawn has room in those that were planned."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """A plan, and the rows that begin a sheet."""

    plan: FlowPlan
    starts: tuple[int, ...]

    @property
    def sheets(self) -> int:
        return len(self.starts)

    @property
    def heights(self) -> list[float]:
        ends = (*self.starts[1:], len(self.plan.texts))
        return [self.plan.height(a, b) for a, b in zip(self.starts, ends, strict=True)]


class FlowPlanner:
    """Of one chart. What was measured for one space is known for others."""

    def __init__(
        self, chart: Chart, form: Formulir, words: Mapping[str, str], width: int, density: str
    ) -> None:
        self.flow, self.form, self.words, self.width = chart.flow, form, words, width
        keys = [column.key for column in form.columns]
        self.steps = steps = steps_of(chart, keys)
        titles = {key: plain(word) for key, word in words.items()}
        self.sharing = Sharing(steps.flow, steps.rows, keys, titles, width, steps.merged)
        self.fits = FITS[density]
        self.bare: dict[Spacing, SheetSize] = {}
        self.plans: dict[tuple[Fit, float, float], FlowPlan] = {}
        self.hopes: dict[tuple[Fit, Space], int] = {}
        self.cuttings: dict[tuple[Fit, Space], Cutting] = {}

    @cached_property
    def least(self) -> float:
        """No way to lay the table out makes it lower, were it on one sheet."""
        return self.guessed(self.closest).least

    @cached_property
    def closest(self) -> Fit:
        """Of those that are not sought."""
        return [fit for fit in self.fits if not fit.sought][-1]

    def best(self, space: Space) -> Cutting:
        most = len(self.steps.rows) + 1
        found = self.fewest(self.fits, space, most) or self.fewest(CROWDED, space, most)
        return found or self.forced(space)

    def within(self, space: Space, most: int) -> Cutting | None:
        """None where that takes more sheets."""
        return self.fewest(self.fits, space, most)

    def fewest(self, fits: Sequence[Fit], space: Space, most: int) -> Cutting | None:
        """`fits`: the closest last."""
        if self.guessed(self.closest).least_sheets(space) > most:
            return None
        least = self.hoped(fits[-1], space)
        for sheets in range(least if least <= most else 1, most + 1):
            for fit in fits:
                if self.hoped(fit, space) <= sheets and self.sound(fit, space):
                    found = self.cutting(fit, space)
                    if found.sheets <= sheets and self.holds(found, space):
                        return found
        return None

    def hoped(self, fit: Fit, space: Space) -> int:
        if (fit, space) not in self.hopes:
            self.hopes[fit, space] = self.hope(fit, space)
        return self.hopes[fit, space]

    def hope(self, fit: Fit, space: Space) -> int:
        if fit.sought:
            known = self.hoped(self.closest, space)
            if known <= self.guessed(self.closest).least_sheets(space):
                return known
        plan = self.guessed(fit)
        starts = plan.cut(space)
        return len(starts) if plan.fits(starts, space) else _TOO_MANY

    def sound(self, fit: Fit, space: Space) -> bool:
        """No row is higher than a sheet, no lane too narrow for letters of the wanted size."""
        plan = self.guessed(fit)
        return plan.columns.scale == fit.scale and max(plan.texts, default=0.0) <= plan.row_room(
            space.further
        )

    def holds(self, found: Cutting, space: Space) -> bool:
        """It is still so when all is measured."""
        return found.plan.columns.scale == found.plan.fit.scale and found.plan.fits(found.starts, space)

    def cutting(self, fit: Fit, space: Space) -> Cutting:
        if (fit, space) not in self.cuttings:
            found = self.measured(fit, space, inf)
            if found.plan.columns.scale < fit.scale:
                # rather labels over rules than letters that are too small
                narrow = self.measured(fit, space, found.plan.columns.lane / fit.scale // 2 * 2)
                found = max(found, narrow, key=lambda one: one.plan.columns.scale)
            self.cuttings[fit, space] = found
        return self.cuttings[fit, space]

    def measured(self, fit: Fit, space: Space, widest: float) -> Cutting:
        lane = min(self.lane(fit), widest)
        for _ in range(_PLANS):
            plan = self.plan(fit, lane, widest)
            starts = plan.measured(space)
            if not plan.too_narrow:
                break
            lane = plan.lane
        return Cutting(plan, tuple(starts))

    def guessed(self, fit: Fit) -> FlowPlan:
        return self.plan(fit, self.lane(fit), inf)

    def lane(self, fit: Fit) -> float:
        """As the whole chart has it, unless that is too wide: then without room for labels."""
        whole = self.whole(fit.spacing)
        if whole and whole.lane_width * fit.scale * len(self.flow.lanes) <= self.width * FREE:
            return whole.lane_width
        return guessed_lane(self.flow, self.width, fit)

    def whole(self, spacing: Spacing) -> SheetSize | None:
        """The chart on one sheet, whatever the words of its rows: what parts of it are much like."""
        if spacing not in self.bare and self.flow.symbols:
            (self.bare[spacing],) = measure_sheets(self.flow, [0], spacing=spacing)
        return self.bare.get(spacing)

    def plan(self, fit: Fit, lane: float, widest: float) -> FlowPlan:
        key = fit, lane, widest
        if key not in self.plans:
            shared = self.sought(lane, fit) if fit.sought else self.sharing.columns(lane, fit)
            head = table_head(self.flow, shared, self.words, self.form.nomor_kolom)
            steps = divisible_in(self.steps, shared)
            self.plans[key] = FlowPlan(steps, shared, head, fit, widest, self.whole(fit.spacing))
        return self.plans[key]

    def sought(self, lane: float, fit: Fit) -> Columns:
        """The lowest table, its head included; wider lanes make that lower, and rows higher."""
        whole = self.whole(fit.spacing)
        strips = [high * fit.scale for high in whole.heights] if whole else [0.0] * len(self.steps.rows)
        trials, first = Trials(self.steps, strips), self.sharing.columns(lane, fit)
        wanted = self.sharing.wished(fit.type, first.head)
        tried: list[tuple[float, Columns]] = []
        lowest = inf
        for wide in range(first.lane, first.lane + (1 if first.upright else _WIDER), _WIDENED):
            head = table_head(self.flow, replace(first, lane=wide), self.words, self.form.nomor_kolom).height
            if head < lowest:
                columns = self.sharing.columns(wide / fit.scale, fit) if tried else first
                high, found = trials.lowest(columns, wanted)
                tried.append((high + head, found))
                lowest = head
        return min(tried, key=lambda one: one[0])[1]

    def forced(self, space: Space) -> Cutting:
        """The largest letters that can be had; rows higher than a sheet go on on the next."""
        fit = max((*self.fits, *CROWDED), key=lambda fit: self.cutting(fit, space).plan.columns.scale)
        plan = self.cutting(fit, space).plan
        steps = fitted(plan.steps, plan.columns, plan.row_room(space.further))
        parted = replace(plan, steps=steps, known={}, seen=set())  # of other rows
        return Cutting(parted, tuple(parted.measured(space)))
