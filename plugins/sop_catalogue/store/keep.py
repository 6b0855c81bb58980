"""Values kept from one run to the next, each in a file of its own: found again whole, or not at all.

Two runs may share a folder, either may be stopped, the disk may fill up, and whatever else may have written there. So a
file says what it was made from and what its content adds up to; one that does not hold that is no file.
"""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import whole_file

HEAD = re.compile(rb"[0-9a-f]{32,40} [0-9a-f]{8}\n")
"""How every kept file begins."""
DAY = 86_400.0


def keep(file: Path, key: str, value: Any) -> None:
    """Write down what can be made again. A place that cannot be written is no reason to fail."""
    with suppress(OSError, ValueError):
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        whole_file.write(file, f"{_head(key, data)}\n".encode() + data)


def kept(file: Path, key: str) -> Any:
    """What was kept there under the same key, in the types of JSON; None where there is no such thing."""
    try:
        head, _, data = file.read_bytes().partition(b"\n")
        if head.decode() != _head(key, data):
            return None
        mark_used(file)
        return json.loads(data)
    except (OSError, ValueError):
        return None


def mark_used(file: Path) -> None:
    """Files that nobody uses are let go; the day is enough, and spares most of the writing."""
    with suppress(OSError):
        if abs(time.time() - file.stat().st_mtime) > DAY:
            os.utime(file)


def _head(key: str, data: bytes) -> str:
    return f"{key} {zlib.crc32(data):08x}"
