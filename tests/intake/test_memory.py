"""A document that asks for too much memory is refused it, and costs nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sop_catalogue.commands.impor.memory import MOST

TRY = """
from sop_catalogue.commands.impor import memory
assert memory.limit()
taken = bytearray({size})
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no such limit")
@pytest.mark.parametrize(("size", "code"), [(MOST // 4, 0), (MOST + 1, 1)])
def test_no_more_than_was_said(size: int, code: int) -> None:
    done = subprocess.run([sys.executable, "-c", TRY.format(size=size)], capture_output=True, text=True)
    assert done.returncode == code
    assert ("MemoryError" in done.stderr) == bool(code)
