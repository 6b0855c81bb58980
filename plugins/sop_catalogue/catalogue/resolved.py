"""Charts resolved, kept from build to build: a flow is the same as long as its definition and the roles it may name are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..definition.flow.resolve import Resolved, resolve
from ..definition.reading.reader import Definition
from ..definition.sop import Sop

Charts = tuple[Resolved, ...]
"""Of one definition, in its order."""


class ResolvedCharts:
    """By path."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Definition[Sop], Mapping[str, str], Charts]] = {}

    def of(self, definition: Definition[Sop], sop: Sop, roles: Mapping[str, str]) -> Charts:
        kept = self._kept.get(definition.path)
        if kept and kept[0] is definition and kept[1] == roles:
            return kept[2]
        charts = tuple(
            resolve(written, ("bagan", i) if sop.bagan else (), roles)
            for i, written in enumerate(sop.semua_bagan)
        )
        self._kept[definition.path] = (definition, roles, charts)
        return charts

    def close(self, paths: Iterable[str]) -> None:
        """At the end of a build that had these definitions and no others."""
        for gone in self._kept.keys() - set(paths):
            del self._kept[gone]
