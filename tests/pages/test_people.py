"""The pages about who does what with what: roles, hand-overs, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.work.durations import LeftOut
from sop_catalogue.pages.links import book_address
from sop_catalogue.pages.page_plan import PagePlan
from sop_catalogue.pages.people import document_sheets, handovers, role_index, roles
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.pages.sop.durations import left_out
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO, keeping

from .parsed import Node, parse
from .sample import catalogue, dumped

OWN = Path(__file__).resolve().parents[2] / "sop_defs"
LETTER = """
nama: Surat {name}
pelaksana: [{{nama: Kasubbag Umum}}, Staf]
langkah:
  - {{kegiatan: Menyusun {name}, pelaksana: Staf, waktu: 5 menit, kelengkapan: Pagu, output: "Daftar <{name}>"}}
  - {{kegiatan: Memeriksa, pelaksana: Kasubbag Umum, kelengkapan: "Daftar <{name}>", waktu: 1–2 jam,
     keputusan: {{Ya: lanjut, Tidak: 1}}}}
  - {{kegiatan: Mengarsipkan, pelaksana: Staf, output: Arsip tahunan}}
"""
NEEDS = """
nama: Rekapitulasi
langkah:
  - {kegiatan: Merekap, pelaksana: Ka. Subbag Umum, kelengkapan: "Daftar <Masuk>", output: Rekap}
  - {kegiatan: Menyimpan, pelaksana: Staf}
"""


def plans(found: Catalogue, *, folder_urls: bool = False) -> dict[str, PagePlan]:
    return {plan.address: plan for plan in plan_pages(found, folder_urls, STUDIO)}


@pytest.fixture
def office(tmp_path: Path) -> Catalogue:
    letters = {f"{name.lower()}.yml": LETTER.format(name=name) for name in ("Masuk", "Keluar")}
    return catalogue(tmp_path, {**letters, "rekap.yml": NEEDS})


def shown(pages: dict[str, PagePlan], address: str) -> Node:
    return parse(pages[address].make("").html)


@pytest.mark.parametrize("folder_urls", [False, True])
@pytest.mark.parametrize("small", [False, True])
def test_every_link_leads_to_a_page_and_a_place_on_it(
    small: bool, folder_urls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`small`: as if the pages were too long, so that they are split."""
    if small:
        monkeypatch.setattr(roles, "MOST_STEPS", 5)
        monkeypatch.setattr(handovers, "MOST_TOLD", 3)
        monkeypatch.setattr(document_sheets, "MOST_ON_INDEX", 10)
        monkeypatch.setattr(document_sheets, "MOST_ON_A_PAGE", 12)
    catalogue = CatalogueBuilder(DiskFolder(OWN)).build()
    pages = plans(catalogue, folder_urls=folder_urls)
    ours = [a for a in pages if a.split("/")[0] in ("peran", "serah-terima", "dokumen")]
    assert len(ours) > (100 if small else 40)
    ids = {address: set(re.findall(r'\bid="([^"]+)"', pages[address].make("").html)) for address in pages}
    ids |= {book_address(role).removesuffix(".html"): set() for role in catalogue.roles}
    for address in ours:
        for path, anchor in links(address, pages[address].make("").html, folder_urls):
            assert path in ids, f"{address} → {path}"
            assert not anchor or anchor in ids[path], f"{address} → {path}#{anchor}"


def links(address: str, html: str, folder_urls: bool) -> Iterator[tuple[str, str]]:
    """Addresses and anchors of the pages that this one links to."""
    here = address.split("/")
    base = here if folder_urls and here[-1] != "index" else here[:-1]
    for href in re.findall(r'<a [^>]*?href="([^":]*)"', html):
        path, _, anchor = href.partition("#")
        if not path:
            yield address, anchor
            continue
        parts = list(base)
        for part in path.removesuffix(".html").split("/"):
            parts = parts[:-1] if part == ".." else parts + ([part] if part not in ("", ".") else [])
        found = "/".join(parts)
        is_folder = folder_urls and (path.endswith("/") or path == ".")
        yield (f"{found}/index" if is_folder and len(parts) < 4 and known_folder(parts) else found), anchor


def known_folder(parts: list[str]) -> bool:
    """Folders that are lists: their page is called index."""
    return parts[0] == "sop" or len(parts) == 1


def test_a_duty_book(office: Catalogue) -> None:
    page = shown(plans(office), "peran/kepala-subbagian-umum")
    assert "Juga ditulis: Ka. Subbag Umum." in page.text
    books = {node.one("h3").one("a").text: node for node in page.all("section", "sop-tugas-sop")}
    assert list(books) == ["Surat Keluar", "Surat Masuk", "Rekapitulasi"]
    (row,) = books["Surat Masuk"].one("tbody").all("tr")
    number, activity, received, produced = row.children
    assert isinstance(number, Node) and isinstance(activity, Node)
    assert isinstance(received, Node) and isinstance(produced, Node)
    assert (number.text, activity.text) == ("Langkah 2 1–2 jam", "Memeriksa Keputusan")
    assert received.text == "Dari Staf, langkah 1 Perlu: Daftar <Masuk>"
    assert produced.text == "Kepada Staf, langkah 3 (bila Ya) Kembali ke Staf, langkah 1 (bila Tidak)"
    assert "waktu sendiri: 1–2 jam" in books["Surat Masuk"].text


