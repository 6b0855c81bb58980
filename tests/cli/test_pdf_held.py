"""`sop pdf` and an SOP that `sop check` calls *galat*: no sheet of it, unless every sheet says that it is a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from sop_catalogue.paper.manifest import from_json
from sop_catalogue.press import browser

from .conftest import STEPS, Sop

FAULTY = """\
nama: Surat Galat
pelaksana: [Loket, Kepala Dinas]
langkah:
  - {kegiatan: Menerima, pelaksana: Loket}
  - {kegiatan: Membaca, pelaksana: Kepla Dinas}
"""
TOLD = "sop_defs/pemda/unit/galat.yml:5:36: galat [pelaksana-asing] langkah 2 › pelaksana: "
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.find() is None, reason="no browser on this machine"),
]


@pytest.fixture
def office(project: Path) -> Path:
    (project / "sop_defs/pemda/unit/galat.yml").write_text(FAULTY)
    return project


def texts(file: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("galat", FAULTY, "galat.yml:5:36: galat [pelaksana-asing]"),
        ("rujukan", f"nama: A\nketerkaitan: {{teks: X, sop: tiada}}\n{STEPS}", "rujukan.yml:2:29: galat [sop-asing]"),
        ("buka", "nama: [", "buka.yml:1:7: galat [kurung]"),
    ],
)  # fmt: skip
def test_nothing_is_printed_of_what_is_at_fault(
    sop: Sop, project: Path, name: str, text: str, told: str
) -> None:
    (project / f"sop_defs/pemda/unit/{name}.yml").write_text(text)
    before = sorted(project.rglob("*"))
    done = sop("pdf", name, cwd=project)
    assert (done.code, done.out) == (1, "")
    assert f"sop_defs/pemda/unit/{told}" in done.err
    assert f"Tidak dicetak, karena galat di atas: pemda/unit/{name}." in done.err
    assert ("--draf" in done.err) == (name != "buka")
    assert sorted(project.rglob("*")) == before


def test_a_register_that_forms_are_made_from_counts_for_all_below_it(sop: Sop, project: Path) -> None:
    (project / "sop_defs/pemda/unit/unit.yml").write_text("nama: Unit\nlogo: tiada.png\n")
    done = sop("pdf", "rapat", cwd=project)
    assert done.code == 1
    assert "sop_defs/pemda/unit/unit.yml:2:7: galat [logo]" in done.err


def test_what_is_known_to_be_so_is_no_fault(sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on as far as to look for a browser."""
    (project / "sop_defs/pemda/unit/rapat.yml").write_text(
        f"nama: Rapat\nketerkaitan: {{teks: X, sop: tiada, diketahui: {{sop-asing: belum ditulis}}}}\n{STEPS}"
    )
    monkeypatch.setattr(browser, "find", lambda: None)
    assert "memerlukan Chromium" in sop("pdf", "rapat", cwd=project).err


@pytest.mark.parametrize(
    ("words", "decree", "twin"),
    [
        ("--binder", True, True),
        ("pemda/unit", True, True),
        ("rapat", False, True),
        ("surat-masuk", False, False),
    ],
)
def test_what_is_at_fault_beside_an_sop_is_told(
    sop: Sop, project: Path, monkeypatch: pytest.MonkeyPatch, words: str, decree: bool, twin: bool
) -> None:
    """Of a single SOP, only a file that would have its address."""
    folder = project / "sop_defs/pemda/unit"
    (folder / "keputusan.yml").write_text("tentangg: Penetapan\n")
    (folder / "Rapat!.yml").write_text((folder / "rapat.yml").read_text())
    monkeypatch.setattr(browser, "find", lambda: None)
    said = sop("pdf", words, cwd=project).err
    assert ("keputusan.yml:1:1: galat" in said) == decree
    assert ("[nama-kembar]" in said) == twin
    assert ("Betulkan dahulu, lalu cetak ulang" in said) == (decree or twin)


def test_a_unit_of_nothing_else_prints_nothing(sop: Sop, office: Path) -> None:
    for file in ("rapat", "surat-masuk"):
        (office / f"sop_defs/pemda/unit/{file}.yml").unlink()
    for words in (["pemda/unit"], ["--binder"], ["pemda/unit", "--binder"], ["--peran", "loket"]):
        done = sop("pdf", *words, cwd=office)
        assert (done.code, done.out) == (1, ""), words
        assert TOLD in done.err
    assert not list(office.glob("*.pdf"))


