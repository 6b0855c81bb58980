"""Where the parts of a file stand in its text, letter by letter: what an edit goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .events import LOADER


@dataclass(slots=True)
class Part:
    """A text, a list or a mapping; `start` and `end` are places in the file's text."""

    start: int
    end: int
    """Behind its last letter; comments and empty lines that follow belong to it no more."""
    column: int
    """Of its first letter, or of its first hyphen or key."""
    in_flow: bool
    """Between brackets."""
    items: list[Part] | None = None
    pairs: dict[str, Pair] | None = None

    @property
    def alone(self) -> bool:
        """Whether it is one text."""
        return self.items is None and self.pairs is None


@dataclass(slots=True)
class Pair:
    key: int
    """Where the key begins."""
    key_end: int
    value: Part = field(repr=False)


def laid_out(text: str) -> Part:
    """The whole text, which holds one document without signs of YAML's own (`read_yaml` finds no error)."""
    events = yaml.parse(text, Loader=LOADER)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    return _part(next(events), events, text, in_flow=False)


def _part(event: Any, events: Iterator[Any], text: str, *, in_flow: bool) -> Part:
    start, column = event.start_mark.index, event.start_mark.column
    part = Part(start, start, column, in_flow or bool(getattr(event, "flow_style", False)))
    if isinstance(event, yaml.SequenceStartEvent):
        part.items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            part.items.append(_part(event, events, text, in_flow=part.in_flow))
        last = part.items[-1:]
    elif isinstance(event, yaml.MappingStartEvent):
        part.pairs = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            value = _part(next(events), events, text, in_flow=part.in_flow)
            part.pairs[str(event.value)] = Pair(event.start_mark.index, event.end_mark.index, value)
        last = [pair.value for pair in list(part.pairs.values())[-1:]]
    else:
        part.end = _end_of_text(event, text)
        return part
    part.end = last[0].end if last and not part.in_flow else event.end_mark.index
    return part


def _end_of_text(event: Any, text: str) -> int:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in ("|", ">") and "+" not in text[start:end].split("\n", 1)[0]:
        end = start + len(text[start:end].rstrip("\r\n "))
    return int(end)
