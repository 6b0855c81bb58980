"""What is to be printed: chapters of sheets, and their bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..paper.binder.binder import Chapter
from ..paper.binder.part import part_id
from ..paper.values import PrintedSop, Sheet
from .about import About
from .book import Entry

_KINDS = {"identitas": "Identitas", "alur": "Alur"}


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    """Of the file, without ending."""
    about: About
    chapters: tuple[Chapter, ...]
    scope: str
    """As a manifest keeps it."""

    @property
    def sops(self) -> list[PrintedSop]:
        return [part for chapter in self.chapters for part in chapter.parts]

    @property
    def below(self) -> set[str]:
        """Ids of what stands behind a tab's own sheet."""
        return {
            part.id
            for chapter in self.chapters
            if chapter.title and not is_sop(chapter.parts[0])
            for part in chapter.parts[1:]
        }

    @property
    def count(self) -> str:
        """Of its SOPs, in words; a duty book holds none of their sheets."""
        found = sum(map(is_sop, self.sops))
        return f"{found} SOP, " if found else ""

    def outline(self) -> list[Entry]:
        found: list[Entry] = []
        for chapter in self.chapters:
            marks = tuple(map(bookmark, chapter.parts))
            if chapter.title and marks:  # the tab's own sheet is what its title leads to
                below = marks if is_sop(chapter.parts[0]) else marks[1:]
                found.append(replace(marks[0], title=chapter.title, below=below, is_open=True))
            else:
                found += marks
        return found


def is_sop(part: PrintedSop) -> bool:
    """Or else a part that only binders have."""
    return not part.id.startswith(part_id(""))


def bookmark(sop: PrintedSop) -> Entry:
    """An SOP, and below it the parts that begin on a sheet of their own."""
    below = tuple(_parts(sop)) if len(sop.sheets) > 1 else ()
    return Entry(sop.title, sop.id, below=below)


def _parts(sop: PrintedSop) -> Iterator[Entry]:
    seen: set[str] = set()
    for i, sheet in enumerate(sop.sheets):
        for title in _titles(sheet):
            if title not in seen:
                seen.add(title)
                yield Entry(title, sop.id, i)


def _titles(sheet: Sheet) -> Iterator[str]:
    for kind in sheet.kind.split():
        if kind in _KINDS and not (kind == "alur" and sheet.titles):
            yield _KINDS[kind]
    yield from (title.text for title in sheet.titles if not title.going_on)
