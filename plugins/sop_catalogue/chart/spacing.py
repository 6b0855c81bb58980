"""How large symbols are, and how much room they have around them: on screen, and on paper where it is short."""

from __future__ import annotations

from dataclasses import dataclass

TRACK = 6.0
"""From line to line."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """In the drawing's px."""

    width: float = 56.0
    """Of a symbol without words."""
    diamond: float = 38.0
    """The height of a decision without words."""
    beside: float = 14.0
    """From a symbol to the rules of its lane."""
    over: float = 14.0
    """From a symbol to the rules of its row."""
    first: float = 6.0
    """From a rule between rows to the first line beside it; from one between lanes to a line at a tip that is on it."""
    off: float = 8.0
    """From a rule between lanes to the first line that runs beside it: nobody takes the one for the other."""
    clear: float = 9.0
    """From the last line to a symbol: an arrowhead and a little of its leg."""
    letters: tuple[float, ...] = (10.0, 9.0)
    """Sizes that words in symbols may have; the first that needs no larger symbol."""

    def channel(self, tracks: int, margin: float, first: float) -> float:
        """What lies between a symbol and a rule, with lines beside the rule from `first` on."""
        return max(margin, first + (tracks - 1) * TRACK + self.clear) if tracks else margin


USUAL = Spacing()
