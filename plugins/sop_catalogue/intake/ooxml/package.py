"""A zip of XML parts: opened with limits, so that no file takes more than it is worth."""

from __future__ import annotations

import posixpath
import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from ..primitives import UnreadableError
from .xml import parsed

MOST_PARTS, LARGEST_PART, MOST_ELEMENTS = 10_000, 60_000_000, 700_000
"""Entries of the zip, bytes of one of them once unpacked, and elements of all that are read."""

BROKEN = "bukan berkas Word atau Excel yang utuh"
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""How the container begins that Office locks documents in; their old kinds do, too."""


@dataclass(slots=True)
class Package:
    _zip: ZipFile
    _elements: int = 0
    _names: dict[str, str] = field(default_factory=dict)

    def part(self, name: str) -> Element | None:
        """None where there is none of that name."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        root, count = parsed(self._bytes(stored), MOST_ELEMENTS - self._elements)
        self._elements += count
        return root

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to, by id: the last word of its kind, and its name in this package."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for one in root if root is not None else ():
            if one.get("TargetMode") != "External":
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = kind, _inside(folder, one.get("Target", ""))
        return found

    def _bytes(self, name: str) -> bytes:
        """A header may lie about the size, so no more is unpacked than is allowed."""
        try:
            with self._zip.open(name) as part:
                data = part.read(LARGEST_PART + 1)
        except RuntimeError as error:
            raise UnreadableError("terkunci kata sandi; buka dan simpan tanpa kata sandi") from error
        except (BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError) as error:
            raise UnreadableError(BROKEN) from error
        if len(data) > LARGEST_PART:
            raise UnreadableError("isinya terlalu besar setelah dibuka dari zip")
        return data


def opened(data: bytes) -> Package:
    if data.startswith(_ENCRYPTED):
        raise UnreadableError(
            "terkunci kata sandi atau berjenis lama; simpan ulang sebagai .docx atau .xlsx tanpa kata sandi"
        )
    try:
        zip_ = ZipFile(BytesIO(data))
    except (BadZipFile, EOFError, OSError, struct.error, ValueError, RuntimeError) as error:
        raise UnreadableError(BROKEN) from error
    names = zip_.namelist()
    if len(names) > MOST_PARTS:
        raise UnreadableError(f"zip-nya memuat lebih dari {MOST_PARTS} berkas")
    return Package(zip_, _names={name.lower(): name for name in names})


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
