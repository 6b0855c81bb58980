"""What is kept elsewhere is found; what is made meanwhile is remembered for a while, and by nobody else."""

from __future__ import annotations

from typing import Any

from .kept import Kept

_MOST = 64
"""Things; what is asked for again is asked for soon."""


class PassingKept(Kept):
    def __init__(self, below: Kept) -> None:
        self._below = below
        self._made: dict[tuple[str, str], Any] = {}

    def value(self, place: str, key: str) -> Any:
        found = self._made.get((place, key))
        return self._below.value(place, key) if found is None else found

    def keep(self, place: str, key: str, value: object) -> None:
        while len(self._made) >= _MOST:
            del self._made[next(iter(self._made))]
        self._made[place, key] = value

    def data(self, place: str, key: str) -> bytes | None:
        return self._below.data(place, key)

    def mark_used(self, place: str) -> None:
        self._below.mark_used(place)
