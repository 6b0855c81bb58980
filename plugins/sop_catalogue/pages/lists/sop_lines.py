"""One SOP in a list: what every list says of it, worked out once for all lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from ...catalogue.model import SopEntry
from ...catalogue.work.durations import sop_time
from ..form.words import lane_names
from ..links import Links
from ..render import rich_line
from ..status import Status, status_of

MARKS = {"dicabut": "Dasar hukum dicabut", "diubah": "Dasar hukum diubah"}


@dataclass(frozen=True, slots=True)
class SopFacts:
    performers: tuple[str, ...]
    steps: int
    time: str
    """Empty when no step says how long it takes."""
    time_order: int
    complete: bool
    """Whether every step is in the time."""
    mark: str
    """`dicabut` or `diubah`: what became of a regulation it rests on."""

    @property
    def at_least(self) -> str:
        """The time, as no more than what is known of it."""
        return f"{self.time}{'' if self.complete else ' +'}" if self.time else ""


@dataclass(frozen=True, slots=True)
class SopLine:
    url: str
    name: Markup
    number: str
    status: Status
    year: str
    unit: str
    pemda: str
    facts: SopFacts

    @property
    def steps(self) -> int:
        return self.facts.steps

    @property
    def performers(self) -> str:
        return ", ".join(self.facts.performers)

    @property
    def mark_text(self) -> str:
        return MARKS.get(self.facts.mark, "")


@lru_cache(maxsize=4096)
def sop_facts(entry: SopEntry) -> SopFacts:
    time, complete = sop_time(entry)
    standings = {law.standing for citation in entry.citations for law in citation.laws}
    return SopFacts(
        tuple(dict.fromkeys(name for chart in entry.charts for name in lane_names(chart.flow))),
        entry.step_count,
        time.text,
        time.order if time.text else 0,
        complete,
        next((mark for mark in MARKS if mark in standings), ""),
    )


def sop_line(entry: SopEntry, links: Links) -> SopLine:
    year = entry.sop.terbaru.tahun
    return SopLine(
        links.sop(entry),
        rich_line(entry.name),
        entry.sop.nomor or "",
        status_of(entry),
        str(year) if year else "",
        entry.unit.data.nama,
        entry.unit.pemda.short,
        sop_facts(entry),
    )
