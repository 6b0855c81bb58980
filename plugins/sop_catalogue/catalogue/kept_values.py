"""What definition files hold, kept from one run to the next, so that only changed ones are parsed again.

Kept are the plain values that the YAML reader found, by the content they were found in; whether they make a definition
is asked anew each time. Only files without a fault are kept, for the others need their lines.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ..store.kept import NOTHING, Kept
from ..store.program import program

PLACE = "definisi.json"


class KeptValues:
    """All at one place. Whatever is unreadable there is read from the definitions again, and written over."""

    def __init__(self, kept: Kept, place: str = PLACE) -> None:
        self._kept, self._place = kept, place
        self._known: dict[str, Any] = kept.value(place, _reader()) or {}
        self._used: dict[str, Any] = {}

    def get(self, data: bytes) -> Any:
        """The values of these bytes; None when they are not known."""
        key = _key(data)
        if key in self._known:
            self._used[key] = self._known[key]
        return self._known.get(key)

    def put(self, data: bytes, value: Any) -> None:
        if self._kept is not NOTHING:  # until the end, thousands of files are too much to hold in vain
            self._used[_key(data)] = value

    def close(self) -> None:
        """Write down what was used, and hold nothing any more: a process remembers its definitions itself."""
        if self._used.keys() != self._known.keys():
            self._kept.keep(self._place, _reader(), self._used)
        self._kept, self._known, self._used = NOTHING, {}, {}


def _key(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def _reader() -> str:
    """Another reader may find other values in the same bytes."""
    return program("definition/reading")
