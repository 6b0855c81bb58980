"""Rows as a CSV file that a spreadsheet opens as text: nothing in it is run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUN = re.compile(r"\s*[=+\-@＝＋－＠]")
_RUN_INSIDE = {
    between: re.compile(rf"([{other}\t\r\n])(?=\s*[=+\-@＝＋－＠])") for between, other in (",;", ";,")
}
"""A spreadsheet that parts cells at the other sign does so quotes or no quotes."""
_NUMBER = re.compile(r"-?\d[\d.]*(,\d+)?")


def as_csv(rows: Iterable[Sequence[str | int]], between: str = ",") -> bytes:
    """With the mark that tells Excel it is UTF-8. `between` is a semicolon for an Excel that has commas in numbers."""
    out = io.StringIO()
    lines = ([_harmless(str(cell), between) for cell in row] for row in rows)
    csv.writer(out, delimiter=between).writerows(lines)
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(text: str, between: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe makes it text."""
    is_formula = _RUN.match(text) and len(text.strip()) > 1 and not _NUMBER.fullmatch(text)
    text = _RUN_INSIDE[between].sub(r"\1'", text)
    return f"'{text}" if is_formula else text
