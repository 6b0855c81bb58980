"""Files that are there whole or not at all: two builds may run at once, and either may be stopped."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

BEGUN = "sop-kept-????????.tmp"
"""What a write that was cut short leaves behind."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(file: Path, data: bytes) -> None:
    """For whoever may read what else is written there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    begun = file.with_name(BEGUN.replace("?" * 8, secrets.token_hex(4)))
    handle = os.open(begun, _NEW, 0o666)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        begun.replace(file)
    finally:
        begun.unlink(missing_ok=True)
