"""The files as they would be, over those on the disk; and all of them written, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...refused import RefusedError
from ...store.folder import Entry, Folder
from ...store.whole_file import write
from ..paths import shown


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A folder with some of its files changed."""

    below: Folder
    changed: Mapping[str, bytes]

    @property
    def name(self) -> str:
        return self.below.name

    def entries(self, path: str) -> Iterable[Entry]:
        return self.below.entries(path)

    def read(self, path: str, most: int) -> bytes:
        return self.changed[path][:most] if path in self.changed else self.below.read(path, most)


def write_all(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """What cannot be written whole is taken back whole."""
    for path in after:
        if (root / path).read_bytes() != before[path]:
            raise RefusedError(
                f"{shown(root / path)} berubah selagi dibaca; tidak ada yang ditulis, ulangi perintahnya"
            )
    written = []
    try:
        for path, data in after.items():
            written.append(path)
            write(root / path, data)
    except BaseException:
        for path in written:
            with suppress(OSError):
                write(root / path, before[path])
        raise
