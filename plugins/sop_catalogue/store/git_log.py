"""From what `git log` writes to the commits of each file, under whatever name it had then."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from .past import Commit

ONE_COMMIT = "%x00>%x00%H%x00%P%x00%aI%x00%aN%x00%s%x00"
"""A sign, and after it always as many fields: no field and no name of a file can hold the byte between them."""
AS_READ = ("-z", "--topo-order", "--parents", "--name-status", "-M", "-c", "--combined-all-paths", "--root")
"""Of a merge only what it changed itself, with the names that its parents knew."""
_SIGN = ">"
_STATUS = re.compile(r"([A-Z]+)\d*")
_MOST = 200
"""Letters of a name or a subject."""
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
Names = Mapping[str, frozenset[str]]
"""What a file of that time is called today; of several, when branches had each their own."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a commit touched."""

    status: str
    """A letter for each parent: added, deleted, modified, renamed …"""
    before: tuple[str, ...]
    """What each parent calls it."""
    path: str


@dataclass(frozen=True, slots=True)
class Logged:
    commit: Commit
    parents: tuple[str, ...]
    touched: tuple[Touched, ...]


def read_log(data: bytes) -> list[Logged]:
    """Children before their parents, as they were written. Raises `ValueError` where it is not the output of git."""
    return list(_logged(iter(data.decode("utf-8", "replace").split("\0"))))


def _logged(fields: Iterator[str]) -> Iterator[Logged]:
    head: tuple[Commit, tuple[str, ...]] | None = None
    touched: list[Touched] = []
    for text in map(str.strip, fields):
        if text == _SIGN:
            if head:
                yield Logged(*head, tuple(touched))
            id_, parents, moment, author, subject = _next(fields, 5)
            head, touched = (commit(id_, moment, author, subject), tuple(parents.split())), []
        elif text:
            touched.append(_touched(text, fields))
    if head:
        yield Logged(*head, tuple(touched))


def _touched(text: str, fields: Iterator[str]) -> Touched:
    found = _STATUS.fullmatch(text)
    if not found:
        raise ValueError(text)
    status = found[1]
    if len(status) > 1:
        *before, path = _next(fields, len(status) + 1)
    elif status in "RC":
        *before, path = _next(fields, 2)
    else:
        before = [path := _next(fields, 1)[0]]
    return Touched(status, tuple(before), path)


def _next(fields: Iterator[str], count: int) -> list[str]:
    found = [*islice(fields, count)]
    if len(found) < count:
        raise ValueError("cut off")
    return found


def commit(id_: str, moment: str, author: str, subject: str) -> Commit:
    return Commit(id_, _moment(moment), _line(author), _line(subject))


def _moment(text: str) -> str:
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _line(text: str) -> str:
    """Without what cannot be seen, or turns the direction of what follows."""
    seen = "".join(" " if unicodedata.category(sign) in _UNSEEN else sign for sign in text)
    line = " ".join(seen.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"


def commits_by_file(log: Iterable[Logged], files: Iterable[str]) -> dict[str, tuple[Commit, ...]]:
    """For each of `files` that has any, those that changed it, the last first."""
    today: Names = {file: frozenset((file,)) for file in files}
    known: dict[str, Names] = {}
    found: dict[str, list[Commit]] = {}
    for one in log:
        names = known.pop(one.commit.id, today)
        changed = {file for item in one.touched if item.status != "D" for file in names.get(item.path, ())}
        for file in changed:
            found.setdefault(file, []).append(one.commit)
        for i, parent in enumerate(one.parents):
            earlier = _earlier(names, one.touched, i)
            known[parent] = _together(known[parent], earlier) if parent in known else earlier
    return {file: tuple(found[file]) for file in sorted(found)}


def _earlier(names: Names, touched: Iterable[Touched], parent: int) -> Names:
    """As that parent knows them."""
    if all(item.status == "M" for item in touched):
        return names
    before = dict(names)
    moved: list[tuple[str, frozenset[str]]] = []
    for item in touched:
        status = item.status[parent : parent + 1]
        if status in ("R", "A", "C", "D"):
            files = before.pop(item.path, frozenset())
            if status == "R" and files:
                moved.append((item.before[parent], files))
    return before | dict(moved)


def _together(one: Names, other: Names) -> Names:
    if one == other:
        return one
    return {
        path: one.get(path, frozenset()) | other.get(path, frozenset()) for path in one.keys() | other.keys()
    }
