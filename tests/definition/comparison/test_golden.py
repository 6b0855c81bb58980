"""What is told of two definitions: each golden file holds both, and the words.

`UPDATE_GOLDEN=1 pytest tests/definition/comparison/test_golden.py` writes what comes out into the files; read the
difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sop_catalogue.definition.comparison.compare import differences
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

FOLDER = Path(__file__).parents[2] / "golden/perubahan"
FILES = {file.stem: file for file in sorted(FOLDER.glob("*.txt"))}
RULE = "---\n"


def read(text: str) -> Sop:
    definition = read_definition("x.yml", text.encode(), Sop)
    assert definition.model, definition.findings
    return definition.model


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_golden(file: Path) -> None:
    before, after, told = file.read_text("utf-8").split(RULE)
    found = "".join(f"{line}\n" for line in differences(read(before), read(after)))
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(RULE.join((before, after, found)), "utf-8")
    assert found == told
    assert differences(read(after), read(after)) == []
