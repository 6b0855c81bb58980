"""The table that the benchmark prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from .measure import Run

BASELINE = "Material, hand-written Markdown"
COLD, WARM, EDITED = "ours, cold", "ours, second build", "ours, one SOP edited"
PRINTED, PRINTED_WARM = "with print pages, cold", "with print pages, second build"
OWN_ROWS = (BASELINE, COLD, WARM, EDITED, PRINTED, PRINTED_WARM)
AIMS = {COLD: 1.0, WARM: 0.5, EDITED: 0.5}
"""CPU time beside the baseline."""
GROWTH_AIM, PEAK_AIM = 3.3, 250
PEAK_COUNT = 1000
"""The aim for memory is said of so many SOPs."""

Round = dict[str, Run]
"""One run of each row, in the table's order, one right after the other, so that all meet the same mood of the machine."""
Figure = Callable[[Run], float | None]


@dataclass(frozen=True, slots=True)
class Report:
    count: int
    """SOPs."""
    rounds: Sequence[Round]

    def typical(self, row: str, figure: Figure) -> float | None:
        values = [value for one in self.rounds if (value := figure(one[row])) is not None]
        return median(values) if values else None

    def ratio(self, row: str, figure: Figure) -> float | None:
        """Beside the baseline of the same round."""
        pairs = [(figure(one[row]), figure(one[BASELINE])) for one in self.rounds]
        ratios = [ours / theirs for ours, theirs in pairs if ours is not None and theirs]
        return median(ratios) if ratios else None

    def markdown(self) -> str:
        times = f", median of {len(self.rounds)} rounds" if len(self.rounds) > 1 else ""
        lines = [
            f"### {self.count} SOPs{times}",
            "",
            "| build | CPU s | × | wall s | × | peak MB | × | site MB | files | aim |",
            "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- |",
        ]
        return "\n".join(lines + [self._row(row) for row in self.rounds[-1]])

    def _row(self, row: str) -> str:
        cells = [row]
        for figure, form in ((cpu, ".2f"), (wall, ".2f"), (peak, ".0f")):
            cells += [_shown(self.typical(row, figure), form), _shown(self.ratio(row, figure), ".2f")]
        cells += [_shown(self.typical(row, site), ".1f"), _shown(self.typical(row, files), ".0f")]
        return f"| {' | '.join([*cells, self._verdict(row)])} |"

    def _verdict(self, row: str) -> str:
        if row not in AIMS:
            return ""
        said = [against(self.ratio(row, cpu), AIMS[row], "CPU ≤ {:.1f}×")]
        if self.count <= PEAK_COUNT:
            said.append(against(self.typical(row, peak), PEAK_AIM, "peak ≤ {:.0f} MB"))
        return ", ".join(filter(None, said))


def growth(small: Report, large: Report) -> str:
    """How much more a larger catalogue costs."""
    lines = [f"### From {small.count} to {large.count} SOPs", ""]
    for row in (BASELINE, COLD):
        before, after = small.typical(row, cpu), large.typical(row, cpu)
        times = after / before if before and after else None
        verdict = against(times, GROWTH_AIM, "≤ {:.1f}×") if row == COLD else ""
        lines.append(f"- {row}: CPU × {_shown(times, '.2f')}{f' ({verdict})' if verdict else ''}")
    return "\n".join(lines)


def cpu(run: Run) -> float | None:
    return run.cpu


def wall(run: Run) -> float | None:
    return run.wall


def peak(run: Run) -> float | None:
    return run.peak


def site(run: Run) -> float | None:
    return run.site_bytes / 1e6


def files(run: Run) -> float | None:
    return run.files


def _shown(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)


def against(value: float | None, aim: float, words: str) -> str:
    if value is None:
        return ""
    return words.format(aim) + (" reached" if value <= aim else " missed")
