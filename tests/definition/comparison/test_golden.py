"""What is told of two definitions: each golden file holds both, and the words.

`UPDATE_GOLDEN=1 pytest tests/definition/comparison/test_golden.py` writes what comes out into the files; read the
difference before committing it.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from sop_catalogue.definition.comparison.compare import compare, differences
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop
from tests.definition.golden import FILES as DEFINITIONS
from tests.definition.golden import Case

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


def test_whatever_can_be_written_is_compared() -> None:
    """With itself in silence, with anything else in words."""
    cases = (Case.load(file) for file in DEFINITIONS.values())
    texts = (case.text.encode() for case in cases if case.kind == "sop")
    sops = [model for text in texts if (model := read_definition("x.yml", text, Sop).model)]
    for one, other in pairwise(sops):
        found = compare(one, one)
        assert not found.changes and not any(mark for pair in found.charts for mark in pair.marked)
        assert differences(one, other)
