"""From a file's bytes to a validated model, or to all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ..findings import Fault, Finding, field_name
from .decode import Place
from .explain import explain
from .source import Source, read_yaml

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Definition(Generic[M]):
    """One definition file as read."""

    path: str
    """As messages name it."""
    data: bytes
    """The file's bytes; places are found again when a finding needs them, for they outweigh the model."""
    model: M | None
    """None when a fault kept it from being read."""
    findings: list[Finding]
    _told: dict[Fault, Finding] = field(default_factory=dict)
    """A server finds the same faults at every save."""

    def finding(self, fault: Fault) -> Finding:
        """The fault with its file and line."""
        if fault not in self._told:
            self._told[fault] = located(self.path, _read_again(self.data), fault)
        return self._told[fault]


_read_again = lru_cache(maxsize=1)(read_yaml)
"""One file's findings come one after the other."""


def located(path: str, source: Source, fault: Fault, place: Place | None = None) -> Finding:
    loc = source.written(fault.loc)
    line, column = place or source.place(loc, on_key=fault.on_key)
    return Finding(
        fault.severity,
        fault.code,
        fault.message,
        path,
        line,
        column,
        field_name(loc),
        fault.value,
        fault.expected,
        fault.remedy,
    )


def read_definition(path: str, data: bytes, model: type[M], source: Source | None = None) -> Definition[M]:
    """Read one file as `model`. Never raises: what is wrong stands in `findings`.

    `source` is what the file holds, where that is known already.
    """
    source = source or read_yaml(data)
    definition: Definition[M] = Definition(path, data, None, [])
    definition.findings = [located(path, source, fault, place) for place, fault in source.faults]
    if source.value is None:
        return definition
    try:
        read = model.model_validate(source.value)
    except ValidationError as error:
        definition.findings += [located(path, source, fault) for fault in explain(error, source, model)]
    else:
        definition.model = None if source.broken else read
    return definition
