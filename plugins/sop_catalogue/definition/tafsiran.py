"""What a document does not show and its transcriber concluded: said at a step, of a whole chart, or of the SOP."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Unsur = Literal["pelaksana", "simbol", "panah"]
"""Of a step: the lane it stands in, the shape of its symbols, the arrows that leave them."""
UNSUR: tuple[Unsur, ...] = get_args(Unsur)
CALLED: dict[Unsur, str] = {"pelaksana": "kolom pelaksana", "simbol": "bentuk simbol", "panah": "panah"}
"""What readers are told of each."""
SIGN = "*"
"""At what was concluded, on screens, in charts and on paper."""

SatuBagan = Literal["semua pelaksana", "semua simbol", "semua panah"]
"""The same of every step of a chart."""

SatuSop = Literal["status", "formulir", SatuBagan]
"""Of an SOP: what became of it, and its identity block; or the same of every step of all its charts."""


@dataclass(frozen=True, slots=True)
class Tafsiran:
    """Of one chart."""

    everywhere: tuple[Unsur, ...] = ()
    """Of each of its steps."""
    steps: tuple[tuple[Unsur, ...], ...] = ()
    """Of single steps beside that, one entry for each."""

    @classmethod
    def of(cls, chart: Iterable[str], steps: Iterable[Sequence[Unsur]]) -> Tafsiran:
        said = set(chart)
        everywhere = tuple(part for part in UNSUR if f"semua {part}" in said)
        own = (tuple(p for p in UNSUR if p in step and p not in everywhere) for step in steps)
        return cls(everywhere, tuple(own))

    def at(self, row: int) -> tuple[Unsur, ...]:
        """All that is concluded at a step, whichever way it was said."""
        own = self.steps[row] if self.steps else ()
        return tuple(part for part in UNSUR if part in self.everywhere or part in own)

    @property
    def parts(self) -> tuple[Unsur, ...]:
        """All that is concluded anywhere in it."""
        return tuple(p for p in UNSUR if p in self.everywhere or any(p in step for step in self.steps))


NOTHING = Tafsiran()
"""All of it is in the document."""


def called(parts: Iterable[Unsur]) -> str:
    """In words."""
    return ", ".join(CALLED[part] for part in parts)
