"""The folder of a report: what was read of each document, its pictures and pages, found again by the next run.

`index.html` is the report; below `dokumen/` every document has a folder of its own, named by its content. All of it can
be made again: whoever throws the folder away loses nothing but time.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ...intake.page_pictures import Picture
from ...refused import RefusedError
from ...store.digest import digest
from ...store.kept_files import DAY, KeptFiles
from ...store.whole_file import write
from ..paths import shown
from .readings import Proof, Reading

MARK, DOCUMENTS, BESIDE, PROPOSED = "laporan-impor.txt", "dokumen", "baru", "usulan"
_SAID = """Folder ini dibuat oleh 'sop impor'. Buka index.html untuk melihat laporannya.
Semua isinya dapat dibuat lagi: bila folder ini dihapus, dokumen-dokumennya dibaca ulang pada impor berikutnya.
"""
_UNUSED = 30 * DAY
_READING = TypeAdapter(Reading)


@dataclass(frozen=True, slots=True)
class ReportFolder:
    path: Path

    def check(self) -> None:
        """Raises `RefusedError` where something lies that no import has made."""
        if self.path.exists() and not self.path.is_dir():
            raise RefusedError(f"'{shown(self.path)}' berkas, bukan folder; pakai --laporan dengan nama lain")
        if self.path.is_dir() and any(self.path.iterdir()) and not (self.path / MARK).is_file():
            raise RefusedError(
                f"'{shown(self.path)}' berisi berkas lain; tidak ada yang ditulis. Pakai --laporan dengan folder kosong"
            )

    def open(self) -> None:
        """It holds pages of the office's documents, and is no part of what is published."""
        self.write(MARK, _SAID.encode())
        self.write(".gitignore", b"*\n")

    def write(self, place: str, data: bytes) -> None:
        """Whole or not at all; nothing where the very same stands already."""
        file = self.path / place
        with suppress(OSError):
            if file.read_bytes() == data:
                return
        write(file, data)

    def reading(self, document: str, name: str, key: str) -> Reading | None:
        """What was read of a document, if all that belongs to it is still there."""
        data = self._store.data(_place(document, name), key)
        if data is None:
            return None
        with suppress(ValidationError):
            found = _READING.validate_json(data)
            if all((self.path / picture(document, one.page)).is_file() for one in found.proof.pictures):
                return found
        return None

    def kept(self, document: str, name: str, key: str, reading: Reading) -> Reading:
        """The same, its pictures on the disk and no longer in it."""
        for one in reading.proof.pictures:
            self.write(picture(document, one.page), one.png)
        bare = replace(reading, proof=_without_pixels(reading.proof))
        if reading.lasting:
            self._store.keep_data(_place(document, name), key, _READING.dump_json(bare))
        return bare

    def propose(self, place: str, text: str) -> None:
        """What an earlier run proposed goes where there is nothing to propose any more."""
        if text:
            self.write(place, text.encode())
        else:
            (self.path / place).unlink(missing_ok=True)

    @property
    def _store(self) -> KeptFiles:
        return KeptFiles(self.path / DOCUMENTS)

    def sweep(self, used: Collection[str]) -> None:
        """What no run of the last month has shown goes."""
        for folder in sorted((self.path / DOCUMENTS).glob("*/")):
            files = [file for file in folder.iterdir() if file.is_file()]
            last = max((file.stat().st_mtime for file in files), default=0)
            if folder.name not in used and abs(time.time() - last) > _UNUSED:
                for file in files:
                    file.unlink(missing_ok=True)
                with suppress(OSError):
                    folder.rmdir()


def document_id(file: Path, most: int) -> str:
    """By its content; what cannot be read, or is too large, goes by its path."""
    with suppress(OSError):
        if file.stat().st_size <= most:
            return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    return digest(str(file))[:16]


def picture(document: str, page: int) -> str:
    return f"{DOCUMENTS}/{document}/{page}.png"


def page(document: str, sop: int) -> str:
    """Of an SOP of it, counted from 1."""
    return f"{DOCUMENTS}/{document}/{sop}.html"


def _place(document: str, name: str) -> str:
    """Copies of a document under other names are read for themselves: their definitions say the name."""
    return f"{document}/{digest(name)[:8]}.bacaan"


def _without_pixels(proof: Proof) -> Proof:
    return replace(proof, pictures=tuple(Picture(p.page, p.width, p.height, b"") for p in proof.pictures))
