"""The cache on disk: the same catalogue with it as without it, whatever it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.kept_values import PLACE, _reader
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.opendata.write import catalogue_record
from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.kept import NOTHING, Kept
from sop_catalogue.store.kept_files import KeptFiles
from tests.catalogue.folder import Folder, sop

FILES: dict[str, str | bytes] = {
    "peran.yml": "peran: [Loket]\n",
    "a/b/baik.yml": sop("Baik", "nomor: 001\n"),
    "a/b/ganda.yml": sop("Ganda", "nama: Ganda\n"),
    "a/b/asing.yml": sop("Asing", "keterkaitan:\n  - {teks: X, sop: tidak-ada}\n"),
    "a/b/rusak.yml": "nama: [\n",
    "a/b/salah.yml": sop("Salah", "nomer: 1\n"),
}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with every file that is parsed."""
    count: list[int] = []

    def counting(data: bytes) -> object:
        count.append(len(data))
        return read_yaml(data)

    monkeypatch.setattr("sop_catalogue.catalogue.reading.read_yaml", counting)
    return count


def build(folder: Folder, kept: Kept = NOTHING) -> Catalogue:
    return CatalogueBuilder(DiskFolder(folder.root), kept=kept).build()


def held(kept: Kept) -> dict[str, Any]:
    found: dict[str, Any] = kept.value(PLACE, _reader())
    return found


def seen(catalogue: Catalogue) -> tuple[Any, Any]:
    return catalogue_record(
        catalogue, lambda entry: entry.id, lambda entry, number: f"{entry.id} {number}"
    ), catalogue.findings


def test_it_changes_nothing_but_the_work(folder: Folder, tmp_path: Path, parsed: list[int]) -> None:
    kept = KeptFiles(tmp_path / "x")
    plain = seen(build(folder.places("a/b").write(FILES)))
    parsed.clear()
    assert seen(build(folder, kept)) == plain
    assert len(parsed) == 8
    parsed.clear()
    assert seen(build(folder, kept)) == plain
    assert len(parsed) == 3, "files with faults need their lines"

    parsed.clear()
    folder.write({"a/b/baik.yml": sop("Baik sekali")})
    assert "Baik sekali" in [entry.name for entry in build(folder, kept).sops]
    assert len(parsed) == 4


def test_it_keeps_only_what_is_there(folder: Folder, tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    build(folder.places("a/b").write(FILES), kept)
    before = len(held(kept))
    (folder.root / "a/b/baik.yml").unlink()
    build(folder, kept)
    assert len(held(kept)) == before - 1
    stamp = (tmp_path / PLACE).stat().st_mtime_ns
    build(folder, kept)
    assert (tmp_path / PLACE).stat().st_mtime_ns == stamp, "nothing new, nothing written"


@pytest.mark.parametrize("value", [3, "x", [], {"x": 3}, {"nama": "X", "langkah": "x"}])
def test_values_that_make_no_definition_are_read_again(folder: Folder, tmp_path: Path, value: object) -> None:
    plain = seen(build(folder.places("a/b").write(FILES)))
    kept = KeptFiles(tmp_path)
    build(folder, kept)
    kept.keep(PLACE, _reader(), dict.fromkeys(held(kept), value))
    assert seen(build(folder, kept)) == plain


def test_another_reader_starts_anew(
    folder: Folder, tmp_path: Path, parsed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptFiles(tmp_path)
    build(folder.places("a/b").write(FILES), kept)
    monkeypatch.setattr("sop_catalogue.catalogue.kept_values._reader", lambda: "lain")
    parsed.clear()
    build(folder, kept)
    assert len(parsed) == 8


def test_a_place_that_cannot_be_written(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    folder.places("a/b").write(FILES)
    assert seen(build(folder, KeptFiles(tmp_path / "berkas"))) == seen(build(folder))
