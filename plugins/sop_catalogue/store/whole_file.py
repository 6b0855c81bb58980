"""Files that are there whole or not at all: two builds may run at once, and either may be stopped."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

BEGUN = "sop-kept-????????.tmp"
"""What a write that was cut short leaves behind."""


def write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix="sop-kept-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
