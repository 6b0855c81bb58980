"""Definitions read as the public may read them: what is hidden has left the values before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from ...definition.reading.reader import Definition, read_definition
from ...definition.reading.source import Source, read_yaml
from ...definition.reading.written import written
from ...definition.schema import MODELS
from ...store.folder import Folder
from ...store.kept import NOTHING, Kept
from ..files import Found
from ..reading import DefinitionReader
from .known import People, people_among, people_in, people_of
from .settings import Hiding
from .veil import Veil

M = TypeVar("M", bound=BaseModel)

_REWRITTEN = b"# Ditulis ulang tanpa nama atau NIP; naskah aslinya tidak diterbitkan.\n"


class VeiledReader(DefinitionReader):
    """`kept` keeps nothing that is hidden."""

    def __init__(self, folder: Folder, veil: Veil, kept: Kept = NOTHING) -> None:
        super().__init__(folder, kept, f"definisi-{veil.hiding}.json")
        self.veil = veil

    def parse(self, path: str, data: bytes, model: type[M]) -> Definition[M]:
        veil = self.veil.over(data)
        shown = veil.source(data)
        value = self._values.get(shown)
        source = Source(value) if value else self._source(shown)
        if source.value is None or source.broken:
            return _withheld(read_definition(path, shown, model, source))
        hidden = veil.value(source.value)
        if hidden != source.value:  # a name that is folded, or escaped, so that the text does not show it
            shown = _REWRITTEN + written(hidden)
            source = read_yaml(shown)
        definition = read_definition(path, shown, model, source)
        return definition if definition.model is not None else read_definition(path, shown, model)


class Readings:
    """The readers of a folder: one for each way to hide something, over the one that sees all."""

    def __init__(self, folder: Folder, kept: Kept) -> None:
        self.open = DefinitionReader(folder, kept)
        self._folder, self._kept = folder, kept
        self._veiled: dict[Hiding, VeiledReader] = {}

    def veil(self, hiding: Hiding, files: Iterable[Found]) -> Veil:
        return Veil(hiding, people_of_all(files, self.open) if hiding else People())

    def reader(self, veil: Veil) -> DefinitionReader:
        """The same as long as the same is hidden."""
        if not veil.hiding:
            return self.open
        known = self._veiled.get(veil.hiding)
        if not known or known.veil != veil:
            known = self._veiled[veil.hiding] = VeiledReader(self._folder, veil, self._kept)
        return known


def _withheld(definition: Definition[M]) -> Definition[M]:
    """One that cannot be understood may name anybody: what is wrong is told, and nothing quoted."""
    findings = [replace(found, value="", expected="", remedy="") for found in definition.findings]
    return Definition(definition.path, b"", None, findings)


def people_of_all(files: Iterable[Found], reader: DefinitionReader) -> People:
    """Of every definition, also of those that are at fault."""
    found: list[Mapping[str, Any]] = []
    for item in files:
        definition = reader.read(item, MODELS[item.kind.value])
        if definition.model is not None:
            found += people_in(definition.model)
        else:
            found += people_among(read_yaml(definition.data).value)
    return people_of(found)
