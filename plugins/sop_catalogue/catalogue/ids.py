"""Ids that stand in addresses: unique, and safe as file names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from .files import Scope, reserved


class Ids:
    """The ids of one kind of thing, each given once."""

    def __init__(self, fallback: str) -> None:
        self.fallback = fallback
        """For what has no latin letter or digit in its name."""
        self._taken: set[str] = set()

    def give(self, wanted: str, scope: Scope = ()) -> str:
        """`wanted` itself; with the names of its folders, or a number, when it is taken already."""
        id_ = next(c for c in self._candidates(wanted, scope) if c not in self._taken and not reserved(c))
        self._taken.add(id_)
        return id_

    def _candidates(self, wanted: str, scope: Scope) -> Iterator[str]:
        base = wanted or self.fallback
        yield base
        yield "-".join((*scope, base))
        yield from (f"{base}-{n}" for n in count(2))
