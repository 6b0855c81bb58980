"""Workbooks that nobody made in good faith: a sentence each, never a traceback."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.intake.ooxml import package
from sop_catalogue.intake.primitives import UnreadableError
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.intake.xlsx import drawing, lattice, workbook
from sop_catalogue.intake.xlsx.reading import read_xlsx
from tests.intake.xlsx.book import MAIN, Sheet, saved
from tests.intake.xlsx.shapes import group, shape
from tests.intake.xlsx.small import Small, arrows, chart

MANY, FEW = 2000, 200
SHEET, STRINGS, DRAWING = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/drawings/drawing1.xml"


def outcome(data: bytes) -> str:
    try:
        return "".join(definition_text(sop) for sop in read_xlsx("x.xlsx", data))
    except UnreadableError as reason:
        return str(reason)


def small() -> Small:
    made = Small()
    a, b, c = made.symbol(0, 0), made.symbol(1, 1, "diamond"), made.symbol(2, 1)
    for source, target in ((a, b), (b, c)):
        made.arrow(source, target)
    made.arrow(b, a, "right", "right")
    made.say(made.spot(1, 2), "Tidak")
    return made


@cache
def plain() -> bytes:
    return saved([small().sheet])


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(found: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in found.items():
            file.writestr(name, data)
    return out.getvalue()


def test_bytes_gone_wrong(nightly: bool) -> None:
    """In the zip, and in what is in it."""
    inside = parts(plain())
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        if number % 2:
            data = _spoilt(r, plain())
        else:
            name = r.choice(sorted(inside))
            data = packed(inside | {name: _spoilt(r, inside[name])})
        assert outcome(data)


def _spoilt(r: Random, data: bytes) -> bytes:
    found = bytearray(data)
    for _ in range(r.choice([1, 3, 10, 100])):
        found[r.randrange(len(found))] = r.randrange(256)
    if r.random() < 0.2:
        del found[r.randrange(len(found)) :]
    return bytes(found)


def test_numbers_gone_wrong(nightly: bool) -> None:
    """Well-formed, but no program would write it."""
    inside = parts(plain())
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        name = r.choice([SHEET, DRAWING, "xl/styles.xml"])
        pieces = inside[name].decode().split('"')
        for _ in range(r.choice([1, 3, 20])):
            pieces[r.randrange(1, len(pieces), 2)] = r.choice(
                ["", "-1", "0", "1e308", "nan", "99999999999", "x", "A1:XFD1048576", "-5400000"]
            )
        assert outcome(packed(inside | {name: '"'.join(pieces).encode()}))


@given(st.binary(max_size=2000))
def test_anything_at_all(data: bytes) -> None:
    assert outcome(data)
    assert outcome(b"PK\x03\x04" + data)


ENTITIES = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}<sst xmlns="{MAIN}"><si><t>&b;&c;</t></si></sst>'
    assert "DTD" in outcome(packed(parts(plain()) | {STRINGS: text.encode(encoding)}))


def test_a_zip_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
    bomb = packed(parts(plain()) | {SHEET: b" " * 1_000_001})
    assert len(bomb) < 20_000
    assert "terlalu besar setelah dibuka" in outcome(bomb)


def test_too_many_entries_elements_and_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    many = parts(plain()) | {f"x/{k}": b"" for k in range(package.MOST_PARTS)}
    assert f"lebih dari {package.MOST_PARTS} berkas" in outcome(packed(many))
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert "bertumpuk terlalu dalam" in outcome(packed(parts(plain()) | {STRINGS: deep}))
    monkeypatch.setattr(package, "MOST_ELEMENTS", 100)
    assert "terlalu banyak sel" in outcome(plain())


def test_too_many_shapes_and_worksheets() -> None:
    made = Small()
    box = made.spot(0, 0)
    inner = "".join(shape(k, "rect", box) for k in range(drawing.MOST_SHAPES + 1))
    made.add(box, group(9, inner, box, box))
    assert f"lebih dari {drawing.MOST_SHAPES} bentuk" in outcome(saved([made.sheet]))
    assert f"lebih dari {workbook.MOST_SHEETS} lembar" in outcome(
        saved([Sheet(f"L{k}") for k in range(workbook.MOST_SHEETS + 1)])
    )


def test_groups_in_groups() -> None:
    made = Small()
    box = made.spot(0, 0)
    inner = shape(2, "rect", box)
    for k in range(20):
        inner = group(3 + k, inner, box, box)
    made.add(box, inner)
    assert len(chart(made.sheet).nodes) == 1


def test_a_worksheet_as_large_as_can_be() -> None:
    made = small()
    made.sheet.merged.append("J10:XFD1048576")
    made.sheet.put(1_048_575, 16_383, "di ujung")
    data = saved([made.sheet])
    assert data != plain()
    assert arrows(read_xlsx("x.xlsx", data)[0].charts[0]) == [(0, 1, ""), (1, 0, "Tidak"), (1, 2, "")]


def test_cells_merged_over_and_over() -> None:
    made = small()
    made.sheet.merged += [f"J{k}:K{lattice.MOST_ROWS}" for k in range(10, 100)]
    assert "terlalu banyak sel yang digabung" in outcome(saved([made.sheet]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kata sandi"),
        (b"", "bukan berkas Word atau Excel"),
        (packed({"mimetype": b"x"}), "bukan berkas Word atau Excel"),
        (packed({"xl/workbook.xml": b"<html/>"}), "bukan berkas Word atau Excel"),
        (packed({"xl/workbook.xml": b"<workbook>"}), "XML tidak utuh"),
        (packed({"xl/workbook.xml": b"<workbook/>"}), "kosong"),
    ],
)
def test_what_is_no_workbook(data: bytes, said: str) -> None:
    assert said in outcome(data)


def test_a_locked_part() -> None:
    data = bytearray(plain())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    assert "kata sandi" in outcome(bytes(data))


def test_names_that_lead_out_and_links_to_elsewhere() -> None:
    relations = parts(plain())["xl/_rels/workbook.xml.rels"].decode()
    out = relations.replace("worksheets/sheet1.xml", "../../../../etc/passwd")
    assert "kosong" in outcome(packed(parts(plain()) | {"xl/_rels/workbook.xml.rels": out.encode()}))
    away = relations.replace('Target="worksheets', 'TargetMode="External" Target="worksheets')
    assert "kosong" in outcome(packed(parts(plain()) | {"xl/_rels/workbook.xml.rels": away.encode()}))


def test_macros_are_not_looked_at() -> None:
    data = packed(parts(plain()) | {"xl/vbaProject.bin": b"Sub Auto_Open()"})
    assert outcome(data).splitlines()[:-3] == outcome(plain()).splitlines()[:-3]
