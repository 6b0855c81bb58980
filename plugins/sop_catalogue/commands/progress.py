"""How far long work has come: one line that counts on a terminal, a line a step elsewhere; on stderr, beside the result."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(slots=True)
class Progress:
    """Counts the sheets that are printed; says nothing of what is done in one step."""

    said: bool = False

    def __call__(self, done: int, whole: int) -> None:
        if done == whole and not self.said:
            return
        self.said = True
        text = f"Mencetak {done} dari {whole} lembar"
        if sys.stderr.isatty():
            print(f"\r{text}", end="" if done < whole else "\n", file=sys.stderr, flush=True)
        else:
            print(text, file=sys.stderr, flush=True)
