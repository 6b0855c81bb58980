"""A place where libyaml stumbled, and the line as its author may have meant it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..findings import Fault, shown
from .decode import Place

KEY = r"\s*(?:-\s+)*(?:[A-Za-z][\w -]{0,40}:\s+)?"
"""What may stand before the value of a line."""
_COMMENT = r"(?:\s+#\s.*|\s*)"
MAX_LINE = 2000
"""Of a longer line only the beginning is looked at: patterns would take for ever."""


class Complaint(NamedTuple):
    place: Place
    fault: Fault
    repaired: str | None = None
    """The line as its author meant it, where that is plain."""


class Spot(NamedTuple):
    """Where libyaml stumbled; line and column counted from 0."""

    lines: list[str]
    line: int
    column: int
    opened: int
    """Line on which the thing began that libyaml was reading."""

    @property
    def written(self) -> str:
        return self.lines[self.line]

    def complain(
        self,
        code: str,
        message: str,
        remedy: str,
        *,
        expected: str = "",
        repaired: str | None = None,
        column: int | None = None,
        value: str | None = None,
    ) -> Complaint:
        place = (self.line + 1, (self.column if column is None else column) + 1)
        found = shown(self.written if value is None else value)
        if repaired == self.written or len(self.written) >= MAX_LINE:
            repaired = None
        return Complaint(place, Fault((), code, message, found, expected, remedy), repaired)


def quoted(line: str) -> str | None:
    """`line` with its value in quotes."""
    m = re.match(rf"({KEY})(\S.*?)({_COMMENT})$", line)
    if not m or m[2][0] in "[{|>":
        return None
    return f"{m[1]}'{m[2].replace(chr(39), chr(39) * 2)}'{m[3]}"


def example(line: str) -> str:
    """The value of `line` in quotes, as a remedy shows it."""
    m = re.match(rf"{KEY}(\S.*?){_COMMENT}$", line)
    value = shown(m[1], 40) if m else "…"
    if '"' not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
