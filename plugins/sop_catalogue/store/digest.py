"""What stands for values in keys: the same for the same values, in every run."""

from __future__ import annotations

import hashlib


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
