"""The definitions of a unit as they stand, and which of them was imported from which document."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ...catalogue.files import SUFFIXES
from ...catalogue.web.titles import title_key
from ...definition.reading.source import read_yaml
from .coded import without_code
from .readings import Imported

_SOURCE = re.compile(r"SHA-256 [0-9a-f]{16}")


def source_of(text: str) -> str:
    """The mark of the document that a definition was read from; empty where there is none."""
    found = _SOURCE.search(text)
    return found[0] if found else ""


@dataclass(slots=True)
class Standing:
    """A definition that is there."""

    path: Path
    text: str
    taken_by: Path | None = None
    """The file of which an SOP was found to be it, in this run."""


@dataclass
class Shelf:
    """Those of one folder."""

    folder: Path
    written: list[Standing] = field(default_factory=list)
    """In this run."""

    @cached_property
    def _before(self) -> list[Standing]:
        files = sorted(file for file in self.folder.iterdir() if file.suffix in SUFFIXES and file.is_file())
        return [Standing(file, file.read_text("utf-8", errors="replace")) for file in files]

    def add(self, target: Path, text: str, file: Path) -> None:
        self.written.append(Standing(target, text, file))

    def same(self, sop: Imported, file: Path, alone: bool) -> Standing | None:
        """What was imported from the very same document, this SOP of it, edited since or not.

        `alone`: it is the only SOP of its document; then it may bear another title by now.
        """
        mark = source_of(sop.text)
        here = (one for one in (*self._before, *self.written) if mark and mark in one.text)
        return _taken(_likest(sop, [one for one in here if one.taken_by != file], file, alone), file)

    def earlier(self, sop: Imported, file: Path, alone: bool) -> Standing | None:
        """What was imported before from a document of this name that was another then."""
        named = json.dumps(file.name, ensure_ascii=False)[1:-1]
        here = (one for one in self._before if named in one.text and not one.taken_by)
        others = [one for one in here if source_of(one.text) not in ("", source_of(sop.text))]
        return _taken(_likest(sop, others, file, alone), file)


def _likest(sop: Imported, among: list[Standing], file: Path, alone: bool) -> Standing | None:
    """Of its document that of its title; a document may hold several of one title: then that of the same pages."""
    own = _value(sop.text) if among else {}
    found: list[tuple[bool, bool, bool, int]] = []
    for k, one in enumerate(among):
        value = _value(one.text)
        if _source(value).get("berkas") == file.name:
            title = title_key(str(value.get("nama") or "")) == title_key(sop.name)
            pages = _source(value).get("halaman") == _source(own).get("halaman")
            if title or pages or alone:
                found.append((without_code(one.text) != sop.text, not title, not pages, k))
    return among[min(found)[-1]] if found else None


def _taken(standing: Standing | None, file: Path) -> Standing | None:
    if standing:
        standing.taken_by = file
    return standing


def _value(text: str) -> dict[str, Any]:
    value = read_yaml(text.encode()).value
    return value if isinstance(value, dict) else {}


def _source(value: dict[str, Any]) -> dict[str, Any]:
    found = value.get("sumber")
    return found if isinstance(found, dict) else {}
