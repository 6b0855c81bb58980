"""What an SOP was before: every revision that its definition or its form knows, and the texts that were kept beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.catalogue.revisions.model import Text
from sop_catalogue.store.digest import text_digest
from tests.catalogue.folder import Folder, brief, entry, sop

OLD = sop("Surat", "tanggal: {pembuatan: 2020-01-02}\n")
SEAL = text_digest(OLD.encode())
DATES = "tanggal: {pembuatan: 2020-01-02, revisi: [2021-03-04]}\n"
PLACE = "a/b/riwayat/surat/rev-0.yml"


def present(*history: str, dates: str = DATES) -> str:
    return sop("Surat", dates + "riwayat:\n" + "".join(f"  - {{{item}}}\n" for item in history))


def built(folder: Folder, *history: str, dates: str = DATES, **files: Any) -> SopEntry:
    folder.places("a/b").write({"a/b/surat.yml": present(*history, dates=dates), PLACE: OLD, **files})
    return entry(folder.build(), "a/b/surat")


Files = dict[str, Any]


KEPT = f"nomor: 0, berkas: rev-0.yml, sidik: {SEAL}"
WHY = "nomor: 1, alasan: Loket pindah, disahkan_oleh: {jabatan: Kepala, nama: Ani}"


def test_dates_of_the_form_and_what_is_said_of_each_are_one_history(folder: Folder) -> None:
    found = built(folder, WHY, KEPT)
    assert folder.build().findings == []
    first, last = found.revisions
    assert (first.number, first.text, first.day and first.day.iso) == (0, Text.SEALED, "2020-01-02")
    assert (last.number, last.present, last.day and last.day.iso) == (1, True, "2021-03-04")
    assert (last.reason, last.signer and last.signer.nama) == ("Loket pindah", "Ani")
    assert last.entry is found
    assert found.sop.revision == 1


def test_the_old_text_is_an_sop_that_knows_the_present_one(folder: Folder) -> None:
    old = built(folder, KEPT).revisions[0].entry
    assert old
    assert (old.id, old.present and old.present.id, old.sop.revision) == (
        "a/b/surat/riwayat/0",
        "a/b/surat",
        0,
    )
    assert len(old.charts[0].flow.rows) == 2


def test_kept_texts_are_no_sops_of_the_catalogue(folder: Folder) -> None:
    built(folder, KEPT)
    assert [found.id for found in folder.build().sops] == ["a/b/surat"]


def test_texts_that_are_lost_leave_their_revisions(folder: Folder) -> None:
    found = built(folder, "nomor: 0, alasan: Yang pertama", "nomor: 1", "nomor: 3, tanggal: 2024", "nomor: 2")
    assert [(one.number, one.text.value) for one in found.revisions] == [
        (0, "tidak-disimpan"),
        (1, "tidak-disimpan"),
        (2, "tidak-disimpan"),
        (3, "sekarang"),
    ]


def test_without_a_history_there_is_none(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/surat.yml": sop("Surat", DATES)})
    assert entry(folder.build(), "a/b/surat").revisions == ()


def test_what_was_kept_is_always_an_earlier_one(folder: Folder) -> None:
    """Its author forgot the date of the revision."""
    found = built(folder, KEPT, dates="tanggal: {pembuatan: 2020-01-02}\n")
    assert [one.number for one in found.revisions] == [0, 1]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_line_ends_of_another_system_break_no_seal(folder: Folder, ends: bytes) -> None:
    built(folder, KEPT, **Files({PLACE: OLD.encode().replace(b"\n", ends)}))
    assert folder.build().findings == []


FAULTS: dict[str, tuple[str, Files, str, Text]] = {
    "edited": (KEPT, {PLACE: OLD.replace("Loket", "Meja")}, "riwayat-berubah", Text.CHANGED),
    "missing": ("nomor: 0, berkas: rev-9.yml", {}, "riwayat-hilang", Text.LOST),
    "elsewhere": ("nomor: 0, berkas: ../surat.yml", {}, "riwayat-hilang", Text.LOST),
    "no-definition": ("nomor: 0, berkas: surat.pdf", {}, "riwayat-hilang", Text.LOST),
    "empty": (KEPT, {PLACE: ""}, "riwayat-hilang", Text.LOST),
    "huge": (KEPT, {PLACE: "#" * 1_100_000}, "riwayat-hilang", Text.LOST),
    "unsealed": ("nomor: 0, berkas: rev-0.yml", {}, "riwayat-tanpa-sidik", Text.UNSEALED),
    "unreadable": ("nomor: 0, berkas: rev-0.yml", {PLACE: "nama: [\n"}, "riwayat-hilang", Text.UNSEALED),
    "impossible": ('nomor: 0, berkas: "x\\tx.yml"', {}, "riwayat-hilang", Text.LOST),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_happened_to_a_kept_text_is_told_at_its_line(folder: Folder, case: str) -> None:
    item, files, code, text = FAULTS[case]
    found = built(folder, "nomor: 1", item, **files)
    told = [f for f in folder.build().findings if f.code == code]
    assert brief(told) == [("a/b/surat.yml", 5, code)]
    assert all((told[0].remedy, told[0].value))
    assert found.revisions[0].text is text
    assert not found.faults, "the form as it is stays true"


def test_a_link_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.yml"
    secret.write_text(OLD)
    built(folder, KEPT)
    place = folder.root / PLACE
    place.unlink()
    place.symlink_to(secret)
    catalogue = folder.build()
    assert brief(catalogue.findings) == [("a/b/surat.yml", 4, "riwayat-hilang")]
    assert entry(catalogue, "a/b/surat").revisions[0].source == b""


def test_a_folder_that_is_a_link_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "lain/surat").mkdir(parents=True)
    (tmp_path / "lain/surat/rev-0.yml").write_text(OLD)
    folder.places("a/b").write({"a/b/surat.yml": present(KEPT)})
    (folder.root / "a/b/riwayat").symlink_to(tmp_path / "lain", target_is_directory=True)
    assert entry(folder.build(), "a/b/surat").revisions[0].source == b""


def test_numbers_are_told_apart_and_in_order(folder: Folder) -> None:
    found = built(
        folder, "nomor: 2, tanggal: 2021-01-01", "nomor: 2, alasan: lagi", "nomor: 1, tanggal: 2023", KEPT
    )
    assert brief(folder.build().findings) == [
        ("a/b/surat.yml", 4, "riwayat-nomor"),
        ("a/b/surat.yml", 5, "riwayat-nomor"),
    ]
    assert [one.number for one in found.revisions] == [0, 1, 2]


@pytest.mark.parametrize("number", ["-1", "12345", "satu", "1.5"])
def test_a_number_is_a_number(folder: Folder, number: str) -> None:
    folder.places("a/b").write({"a/b/surat.yml": present(f"nomor: {number}")})
    assert brief(folder.build().findings) == [("a/b/surat.yml", 4, "nomor-revisi")]


def test_files_that_no_definition_names_are_told(folder: Folder) -> None:
    built(
        folder,
        KEPT,
        **{"a/b/riwayat/surat/catatan.docx": "x", "a/b/riwayat/lama.yml": OLD, "a/b/riwayat/.gitkeep": ""},
    )
    found = folder.build().findings
    assert [(f.path, f.code, f.counts) for f in found] == [
        ("a/b/riwayat/lama.yml", "riwayat-asing", False),
        ("a/b/riwayat/surat/catatan.docx", "riwayat-asing", False),
    ]


def test_a_unit_may_be_called_so(folder: Folder) -> None:
    folder.places("a/riwayat").write({"a/riwayat/surat.yml": sop("Surat")})
    assert [found.id for found in folder.build().sops] == ["a/riwayat/surat"]
