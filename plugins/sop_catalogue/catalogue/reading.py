"""Definition files read; what did not change since is not read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from ..definition.findings import Finding, Severity
from ..definition.reading.decode import MAX_BYTES
from ..definition.reading.reader import Definition, read_definition
from ..definition.reading.source import Source, read_yaml
from ..store.folder import Folder
from ..store.kept import NOTHING, Kept
from ..store.os_faults import reason
from .files import Found
from .kept_values import PLACE, KeptValues

M = TypeVar("M", bound=BaseModel)


class DefinitionReader:
    """Definitions by path, kept from one build to the next; `kept` keeps what is in them beyond that."""

    def __init__(self, folder: Folder, kept: Kept = NOTHING, place: str = PLACE) -> None:
        self.folder = folder
        self._values = KeptValues(kept, place)
        self._kept: dict[str, tuple[type[BaseModel], bytes, Definition[Any]]] = {}

    def read(self, item: Found, model: type[M]) -> Definition[M]:
        """The file as `model`. Never raises: what is wrong stands in the definition's findings."""
        try:
            data = self.folder.read(item.path, MAX_BYTES + 1)  # as much as shows that it is too long
        except OSError as error:
            return Definition(item.path, b"", None, [_unreadable(item.path, error)])
        kept = self._kept.get(item.path)
        if kept and kept[:2] == (model, data):
            return cast("Definition[M]", kept[2])
        definition = self.parse(item.path, data, model)
        self._kept[item.path] = (model, data, definition)
        return definition

    def parse(self, path: str, data: bytes, model: type[M]) -> Definition[M]:
        if value := self._values.get(data):
            definition = read_definition(path, data, model, Source(value))
            if definition.model is not None:
                return definition
        return read_definition(path, data, model, self._source(data))

    def _source(self, data: bytes) -> Source:
        source = read_yaml(data)
        if not source.faults:
            self._values.put(data, source.value)
        return source

    def close(self, paths: Iterable[str]) -> None:
        """At the end of a build that read these files and no others."""
        self._values.close()
        for gone in self._kept.keys() - set(paths):
            del self._kept[gone]


def _unreadable(path: str, error: OSError) -> Finding:
    return Finding(
        Severity.ERROR,
        "tak-terbaca",
        f"berkas ini tidak dapat dibuka ({reason(error)})",
        path,
        remedy="periksa izin berkasnya; tautan diganti dengan salinan berkasnya, dan nama folder tidak boleh berakhiran .yml",
    )
