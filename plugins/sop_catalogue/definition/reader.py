"""From a file's bytes to a validated model, or to all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from .explain import explain
from .findings import Fault, Finding, field_name
from .source import Place, Source, read_yaml

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Document(Generic[M]):
    """One definition file as read."""

    path: str
    """As messages name it."""
    source: Source
    model: M | None
    """None when a fault kept it from being read."""
    findings: list[Finding]

    def finding(self, fault: Fault, place: Place | None = None) -> Finding:
        """The fault with its file and line."""
        loc = self.source.written(fault.loc)
        line, column = place or self.source.place(loc, on_key=fault.on_key)
        return Finding(
            fault.severity,
            fault.code,
            fault.message,
            self.path,
            line,
            column,
            field_name(loc),
            fault.value,
            fault.expected,
            fault.remedy,
        )


def read_document(path: str, data: bytes, model: type[M]) -> Document[M]:
    """Read one file as `model`. Never raises: what is wrong stands in `findings`."""
    document: Document[M] = Document(path, read_yaml(data), None, [])
    source = document.source
    document.findings = [document.finding(fault, place) for place, fault in source.faults]
    if source.value is None:
        return document
    value: Any = source.value
    try:
        document.model = model.model_validate(value)
    except ValidationError as error:
        document.findings += [document.finding(fault) for fault in explain(error, source, model)]
    if source.faults:
        document.model = None
    return document
