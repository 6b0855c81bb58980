"""The list of sheets: written, read, compared; whatever else is handed in is told apart."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sop_catalogue.paper.binder.swap import ranges, swap_sheets
from sop_catalogue.paper.changes import changes, only
from sop_catalogue.paper.html.pieces import Link, Pieces
from sop_catalogue.paper.manifest import (
    KIND,
    Manifest,
    ManifestError,
    from_json,
    manifest,
    record_of,
    to_json,
)
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.paper.settings import DEFAULT, settings_from
from sop_catalogue.paper.values import PrintedSop, Sheet
from tests.paper.binder.binder_words import rows


def printed(name: str, *texts: str) -> PrintedSop:
    return with_pieces(name, *((text,) for text in texts))


def with_pieces(name: str, *sheets: Pieces) -> PrintedSop:
    made = (Sheet("alur", name, f"hal. {i}", pieces) for i, pieces in enumerate(sheets, 1))
    return PrintedSop(f"p/u/{name}", name, tuple(made))


def of(*sops: PrintedSop) -> Manifest:
    return manifest("p/u", DEFAULT, map(record_of, sops))


def test_what_is_written_is_read_again() -> None:
    made = of(printed("a", "satu", "dua"), printed("é“b", "tiga"))
    again = from_json(to_json(made).encode())
    assert again == made
    assert settings_from(again.settings) == DEFAULT
    assert again.sops[0].sheets[1].hash != again.sops[0].sheets[0].hash


def test_where_codes_lead_is_told_apart_from_not_knowing() -> None:
    marks = QrMarks("https://sop.contoh.go.id/", directory_urls=False)
    made = manifest("", DEFAULT, (), marks)
    again = from_json(to_json(made).encode())
    assert (again.site, again.folder_urls) == (marks.site_url, False)
    assert manifest("", DEFAULT, ()).site == ""
    old = {key: value for key, value in GOOD.items() if key not in ("situs", "alamat_folder")}
    assert from_json(json.dumps(old).encode()).site is None


def test_whether_a_site_has_pdfs_is_no_matter_of_its_sheets() -> None:
    assert "pdf" not in manifest("", replace(DEFAULT, pdf=True), ()).settings


def test_exactly_what_changed_is_named() -> None:
    before = of(printed("tetap", "1", "2"), printed("satu", "1", "2", "3"), printed("pergi", "1", "2"))
    now = [printed("tetap", "1", "2"), printed("satu", "1", "zwei", "3"), printed("datang", "1", "2")]
    found = changes(before, now, bolak_balik=False)
    assert [(c.title, c.said, c.out, c.put) for c in found] == [
        ("satu", "Berubah", (2,), (2,)),
        ("datang", "Baru", (), (1, 2)),
        ("pergi", "Tidak ada lagi", (1, 2), ()),
    ]
    assert [sop and [s.printed for s in sop.sheets] for sop in map(only, found)] == [
        ["zwei"],
        ["1", "2"],
        None,
    ]
    assert changes(of(*now), now, bolak_balik=False) == []


def test_what_a_link_leads_to_is_not_printed() -> None:
    before = of(with_pieces("a", ("<p>lihat ", Link("p/u/b", "B"), "</p>")))
    assert changes(before, [printed("a", "<p>lihat B</p>")], bolak_balik=False) == []


def test_sheets_more_or_less_are_put_in_or_taken_out() -> None:
    (longer,) = changes(of(printed("a", "1", "2")), [printed("a", "1", "2", "3")], bolak_balik=False)
    assert (longer.out, longer.put) == ((), (3,))
    (shorter,) = changes(of(printed("a", "1", "2", "3")), [printed("a", "1")], bolak_balik=False)
    assert (shorter.out, shorter.put) == ((2, 3), ())
    assert only(shorter) is None


def test_both_sides_of_a_leaf_go_together() -> None:
    before = of(printed("a", "1", "2", "3", "4", "5", "6"))
    (found,) = changes(before, [printed("a", "1", "2", "3", "vier", "5", "6")], bolak_balik=True)
    assert (found.out, found.put) == ((3, 4), (3, 4))


GOOD: dict[str, Any] = json.loads(to_json(of(printed("a", "1"))))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "bukan JSON"),
        ("{", "bukan JSON"),
        ("[" * 100_000, "bukan JSON"),
        ("[]", "bukan daftar lembar SOP"),
        (json.dumps({"jenis": "lain"}), "bukan daftar lembar SOP"),
        (json.dumps({**GOOD, "versi": 99}), "versi lain (99, bukan 1)"),
        (json.dumps({**GOOD, "sop": None}), "tidak lengkap"),
        (json.dumps({**GOOD, "sop": GOOD["sop"] * 2}), "tidak lengkap"),
        (json.dumps({**GOOD, "sop": [{"id": "x", "judul": 3, "lembar": []}]}), "tidak lengkap"),
        (json.dumps({**GOOD, "lingkup": None}), "tidak lengkap"),
        (json.dumps({**GOOD, "pengaturan": []}), "tidak lengkap"),
        (json.dumps({"jenis": KIND, "versi": 1}), "tidak lengkap"),
    ],
)
def test_what_is_no_manifest_is_told(text: str, said: str) -> None:
    with pytest.raises(ManifestError, match=said.replace("(", r"\(").replace(")", r"\)")):
        from_json(text.encode())


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(ManifestError, match="bukan JSON"):
        from_json(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("numbers", "said"), [((), ""), ((3,), "3"), ((1, 2, 3), "1–3"), ((1, 3, 4, 9), "1, 3–4, 9")]
)
def test_numbers_are_written_as_people_do(numbers: tuple[int, ...], said: str) -> None:
    assert ranges(numbers) == said


def test_the_list_says_where_a_new_sheet_goes_and_has_room_for_who_put_it_there() -> None:
    before = of(printed("awal", "1"), printed("lebih", "1"))
    third = replace(printed("ketiga", "1", "2"), order="1.3")
    now = [
        printed("depan", "1"),
        printed("awal", "1"),
        printed("lebih", "eins", "2"),
        third,
        printed("akhir", "1"),
    ]
    lead = swap_sheets(changes(before, now, bolak_balik=False), DEFAULT, "Ordner")
    *told, done = rows(lead)
    assert [row[2:] for row in told] == [
        ["–", "1", "Baru, paling depan"],
        ["1", "1–2", "Berubah, yang bertambah di belakang hal. 1"],
        ["–", "1–2", "Baru, di belakang lebih hal. 2"],
        ["–", "1", "Baru, di belakang 1.3 hal. 2"],
    ]
    assert done == ["", "", ""]
    assert all(f">{head}</th>" in lead.sheets[-1].printed for head in ("Tanggal", "Nama", "Paraf"))


def test_the_list_says_every_change_and_no_html_of_a_title() -> None:
    many = changes(of(), [printed(f"<b>{i}</b>", "1") for i in range(120)], bolak_balik=False)
    lead = swap_sheets(many, DEFAULT, "Ordner")
    html = "".join(sheet.printed for sheet in lead.sheets)
    assert len(lead.sheets) > 1
    assert html.count("&lt;b&gt;") == 120 + 119  # each but the last stands before another
    assert "<b>1" not in html
