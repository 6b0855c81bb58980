"""Where in the text of a definition each doubt stands, and which step it is about."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from ..recovered import Recovered
from .definition_text import doubted

_MARK = doubted("").rstrip()


class DoubtLine(NamedTuple):
    words: str
    line: int
    """Counted from 1."""
    chart: int | None
    step: int | None
    """Counted from 0; none: about the chart, or without a chart about the identity."""


def doubt_lines(text: str, sop: Recovered) -> Iterator[DoubtLine]:
    """`text` is the definition of `sop`."""
    awaited = deque(_about(sop))
    for number, line in enumerate(text.split("\n"), 1):
        mark, found, words = line.partition(_MARK)
        if not found or mark.strip():
            continue
        words = words.strip()
        if awaited and awaited[0][0] == words:
            yield DoubtLine(words, number, *awaited.popleft()[1:])
        elif not mark:  # what is further in may be a text of the document
            yield DoubtLine(words, number, None, None)


def _about(sop: Recovered) -> Iterator[tuple[str, int, int | None]]:
    """In the order in which they are written."""
    for k, chart in enumerate(sop.charts):
        for doubt in chart.doubts:
            yield _said(doubt), k, None
        for n, step in enumerate(chart.steps):
            for doubt in step.doubts:
                yield _said(doubt), k, n


def _said(doubt: str) -> str:
    return doubted(doubt).removeprefix(_MARK).strip()
