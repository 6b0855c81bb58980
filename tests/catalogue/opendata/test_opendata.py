"""The open data: true to its own schema, on a catalogue that says everything a definition can say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.catalogue.opendata.past import Publication
from sop_catalogue.catalogue.opendata.types import VERSION, opendata_schema
from sop_catalogue.catalogue.opendata.write import catalogue_record, sop_record
from sop_catalogue.definition.layanan import Layanan
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.past import Commit, Past
from tests.catalogue.folder import Folder, entry, sop

FULL = """\
nama: Legalisasi *Ijazah*
nomor: 001
subunit: Sekretariat
tanggal: {pembuatan: 2 Januari 2018, revisi: [2019, "-"], efektif: Februari 2018, pengesahan: 2018-02-03}
disahkan_oleh: {jabatan: Kepala, nama: "Nama, S.E.", pangkat: Pembina, nip: 19700101}
tanda_tangan: {jabatan: Kepala, tempat: Kota, tanggal: 2018-02-03}
status: diganti
diganti_oleh: baru
jenis: [teknis, pelayanan]
layanan: {syarat: KTP, biaya: Gratis, jam: 08.00–15.00, formulir: {berkas: Surat Kuasa.pdf, judul: Surat kuasa}}
dasar_hukum: [UU Nomor 25 Tahun 2009, "-", Renstra, {teks: UU lama, peraturan: uu-lama}]
kualifikasi_pelaksana: [S1]
keterkaitan: ["-", SOP Baru, SOP Legalisasi Ijazah, SOP Cuti, SOP Kembar, {teks: Kementerian, luar: ya}]
peralatan_perlengkapan: Komputer
peringatan: Jangan **hilang**
pencatatan_pendataan: Buku
catatan: Catatan
catatan_penyunting: Disalin
lampiran: {judul: Lembar, isi: Teks, tabel: {judul: T, kepala: [A, B], baris: [[1, null], [2, 3]]}}
riwayat: [{nomor: 0, disahkan_oleh: Kadin}, {nomor: 1, tanggal: 2019, alasan: Loket *pindah*}]
sumber: {teks: Pindaian, berkas: x.pdf, halaman: 3}
tautan: https://contoh.example/x.pdf
bagan:
  - judul: Pertama
    pelaksana: [{kelompok: Dinas, pelaksana: [Loket, Kadin]}, {nama: Pemohon}]
    catatan_kaki: "*) sesuai"
    langkah:
      - {kegiatan: Mulai, pelaksana: Pemohon, waktu: {teks: 1–3 hari kerja, sampai: 2}, kelengkapan: [A, B]}
      - id: putus
        kegiatan: Memutus
        tafsiran: [simbol]
        simbol:
          - {di: Loket, teks: Paraf, garis_ke: Kadin}
          - {di: Kadin, keputusan: {Ya: lanjut, Tidak: 1}}
      - {kegiatan: Menyimpan, pelaksana: [Loket, Kadin], kerja_sama: kotak, waktu: sesuai kebutuhan, output: C, keterangan: D}
  - langkah: [{kegiatan: A, pelaksana: Loket, waktu: 90 menit}, {kegiatan: B, pelaksana: Loket, waktu: setengah jam}]
