"""`python -m tests.bench --binder`: a whole binder to PDF, and whether its cost grows with its size and no faster.

Wall time is the figure here: most of the work is the browser's, whose processes nobody can add up.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from .measure import Run, measure
from .project import DEFINITIONS, REPOSITORY
from .report import against
from .variants import write_catalogue

AIM = 30.0
"""Seconds for 100 SOPs."""
GROWTH = 3.6
"""What three times as many may cost at most."""
_SHEETS = re.compile(r"(\d+) lembar")


@dataclass(frozen=True, slots=True)
class Bound:
    sops: int
    sheets: int
    run: Run
    size: int

    def row(self) -> str:
        peak = f"{self.run.peak:.0f} MB" if self.run.peak is not None else "–"
        return (
            f"| {self.sops} | {self.sheets} | {self.run.wall:.1f} s | {self.run.wall / self.sheets * 1000:.0f} ms | "
            f"{peak} | {self.size / 1e6:.1f} MB |"
        )


def report(folder: Path, count: int) -> str:
    small, large = (bound(folder / str(n), n) for n in (count, count * 3))
    growth = large.run.wall / small.run.wall
    return "\n".join(
        [
            "### A binder to PDF",
            "",
            "| SOPs | sheets | wall | a sheet | peak of one process | file |",
            "|--:|--:|--:|--:|--:|--:|",
            small.row(),
            large.row(),
            "",
            f"- {count} SOPs: {against(small.run.wall, AIM * count / 100, '≤ {:.0f} s')}",
            f"- three times as many: {growth:.2f} × the time ({against(growth, GROWTH, '≤ {:.1f}')})",
        ]
    )


def bound(folder: Path, count: int) -> Bound:
    write_catalogue(folder / DEFINITIONS, REPOSITORY / DEFINITIONS, count)
    command = [sys.executable, "-m", "sop_catalogue.cli", "pdf", "--binder", "-o", "buku.pdf", "--situs", "https://sop.contoh.go.id/"]  # fmt: skip
    run = measure(command, folder)
    said = _SHEETS.findall((folder / "build.log").read_text("utf-8"))
    return Bound(count, int(said[-1]), run, (folder / "buku.pdf").stat().st_size)
