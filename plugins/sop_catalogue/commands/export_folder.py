"""A folder that holds one export: what an earlier one left there goes, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

LIST = "daftar-berkas.txt"
"""In the folder: every file that exports have written there."""


def write_export(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Write all files and say which; those of earlier exports that are no more go.

    A file stands in the list before it is written, so that one that is broken off leaves nothing that no one knows of.
    """
    folder.mkdir(parents=True, exist_ok=True)
    earlier, written = _listed(folder), []
    with (folder / LIST).open("a", encoding="utf-8", newline="\n") as names:
        for path, data in files:
            names.write(f"{path}\n")
            names.flush()
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            written.append(path)
    for path in earlier - set(written):
        _remove(folder, path)
    (folder / LIST).write_text("".join(f"{path}\n" for path in written), "utf-8", newline="\n")
    return written


def _listed(folder: Path) -> set[str]:
    try:
        return set((folder / LIST).read_text("utf-8").splitlines())
    except (OSError, ValueError):
        return set()


def _remove(folder: Path, path: str) -> None:
    """Whoever wrote in the list, only what lies in the folder is taken away; empty folders with it."""
    file = folder / path
    if ".." in file.parts or not file.parent.resolve().is_relative_to(folder.resolve()) or not file.is_file():
        return
    file.unlink()
    for above in file.parents:
        if above == folder or any(above.iterdir()):
            break
        above.rmdir()
