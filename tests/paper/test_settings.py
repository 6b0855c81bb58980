"""The settings of paper: what offices may write, and what they are told when it cannot be."""

from __future__ import annotations

import pytest

from sop_catalogue.paper.frame import frame
from sop_catalogue.paper.settings import (
    DEFAULT,
    NUMBER_FIELDS,
    SettingError,
    paper_settings,
    settings_from,
    sheet_number,
)


def test_what_is_not_given_stays_as_it_was() -> None:
    base = settings_from({"kertas": "f4", "jilid": "30 mm", "bolak_balik": "ya"})
    assert (base.kertas, base.jilid, base.bolak_balik) == ("F4", 30.0, True)
    assert settings_from({"kaki_bebas": 15}, base).kertas == "F4"
    assert settings_from({"kertas": "Folio"}).kertas == "F4"


def test_false_leaves_print_pages_out() -> None:
    assert paper_settings(False) is None
    assert paper_settings(None) == paper_settings(True) == DEFAULT


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kertas": "B5"}, "kertas: 'B5' bukan ukuran kertas yang dikenal; pilih A4, F4, Letter atau Legal"),
        (
            {"kertas_lebar": "B4"},
            "kertas_lebar: 'B4' bukan ukuran kertas yang dikenal; pilih F4, Legal atau A3",
        ),
        ({"jilid": 90}, "jilid: 90 mm di luar batas; pilih 10 sampai 40 mm"),
        ({"jilid": True}, "jilid: 'True' bukan angka"),
        ({"kaki_bebas": "lebar"}, "kaki_bebas: 'lebar' bukan angka"),
        ({"bolak_balik": "mungkin"}, "bolak_balik: 'mungkin' bukan pilihan; tulis true atau false"),
        ({"catatan_salinan": False}, "catatan_salinan: 'False' bukan teks"),
        ({"nomor_lembar": "hal. {halaman}"}, "nomor_lembar: '{halaman}' tidak dikenal; yang ada: {nomor}"),
        ({"nomor_lembar": "hal. {hal"}, "kurung kurawal di 'hal. {hal' tidak berpasangan"),
        ({"nomor_lembar": "{hal.__class__}"}, "tidak dikenal"),
        ({"kertass": "A4"}, "kunci 'kertass' tidak dikenal; yang ada: kertas, jilid"),
        ({"draf": "nanti"}, "draf: 'nanti' bukan pilihan; tulis true atau false"),
        ("A4", "'A4' bukan pengaturan"),
    ],
)
def test_a_wrong_value_is_told_in_words(given: object, said: str) -> None:
    with pytest.raises(SettingError) as error:
        paper_settings(given)
    assert said in str(error.value)


def test_a_part_of_the_number_without_a_value_is_left_out() -> None:
    values = {"nomor": "", "nama": "Legalisasi", "revisi": "2", "unit": "", "hal": "2", "jumlah": "3"}
    assert sheet_number(DEFAULT.nomor_lembar, values) == "Rev. 2 · hal. 2 dari 3"
    assert sheet_number(DEFAULT.nomor_lembar, values | {"nomor": "012"}) == "SOP 012 · Rev. 2 · hal. 2 dari 3"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("SOP-024", "SOP-024"),
        ("sop.01/2", "sop.01/2"),
        ("SOP 7", "SOP 7"),
        ("SOP7", "SOP7"),
        ("/SOP-DISKOMINFO/2022", "/SOP-DISKOMINFO/2022"),
        ("SOPAN/1", "SOP SOPAN/1"),
        ("800/SOP/1", "SOP 800/SOP/1"),
    ],
)
def test_no_word_is_said_twice(number: str, said: str) -> None:
    values = dict.fromkeys(NUMBER_FIELDS, "") | {"nomor": number}
    assert sheet_number("SOP {nomor}", values) == said
    assert sheet_number("{{x}} SOP {nomor}!", values) == f"{{x}} {said}!"


def test_the_binding_edge() -> None:
    """Left of an upright sheet, top of a landscape one; on the back of a leaf the other side."""
    both = settings_from({"bolak_balik": True, "jilid": 30})
    assert frame(both).top == frame(both, landscape=False).left == 30
    assert frame(both, back=True).bottom == frame(both, landscape=False, back=True).right == 30
    assert frame(DEFAULT, back=True) == frame(DEFAULT)


def test_the_free_strip_at_the_foot() -> None:
    for said, least in ((5, 17), (15, 17), (20, 20)):
        settings = settings_from({"kaki_bebas": said, "jilid": 10, "bolak_balik": True})
        frames = [
            frame(settings, landscape=flat, back=back) for flat in (True, False) for back in (True, False)
        ]
        assert {one.bottom for one in frames} == {least}