def test_no_picture_is_made_of_its_chart(sop: Sop, office: Path) -> None:
    done = sop("chart", "galat", "-o", "galat.svg", cwd=office)
    assert (done.code, done.out) == (1, "")
    assert TOLD in done.err
    assert not (office / "galat.svg").exists()


class TestPrinted:
    pytestmark = needs_browser

    @pytest.mark.parametrize("words", [["pemda/unit"], ["--binder"], ["--peran", "loket"]])
    def test_the_others_are_printed(self, sop: Sop, office: Path, words: list[str]) -> None:
        done = sop("pdf", *words, "-o", "hasil.pdf", cwd=office)
        assert done.code == 1
        assert TOLD in done.err
        printed = "".join(texts(office / "hasil.pdf"))
        assert "SuratMasuk" in printed
        assert "SuratGalat" not in printed

    def test_a_draft_says_so_on_every_sheet(self, sop: Sop, office: Path) -> None:
        for words in (["galat"], ["pemda/unit", "--binder", "--bolak-balik", "ya"]):
            done = sop("pdf", *words, "--draf", "-o", "hasil.pdf", cwd=office)
            assert done.code == 0
            found = texts(office / "hasil.pdf")
            assert any("SuratGalat" in text for text in found)
            assert all("KONSEP" in text for text in found), words

    def test_what_is_unreadable_is_no_draft_either(self, sop: Sop, office: Path) -> None:
        (office / "sop_defs/pemda/unit/buka.yml").write_text("nama: [")
        done = sop("pdf", "pemda/unit", "--draf", "-o", "hasil.pdf", cwd=office)
        assert done.code == 1
        assert "Tidak dicetak, karena galat di atas: pemda/unit/buka. Betulkan dahulu.\n" in done.err

    def test_its_sheets_in_the_binder_stay_until_it_is_mended(self, sop: Sop, office: Path) -> None:
        file = office / "sop_defs/pemda/unit/galat.yml"
        file.write_text(FAULTY.replace("Kepla", "Kepala"))
        assert sop("pdf", "pemda/unit", "-o", "lama.pdf", cwd=office).code == 0
        file.write_text(FAULTY)
        done = sop("pdf", "--sejak", "lama.manifest.json", "-o", "baru.pdf")
        assert (done.code, "Tidak ada lembar yang berubah" in done.out) == (1, True)
        (office / "sop_defs/pemda/unit/rapat.yml").write_text(f"nama: Rapat Lain\n{STEPS}")
        done = sop("pdf", "--sejak", "lama.manifest.json", "-o", "baru.pdf")
        assert (done.code, "1 perubahan" in done.out) == (1, True)
        kept = from_json((office / "baru.manifest.json").read_bytes())
        assert "pemda/unit/galat" in [item.id for item in kept.sops]
        file.write_text(FAULTY.replace("Kepla", "Kepala"))
        assert "Tidak ada" in sop("pdf", "--sejak", "baru.manifest.json", "-o", "lagi.pdf").out

    def test_a_binder_holds_what_is_in_force(self, sop: Sop, project: Path) -> None:
        unit = project / "sop_defs/pemda/unit"
        (unit / "lama.yml").write_text(f"nama: Cara Lama\nstatus: dicabut\n{STEPS}")
        done = sop("pdf", "--binder", "-o", "buku.pdf", cwd=project)
        assert (done.code, "1 SOP yang sudah diganti atau dicabut tidak ikut" in done.err) == (0, True)
        assert "CaraLama" not in "".join(texts(project / "buku.pdf"))
        done = sop("pdf", "--binder", "--tidak-berlaku", "ya", "-o", "buku.pdf")
        assert "tidak ikut" not in done.err
        found = texts(project / "buku.pdf")
        assert any("CaraLama(DICABUT)" in text for text in found)
        own = [text for text in found if "CaraLama.Sudahdicabut" in text]
        assert own
        assert all("DICABUT" in text for text in own)
        assert sop("pdf", "lama", "-o", "lama.pdf").code == 0
