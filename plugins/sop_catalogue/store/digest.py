"""What stands for values in keys: the same for the same values, in every run."""

from __future__ import annotations

import hashlib
from functools import cached_property


def text_digest(data: bytes) -> str:
    """Of a file's text, for whoever writes it down beside the file: git may give its lines other ends elsewhere."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def digest(*parts: object) -> str:
    """In hexadecimal digits."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        text = repr(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:%s" % (len(text), text))
    return found.hexdigest()


class Once:
    """Values that several keys are made from: what stands for them is made when the first of those is."""

    def __init__(self, *parts: object) -> None:
        self._parts = parts

    def __repr__(self) -> str:
        return self._digest

    @cached_property
    def _digest(self) -> str:
        return digest(*self._parts)
