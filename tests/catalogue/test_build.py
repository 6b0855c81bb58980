"""All files together: every finding at its file and line, good SOPs beside broken ones, and nothing read twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.definition.findings import Severity
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.reading.source import Source
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, brief, entry, sop


def test_findings_of_all_files_stand_in_one_report(folder: Folder) -> None:
    folder.places("a/b").write(
        {
            "a/b/baik.yml": sop("Baik"),
            "a/b/kunci.yml": sop("Kunci", "nomer: 1\n"),
            "a/b/lajur.yml": "nama: Lajur\npelaksana: [Loket, Kepala]\nlangkah:\n"
            "  - {kegiatan: A, pelaksana: Loket}\n  - {kegiatan: B, pelaksana: Kepla}\n  - {kegiatan: C, pelaksana: Kepala}\n",
            "a/b/rusak.yml": "nama: [\n",
            "a/b/waktu.yml": "nama: Waktu\nlangkah:\n  - {kegiatan: A, pelaksana: Loket, waktu: 5 mneit}\n"
            "  - {kegiatan: B, pelaksana: Loket}\n",
        }
    )
    catalogue = folder.build()
    assert brief(catalogue.findings) == [
        ("a/b/kunci.yml", 2, "kunci-asing"),
        ("a/b/lajur.yml", 5, "pelaksana-asing"),
        ("a/b/rusak.yml", 1, "kurung"),
        ("a/b/waktu.yml", 3, "waktu"),
    ]
    assert [found.id for found in catalogue.sops] == ["a/b/baik", "a/b/lajur", "a/b/waktu"]
    assert [found.id for found in catalogue.broken] == ["a/b/kunci", "a/b/rusak"]
    assert len(catalogue.files) == 7


def test_pages_and_messages_name_a_file_their_own_way(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/x.yml": sop("X", "nomer: 1\n")})
    catalogue = CatalogueBuilder(DiskFolder(folder.root), "sop_defs/").build()
    assert [finding.path for finding in catalogue.findings] == ["sop_defs/a/b/x.yml"]
    assert [finding.path for finding in catalogue.broken[0].findings] == ["a/b/x.yml"]


@pytest.mark.parametrize(("code", "severity"), [("sop-asing", Severity.NOTE), ("lain", Severity.ERROR)])
def test_what_a_definition_declares_as_known_is_only_a_note(
    folder: Folder, code: str, severity: Severity
) -> None:
    more = f"keterkaitan: {{teks: X, sop: tidak-ada}}\ndiketahui: {{{code}: memang demikian}}\n"
    folder.places("a/b").write({"a/b/x.yml": sop("X", more)})
    (finding, *_) = folder.build().findings
    assert (finding.code, finding.severity) == ("sop-asing", severity)


def test_several_charts_have_their_faults_at_their_own_lines(folder: Folder) -> None:
    text = "nama: X\nbagan:\n" + "".join(
        f"  - judul: Bagan {n}\n    langkah:\n      - {{kegiatan: A, pelaksana: L}}\n"
        f"      - {{kegiatan: B, pelaksana: L, ke: {to}}}\n"
        for n, to in ((1, "berhenti"), (2, "tidak-ada"))
    )
    folder.places("a/b").write({"a/b/x.yml": text})
    assert brief(folder.build().findings) == [("a/b/x.yml", 10, "tujuan-asing")]


def test_only_what_changed_is_read_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(path: str, data: bytes, model: type[BaseModel], source: Source) -> object:
        read.append(path)
        return read_definition(path, data, model, source)

    monkeypatch.setattr("sop_catalogue.catalogue.reading.read_definition", counting)
    folder.places("a/b").write({"a/b/x.yml": sop("X"), "a/b/y.yml": sop("Y")})
    builder = CatalogueBuilder(DiskFolder(folder.root))
    first = builder.build()
    assert len(read) == 4

    read.clear()
    folder.write({"a/b/x.yml": sop("X yang baru")})
    second = builder.build()
    assert read == ["a/b/x.yml"]
    assert [found.name for found in first.sops] == ["X", "Y"]
    assert [found.name for found in second.sops] == ["X yang baru", "Y"]
    assert not entry(second, "a/b/y").cited_by

    read.clear()
    (folder.root / "a/b/x.yml").unlink()
    assert [found.name for found in builder.build().sops] == ["Y"]
    folder.write({"a/b/x.yml": sop("X yang baru")})
    builder.build()
    assert read == ["a/b/x.yml"]


def test_the_same_files_always_give_the_same_report(folder: Folder, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"a/b/sop-{n}.yml": sop(f"Kembar {n % 2}", "keterkaitan: {teks: X, sop: Kembar 1}\n")
        for n in range(6)
    }
    folder.places("a/b").write(files)
    other = Folder(tmp_path / "lain").places("a/b").write(dict(reversed(files.items())))
    assert folder.build().findings == other.build().findings


def test_an_empty_folder_is_an_empty_catalogue(folder: Folder) -> None:
    catalogue = folder.build()
    assert (catalogue.pemdas, catalogue.sops, catalogue.findings, catalogue.files) == ([], [], [], [])


def test_labels_too_long_to_be_drawn_well_are_named_and_fail_nothing(folder: Folder) -> None:
    folder.places("a/b").write(
        {
            "a/b/label.yml": "nama: Label\nlangkah:\n"
            "  - kegiatan: A\n    pelaksana: Loket\n    keputusan:\n      Ya: lanjut\n"
            "      Berkas belum lengkap dan harus dikembalikan kepada pemohon: selesai\n"
            "  - kegiatan: B\n    simbol:\n      - {di: Loket, ke: {Pertanggungjawaban: 3, Ada/tidak ada: selesai}}\n"
            "  - {kegiatan: C, pelaksana: Loket}\n"
        }
    )
    catalogue = folder.build()
    assert brief(catalogue.findings) == [
        ("a/b/label.yml", 7, "label-panjang"),
        ("a/b/label.yml", 10, "label-panjang"),
    ]
    assert {found.severity for found in catalogue.findings} == {Severity.ADVICE}
