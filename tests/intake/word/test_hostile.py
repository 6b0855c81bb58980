"""DOCX that nobody made in good faith: a sentence each, never a traceback."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.intake.ooxml import package, xml
from sop_catalogue.intake.primitives import UnreadableError
from sop_catalogue.intake.word import document, shapes
from sop_catalogue.intake.word.reading import read_docx
from sop_catalogue.intake.wording.definition_text import definition_text
from tests.intake.word.maker import HABITS, docx

MANY, FEW = 2000, 100
MAIN = "word/document.xml"


def outcome(data: bytes) -> str:
    try:
        return "".join(definition_text(sop) for sop in read_docx("x.docx", data))
    except UnreadableError as reason:
        return str(reason)


def parts(habit: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx(habit))) as made:
        return {name: made.read(name) for name in made.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def body(content: str, **more: bytes) -> bytes:
    head = re.match(rb".*?<w:body>", parts("sel")[MAIN], re.S)
    assert head
    return packed({MAIN: head[0] + content.encode() + b"</w:body></w:document>", **more})


def test_bytes_of_the_zip_gone_wrong(nightly: bool) -> None:
    whole = [docx(habit) for habit in HABITS]
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        data = bytearray(r.choice(whole))
        for _ in range(r.choice([1, 5, 50, 500])):
            data[r.randrange(len(data))] = r.randrange(256)
        if r.random() < 0.3:
            del data[r.randrange(len(data)) :]
        assert outcome(bytes(data)), number


def test_parts_gone_wrong(nightly: bool) -> None:
    """Numbers grow or turn negative, elements are doubled, emptied, swapped: still XML, no longer a form."""
    for number in range(MANY if nightly else FEW):
        r = Random(number)
        files = parts(r.choice(HABITS))
        name = r.choice([MAIN, MAIN, MAIN, *files])
        text = files[name].decode()
        for _ in range(r.choice([1, 3, 20])):
            text = r.choice((_number, _doubled, _gone, _renamed))(text, r)
        files[name] = text.encode()
        assert outcome(packed(files)), number


def _number(text: str, r: Random) -> str:
    found = list(re.finditer(r'="(-?\d+)"', text))
    if not found:
        return text
    at = r.choice(found)
    return f"{text[: at.start(1)]}{r.choice(['-1', '0', '99999999999', '1e9', '', 'x', '4294967296'])}{text[at.end(1) :]}"


def _doubled(text: str, r: Random) -> str:
    found = list(re.finditer(r"<w:tc>.*?</w:tc>|<w:tr>.*?</w:tr>|<w:gridSpan[^>]*/>|<w:p/>", text, re.S))
    if not found:
        return text
    one, other = r.choice(found), r.choice(found)
    return text[: one.start()] + other[0] + text[one.start() :]


def _gone(text: str, r: Random) -> str:
    found = list(
        re.finditer(r"<(\w+:\w+)[^>]*/>|<(w:tc|w:tr|w:tblGrid|a:xfrm|wps:spPr)>.*?</\2>", text, re.S)
    )
    at = r.choice(found) if found else None
    return text[: at.start()] + text[at.end() :] if at else text


def _renamed(text: str, r: Random) -> str:
    names = sorted(set(re.findall(r"<(\w+:\w+)", text)))
    return text.replace(r.choice(names), r.choice(names)) if names else text


@given(st.binary(max_size=2000))
def test_anything_at_all(data: bytes) -> None:
    assert outcome(data)
    assert outcome(packed({MAIN: data}))


def test_a_bomb() -> None:
    assert "terlalu besar setelah dibuka" in outcome(packed({MAIN: b" " * (package.LARGEST_PART + 1)}))


def test_too_many_parts() -> None:
    files = {f"../{k}": b"" for k in range(package.MOST_PARTS + 1)}
    assert "lebih dari" in outcome(packed(files))


def test_entities_and_types_of_documents() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "DTD" in outcome(packed({MAIN: bomb}))
    other = parts("sel") | {"word/numbering.xml": b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}
    assert "DTD" in outcome(packed(other))


def test_what_is_elsewhere_is_not_asked_for() -> None:
    files = parts("sel")
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"numbering.xml", b"../../../../etc/passwd"
    )
    assert "Mengajukan permohonan" in outcome(packed(files))


def test_a_password_and_old_word() -> None:
    assert "terkunci kata sandi atau berjenis lama" in outcome(b"\xd0\xcf\x11\xe0" + b"\0" * 99)


def test_too_deep() -> None:
    assert "terlalu dalam" in outcome(body("<w:sdt>" * xml.DEEPEST + "</w:sdt>" * xml.DEEPEST))


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ELEMENTS", 99)
    assert "terlalu besar" in outcome(docx("sel"))


def test_too_many_shapes_and_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST", 3)
    assert "lebih dari 3 bentuk" in outcome(docx("kelompok"))
    monkeypatch.undo()
    monkeypatch.setattr(document, "MOST_CELLS", 30)
    assert "lebih dari 30 sel" in outcome(docx("sel"))
    assert shapes.MOST > 1000


def test_numbers_that_no_list_has() -> None:
    level = (
        '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1.%2.%9)"/></w:lvl>'
    )
    levels = "".join(level.format(k, start, form) for k, (start, form) in enumerate([("99999", "upperRoman"), ("-5", "lowerLetter"), ("0", "bullet"), ("7", "aneh")]))  # fmt: skip
    numbering = f'<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    files = parts("sel")
    files["word/numbering.xml"] = numbering.encode()
    files[MAIN] = re.sub(rb'<w:ilvl w:val="0"/>', b'<w:ilvl w:val="3"/>', files[MAIN], count=1)
    assert "Mengajukan permohonan" in outcome(packed(files))
