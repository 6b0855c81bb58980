"""How far the reading has come: on a terminal a line that counts and says what time is left; elsewhere nothing but the results."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field

_ENOUGH = 3
"""Documents after which the time left can be told."""


@dataclass(slots=True)
class Counting:
    whole: int
    done: int = 0
    read: int = 0
    """Those that had to be read now."""
    began: float = field(default_factory=time.monotonic)
    shown: bool = field(default_factory=lambda: sys.stderr.isatty())

    def show(self) -> None:
        if self.shown and self.done < self.whole:
            self._write(f"\r\033[K{self.text}")

    def clear(self) -> None:
        """Before a line that stays."""
        if self.shown:
            self._write("\r\033[K")

    @property
    def text(self) -> str:
        left = time_left(time.monotonic() - self.began, self.read, self.whole - self.done)
        return f"Membaca {self.done + 1} dari {self.whole} berkas{f', sisa {left}' if left else ''}"

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)


def time_left(passed: float, read: int, left: int) -> str:
    """In words; empty while there is nothing to tell it by."""
    if read < _ENOUGH:
        return ""
    seconds = passed / read * left
    if seconds < 60:
        return "kurang dari 1 menit"
    minutes = round(seconds / 60)
    return f"kira-kira {minutes} menit" if minutes < 120 else f"kira-kira {round(minutes / 60)} jam"
