"""What is not heard becomes an artifact, and nothing else of a page changes."""

from __future__ import annotations

import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.press.strokes import drawn

LINE, GROUND, CLIP, CURVE = (
    "0 0 m\n9 9 l\nS",
    "1 2 3 4 re\nf",
    "0 0 9 9 re\nW* n",
    "0 0 m\n1 1 2 2 3 3 c\nh\nB*",
)
WORDS = "BT\n/F1 12 Tf\n1 0 0 -1 5 5 Tm\n<0026> Tj\n4.5 0 Td <0027> Tj\nET"
STATE = "/G3 gs\n1 0 0 RG 0 0 0 rg\n2 0 0 2 1 1 cm"
IMAGE = "/X5 Do"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (LINE, f"/Artifact BMC\n{LINE}\nEMC"),
        (f"q\n{STATE}\n{GROUND}\n{LINE}\nQ", f"q\n{STATE}\n/Artifact BMC\n{GROUND}\n{LINE}\nEMC\nQ"),
        (f"{CLIP}\n{STATE}", f"{CLIP}\n{STATE}"),
        (f"/P <</MCID 1 >>BDC\n{WORDS}\n{LINE}\nEMC", f"/P <</MCID 1 >>BDC\n{WORDS}\n{LINE}\nEMC"),
        (f"/TD <</MCID 2 >>BDC\n{GROUND}\nEMC", f"/Artifact BMC\n{GROUND}\nEMC"),
        (f"/P <</MCID 2 >>BDC\n{IMAGE}\nEMC", f"/P <</MCID 2 >>BDC\n{IMAGE}\nEMC"),
        (f"/Figure <</MCID 8 >>BDC\n{GROUND}\nEMC", f"/Figure <</MCID 8 >>BDC\n{GROUND}\nEMC"),
        (
            f"/P <</MCID 9 >>BDC\n{WORDS}\nEMC",
            f"/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n{WORDS}\nEMC",
        ),
        (f"{WORDS}\n/P <</MCID 1 >>BDC\n{WORDS}\nEMC", f"/Artifact BMC\n{WORDS}\nEMC\n/P <</MCID 1 >>BDC\n{WORDS}\nEMC"),
    ],
)  # fmt: skip
def test_what_is_heard_and_what_is_not(given: str, expected: str) -> None:
    found = drawn(given.encode(), pictures={8}, foot={9})
    assert found.data.decode().split() == expected.split()
    assert found.strokes == ({2} if given.startswith("/TD") else set())


def test_where_a_picture_is() -> None:
    page = f"q\n2 0 0 -2 10 100 cm\n/Figure <</MCID 0 >>BDC\n{GROUND}\nEMC\nQ\n"
    page += f"q\n1 0 0 1 5 5 cm\n30 0 0 40 1 2 cm\n/Figure <</MCID 1 >>BDC\n{IMAGE}\nEMC\nQ"
    assert drawn(page.encode(), pictures={0, 1}, foot=()).boxes == {
        0: (12, 88, 18, 96),
        1: (6, 7, 36, 47),
    }


PAINTED = st.sampled_from([LINE, GROUND, CURVE, WORDS, IMAGE])
PIECES = st.lists(st.one_of(PAINTED, st.sampled_from([CLIP, STATE])), max_size=4).map("\n".join)
PAGES = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map("\n".join),
        inner.map(lambda page: f"q\n{page}\nQ"),
    ),
    max_leaves=12,
)
TAGGED = st.tuples(st.integers(0, 20), PIECES).map(lambda part: f"/P <</MCID {part[0]} >>BDC\n{part[1]}\nEMC")


@given(
    st.lists(st.one_of(PAGES, TAGGED, TAGGED.map(lambda part: f"q\n{part}\nQ")), max_size=8).map("\n".join)
)
def test_everything_painted_is_marked_and_nothing_else_changes(page: str) -> None:
    found = drawn(page.encode(), pictures=(), foot={7})
    before, after = _parsed(page.encode()), _parsed(found.data)
    assert [part for part in after if part[0] not in _MARKS] == [
        part for part in before if part[0] not in _MARKS
    ]
    depth, saved = 0, [0]
    for operator, _ in after:
        depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(operator, 0)
        assert depth in (0, 1)
        assert depth or operator not in {"S", "f", "B*", "Tj", "Do"}
        if operator == "q":
            saved.append(depth)
        if operator == "Q":
            assert saved.pop() == depth
    assert drawn(found.data, pictures=(), foot={7}).data == found.data
    heard = {int(number) for number in re.findall(rb"/MCID (\d+)", found.data)}
    assert heard <= {int(number) for number in re.findall(r"/MCID (\d+)", page)} - {7}


_MARKS = {"BMC", "BDC", "EMC"}


_PDF = pikepdf.Pdf.new()
"""Streams live no longer than theirs."""


def _parsed(data: bytes) -> list[tuple[str, list[str]]]:
    parts = pikepdf.parse_content_stream(_PDF.make_stream(data))
    return [(str(part.operator), [str(operand) for operand in part.operands]) for part in parts]
