"""Which names give which address, and which are refused."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.catalogue.files import find_files
from sop_catalogue.definition.reading.decode import MAX_BYTES
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, brief, sop


def codes(root: Path) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in find_files(DiskFolder(root))[1]]


@pytest.mark.parametrize(
    ("path", "id_"),
    [
        ("a/b/surat-masuk.yml", "a/b/surat-masuk"),
        ("a/b/Surat Masuk (Baru).YML", "a/b/surat-masuk-baru"),
        ("Kab. Blitar/Dinas Pendidikan/x.yaml", "kab-blitar/dinas-pendidikan/x"),
        ("a/b/pélayanan.yml", "a/b/pelayanan"),
        ("a/b/c/x.yml", "a/b/c/x"),
    ],
)
def test_the_address_is_the_name_in_small_plain_letters(folder: Folder, path: str, id_: str) -> None:
    found, findings = find_files(DiskFolder(folder.write({path: sop("X")}).root))
    assert [item.id for item in found] == [id_]
    assert found[0].path == path
    assert not findings


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["a/b/con.yml"], "nama-berkas"),
        (["a/b/Index.yml"], "nama-berkas"),
        (["a/lpt1/x.yml"], "nama-berkas"),
        (["a/b/主任.yml"], "nama-berkas"),
        (["a/主任/x.yml"], "nama-berkas"),
        (["a/b/surat.yml", "a/b/Surat.yaml"], "nama-kembar"),
        (["a/b/surat masuk.yml", "a/b/surat_masuk.yml"], "nama-kembar"),
        (["a/b/unit.yml", "a/b/unit.yaml"], "nama-kembar"),
        (["a/b/surat.yml.txt"], "akhiran"),
        (["pemda.yml"], "salah-tempat"),
        (["a/b/pemda.yml"], "salah-tempat"),
        (["a/unit.yml"], "salah-tempat"),
        (["a/b/c/unit.yml"], "salah-tempat"),
        (["keputusan.yml"], "salah-tempat"),
        (["a/b/c/keputusan.yml"], "salah-tempat"),
        (["pejabat.yml"], "salah-tempat"),
        (["a/b/c/pejabat.yml"], "salah-tempat"),
    ],
)
def test_names_that_give_no_address(folder: Folder, paths: list[str], code: str) -> None:
    folder.write(dict.fromkeys(paths, sop("X")))
    found, findings = find_files(DiskFolder(folder.root))
    assert [finding.code for finding in findings] == [code]
    assert findings[0].path in paths
    assert findings[0].remedy
    assert len(found) == len(paths) - 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_no_terminal_can_show_is_shown_all_the_same(folder: Folder) -> None:
    (folder.root / "a\nb.yml").write_text(sop("X"))
    (folder.root / os.fsdecode(b"c\xff.yml")).write_text(sop("X"))
    assert codes(folder.root) == [("a�b.yml", "nama-berkas"), ("c�.yml", "nama-berkas")]


def test_other_files_and_hidden_ones_are_passed_over(folder: Folder) -> None:
    folder.write(dict.fromkeys(["a/x.png", ".skema/y.yml", "_arsip/z.yml", "a/b/.w.yml", "a/b/_v.yml"], "?"))
    assert find_files(DiskFolder(folder.root)) == ([], [])


def test_numbers_in_names_order_as_numbers(folder: Folder) -> None:
    folder.write({f"a/b/sop-{n}.yml": sop("X") for n in (10, 9, 1)})
    assert [item.file.name for item in find_files(DiskFolder(folder.root))[0]] == [
        "sop-1.yml",
        "sop-9.yml",
        "sop-10.yml",
    ]


def test_links_between_folders_are_told_and_not_followed(folder: Folder) -> None:
    folder.write({"a/b/x.yml": sop("X")})
    (folder.root / "a" / "putar").symlink_to(folder.root)
    found, _ = find_files(DiskFolder(folder.root))
    assert [item.path for item in found] == ["a/b/x.yml"]
    assert codes(folder.root) == [("a/putar", "tautan-folder")]


def test_what_cannot_be_opened_is_a_finding(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/baik.yml": sop("Baik")})
    (folder.root / "a/b/folder.yml").mkdir()
    (folder.root / "a/b/putar.yml").symlink_to("putar.yml")
    (folder.root / "a/b/hilang.yml").symlink_to("tidak-ada")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder.root / "a/b/pipa.yml")
    catalogue = folder.build()
    names = ["folder", "hilang", "pipa", "putar"] if hasattr(os, "mkfifo") else ["folder", "hilang", "putar"]
    assert brief(catalogue.findings) == [(f"a/b/{name}.yml", 1, "tak-terbaca") for name in names]
    assert [entry.name for entry in catalogue.sops] == ["Baik"]


def test_a_link_to_a_file_shows_nobody_what_is_in_it(folder: Folder) -> None:
    secret = folder.root.with_name("rahasia.yml")
    secret.write_text(sop("Rahasia"), "utf-8")
    folder.places("a/b").write({"a/b/baik.yml": sop("Baik")})
    (folder.root / "a/b/bocor.yml").symlink_to(secret)
    catalogue = folder.build()
    assert brief(catalogue.findings) == [("a/b/bocor.yml", 1, "tak-terbaca")]
    assert "symlink" in catalogue.findings[0].message
    assert [(item.path, item.source) for item in catalogue.broken] == [("a/b/bocor.yml", b"")]


def test_no_more_of_a_file_is_read_than_can_be_a_definition(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/besar.yml": b"nama: " + b"x" * 3_000_000})
    (broken,) = folder.build().broken
    assert [finding.code for finding in broken.findings] == ["berkas-besar"]
    assert len(broken.source) == MAX_BYTES + 1


def test_a_closed_file_and_a_closed_folder_are_findings(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused here as the system would: to its administrator no file is closed."""
    folder.places("a/b").write({"a/b/x.yml": sop("X"), "a/c/y.yml": sop("Y")})
    closed = [str(folder.root / "a/b/x.yml"), str(folder.root / "a/c")]

    def refusing(real: Callable[..., Any]) -> Callable[..., Any]:
        def ask(path: Any, *how: Any) -> Any:
            if str(path) in closed:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(path, *how)

        return ask

    monkeypatch.setattr(Path, "open", refusing(Path.open))
    monkeypatch.setattr(os, "scandir", refusing(os.scandir))
    findings = folder.build().findings
    assert brief(findings) == [("a/b/x.yml", 1, "tak-terbaca"), ("a/c", 1, "tak-terbaca")]
    assert "tidak ada izin" in findings[0].message


def test_a_missing_folder_is_a_finding(tmp_path: Path) -> None:
    assert codes(tmp_path / "tidak-ada") == [("tidak-ada", "tanpa-folder")]
