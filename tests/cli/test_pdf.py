"""`sop pdf`: sheets as PDF, read back by another library than the one that wrote them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, Fit, NullObject

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.files import MANIFEST, print_files
from sop_catalogue.paper.manifest import from_json
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.press import browser
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO

from .conftest import Sop

SITE = "https://sop.contoh.go.id/"
STEPS = "".join(
    f"  - {{kegiatan: Memeriksa berkas ke-{i} dengan teliti, pelaksana: {who}}}\n"
    for i in range(30)
    for who in ("Loket", "Kepala")
)
LONG = f"""\
nama: Panjang <b>&
nomor: 800/1/2024
tanggal: {{pembuatan: 2 Januari 2024, revisi: [3 Maret 2025]}}
peringatan: Segera diperiksa
keterkaitan: [{{teks: Rapat, sop: rapat}}, {{teks: Arsip, sop: arsip}}]
langkah:
{STEPS}"""
needs_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.find() is None, reason="no browser on this machine"),
]


@pytest.fixture
def office(project: Path) -> Path:
    """Two units; an SOP of several sheets, and links within a unit and to the other one."""
    other = project / "sop_defs/pemda/lain"
    other.mkdir()
    (other / "unit.yml").write_text("nama: Unit Lain\n")
    (other / "arsip.yml").write_text("nama: Arsip\nlangkah: {kegiatan: A, pelaksana: B}\n")
    (project / "sop_defs/pemda/unit/panjang.yml").write_text(LONG)
    (project / "mkdocs.yml").write_text(
        f"site_name: Katalog Contoh\nsite_url: {SITE}\nuse_directory_urls: false\n"
        "plugins: [{sop-catalogue: {sop_defs: sop_defs, cetak: {kertas: F4}}}]\n"
    )
    return project


def meta(reader: PdfReader) -> dict[str, str]:
    return {key: str(value) for key, value in (reader.metadata or {}).items()}


def root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title, page from 1."""
    found: list[tuple[int, str, int]] = []

    def walk(items: list[Any], depth: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                assert page is not None
                found.append((depth, str(item.title), page + 1))

    walk(reader.outline, 0)
    return found


def links(reader: PdfReader) -> list[tuple[int, int | str]]:
    """The page of each, and where it leads: a page, or an address."""
    found: list[tuple[int, int | str]] = []
    for number, page in enumerate(reader.pages, 1):
        for note in (ref.get_object() for ref in page.get("/Annots", [])):
            if "/Dest" in note:
                target = Destination("", note["/Dest"][0], Fit.fit())
                led = reader.get_destination_page_number(target)
                found.append((number, led + 1 if led is not None else 0))
            elif "/A" in note:
                found.append((number, str(note["/A"]["/URI"])))
    return found


class TestPrinted:
    pytestmark = needs_browser

    def test_one_sop(self, sop: Sop, office: Path) -> None:
        done = sop("pdf", "panjang", cwd=office)
        assert (done.code, done.err) == (0, "")
        file = office / "panjang.pdf"
        reader = PdfReader(file)
        count = len(reader.pages)
        assert count >= 3
        assert f"1 SOP, {count} lembar F4 ditulis ke panjang.pdf" in done.out
        for page in reader.pages:
            assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
                (330 * 72 / 25.4, 215 * 72 / 25.4), abs=1
            )
        for number, page in enumerate(reader.pages, 1):
            assert f"hal. {number} dari {count}" in page.extract_text()
        assert outline(reader) == [(0, "Panjang <b>&", 1), (1, "Identitas", 1), (1, "Alur", 2)]
        assert links(reader) == [
            (1, f"{SITE}sop/pemda/unit/rapat.html"),
            (1, f"{SITE}sop/pemda/lain/arsip.html"),
        ]
        assert not list(office.glob("sop-cetak-*"))
        sop("pdf", "panjang", "-o", "lagi.pdf")
        assert (office / "lagi.pdf").read_bytes() == file.read_bytes()
        self.check_what_it_says_of_itself(reader)

    def check_what_it_says_of_itself(self, reader: PdfReader) -> None:
        assert meta(reader) == {
            "/Title": "SOP Panjang <b>&",
            "/Subject": "Nomor 800/1/2024",
            "/Author": "Unit, Pemda",
            "/Creator": "Katalog SOP",
            "/CreationDate": "D:20250303000000+00'00",
            "/ModDate": "D:20250303000000+00'00",
        }
        assert root(reader)["/Lang"] == "id"
        assert root(reader)["/MarkInfo"]["/Marked"]
        assert root(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.xmp_metadata is not None
        assert reader.xmp_metadata.dc_title == {"x-default": "SOP Panjang <b>&"}

    def test_source_date_epoch_is_heeded(
        self, sop: Sop, office: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
        sop("pdf", "rapat", cwd=office)
        assert meta(PdfReader(office / "rapat.pdf"))["/CreationDate"] == "D:19700102000000+00'00"

    def test_a_unit_in_one_file_links_inside(self, sop: Sop, office: Path) -> None:
        assert sop("pdf", "pemda/unit", "-o", "unit.pdf", cwd=office).code == 0
        reader = PdfReader(office / "unit.pdf")
        marks = outline(reader)
        assert [(depth, title) for depth, title, _ in marks if depth < 2] == [
            (0, "Unit"), (1, "Panjang <b>&"), (1, "Rapat"), (1, "Surat Masuk"),
        ]  # fmt: skip
        starts = {title: page for depth, title, page in marks if depth == 1}
        assert starts["Panjang <b>&"] == 1
        assert "Rapat" in reader.pages[starts["Rapat"] - 1].extract_text()
        assert (1, starts["Rapat"]) in links(reader)
        assert (1, f"{SITE}sop/pemda/lain/arsip.html") in links(reader)
        assert (starts["Rapat"], starts["Surat Masuk"]) in links(reader)
        self.check_that_every_part_of_every_page_is_tagged(reader)

    def check_that_every_part_of_every_page_is_tagged(self, reader: PdfReader) -> None:
        tags = root(reader)["/StructTreeRoot"]
        numbers = tags["/ParentTree"]["/Nums"]
        parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
        whole = tags["/K"]
        assert [child["/S"] for child in (ref.get_object() for ref in whole["/K"])] == ["/Art"] * 3
        keys = [page["/StructParents"] for page in reader.pages]
        assert len(set(keys)) == len(keys)
        for page, key in zip(reader.pages, keys, strict=True):
            held = (element.get_object() for element in parents[key].get_object())
            own = [element for element in held if not isinstance(element, NullObject)]
            assert own
            for element in own:
                assert element["/Pg"].indirect_reference == page.indirect_reference
                while element["/S"] != "/Document":
                    element = element["/P"]
                assert element.indirect_reference == whole.indirect_reference
        for page in reader.pages:
            for note in (ref.get_object() for ref in page.get("/Annots", [])):
                assert parents[note["/StructParent"]]["/S"] == "/Link"

    def test_a_binder_and_a_duty_book(self, sop: Sop, office: Path) -> None:
        assert sop("pdf", "--binder", "-o", "buku.pdf", cwd=office).code == 0
        reader = PdfReader(office / "buku.pdf")
        tops = [title for depth, title, _ in outline(reader) if depth == 0]
        assert tops[:2] == ["Sampul", "Daftar Isi"]
        starts = {title: page for _, title, page in outline(reader)}
        listed = {led for page, led in links(reader) if page == starts["Daftar Isi"]}
        for title in ("Panjang <b>&", "Rapat", "Surat Masuk", "Arsip"):
            assert starts[title] in listed
            assert title in reader.pages[starts[title] - 1].extract_text()
        kept = from_json((office / "buku.manifest.json").read_bytes())
        assert sum(len(item.sheets) for item in kept.sops) == len(reader.pages)
        assert "Tidak ada lembar" in sop("pdf", "--sejak", "buku.manifest.json").out
        assert sop("pdf", "--peran", "loket", "-o", "tugas.pdf").code == 0
        assert meta(PdfReader(office / "tugas.pdf"))["/Title"] == "Buku Tugas Loket"

    def test_the_list_of_the_whole_site_serves_each_unit(self, sop: Sop, office: Path) -> None:
        catalogue = CatalogueBuilder(DiskFolder(office / "sop_defs")).build()
        marks = QrMarks(SITE, directory_urls=False)
        files = dict(print_files(catalogue, settings_from({"kertas": "F4"}), False, STUDIO, marks=marks))
        (office / "situs.json").write_bytes(files[MANIFEST]())
        again = sop("pdf", "pemda/unit", "--sejak", "situs.json", cwd=office)
        assert (again.code, "Tidak ada lembar" in again.out) == (0, True)
        (office / "sop_defs/pemda/lain/arsip.yml").unlink()
        assert "Tidak ada lembar" in sop("pdf", "pemda/unit", "--sejak", "situs.json").out
        assert "1 perubahan" in sop("pdf", "--sejak", "situs.json").out

    def test_a_file_for_each(self, sop: Sop, office: Path) -> None:
        assert sop("pdf", "pemda/unit", "--per-sop", "-o", "hasil", cwd=office).code == 0
        names = sorted(
            file.relative_to(office / "hasil").as_posix() for file in (office / "hasil").rglob("*.*")
        )
        assert names == ["pemda-unit.manifest.json", *(f"pemda/unit/{name}.pdf" for name in ("panjang", "rapat", "surat-masuk"))]  # fmt: skip
        long = PdfReader(office / "hasil/pemda/unit/panjang.pdf")
        assert len(long.pages) >= 3
        assert meta(long)["/Title"] == "SOP Panjang <b>&"
        assert links(long)[0] == (1, f"{SITE}sop/pemda/unit/rapat.html")
        short = PdfReader(office / "hasil/pemda/unit/rapat.pdf")
        assert "Rapat" in short.pages[0].extract_text()
        assert len(root(short)["/StructTreeRoot"]["/K"]["/K"]) == 1

    def test_only_what_changed_since(self, sop: Sop, office: Path) -> None:
        (office / "mkdocs.yml").unlink()  # without an address no code, and every sheet is its own
        first = sop("pdf", "pemda/unit", "-o", "lama.pdf", cwd=office)
        assert "Tanpa kode QR" in first.err
        again = sop("pdf", "--sejak", "lama.manifest.json", "-o", "baru.pdf")
        assert (again.code, "Tidak ada lembar yang berubah" in again.out) == (0, True)
        assert not (office / "baru.pdf").exists()

        unit = office / "sop_defs/pemda/unit"
        changed = LONG.replace("Segera diperiksa", "Hari itu juga").replace(
            "{teks: Rapat, sop: rapat}", "Rapat"
        )
        (unit / "panjang.yml").write_text(changed)
        (unit / "rapat.yml").unlink()
        (unit / "baru.yml").write_text("nama: Baru\nlangkah: {kegiatan: A, pelaksana: B}\n")
        (unit / "surat-masuk.yml").write_text((unit / "surat-masuk.yml").read_text() + "# hanya catatan\n")
        done = sop("pdf", "--sejak", "lama.manifest.json", "-o", "baru.pdf")
        assert done.code == 0
        assert "3 perubahan" in done.out
        reader = PdfReader(office / "baru.pdf")
        texts = [page.extract_text() for page in reader.pages]
        last = len(from_json((office / "lama.manifest.json").read_bytes()).sops[0].sheets)
        assert "Daftar cabut dan pasang" in texts[0]
        for words in ("Panjang", "Baru", "Rapat", "Tidak ada lagi"):
            assert words in texts[0]
        assert len(texts) == 3
        assert any("Hari itu juga" in text and f"hal. 1 dari {last}" in text for text in texts[1:])
        assert any("hal. 1 dari 1" in text for text in texts[1:])
        new = from_json((office / "baru.manifest.json").read_bytes())
        assert [item.id for item in new.sops] == [
            "pemda/unit/baru",
            "pemda/unit/panjang",
            "pemda/unit/surat-masuk",
        ]
        assert "Tidak ada" in sop("pdf", "--sejak", "baru.manifest.json").out

    def test_a_binder_keeps_its_numbers(self, sop: Sop, office: Path) -> None:
        assert sop("pdf", "--binder", "-o", "a.pdf", cwd=office).code == 0
        before = from_json((office / "a.manifest.json").read_bytes()).orders
        (office / "sop_defs/pemda/unit/awal.yml").write_text(
            "nama: Awal\nlangkah: {kegiatan: A, pelaksana: B}\n"
        )
        assert sop("pdf", "--sejak", "a.manifest.json", "-o", "b.pdf").code == 0
        after = from_json((office / "b.manifest.json").read_bytes()).orders
        tab, last = before["pemda/unit/surat-masuk"].split(".")
        assert after == before | {"pemda/unit/awal": f"{tab}.{int(last) + 1}"}
        texts = [page.extract_text() for page in PdfReader(office / "b.pdf").pages]
        assert f"di belakang {before['pemda/unit/surat-masuk']} hal. 1" in " ".join(texts[0].split())
        assert not any("Segera diperiksa" in text for text in texts)

    def test_all_that_changes_a_sheet_is_remembered(self, sop: Sop, office: Path) -> None:
        said = ("--situs", "https://lain.contoh.go.id/", "--kertas", "Legal", "--kaki-bebas", "20", "--catatan-salinan",
                "Salinan", "--nomor-lembar", "{hal}", "--logo", "tidak", "--bolak-balik", "ya", "--jilid", "30",
                "--pengesahan", "ya", "--riwayat", "ya", "--distribusi", "ya", "--punggung", "ya")  # fmt: skip
        assert (
            sop("pdf", "--binder", "--tidak-berlaku", "ya", "--draf", *said, "-o", "a.pdf", cwd=office).code
            == 0
        )
        settings = (office / "mkdocs.yml").read_text()
        (office / "mkdocs.yml").write_text(settings.replace("use_directory_urls: false\n", ""))
        again = sop("pdf", "--sejak", "a.manifest.json", "-o", "b.pdf")
        assert (again.code, "Tidak ada lembar yang berubah" in again.out) == (0, True)
        asked = [part.id for part in from_json((office / "a.manifest.json").read_bytes()).sops]
        assert {"buku.pengesahan", "buku.riwayat", "buku.distribusi", "buku.punggung"} < {*asked}
        official = sop("pdf", "--sejak", "a.manifest.json", "--resmi", "-o", "b.pdf")
        assert official.code == 0
        assert not any("KONSEP" in page.extract_text() for page in PdfReader(office / "b.pdf").pages)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "sebutkan SOP atau unit kerja, atau --binder"),
        (["raapat"], "SOP 'raapat' tidak ada; maksud Anda 'rapat'?"),
        (["tiada", "--binder"], "unit kerja 'tiada' tidak ada"),
        (["--peran", "tiada"], "peran 'tiada' tidak ada"),
        (["rapat", "-o", "tiada/rapat.pdf"], "folder 'tiada' tidak ada"),
        (["pemda/unit", "--per-sop", "-o", "x.pdf"], "--per-sop memerlukan folder"),
        (["rapat", "--kertas", "A3"], "--kertas: 'A3' bukan ukuran kertas yang dikenal"),
        (["rapat", "--jilid", "500"], "--jilid: 500 mm di luar batas"),
        (["rapat", "--bolak-balik", "mungkin"], "--bolak-balik: 'mungkin' bukan pilihan"),
        (["rapat", "--situs", "javascript:alert(1)"], "bukan alamat"),
        (["--sejak", "tiada.json"], "tiada.json: tidak dapat dibaca"),
        (["--sejak", "mkdocs.yml"], "mkdocs.yml: bukan JSON"),
        (["--sejak", "layar.json"], "kunci 'warna' tidak dikenal"),
        (["rapat", "--sejak", "unit.json"], "daftar lembar itu untuk 'pemda/unit'"),
        (["rapat", "--satu-berkas", "--per-sop"], "--per-sop"),
        (["--sejak", "unit.json", "--per-sop"], "--sejak menghasilkan satu berkas; tinggalkan --per-sop"),
        (["pemda/kosong"], "belum ada SOP yang dapat dicetak di sana"),
        (["pemda/kosong", "--binder"], "belum ada SOP yang dapat dicetak di sana"),
        (["--peran", "kurir"], "belum ada SOP untuk buku itu"),
    ],
)
def test_what_it_cannot_do_it_says(sop: Sop, office: Path, words: list[str], said: str) -> None:
    empty = {"jenis": "daftar-lembar-sop", "versi": 1, "lingkup": "pemda/unit", "pengaturan": {}, "sop": []}
    (office / "unit.json").write_text(json.dumps(empty))
    (office / "layar.json").write_text(json.dumps({**empty, "pengaturan": {"warna": 1}}))
    (office / "sop_defs/pemda/kosong").mkdir()
    (office / "sop_defs/pemda/kosong/unit.yml").write_text("nama: Unit Baru\n")
    (office / "sop_defs/pemda/peran.yml").write_text("peran: [{id: kurir, nama: Kurir}]\n")
    before = sorted(office.rglob("*"))
    done = sop("pdf", *words, cwd=office)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert sorted(office.rglob("*")) == before


def test_a_wrong_setting_of_the_site_is_told_with_its_file(sop: Sop, office: Path) -> None:
    (office / "mkdocs.yml").write_text("plugins: [{sop-catalogue: {cetak: {kertas: A9}}}]\n")
    done = sop("pdf", "rapat", cwd=office)
    assert done.code == 2
    assert "mkdocs.yml: cetak: kertas: 'A9' bukan ukuran kertas" in done.err


def test_without_a_browser_it_names_what_to_install(
    sop: Sop, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "places", lambda: iter([office / "tiada"]))
    before = sorted(office.rglob("*"))
    done = sop("pdf", "rapat", cwd=office)
    assert (done.code, done.out) == (2, "")
    assert "PDF memerlukan Chromium, Chrome, atau Edge" in done.err
    assert sorted(office.rglob("*")) == before


def test_a_browser_that_makes_nothing_is_told(
    sop: Sop, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "find", lambda: Path("/bin/false"))
    before = sorted(office.rglob("*"))
    done = sop("pdf", "rapat", cwd=office)
    assert done.code == 2
    assert "tidak menghasilkan PDF" in done.err
    assert sorted(office.rglob("*")) == before
