"""CSV files: whatever a spreadsheet opens them with, no text in them is run."""

from __future__ import annotations

import csv

import pytest

from sop_catalogue.pages.spreadsheet import as_csv


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
        ("\t @SUM(1)", "'\t' @SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("Surat;=1+1", "Surat;'=1+1"),
        ('Surat"; +1', "Surat\";' +1"),
        ("Surat\n-1+1", "Surat\n'-1+1"),
        ("-1.250,5", "-1.250,5"),
        ("–", "–"),
        ("-", "-"),
        ("Surat; berkas = 2", "Surat; berkas = 2"),
    ],
)
def test_what_looks_like_a_formula_becomes_text(text: str, kept: str) -> None:
    data = as_csv([["Nama", text]]).decode("utf-8-sig")
    assert list(csv.reader(data.splitlines(keepends=True))) == [["Nama", kept]]


def test_where_commas_are_part_of_numbers_semicolons_are_between_cells() -> None:
    rows = [["Nama", 'Surat "A"; B, C'], ["-1,5", "x,=1+1; =2"]]
    data = as_csv(rows, ";").decode("utf-8-sig")
    assert data.splitlines()[0] == 'Nama;"Surat ""A""; B, C"'
    assert list(csv.reader(data.splitlines(), delimiter=";")) == [rows[0], ["-1,5", "x,'=1+1; =2"]]
