"""A rewriting carried out on the disk: all of it, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ...catalogue.files import FORMS, HISTORY
from ...refused import RefusedError
from ...store.whole_file import write
from ..paths import shown
from .rearranged import led


@dataclass(slots=True)
class Rewriting:
    moves: list[tuple[str, str]]
    """Files and folders, from where to where."""
    copies: list[tuple[str, str]]
    """What others need where it is."""
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    """What changes in files, by their paths afterwards; a new one has nothing before."""
    emptied: str = ""
    """A folder that goes when nothing is left in it."""


def carry(root: Path, plan: Rewriting) -> None:
    """What cannot be done whole is taken back whole."""
    back = {new: old for old, new in plan.moves}
    for path, data in plan.before.items():
        file = root / led(path, back)
        if file.read_bytes() != data:
            raise RefusedError(
                f"{shown(file)} berubah selagi dibaca; tidak ada yang ditulis, ulangi perintahnya"
            )
    undo: list[Callable[[], object]] = []
    try:
        for old, new in plan.moves:
            _above(root / new, undo)
            (root / old).rename(root / new)
            undo.append(_renaming(root / new, root / old))
        for old, new in plan.copies:
            _above(root / new, undo)
            undo.append((root / new).unlink)
            shutil.copyfile(root / old, root / new)
        for path, data in plan.after.items():
            file = root / path
            undo.append(_writing(file, plan.before[path]) if path in plan.before else file.unlink)
            write(file, data)
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        raise
    for folder in dict.fromkeys((root / old).parent for old, _ in plan.moves):
        _emptied(root, folder, plan.emptied)


def _above(file: Path, undo: list[Callable[[], object]]) -> None:
    if not file.parent.is_dir():
        _above(file.parent, undo)
        file.parent.mkdir()
        undo.append(file.parent.rmdir)


def _renaming(here: Path, there: Path) -> Callable[[], object]:
    return lambda: here.rename(there)


def _writing(file: Path, data: bytes) -> Callable[[], object]:
    return lambda: write(file, data)


def _emptied(root: Path, folder: Path, whole: str) -> None:
    """Away with what holds nothing any more: folders of what lies beside definitions, and all `whole`."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        beside = {FORMS, HISTORY} & {folder.name, folder.parent.name}
        if not beside and not (whole and folder.is_relative_to(root / whole)):
            return
        folder.rmdir()
        folder = folder.parent
