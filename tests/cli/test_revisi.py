"""`sop revisi`: what stood is kept to the letter, what is begun differs in its dates and its history alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.catalogue.revisions.model import Text
from sop_catalogue.commands.pdf_scope import Scope, job_of
from sop_catalogue.commands.revisi import command
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO

from .conftest import STEPS, Sop

SIGNED = f"""# Disalin dari dokumen 2020
nama: Surat Masuk   # seperti di dokumen
tanggal:
  pembuatan: 2 Januari 2020
  revisi: "-"
  efektif: 1 Februari 2020

disahkan_oleh: {{jabatan: Kepala Dinas, nama: "Drs. Ani, M.Si", nip: 1970}}
{STEPS}"""


def file(project: Path) -> Path:
    return project / "sop_defs/pemda/unit/surat-masuk.yml"


def kept(project: Path, number: int = 0) -> Path:
    return project / f"sop_defs/pemda/unit/riwayat/surat-masuk/rev-{number}.yml"


def entry(project: Path) -> SopEntry:
    catalogue = CatalogueBuilder(DiskFolder(project / "sop_defs")).build()
    assert [found.text() for found in catalogue.findings] == []
    return next(found for found in catalogue.sops if found.id == "pemda/unit/surat-masuk")


def revise(sop: Sop, project: Path, day: str = "2026-03-04", reason: str = "Loket pindah") -> None:
    done = sop("revisi", "surat-masuk", "--alasan", reason, "--tanggal", day, cwd=project)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_it_keeps_the_text_and_begins_the_next(sop: Sop, project: Path, ends: str) -> None:
    before = SIGNED.replace("\n", ends).encode()
    file(project).write_bytes(before)
    done = sop("revisi", "surat-masuk", "--alasan", "Loket pindah", "--tanggal", "2026-03-04", cwd=project)
    assert done.out.splitlines() == [
        "Disimpan: sop_defs/pemda/unit/riwayat/surat-masuk/rev-0.yml (revisi 0)",
        "Sunting isinya: sop_defs/pemda/unit/surat-masuk.yml (revisi 1, 4 Maret 2026)",
        "Sesudah itu periksa: sop check sop_defs/pemda/unit/surat-masuk.yml",
        "Yang berubah: sop beda sop_defs/pemda/unit/riwayat/surat-masuk/rev-0.yml sop_defs/pemda/unit/surat-masuk.yml",
    ]
    assert kept(project).read_bytes() == before
    found = entry(project)
    seal = found.revisions[0].digest
    wanted = SIGNED.replace('revisi: "-"', "revisi: 2026-03-04").replace("1 Februari 2020", "2026-03-04")
    wanted += f"""riwayat:
  - nomor: 0
    tanggal: 2 Januari 2020
    disahkan_oleh: {{jabatan: Kepala Dinas, nama: "Drs. Ani, M.Si"}}
    berkas: rev-0.yml
    sidik: {seal}
  - {{nomor: 1, tanggal: 2026-03-04, alasan: Loket pindah}}
