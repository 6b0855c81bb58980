"""On which line of a definition a few of its values stand, read no further than needed.

What a finding needs of one file, `read_yaml` gives; this is for reports that name a line of nearly every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from ..findings import Loc
from .decode import decode
from .events import LOADER

Lines = dict[Loc, int]


def lines_of(data: bytes, wanted: Iterable[Loc]) -> Lines:
    """The lines, counted from 1, of everything below the top keys that `wanted` stands under."""
    found: Lines = {(): 1}
    tops = {loc[0] for loc in wanted if loc}
    events = yaml.parse(decode(data)[0], Loader=LOADER)
    try:
        root = next(event for event in events if isinstance(event, yaml.NodeEvent))
        if isinstance(root, yaml.MappingStartEvent):
            _pairs(events, (), found, tops)
    except (yaml.YAMLError, ValueError, StopIteration, RecursionError):
        pass  # a repaired file: what was found until its slip is found
    return found


def line_of(lines: Lines, loc: Loc) -> int:
    """Of `loc`, or of the nearest thing around it that was written."""
    while loc not in lines:
        loc = loc[:-1]
    return lines[loc]


def _pairs(events: Iterator[Any], loc: Loc, found: Lines, tops: set[str | int] | None = None) -> None:
    """The keys of one mapping; with `tops`, only until these have come."""
    while (tops is None or tops) and not isinstance(key := next(events), yaml.MappingEndEvent):
        name = getattr(key, "value", "")
        here = (*loc, name)
        found[here] = key.start_mark.line + 1
        _value(events, next(events), here, found if tops is None or name in tops else {})
        if tops:
            tops.discard(name)


def _value(events: Iterator[Any], event: Any, loc: Loc, found: Lines) -> None:
    if isinstance(event, yaml.MappingStartEvent):
        _pairs(events, loc, found)
    elif isinstance(event, yaml.SequenceStartEvent):
        number = 0
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            found[*loc, number] = item.start_mark.line + 1
            _value(events, item, (*loc, number), found)
            number += 1