"""


def _chart_address(found: SopEntry, number: int) -> str:
    return f"sop/{found.id}-{number}.svg"


@pytest.fixture
def data(folder: Folder) -> dict[str, Any]:
    folder.write(
        {
            "a/pemda.yml": "nama: Pemerintah Kabupaten A\nsingkatan: Kab. A\nkepala: {jabatan: Bupati}\n",
            "a/b/unit.yml": "nama: Dinas B\nkepala: {nama: X}\nlayanan: {jam: tutup, kontak: 0812}\n",
            "a/b/formulir/Surat Kuasa.pdf": b"%PDF-1.7",
            "peran.yml": "peran: [{nama: Kepala Dinas, singkatan: Kadin}, {nama: Camat}]\n",
            "peraturan.yml": "peraturan:\n  - {id: uu-lama, nama: UU Nomor 1 Tahun 1950, status: dicabut, diganti_oleh: uu-baru}\n"
            "  - {id: uu-baru, jenis: Undang-Undang, nomor: 2, tahun: 2000, tentang: X, diubah_oleh: uu-lama}\n",
            "a/b/lama.yml": FULL,
            "a/b/baru.yml": sop("Baru", "keterkaitan: Legalisasi Ijazah\n"),
            "a/b/kembar-1.yml": sop("Kembar"),
            "a/b/kembar-2.yml": sop("Kembar"),
            "a/b/konsep.yml": "nama: Konsep\nstatus: konsep\n",
        }
    )  # fmt: skip
    catalogue = folder.build()
    assert not catalogue.findings
    record = catalogue_record(catalogue, lambda found: f"sop/{found.id}.html", _chart_address)
    loaded: dict[str, Any] = json.loads(json.dumps(record, ensure_ascii=False))
    return loaded


@pytest.fixture
def full(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in data["sop"] if item["id"] == "a/b/lama")
    return found


def closed(schema: Any) -> Any:
    """The schema, which lets newer versions add keys, as one that does not."""
    if isinstance(schema, dict):
        more = {"additionalProperties": False} if "properties" in schema else {}
        return {**{key: closed(value) for key, value in schema.items()}, **more}
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def test_the_data_is_what_its_schema_says_and_nothing_more(data: dict[str, Any]) -> None:
    schema = opendata_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(closed(schema)).validate(data)
    assert data["versi"] == VERSION


def test_the_schema_notices_what_is_wrong(data: dict[str, Any]) -> None:
    data["sop"][0]["bagan"][0]["simbol"][0]["bentuk"] = "segitiga"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, opendata_schema())


def test_the_schema_explains_itself() -> None:
    assert opendata_schema()["$defs"]["SopRecord"]["properties"]["url"]["description"]
    assert "title" not in opendata_schema()["$defs"]["SopRecord"]


def test_each_chart_tells_its_own_file(full: dict[str, Any]) -> None:
    assert [chart["svg"] for chart in full["bagan"]] == ["sop/a/b/lama-1.svg", "sop/a/b/lama-2.svg"]


def test_a_service(full: dict[str, Any]) -> None:
    told = {key: value for key, value in full["layanan"].items() if value}
    assert told == {
        "nama": "Legalisasi *Ijazah*",
        "pemohon": ["Pemohon"],
        "pemohon_disimpulkan": True,
        "syarat": ["KTP"],
        "biaya": ["Gratis"],
        "jam": ["08.00–15.00"],
        "kontak": ["0812"],
        "formulir": [{"judul": "Surat kuasa", "url": "sop/a/b/formulir/surat-kuasa.pdf", "ukuran": 8}],
    }
    assert set(Layanan.model_fields) < {*full["layanan"]}


def test_identity(full: dict[str, Any]) -> None:
    assert full["nomor"] == "001"
    assert full["tanggal"] == {
        "pembuatan": {"teks": "2 Januari 2018", "iso": "2018-01-02"},
        "revisi": [{"teks": "2019", "iso": "2019"}, {"teks": "-", "iso": None}],
        "efektif": {"teks": "Februari 2018", "iso": "2018-02"},
        "pengesahan": {"teks": "3 Februari 2018", "iso": "2018-02-03"},
    }
    assert full["disahkan_oleh"] == {
        "jabatan": "Kepala",
        "nama": "Nama, S.E.",
        "pangkat": "Pembina",
        "nip": "19700101",
        "dari_daftar": False,
    }
    assert (full["status"], full["diganti_oleh"], full["url"]) == ("diganti", "a/b/baru", "sop/a/b/lama.html")
    assert full["lampiran"][0]["tabel"][0]["baris"] == [["1", None], ["2", "3"]]


def test_threads(data: dict[str, Any], full: dict[str, Any]) -> None:
    assert [(item["hasil"], item["sop"]) for item in full["keterkaitan"]] == [
        ("terhubung", "a/b/baru"),
        ("diri-sendiri", "a/b/lama"),
        ("belum-ada", None),
        ("ganda", None),
        ("luar", None),
    ]
    assert full["dirujuk_oleh"] == ["a/b/baru"]
    assert [item["peraturan"] for item in full["dasar_hukum"]] == ["undang-undang-25-2009", None, "uu-lama"]
    laws = {
        law["id"]: (law["terdaftar"], law["status"], law["diganti_oleh"], law["diubah_oleh"], law["sop"])
        for law in data["peraturan"]
    }
    assert laws == {
        "undang-undang-25-2009": (False, "tidak diketahui", None, [], ["a/b/lama"]),
        "uu-baru": (True, "tidak diketahui", None, ["uu-lama"], []),
        "uu-lama": (True, "dicabut", "uu-baru", [], ["a/b/lama"]),
    }  # fmt: skip
    assert {role["id"]: role["sop"] for role in data["peran"]}["kepala-dinas"][0] == "a/b/baru"


def test_charts(full: dict[str, Any]) -> None:
    first, second = full["bagan"]
    assert [(lane["nama"], lane["kelompok"], lane["peran"]) for lane in first["pelaksana"]] == [
        ("Loket", "Dinas", "loket"),
        ("Kadin", "Dinas", "kepala-dinas"),
        ("Pemohon", None, "pemohon"),
    ]
    assert first["langkah"][0]["waktu"] == {
        "teks": ["1–3 hari kerja"],
        "sampai_langkah": 2,
        "paling_cepat": [{"satuan": "hari kerja", "jumlah": 1}],
        "paling_lama": [{"satuan": "hari kerja", "jumlah": 3}],
        "tak_tentu": False,
    }
    assert first["langkah"][0]["kelengkapan"] == {"teks": ["A", "B"], "sampai_langkah": None}
    assert first["langkah"][2]["waktu"]["tak_tentu"] is True
    symbols = {
        symbol["id"]: (symbol["langkah"], symbol["pelaksana"], symbol["bentuk"]) for symbol in first["simbol"]
    }
    assert symbols == {
        "s1_1": (1, [2], "mulai"),
        "s2_1": (2, [0], "proses"),
        "s2_2": (2, [1], "keputusan"),
        "s3_1": (3, [0, 1], "selesai"),
    }
    arrows = {(arrow["dari"], arrow["ke"], arrow["label"], arrow["berkepala"]) for arrow in first["panah"]}
    assert ("s2_1", "s2_2", None, False) in arrows
    assert {("s2_2", "s3_1", "Ya", True), ("s2_2", "s1_1", "Tidak", True)} <= arrows
    assert not any(arrow["bolak_balik"] for arrow in first["panah"])
    assert (first["total_waktu"]["langkah_tak_tentu"], first["total_waktu"]["langkah_tanpa_waktu"]) == (1, 0)
    assert first["total_waktu"]["teks"] == "1–3 hari kerja"
    assert first["total_waktu"]["dengan_pengembalian"] == {
        "teks": "2–6 hari kerja",
        "paling_cepat": [{"satuan": "hari kerja", "jumlah": 2}],
        "paling_lama": [{"satuan": "hari kerja", "jumlah": 6}],
    }
    assert second["total_waktu"]["teks"] == "2 jam"
    assert second["total_waktu"]["dengan_pengembalian"] is None


def test_the_data_say_where_they_come_from(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/x.yml": sop("X")})
    one = Commit("0a1b", "2026-03-12T23:30:00+07:00", "Siti <b>", "Perbaiki")
    past = Past(replace(one, author="", subject=""), {"a/b/x.yml": (one, replace(one, author=""))})
    catalogue = CatalogueBuilder(DiskFolder(folder.root), past=lambda: past).build()
    said = Publication("Katalog", licence="CC BY 4.0", version="9.9")
    record = catalogue_record(catalogue, lambda found: found.id, _chart_address, said)
    jsonschema.validate(json.loads(json.dumps(record)), closed(opendata_schema()))
    assert record["pembangkit"] == {"nama": "sop-catalogue", "versi": "9.9"}
    assert record["asal"] == {"commit": "0a1b", "tanggal": "2026-03-12T23:30:00+07:00"}
    assert record["lisensi_data"] == "CC BY 4.0"
    assert [found["oleh"] for found in record["sop"][0]["perubahan_berkas"]] == ["Siti <b>", None]
    assert record["sop"][0]["total_waktu"] == {
        "teks": None,
        "paling_cepat": [],
        "paling_lama": [],
        "lengkap": False,
    }


def test_the_file_of_one_sop_is_its_part_of_the_whole(folder: Folder, data: dict[str, Any]) -> None:
    found = entry(folder.build(), "a/b/lama")
    alone = json.loads(json.dumps(sop_record(found, lambda it: f"sop/{it.id}.html", _chart_address)))
    assert alone in data["sop"]
    jsonschema.validate(alone, {**opendata_schema(), **opendata_schema()["$defs"]["SopRecord"]})


def test_every_text_key_of_the_schema_is_indonesian_and_plain() -> None:
    def keys(schema: Any) -> Iterator[str]:
        if isinstance(schema, dict):
            yield from schema.get("properties", ())
            for value in schema.values():
                yield from keys(value)

    assert all(key.isascii() and key == key.lower() and " " not in key for key in keys(opendata_schema()))
