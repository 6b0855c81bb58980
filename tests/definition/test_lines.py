"""The quick way to a line is the same line as the reader's."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.definition.findings import Loc
from sop_catalogue.definition.reading.lines import line_of, lines_of
from sop_catalogue.definition.reading.source import read_yaml

ROOT = Path(__file__).parents[2] / "sop_defs"
FILES = sorted(ROOT.rglob("*.yml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_everywhere_in_a_real_definition(file: Path) -> None:
    data = file.read_bytes()
    source = read_yaml(data)
    lines = lines_of(data, source.places)
    for loc in source.places:
        if loc and not isinstance(source.lookup(loc), str):
            assert line_of(lines, loc) == source.place(loc)[0], loc
    assert len(lines) > len(source.places) / 2


@pytest.mark.parametrize(
    ("loc", "line"),
    [
        ((), 1),
        (("nama",), 1),
        (("keterkaitan",), 3),
        (("keterkaitan", 1), 5),
        (("keterkaitan", 1, "sop"), 5),
        (("nomor", 0, "teks"), 2),
        (("tiada", 3), 1),
    ],
)
def test_what_is_not_written_stands_where_it_would(loc: Loc, line: int) -> None:
    data = b"\xef\xbb\xbfnama: A\r\nnomor: 1\r\nketerkaitan:\r\n  - B\r\n  - {teks: C, sop: d}\r\nlangkah: []\r\n"
    assert line_of(lines_of(data, [loc]), loc) == line


def test_nothing_is_read_behind_what_is_asked_for() -> None:
    assert line_of(lines_of(b"nama: A\nnomor: 1\nlangkah: [{{{\n", [("nama",)]), ("nama",)) == 1


@pytest.mark.parametrize(
    "data", [b"", b"- a", b"nama: [", b"\xff", b"nama: *x\nnomor: 1", b"? [a]\n: b\nnama: A"]
)
def test_what_is_no_definition_gives_the_first_line(data: bytes) -> None:
    assert line_of(lines_of(data, [("nomor", 0)]), ("nomor", 0)) in (1, 2)
