"""Whether anything but definitions has changed since a build began; if not, MkDocs has nothing to build again."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..pages.page_plan import PagePlan

_KNOWN = {"sop-catalogue", "search", "material/search"}
"""Plugins whose work does not hang on definitions; of others nobody knows."""
_INHERIT = re.compile(r"""^INHERIT: *['"]?([^'"#\n]+?)['"]? *$""", re.MULTILINE)
Around = dict[str, tuple[int, int]]


def around(config: MkDocsConfig) -> Around | None:
    """Every file beside the definitions that a site is made from; None where that cannot be said."""
    if config.strict or not config.config_file_path or not _KNOWN.issuperset(config.plugins):
        return None
    try:
        settings = list(_settings(Path(config.config_file_path)))
    except (OSError, ValueError):
        return None
    folders = filter(None, [config.docs_dir, config.theme.custom_dir, *config.watch])
    return {path: _mark(path) for path in (*settings, *_below(folders))}


def known_to_mkdocs(plans: Iterable[PagePlan]) -> list[tuple[object, ...]]:
    """All of the catalogue's pages that a build of MkDocs sees."""
    return [
        (plan.address, plan.title, plan.parents, plan.edit, plan.previous, plan.next, plan.date)
        for plan in plans
    ]


def _settings(file: Path) -> Iterator[str]:
    """The file, and those that it inherits from."""
    yield str(file)
    text = file.read_text("utf-8")
    parents = _INHERIT.findall(text)
    if len(parents) != text.count("INHERIT"):
        raise ValueError(text)
    for parent in parents:
        yield from _settings(file.parent / parent)


def _below(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        yield folder
        for place, _, files in os.walk(folder, followlinks=True):
            yield from (f"{place}{os.sep}{file}" for file in files)


def _mark(path: str) -> tuple[int, int]:
    try:
        seen = Path(path).stat()
    except OSError:
        return 0, 0
    return seen.st_mtime_ns, seen.st_size
