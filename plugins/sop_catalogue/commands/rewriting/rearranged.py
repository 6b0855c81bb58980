"""The definitions' folder as it would be: some of its files elsewhere, some changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...store.folder import Entry, Folder

WHOLE = 1 << 30
"""Bytes: what is written back is read to its end, however long it is."""


def led(path: str, ways: Mapping[str, str]) -> str:
    """Where a file is that goes one of these ways, from where to where, by itself or with a folder above it."""
    for old, new in ways.items():
        if path == old or path.startswith(f"{old}/"):
            return new + path[len(old) :]
    return path


@dataclass(frozen=True)
class Rearranged:
    below: Folder
    moved: Callable[[str], str]
    changed: Mapping[str, bytes] = field(default_factory=dict)
    """By their paths afterwards; among them files that are new."""
    names: dict[str, dict[str, Entry]] = field(default_factory=dict)
    """What is in each folder afterwards."""
    _old: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path, entry in _all(self.below, ""):
            self._put(self.moved(path), entry)
            self._old[self.moved(path)] = path
        for path in self.changed:
            self._put(path, Entry(path.rpartition("/")[2], False))

    def _put(self, path: str, entry: Entry) -> None:
        folder, _, name = path.rpartition("/")
        self.names.setdefault(folder, {}).setdefault(name, entry._replace(name=name))
        if folder:
            self._put(folder, Entry("", True))

    @property
    def name(self) -> str:
        return self.below.name

    def entries(self, path: str) -> Iterable[Entry]:
        return self.names.get(path, {}).values()

    def read(self, path: str, most: int) -> bytes:
        if path in self.changed:
            return self.changed[path][:most]
        return self.below.read(self._old.get(path, path), most)


def files_below(folder: Folder, inside: str) -> list[str]:
    return [path for path, _ in _all(folder, inside)]


def _all(folder: Folder, inside: str) -> Iterator[tuple[str, Entry]]:
    """Every file, and every link."""
    above = f"{inside}/" if inside else ""
    for entry in folder.entries(inside):
        if entry.is_folder and not entry.is_link:
            yield from _all(folder, above + entry.name)
        else:
            yield above + entry.name, entry
