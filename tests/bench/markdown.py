"""Markdown as a careful hand writes it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.definition.markup import plain


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    head = list(head)
    yield _row(head)
    yield "|" + " --- |" * len(head)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def link(text: str, target: str, here: str) -> str:
    return f"[{plain(text)}]({posixpath.relpath(target, posixpath.dirname(here) or '.')})"


def sop_file(entry: SopEntry) -> str:
    return f"sop/{entry.id}.md"