"""
    assert file(project).read_bytes() == wanted.replace("\n", ends).encode()
    assert [(one.number, one.text) for one in found.revisions] == [(0, Text.SEALED), (1, Text.PRESENT)]


def test_one_follows_the_other(sop: Sop, project: Path) -> None:
    file(project).write_text(SIGNED)
    for year in (2024, 2025, 2026):
        revise(sop, project, f"{year}-01-02", f"Alasan {year}")
        file(project).write_text(file(project).read_text().replace("Menerima", f"Menerima {year}"))
    found = entry(project)
    assert [(one.number, one.reason, one.text.value) for one in found.revisions] == [
        (0, "", "utuh"),
        (1, "Alasan 2024", "utuh"),
        (2, "Alasan 2025", "utuh"),
        (3, "Alasan 2026", "sekarang"),
    ]
    assert [one.entry.sop.revision for one in found.revisions if one.entry] == [0, 1, 2, 3]


def test_a_history_written_by_hand_goes_on(sop: Sop, project: Path) -> None:
    history = "riwayat: {nomor: 4, tanggal: 2021, alasan: Yang keempat}  # sebelumnya hilang\n"
    file(project).write_text(SIGNED + history)
    revise(sop, project)
    assert [(one.number, one.reason, one.text.value) for one in entry(project).revisions] == [
        (0, "", "tidak-disimpan"),
        (4, "Yang keempat", "utuh"),
        (5, "Loket pindah", "sekarang"),
    ]
    assert "# sebelumnya hilang" in file(project).read_text()


def test_without_any_date(sop: Sop, project: Path) -> None:
    revise(sop, project)
    assert [one.number for one in entry(project).revisions] == [0, 1]


def test_a_definition_is_named_by_its_file_too(sop: Sop, project: Path) -> None:
    done = sop("revisi", file(project), "--alasan", "x", "--tanggal", "2026", cwd=project.parent)
    assert done.code == 0
    assert kept(project).is_file()


def everything(project: Path) -> dict[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file()
    }


REFUSED = {
    "konsep": (f"nama: X\nstatus: konsep\n{STEPS}", [], "masih konsep"),
    "revoked": (f"nama: X\nstatus: dicabut\n{STEPS}", [], "sudah dicabut"),
    "broken": ("nama: [\n", [], "belum terbaca"),
    "at-fault": (f"nama: X\nketerkaitan: {{teks: a, sop: tidak-ada}}\n{STEPS}", [], "bergalat"),
    "back-in-time": (SIGNED, ["--tanggal", "2019-01-01"], "mendahului yang terakhir (2 Januari 2020)"),
    "no-date": (SIGNED, ["--tanggal", "kemarin"], "--tanggal"),
    "no-day": (SIGNED, ["--tanggal", "-"], "--tanggal"),
    "no-reason": (SIGNED, ["--alasan", " "], "--alasan"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_changes_nothing(sop: Sop, project: Path, case: str) -> None:
    text, words, said = REFUSED[case]
    file(project).write_text(text)
    before = everything(project)
    done = sop("revisi", "surat-masuk", "--alasan", "x", "--tanggal", "2026-03-04", *words, cwd=project)
    assert (done.code, said in done.err) == (2, True), done.err
    assert everything(project) == before


def test_what_was_kept_is_never_written_over(sop: Sop, project: Path) -> None:
    kept(project).parent.mkdir(parents=True)
    kept(project).write_text("milik orang")
    before = everything(project)
    done = sop("revisi", "surat-masuk", "--alasan", "x", cwd=project)
    assert (done.code, "tidak pernah ditimpa" in done.err) == (2, True)
    assert everything(project) == before


@pytest.mark.parametrize("link", ["riwayat", "riwayat/surat-masuk"])
def test_nothing_is_written_through_a_link(sop: Sop, project: Path, tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    place = file(project).parent / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(elsewhere, target_is_directory=True)
    done = sop("revisi", "surat-masuk", "--alasan", "x", cwd=project)
    assert (done.code, "bukan folder biasa" in done.err) == (2, True)
    assert list(elsewhere.iterdir()) == []


def test_both_are_written_or_none(sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr(command, "write", full)
    before = everything(project)
    assert sop("revisi", "surat-masuk", "--alasan", "x", cwd=project).code == 2
    assert everything(project) == before
    assert not kept(project).parent.parent.exists()


def test_earlier_revisions_are_printed_and_compared_by_their_numbers(sop: Sop, project: Path) -> None:
    file(project).write_text(SIGNED)
    revise(sop, project)
    file(project).write_text(file(project).read_text().replace("Menyimpan", "Mengarsipkan"))
    done = sop("beda", "surat-masuk/riwayat/0", "surat-masuk", cwd=project)
    assert (done.code, "Mengarsipkan" in done.out, "revisi 0" in done.out) == (1, True, True), done
    done = sop("pdf", "surat-masuk/riwayat/7", cwd=project)
    assert (done.code, "yang ada: 0, 1" in done.err) == (2, True), done.err
    catalogue = CatalogueBuilder(DiskFolder(project / "sop_defs")).build()
    job = job_of(catalogue, Scope("surat-masuk/riwayat/0"), KeptSheets(DEFAULT, STUDIO), "Katalog", {})
    (sheets,) = job.sops
    assert job.name == "surat-masuk-rev-0"
    assert all("TIDAK BERLAKU – digantikan Rev. 1" in sheet.printed for sheet in sheets.sheets)
    assert sop("revisi", "surat-masuk/riwayat/0", "--alasan", "x", cwd=project).code == 2