def test_a_duty_that_was_concluded_says_so(tmp_path: Path) -> None:
    text = NEEDS.replace("output: Rekap}", "output: Rekap, tafsiran: [pelaksana, simbol]}")
    pages = plans(catalogue(tmp_path, {"rekap.yml": f"tafsiran: semua panah\n{text}"}))
    (row,) = shown(pages, "peran/kepala-subbagian-umum").one("tbody").all("tr")
    assert "Disimpulkan: kolom pelaksana, panah" in row.text
    (row,) = shown(pages, "peran/staf").one("tbody").all("tr")
    assert "Disimpulkan: panah" in row.text


def test_posts_of_one_name_in_two_units_stand_apart(tmp_path: Path) -> None:
    files = {
        "satu.yml": LETTER.format(name="Masuk"),
        "kab/lain/unit.yml": "nama: Dinas Lain",
        "kab/lain/dua.yml": LETTER.format(name="Keluar"),
    }
    page = shown(plans(catalogue(tmp_path, files)), "peran/staf")
    units = page.all("section", "sop-tugas-unit")
    assert [unit.one("h2").one("a").text for unit in units] == ["Dinas Arsip", "Dinas Lain"]
    assert ["Menyusun Masuk" in unit.text for unit in units] == [True, False]
    assert "adalah jabatan lain" in page.text


