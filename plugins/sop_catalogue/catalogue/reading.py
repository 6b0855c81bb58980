"""Definition files read from disk; what did not change since is not read again."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from pydantic import BaseModel

from ..definition.findings import Finding, Severity
from ..definition.reading.decode import MAX_BYTES
from ..definition.reading.reader import Definition, read_definition
from ..definition.reading.source import Source, read_yaml
from ..store.kept import NOTHING, Kept
from ..store.os_faults import reason
from .files import Found
from .kept_values import KeptValues

M = TypeVar("M", bound=BaseModel)


class Read(Protocol):
    """Gives the definition of a file."""

    def __call__(self, item: Found, model: type[M]) -> Definition[M]: ...


class DefinitionReader:
    """Definitions by path, kept from one build to the next; `kept` keeps what is in them beyond that."""

    def __init__(self, kept: Kept = NOTHING) -> None:
        self._values = KeptValues(kept)
        self._kept: dict[str, tuple[type[BaseModel], Definition[Any]]] = {}

    def read(self, item: Found, model: type[M]) -> Definition[M]:
        """The file as `model`. Never raises: what is wrong stands in the definition's findings."""
        try:
            data = _bytes_of(item.file)
        except OSError as error:
            return Definition(item.path, b"", None, [_unreadable(item.path, error)])
        kept = self._kept.get(item.path)
        if kept and kept[0] == model and kept[1].data == data:
            return cast("Definition[M]", kept[1])
        definition = self._parsed(item.path, data, model)
        self._kept[item.path] = (model, definition)
        return definition

    def _parsed(self, path: str, data: bytes, model: type[M]) -> Definition[M]:
        if value := self._values.get(data):
            definition = read_definition(path, data, model, Source(value))
            if definition.model is not None:
                return definition
        source = read_yaml(data)
        if not source.faults:
            self._values.put(data, source.value)
        return read_definition(path, data, model, source)

    def close(self, paths: Iterable[str]) -> None:
        """At the end of a build that read these files and no others."""
        self._values.close()
        for gone in self._kept.keys() - set(paths):
            del self._kept[gone]


def _bytes_of(file: Path) -> bytes:
    """As much as is needed to see that it is too long.

    Only plain files are opened: a pipe or a device would be waited on for ever, and what is read is published, so that
    a link could show the world any file of this machine.
    """
    mode = file.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise OSError(0, "hanya tautan (symlink) ke berkas lain")
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        raise OSError(0, "bukan berkas biasa")
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _unreadable(path: str, error: OSError) -> Finding:
    return Finding(
        Severity.ERROR,
        "tak-terbaca",
        f"berkas ini tidak dapat dibuka ({reason(error)})",
        path,
        remedy="periksa izin berkasnya; tautan diganti dengan salinan berkasnya, dan nama folder tidak boleh berakhiran .yml",
    )
