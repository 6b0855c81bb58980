"""Rows as a CSV file that a spreadsheet opens as text: nothing in it is run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUN = re.compile(r"\s*[=+\-@＝＋－＠]")
_RUN_INSIDE = re.compile(r"([;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
"""Where a comma is part of numbers, as in Indonesian, spreadsheets part cells at semicolons, quotes or no quotes."""
_NUMBER = re.compile(r"-?\d[\d.]*(,\d+)?")


def as_csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    """With the mark that tells Excel it is UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows([_harmless(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _harmless(text: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe makes it text."""
    is_formula = _RUN.match(text) and len(text.strip()) > 1 and not _NUMBER.fullmatch(text)
    text = _RUN_INSIDE.sub(r"\1'", text)
    return f"'{text}" if is_formula else text
