"""What is hidden is found however it is written, and nothing else is touched."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.privacy.known import People
from sop_catalogue.catalogue.privacy.settings import Hiding
from sop_catalogue.catalogue.privacy.veil import Veil
from sop_catalogue.definition.daftar import HIDDEN_NAME as NAME
from sop_catalogue.definition.daftar import HIDDEN_NIP as NIP

PEOPLE = People(
    frozenset(("Drs. Adi Wijaya, M.Si.", "Bunga", "Kepala Dinas", "Ibnu Sa'ud")),
    frozenset(("19650101 199003 1 001", "12", "400 123 456")),
    frozenset(("Kepala Dinas",)),
)
BOTH = Veil(Hiding(names=True, nips=True), PEOPLE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Drs. Adi Wijaya, M.Si.", f"{NAME}."),
        ("drs adi wijaya msi", f"drs {NAME} msi"),
        ("oleh ADI WIJAYA pada", f"oleh {NAME} pada"),
        ("**Adi** Wijaya", f"**{NAME}"),
        ("Adi\n    Wijaya", f"{NAME}\n    "),
        ("# Adi\n# Wijaya, S.E.", f"# {NAME}\n# , S.E."),
        ("adi-wijaya_2", f"{NAME}_2"),
        ("Adi. Wijayanto", "Adi. Wijayanto"),
        ("- Adi\n- Wijaya", "- Adi\n- Wijaya"),
        ("Adi: Wijaya", "Adi: Wijaya"),
        ("Bunga dan BUNGA dan bunga", f"{NAME} dan {NAME} dan bunga"),
        ("Kepala Dinas", "Kepala Dinas"),
        ("Ibnu Sa'ud", NAME),
        ("NIP. 196501011990031001", f"NIP. {NIP}"),
        ("NIP 19650101.199003-1\n001 x", f"NIP {NIP}\n x"),
        ("19650101 199003 1 001 2020 19650101 199003 1 001", f"{NIP} 2020 {NIP}"),
        ("19800229 200501 2 003", NIP),
        ("19801399 200501 2 003", "19801399 200501 2 003"),
        ("nomor 12, telepon 400123456", f"nomor 12, telepon {NIP}"),
        ("0812 3456 7890", "0812 3456 7890"),
    ],
)
def test_wherever_it_stands(text: str, shown: str) -> None:
    assert BOTH.text(text) == shown


def test_only_what_is_to_be_hidden() -> None:
    text = "Adi Wijaya 196501011990031001"
    assert Veil(Hiding(), PEOPLE).text(text) == text
    assert Veil(Hiding(names=True), PEOPLE).text(text) == f"{NAME} 196501011990031001"
    assert Veil(Hiding(nips=True), PEOPLE).text(text) == f"Adi Wijaya {NIP}"


@given(st.text(st.sampled_from("Adi Wjy\n.,#-:'\"12 "), max_size=60))
def test_lines_stay_where_they_are_and_twice_is_as_once(text: str) -> None:
    shown = BOTH.source(text.encode()).decode()
    assert shown.count("\n") == text.count("\n")
    assert BOTH.text(shown) == shown


@given(st.sampled_from(["plain", "'", '"', "|", ">"]), st.integers(8, 60))
def test_a_name_is_hidden_however_yaml_writes_it(style: str, width: int) -> None:
    value = {
        "catatan": [
            "Ditandatangani oleh Drs. Adi Wijaya, M.Si. dan Bunga, menurut surat dari Adi Wijaya sendiri"
        ]
    }
    text = yaml.safe_dump(value, width=width, default_style=None if style == "plain" else style)
    shown = yaml.safe_load(BOTH.source(text.encode()))
    assert "adi" not in str(BOTH.value(shown)).casefold()
    assert "Bunga" not in str(BOTH.value(shown))
