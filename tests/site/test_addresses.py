"""Names that meet: of files, folders, units, roles and regulations with each other, and with the site's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.pages.data import data_files
from sop_catalogue.pages.links import page_path
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.paper.files import print_files
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.kept import NOTHING
from sop_catalogue.store.kept_files import KeptFiles
from tests.catalogue.folder import Folder, entry, sop

OWN = ["sop", "cetak", "buku", "peta", "kesehatan", "peran", "peraturan", "dokumen", "serah-terima", "skema", "assets", "search",
       "tabel", "lambang", "unit", "pemda", "index", "catalogue", "manifest", "sitemap", "404", "loket", "x", "x-alur"]  # fmt: skip
"""Names that the site's own addresses are made of, and some that stand beside the ones tried."""
Check = Callable[[Catalogue], None]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "sop_defs"
    root.mkdir()
    return Folder(root).places("kab/dinas")


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """No file of the site takes another's place, or stands where another needs a folder."""
    kept = KeptFiles(tmp_path / "cache")

    def checked(catalogue: Catalogue) -> None:
        for folder_urls in (False, True):
            found = _files(catalogue, folder_urls, kept)
            assert [path for path, times in Counter(found).items() if times > 1] == []
            folders = {"/".join(path.split("/")[:n]) for path in found for n in range(1, path.count("/") + 1)}
            assert folders.isdisjoint(found)

    return checked


def _files(catalogue: Catalogue, folder_urls: bool, kept: KeptFiles) -> list[str]:
    """Every file that the catalogue becomes, by path, as a system without capitals tells them apart."""
    pages = [page_path(plan.address, folder_urls) for plan in plan_pages(catalogue, folder_urls, NOTHING)]
    beside = [
        *data_files(catalogue, folder_urls, kept),
        *print_files(catalogue, DEFAULT, folder_urls, kept),
    ]
    files = [f"{path}index.html" if path.endswith("/") else path for path in pages]
    return [path.lower() for path in (*files, *(path for path, _ in beside))]


@pytest.mark.parametrize(
    "place", ["kab/dinas/{}.yml", "kab/dinas/{}/x.yml", "kab/{}/x.yml", "{}/loket/x.yml", "{}/kab/dinas.yml"]
)
def test_a_name_of_the_site_itself_is_an_address_or_a_finding(
    folder: Folder, check: Check, place: str
) -> None:
    folder.write(
        {"kab/dinas/satu.yml": sop("Satu"), "kab/loket/x.yml": sop("X"), "kab/peran/loket.yml": sop("P")}
    )
    registers = ("pemda", "unit", "peran", "peraturan") if place == "kab/dinas/{}.yml" else ()
    files = [place.format(name) for name in OWN if name not in registers]
    catalogue = folder.write(dict.fromkeys(files, sop("Y"))).build()
    check(catalogue)
    told = {finding.path for finding in catalogue.findings if finding.code == "nama-berkas"}
    built = {built.path for built in catalogue.sops}
    assert {file for file in files if (file in built) == (file in told)} == set()


def test_the_id_of_a_role_or_a_regulation_may_be_any_of_them(folder: Folder, check: Check) -> None:
    """In the registers of all, of the pemda and of the unit."""
    ids = [*filter(str.isalpha, OWN), "con", "nul", "a-b", "a_b", "x" * 60]
    roles = "".join(f"  - {{id: {id_}, nama: Pejabat {id_}}}\n" for id_ in ids)
    laws = "".join(
        f"  - {{id: {id_}, judul: Peraturan Bupati Nomor {n} Tahun 2020}}\n" for n, id_ in enumerate(ids, 1)
    )
    for home in ("", "kab/", "kab/dinas/"):
        folder.write({f"{home}peran.yml": f"peran:\n{roles}", f"{home}peraturan.yml": f"peraturan:\n{laws}"})
    lanes = "".join(f"  - {{id: {id_}, peran: {id_}}}\n" for id_ in ids)
    cited = "".join(f"  - {{teks: Peraturan, peraturan: {id_}}}\n" for id_ in ids)
    steps = "".join(f"  - {{kegiatan: Bekerja, pelaksana: {id_}}}\n" for id_ in ids)
    text = f"nama: X\npelaksana:\n{lanes}dasar_hukum:\n{cited}langkah:\n{steps}"
    catalogue = folder.write({"kab/dinas/x.yml": text}).build()
    assert not catalogue.broken, catalogue.broken[0].findings
    check(catalogue)


@pytest.mark.parametrize("taken", [(), ("unit-arsip",), ("unit-arsip", "unit-arsip-2")])
def test_a_unit_named_in_a_text_shares_no_id(folder: Folder, check: Check, taken: tuple[str, ...]) -> None:
    """The folder has its own unit already, and so has what the other might be called instead."""
    folder.places("kab/arsip", *(f"kab/{name}" for name in taken))
    folder.write({f"kab/{name}/y.yml": sop("Y") for name in taken})
    other = "unit: {nama: Dinas Lain, singkatan: Arsip}\n"
    catalogue = folder.write({f"kab/arsip/{name}.yml": sop(name, other) for name in "ab"}).build()
    units = {entry(catalogue, f"kab/arsip/{name}").unit for name in "ab"}
    assert [unit.data.nama for unit in units] == ["Dinas Lain"]
    for name in taken:
        assert entry(catalogue, f"kab/{name}/y").unit.data.nama == f"Dinas {name.title()}"
    check(catalogue)


def test_an_address_stays_when_other_files_come(folder: Folder) -> None:
    folder.write({"kab/dinas/surat-masuk.yml": sop("X"), "lepas.yml": sop("L", "pemda: Kab\nunit: Umum\n")})
    before = {built.path: built.id for built in folder.build().sops}
    others = [
        f"kab/{unit}/{name}.yml" for unit in ("a", "dinas", "z") for name in ("surat", "surat-masuk-2", "z")
    ]
    after = {built.path: built.id for built in folder.write(dict.fromkeys(others, sop("Y"))).build().sops}
    assert before.items() <= after.items()
    assert len(after) == len(before) + len(others)