def test_a_long_book_is_split_and_loses_nothing(office: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shown(plans(office), "peran/staf").all("tbody")
    monkeypatch.setattr(roles, "MOST_STEPS", 2)
    pages = plans(office)
    parts = [address for address in pages if address.startswith("peran/staf/")]
    assert parts == [f"peran/staf/kab/dinas{end}" for end in ("", "/2", "/3")]
    assert [body.text for part in parts for body in shown(pages, part).all("tbody")] == [
        b.text for b in whole
    ]
    assert len(shown(pages, "peran/staf").all("a", "")) >= len(parts)
    assert not shown(pages, "peran/staf").all("table")


def test_the_list_of_roles(office: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = shown(plans(office), "peran/index").one("tbody").all("tr")
    assert [row.text for row in rows] == [
        "Kasubbag Umum Dinas Arsip Pemerintah Kabupaten Contoh 3 3",
        "Staf Dinas Arsip Pemerintah Kabupaten Contoh 3 5",
    ]
    monkeypatch.setattr(role_index, "MOST_ROLES", 1)
    monkeypatch.setattr(role_index, "MOST_POSTS", 1)
    assert len(shown(plans(office), "peran/index").one("tbody").all("tr")) == 2


def test_where_posts_are_very_many_a_role_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "kab/dua/unit.yml": "nama: Kantor",
        "kota/tiga/unit.yml": "nama: Balai",
        "kota/pemda.yml": "nama: Kota",
    }
    sops = dict.fromkeys(("satu.yml", "kab/dua/b.yml", "kota/tiga/c.yml"), NEEDS)
    monkeypatch.setattr(role_index, "MOST_POSTS", 1)
    rows = shown(plans(catalogue(tmp_path, files | sops)), "peran/index").one("tbody").all("tr")
    assert [row.text for row in rows] == [
        "Ka. Subbag Umum 3 unit kerja 2 pemerintah daerah 3 3",
        "Staf 3 unit kerja 2 pemerintah daerah 3 3",
    ]


def test_the_matrix(office: Catalogue) -> None:
    page = shown(plans(office), "serah-terima/kab/dinas")
    table = page.one("table", "sop-matriks")
    assert [row.text for row in table.one("tbody").all("tr")] == ["Kasubbag Umum 5 5", "Staf 2 2"]
    assert [cell.text for cell in table.one("tfoot").all("td")] == ["2", "5", "7"]
    told = page.one(id="kepala-subbagian-umum--staf").text
    assert "5 kali, 2 di antaranya pengembalian" in told
    assert "Surat Masuk: langkah 2 → 3 (Ya), langkah 2 → 1 (Tidak)" in told


def test_documents_of_an_sop_and_in_the_list(office: Catalogue) -> None:
    pages = plans(office)
    sent = shown(pages, "sop/kab/dinas/masuk").one(css="sop-lanjutan").text
    assert "Dipakai SOP lain Daftar <Masuk> (langkah 1) oleh Rekapitulasi" in sent
    assert "Harus sudah tersedia Pagu (langkah 1)" in sent
    assert "Hasil Arsip tahunan (langkah 3)" in sent
    assert "Daftar <Masuk> (langkah 1 → 2)" in sent
    taken = shown(pages, "sop/kab/dinas/rekap").one(css="sop-lanjutan").text
    assert "Diterima dari SOP lain Daftar <Masuk> (langkah 1) dari Surat Masuk" in taken
    rows = [row.text for row in shown(pages, "dokumen/index").one("tbody").all("tr")]
    assert rows == [
        "Arsip tahunan Tidak ada yang memakai Surat Keluar; Surat Masuk –",
        "Daftar <Keluar> Di dalam satu SOP Surat Keluar Surat Keluar",
        "Daftar <Masuk> Berpindah antar-SOP Surat Masuk Rekapitulasi; Surat Masuk",
        "Pagu Tidak ada yang menghasilkan – Surat Keluar; Surat Masuk",
        "Rekap Tidak ada yang memakai Rekapitulasi –",
    ]


def test_letters_hold_every_document_once(office: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_sheets, "MOST_ON_INDEX", 2)
    monkeypatch.setattr(document_sheets, "MOST_ON_A_PAGE", 4)
    pages = plans(office)
    assert [address for address in pages if address.startswith("dokumen/")] == [
        "dokumen/index",
        "dokumen/a",
        "dokumen/d",
        "dokumen/d-2",
        "dokumen/p",
        "dokumen/r",
    ]
    letters = [row.text.split()[0] for row in shown(pages, "dokumen/index").one("tbody").all("tr")]
    assert letters == ["A", "D", "D", "P", "R"]


TIMED = """
nama: Izin
langkah:
  - {kegiatan: Menerima, pelaksana: Loket, waktu: 1 hari kerja}
  - {kegiatan: Memeriksa, pelaksana: Tim, waktu: 14 hari kalender, ke: [3, 4]}
  - {kegiatan: Meninjau, pelaksana: Tim, waktu: 2 hari kerja, ke: 5}
  - {kegiatan: Menghitung, pelaksana: Loket, waktu: 30 menit}
  - {kegiatan: Menyerahkan, pelaksana: Loket, waktu: 1 hari}
"""


def test_the_time_of_an_sop_tells_kinds_of_days_apart(tmp_path: Path) -> None:
    page = shown(plans(catalogue(tmp_path, {"izin.yml": TIMED})), "sop/kab/dinas/izin")
    time = page.one(css="sop-lama").text
    assert time == (
        "Sekali jalan 14 hari kalender + 3 hari kerja + 1 hari "
        "Dari cabang yang berjalan bersamaan dihitung yang terlama. "
        "Terdiri atas 3 hari kerja (waktu kerja), 14 hari kalender (waktu kalender) dan 1 hari (tidak disebut jenisnya). "
        "“Hari” tidak disebut hari kerja atau hari kalender."
    )
    rows = page.one("table", "sop-pelaksana").one("tbody").all("tr")
    assert [row.text for row in rows] == [
        "Loket 1, 4, 5 1 hari kerja + 1 hari 30 menit",
        "Tim 2, 3 14 hari kalender + 2 hari kerja",
    ]


def test_what_a_total_leaves_out_is_said() -> None:
    assert left_out(LeftOut()) == []
    assert left_out(LeftOut(("sesuai kebutuhan", "segera", "segera"), silent=2, unlinked=1, bounded=3)) == [
        "Belum termasuk 3 langkah yang waktunya tidak berupa lamanya (“sesuai kebutuhan”, “segera”), "
        "2 langkah tanpa keterangan waktu dan 1 langkah yang tidak tersambung panah.",
        "3 langkah hanya menyebut batas waktunya, dan dihitung sebesar batas itu.",
    ]


EVIL = "<script>x</script> & \"'"


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    steps = [
        {"kegiatan": EVIL, "pelaksana": EVIL, "output": EVIL, "waktu": EVIL, "no": EVIL},
        {"kegiatan": EVIL, "pelaksana": "b", "kelengkapan": EVIL, "keputusan": {EVIL: "lanjut", "b": EVIL}},
        {"kegiatan": EVIL, "pelaksana": EVIL, "waktu": f"maks. {EVIL}"},
    ]
    other = {"nama": f"{EVIL} lain", "langkah": steps}
    pages = plans(
        catalogue(tmp_path, {"x.yml": dumped({"nama": EVIL, "langkah": steps}), "y.yml": dumped(other)})
    )
    for address in pages:
        html = pages[address].make("").html
        assert "<script" not in html, address
        parse(html)


def test_a_kept_page_is_made_anew_when_another_sop_needs_its_document(tmp_path: Path) -> None:
    def page() -> str:
        found = plan_pages(CatalogueBuilder(DiskFolder(tmp_path)).build(), False, keeping(tmp_path / "cache"))
        return next(plan.make("").html for plan in found if plan.address == "sop/kab/dinas/masuk")

    files = {"masuk.yml": LETTER.format(name="Masuk"), "rekap.yml": NEEDS}
    catalogue(tmp_path, files)
    assert "Dipakai SOP lain" in page()
    other = NEEDS.replace("Daftar <Masuk>", "Catatan harian")
    catalogue(tmp_path, files | {"rekap.yml": other})
    assert "Dipakai SOP lain" not in page()
    catalogue(tmp_path, files | {"rekap.yml": other.replace("Merekap", "Menyusun")})
    kept = next((tmp_path / "cache/halaman/kab/dinas").glob("masuk.json")).stat().st_mtime_ns
    page()
    assert next((tmp_path / "cache/halaman/kab/dinas").glob("masuk.json")).stat().st_mtime_ns == kept
