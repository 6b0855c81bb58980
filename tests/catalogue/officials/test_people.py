"""One person, however the name is written."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.officials.people import bare_name, same_person
from sop_catalogue.definition.daftar import Pejabat


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Dr. H. Budi Santoso, S.Sos., M.Si.", "Budi Santoso"),
        ("BUDI SANTOSO S.E", "BUDI SANTOSO"),
        ("Ir Budi Santoso", "Budi Santoso"),
        ("Budi S.", "Budi S."),
        ("Drs.", "Drs."),
        ("", ""),
        (",", ""),
    ],
)
def test_titles_are_no_part_of_a_name(written: str, bare: str) -> None:
    assert bare_name(written) == bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"nama": "Drs. Budi Santoso"}, {"nama": "budi santoso, M.M."}, True),
        (
            {"nama": "Budi", "nip": "19650101 199003 1 001"},
            {"nama": "Bd", "nip": "NIP. 196501011990031001"},
            True,
        ),
        ({"nama": "Budi", "nip": "196501011990031001"}, {"nama": "Budi", "nip": "196501011990031002"}, False),
        ({"nama": "Budi", "nip": "12"}, {"nama": "Ani", "nip": "12"}, False),
        ({"jabatan": "X"}, {"jabatan": "X"}, False),
    ],
)
def test_whether_two_are_one(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert same_person(Pejabat(**one), Pejabat(**other)) is same
