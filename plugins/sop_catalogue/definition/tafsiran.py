"""What a document does not show and its transcriber concluded: said at a step, of a whole chart, or of the SOP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Unsur = Literal["pelaksana", "simbol", "panah"]
"""Of a step: the lane it stands in, the shape of its symbols, the arrows that leave them."""
UNSUR: tuple[Unsur, ...] = get_args(Unsur)

SatuBagan = Literal["semua pelaksana", "semua simbol", "semua panah"]
"""The same of every step of a chart."""

SatuSop = Literal["status", "formulir", SatuBagan]
"""Of an SOP: what became of it, and its identity block; or the same of every step of all its charts."""


@dataclass(frozen=True, slots=True)
class Tafsiran:
    """Of one chart."""

    everywhere: tuple[Unsur, ...]
    """Of each of its steps."""
    steps: tuple[tuple[Unsur, ...], ...]
    """Of single steps beside that, one entry for each."""

    @classmethod
    def of(cls, chart: Iterable[str], steps: Iterable[Sequence[Unsur]]) -> Tafsiran:
        said = set(chart)
        everywhere = tuple(part for part in UNSUR if f"semua {part}" in said)
        own = (tuple(p for p in UNSUR if p in step and p not in everywhere) for step in steps)
        return cls(everywhere, tuple(own))

    def at(self, row: int) -> tuple[Unsur, ...]:
        """All that is concluded at a step, whichever way it was said."""
        return tuple(part for part in UNSUR if part in self.everywhere or part in self.steps[row])

    @property
    def parts(self) -> tuple[Unsur, ...]:
        """All that is concluded anywhere in it."""
        return tuple(part for part in UNSUR if any(part in self.at(row) for row in range(len(self.steps))))
