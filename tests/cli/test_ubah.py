"""`sop ubah`: shown first, written only when asked, and never what would not build."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.commands.rewriting import carry

from .conftest import Sop

SIGNED = """\
# dari arsip
nama: Surat Masuk   # seperti di dokumen
nomor: 1/SOP

disahkan_oleh: {jabatan: Kepala Dinas Kominfo, nama: Budi}
dasar_hukum:
  - UU Nomor 23 Tahun 2014
  # dicabut?
  - uu nomor 23 tahun 2014
langkah:
  - {kegiatan: Menerima surat Dinas Kominfo, pelaksana: Kasir}
  - {kegiatan: Menyimpan, pelaksana: Kasi}
"""


@pytest.fixture
def place(project: Path) -> Path:
    (project / "sop_defs/pemda/unit/surat-masuk.yml").write_bytes(SIGNED.replace("\n", "\r\n").encode())
    (project / "sop_defs/pemda/unit/unit.yml").write_text("nama: Dinas Kominfo # unit\n")
    return project


def texts(place: Path) -> dict[str, str]:
    found = (place / "sop_defs").rglob("*.yml")
    return {file.name: file.read_bytes().decode() for file in found}


def test_the_difference_is_shown_and_nothing_written(sop: Sop, place: Path) -> None:
    before = texts(place)
    done = sop("ubah", "--ganti", "Dinas Kominfo", "Diskominfo", cwd=place)
    assert (done.code, done.out) == (
        0,
        "sop_defs/pemda/unit/surat-masuk.yml:\n"
        "     5 - disahkan_oleh: {jabatan: Kepala Dinas Kominfo, nama: Budi}\n"
        "     5 + disahkan_oleh: {jabatan: Kepala Diskominfo, nama: Budi}\n"
        "    11 -   - {kegiatan: Menerima surat Dinas Kominfo, pelaksana: Kasir}\n"
        "    11 +   - {kegiatan: Menerima surat Diskominfo, pelaksana: Kasir}\n"
        "sop_defs/pemda/unit/unit.yml:\n"
        "     1 - nama: Dinas Kominfo # unit\n"
        "     1 + nama: Diskominfo # unit\n"
        "\n2 berkas akan berubah. Belum ada yang ditulis; ulangi perintahnya dengan --tulis.\n",
    )
    assert texts(place) == before


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (("--ganti", "Kasi", "Seksi"), "pelaksana: Kasi}", "pelaksana: Seksi}"),
        (("--ganti", "Dinas Kominfo", "X", "--di", "disahkan_oleh"), "Kepala Dinas Kominfo", "Kepala X"),
        (("--isi", "disahkan_oleh.nama=Siti: S.H."), "nama: Budi}", 'nama: "Siti: S.H."}'),
        (("--isi", "dasar_hukum.1=UU Baru"), "- UU Nomor 23 Tahun 2014", "- UU Baru"),
        (("--isi", "status=berlaku"), "nama: Budi}\r\n", "nama: Budi}\r\nstatus: berlaku\r\n"),
        (("--tambah", "dasar_hukum=PP 1"), "23 tahun 2014\r\n", "23 tahun 2014\r\n  - PP 1\r\n"),
        (("--hapus", "nomor"), "nomor: 1/SOP\r\n", ""),
        (("--isi", "peringatan=[satu, dua]", "--hanya", "nomor=1/SOP"), "langkah:",
         "peringatan: [satu, dua]\r\nlangkah:"),
    ],
)  # fmt: skip
def test_only_the_lines_concerned_change(
    sop: Sop, place: Path, words: tuple[str, ...], old: str, new: str
) -> None:
    file = place / "sop_defs/pemda/unit/surat-masuk.yml"
    done = sop("ubah", file, *words, "--tulis", cwd=place)
    assert (done.code, done.out.splitlines()[-1]) == (0, "1 berkas ditulis.")
    assert old in SIGNED.replace("\n", "\r\n")
    assert file.read_bytes().decode() == SIGNED.replace("\n", "\r\n").replace(old, new)
    again = sop("ubah", file, *words, "--tulis", cwd=place)
    assert "Tidak ada yang berubah" in again.out


def test_only_where_the_condition_holds(sop: Sop, place: Path) -> None:
    done = sop("ubah", "--isi", "status=berlaku", "--hanya", "nomor", cwd=place)
    assert "1 berkas akan berubah" in done.out and "rapat.yml" not in done.out


def test_words_in_other_letters_are_told(sop: Sop, place: Path) -> None:
    done = sop("ubah", "--ganti", "UU Nomor 23 Tahun 2014", "UU 9", cwd=place)
    assert done.out.startswith("1 nilai memuat kata itu dengan huruf besar dan kecil yang berbeda")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--isi", "status=lama"), "galat [pilihan] status"),
        (("--ganti", "surat-masuk", "surat-tiada"), "rapat.yml:2:"),
        (("--hapus", "langkah"), "galat [tanpa-langkah]"),
    ],
)
def test_what_would_not_build_is_not_written(
    sop: Sop, place: Path, words: tuple[str, ...], said: str
) -> None:
    before = texts(place)
    done = sop("ubah", *words, "--tulis", cwd=place)
    assert done.code == 1
    assert said in done.out and done.out.endswith(
        "Tidak ada yang ditulis: perubahan ini menimbulkan galat di atas.\n"
    )
    assert texts(place) == before


def test_what_cannot_be_edited_is_named_and_nothing_written(sop: Sop, place: Path) -> None:
    (place / "sop_defs/pemda/unit/rapat.yml").write_text("nama: [Rapat\n")
    before = texts(place)
    done = sop("ubah", "--isi", "status=berlaku", "--tulis", cwd=place)
    assert done.code == 2
    assert "tidak ada yang ditulis" in done.err and "rapat.yml: isinya belum dapat dibaca" in done.err
    assert texts(place) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "sebutkan perubahannya"),
        (("--isi", "statu=x"), "isian 'statu' tidak dikenal; maksud Anda 'status'?"),
        (("--isi", "status"), "tulis ISIAN=NILAI"),
        (("--isi", "dasar_hukum=[a"), "bukan YAML yang lengkap"),
        (("--isi", "status=konsep", "--di", "nama"), "--di membatasi --ganti"),
        (("--ganti", "", "x"), "kata yang diganti (LAMA) kosong"),
        (("--hapus", "nomor", "tiada.yml"), "tidak ada berkas atau folder 'tiada.yml'"),
        (("--hapus", "nomor", "../luar"), "di luar folder definisi"),
    ],
)
def test_wrong_use_is_explained(sop: Sop, place: Path, words: tuple[str, ...], said: str) -> None:
    (place / "luar").mkdir()
    done = sop("ubah", *words, cwd=place / "sop_defs")
    assert done.code == 2 and said in done.err


def test_a_write_cut_short_is_taken_back(sop: Sop, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(place)

    def full(file: Path, data: bytes) -> None:
        if file.name == "unit.yml" and b"Diskominfo" in data:
            raise OSError(28, "No space left on device")
        file.write_bytes(data)

    monkeypatch.setattr(carry, "write", full)
    done = sop("ubah", "--ganti", "Dinas Kominfo", "Diskominfo", "--tulis", cwd=place)
    assert done.code == 2 and texts(place) == before


def test_earlier_revisions_stay_as_they_were_signed(sop: Sop, place: Path) -> None:
    file = place / "sop_defs/pemda/unit/surat-masuk.yml"
    file.write_text(SIGNED.replace("nomor: 1/SOP\n", "nomor: 1/SOP\nstatus: berlaku\n"))
    assert sop("revisi", file, "--alasan", "Loket pindah", "--tanggal", "2030-01-02", cwd=place).code == 0
    (kept,) = (place / "sop_defs").rglob("rev-0.yml")
    before = kept.read_bytes()
    done = sop("ubah", "--ganti", "Dinas Kominfo", "Diskominfo", "--tulis", cwd=place)
    assert (done.code, kept.read_bytes()) == (0, before) and b"Dinas Kominfo" not in file.read_bytes()


def test_a_link_is_not_written_through(sop: Sop, place: Path) -> None:
    outside = place / "luar.yml"
    outside.write_text(SIGNED)
    link = place / "sop_defs/pemda/unit/tautan.yml"
    link.symlink_to(outside)
    done = sop("ubah", "--isi", "status=berlaku", "--tulis", cwd=place)
    assert done.code == 2 and outside.read_text() == SIGNED
