"""What definition files hold, kept from one run to the next, so that only changed ones are parsed again.

Kept are the plain values that the YAML reader found, by the content they were found in; whether they make a definition
is asked anew each time. Only files without a fault are kept, for the others need their lines.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..store.keep import keep, kept


class KeptValues:
    """One file. Whatever is unreadable there is read from the definitions again, and written over."""

    def __init__(self, file: Path | None) -> None:
        """Without a file, nothing is kept."""
        self.file = file
        self._known: dict[str, Any] = (file and kept(file, _reader())) or {}
        self._used: dict[str, Any] = {}

    def get(self, data: bytes) -> Any:
        """The values of these bytes; None when they are not known."""
        key = _key(data)
        if key in self._known:
            self._used[key] = self._known[key]
        return self._known.get(key)

    def put(self, data: bytes, value: Any) -> None:
        if self.file:
            self._used[_key(data)] = value

    def close(self) -> None:
        """Write down what was used, and hold nothing any more: a process remembers its definitions itself."""
        if self.file and self._used.keys() != self._known.keys():
            keep(self.file, _reader(), self._used)
        self.file, self._known, self._used = None, {}, {}


def _key(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def _reader() -> str:
    """Another reader may find other values in the same bytes."""
    code = files("sop_catalogue.definition.reading")
    return _key(
        b"".join(code.joinpath(name).read_bytes() for name in ("decode.py", "source.py", "yaml_faults.py"))
    )
