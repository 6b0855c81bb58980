"""Every golden case reads and says what its file holds.

`UPDATE_GOLDEN=1 pytest tests/definition/test_golden.py` writes what comes out into the files; read the difference
before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.definition.golden import FILES, Case


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_golden(file: Path) -> None:
    expected = Case.load(file)
    found = expected.outcome()
    if os.environ.get("UPDATE_GOLDEN"):
        found.save(file)
    assert found == expected


def test_a_definition_with_twenty_faults_gives_twenty_findings_on_their_lines() -> None:
    case = Case.load(FILES["salah-dua-puluh"])
    marked = {i for i, line in enumerate(case.text.splitlines(), 1) if "⚠" in line}
    found = [int(line.split(":")[1]) for line in case.said.splitlines() if line.startswith("sop.yml:")]
    assert len(marked) == 20
    assert sorted(found) == sorted(marked)
