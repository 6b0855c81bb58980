"""Text of a definition is text, wherever it stands and whatever it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.pages.broken import broken_page
from sop_catalogue.pages.links import Links, sop_address
from sop_catalogue.pages.lists.home import home
from sop_catalogue.pages.lists.indexes import all_page, pemda_page, unit_page
from tests.pages.evil import EVIL, evil, harmless
from tests.pages.sample import catalogue, dumped, entry, page


def definition() -> dict[str, object]:
    official = {key: evil(key) for key in ("jabatan", "nama", "pangkat", "nip")}
    cells = {key: [evil(key), f"1.1 {EVIL}"] for key in ("kelengkapan", "output", "keterangan")}
    labels = ("nomor", "pembuatan", "disahkan_oleh", "nama", "dasar_hukum", "kegiatan", "waktu", "keterangan")
    step = {"kegiatan": evil("kegiatan"), "pelaksana": "a", "waktu": evil("waktu"), **cells}
    items = ("kualifikasi_pelaksana", "peralatan_perlengkapan", "peringatan", "pencatatan_pendataan")
    return {
        "nama": evil("nama"),
        "nomor": evil("nomor"),
        "subunit": evil("subunit"),
        "kop": [evil("kop")],
        "sampul": evil("sampul"),
        "disahkan_oleh": official,
        "tanda_tangan": {**official, "tempat": evil("tempat")},
        "diganti_oleh": evil("diganti"),
        "dasar_hukum": [{"teks": evil("dasar"), "no": EVIL}],
        "keterkaitan": [evil("kait"), {"teks": evil("luar"), "luar": True}],
        **{key: [evil(key), {"teks": evil(key), "no": EVIL}] for key in items},
        "formulir": {"label": {key: evil(f"label {key}") for key in labels}, "nomor_kolom": True},
        "judul_bagan": evil("judul"),
        "pelaksana": [
            {"kelompok": evil("kelompok"), "pelaksana": [{"nama": evil("jalur"), "id": "a"}, {"nama": "B", "id": "b"}]}
        ],
        "langkah": [
            {**step, "no": evil("no"), "id": "satu", "catatan_penyunting": evil("catatan langkah")},
            {
                **step,
                "pelaksana": "b",
                "teks": evil("teks"),
                "keputusan": {evil("Ya"): "lanjut", "Tidak": "satu"},
                "waktu": {"teks": evil("waktu"), "sampai": "tiga"},
            },
            {"kegiatan": "c", "pelaksana": "a", "id": "tiga", "no": EVIL + "2", "tafsiran": "panah"},
        ],
        "catatan_kaki": evil("kaki"),
        "catatan": evil("catatan"),
        "catatan_penyunting": evil("penyunting"),
        "lampiran": [
            {
                "judul": evil("lampiran"),
                "isi": evil("isi"),
                "tabel": {"judul": evil("tabel"), "kepala": [EVIL], "baris": [[EVIL]]},
            }
        ],
        "sumber": {"teks": evil("sumber"), "berkas": evil("berkas"), "halaman": evil("halaman")},
        "tautan": "https://x.invalid/\"><script>x()</script>",
    }  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> SopEntry:
    return entry(tmp_path, dumped(definition()))


def test_every_field_of_an_sop(hostile: SopEntry) -> None:
    made = page(hostile, edit='https://x.invalid/"onload="x()')
    text = harmless(made.html).text
    told = [
        "nama",
        "nomor",
        "subunit",
        "kop",
        "sampul",
        "jabatan",
        "pangkat",
        "nip",
        "tempat",
        "dasar",
        "kait",
        "luar",
        "kualifikasi_pelaksana",
        "peringatan",
        "judul",
        "kelompok",
        "jalur",
        "kegiatan",
        "waktu",
        "kelengkapan",
        "output",
        "keterangan",
        "no",
        "teks",
        "Ya",
        "kaki",
        "catatan",
        "penyunting",
        "lampiran",
        "isi",
        "tabel",
        "sumber",
        "berkas",
        "halaman",
    ]
    assert [word for word in told if f"{word} <script>x()</script>" not in text] == []


def test_lists_and_home(tmp_path: Path) -> None:
    files = {
        "ini.yml": dumped(definition()),
        "kab/pemda.yml": dumped({"nama": evil("pemda"), "singkatan": evil("singkat")}),
        "kab/dinas/unit.yml": dumped({"nama": evil("unit"), "kepala": {"nama": evil("kepala")}}),
    }
    found = catalogue(tmp_path, files)
    (pemda,) = found.pemdas
    (unit,) = pemda.units
    pages = [
        all_page(found, Links("sop/index")).html,
        pemda_page(pemda, Links("sop/kab/index")).html,
        unit_page(unit, Links("sop/kab/dinas/index")).html,
        home(found, Links("index")),
        page(found.sops[0]).html,
    ]
    for html in pages:
        assert f"unit {EVIL.split('&')[0]}" in harmless(html).text


def test_a_broken_definition(tmp_path: Path) -> None:
    found = catalogue(tmp_path, {"ini.yml": dumped({EVIL: EVIL, "nama": "x", "status": EVIL})})
    (broken,) = found.broken
    tree = harmless(broken_page(broken, Links(sop_address(broken))).html)
    assert len(tree.one("ol", "sop-galat").all("h2")) == len(broken.findings) >= 2
