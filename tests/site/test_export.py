"""`sop export` beside the site of the same settings: the same sheets, data and brand; what differs is known by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from sop_catalogue.cli import main

from .build import SUBPATH, Site, build, copy_sample, leads_on

OWN = {
    "stylesheets/sop-merek.css": "[data-md-color-scheme] { --k-merek: #123456; }",
    "images/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "images/latar.svg": "<svg xmlns='http://www.w3.org/2000/svg' id='latar'/>",
}
"""In the theme's folder of an office: in the place of ours, and beside them."""
OPTIONS = """
plugins:
  - material/search
  - sop-catalogue:
      merek: {utama: "#7a1f1f"}
      cetak: {kertas: F4, catatan_salinan: Salinan Dinas Arsip, nomor_lembar: "{nama} {hal}/{jumlah}"}
"""
FRAMED = re.compile(r"(?!cetak/).*\.html")
"""Pages around which the theme, or the export, puts a frame."""
ONLY_SITE = {"404.html", "bantuan.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json",
             "perubahan.atom", "perubahan/kabupaten-contoh/dinas-arsip.atom", "perubahan/kabupaten-contoh/kecamatan-hulu.atom",
             "perubahan/kabupaten-contoh/kecamatan-atas.atom",
             "assets/images/favicon.png", "assets/stylesheets/sop-situs.css"}  # fmt: skip
ONLY_EXPORT = {"cari.html", "daftar-berkas.txt", "assets/javascripts/sop-ekspor.js", "assets/stylesheets/sop-ekspor.css"}  # fmt: skip
MATERIAL = re.compile(r"assets/(javascripts/(bundle|lunr|workers)|stylesheets/(main|palette)\.).*")
MARK = re.compile(r"\.[0-9a-f]{8}\.min(?=\.)")
"""Of its content, in the name of a bundle."""
SHEET = "cetak/kabupaten-contoh/dinas-arsip/surat-masuk.html"
CODE = re.compile(r'<div class="tanda">.*?</div>')


@dataclass(frozen=True)
class Both:
    site: Site
    export: Site


def made(place: Path, *, folder_urls: bool) -> Both:
    source = copy_sample(place / "katalog")
    settings = source / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("katalog-sop\n", "katalog-sop\n  custom_dir: dinas\n", 1)
    settings.write_text(re.sub(r"\nplugins:\n(  .*\n)+", OPTIONS, text), "utf-8")
    for path, content in OWN.items():
        file = source / "dinas/assets" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    site = build(source, place / "situs", url=SUBPATH, folder_urls=folder_urls)
    assert site.code == 0, site.log
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(source)
        patch.setenv("SITE_URL", SUBPATH)
        patch.setenv("FOLDER_URLS", str(folder_urls))
        code = main(["export", str(place / "hasil")])
    assert code == 0
    return Both(site, Site(place / "hasil", source, False, "", code, ""))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The site has a file for each page, as an export has."""
    return made(tmp_path_factory.mktemp("berkas"), folder_urls=False)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Both:
    return made(tmp_path_factory.mktemp("folder"), folder_urls=True)


def paths(site: Site) -> set[str]:
    return {path if MATERIAL.fullmatch(path) else MARK.sub("", path) for path in site.digests()}


def test_what_either_has_alone_is_known(files: Both) -> None:
    site, export = paths(files.site), paths(files.export)
    assert {path for path in site - export if not MATERIAL.fullmatch(path)} == ONLY_SITE
    assert export - site == ONLY_EXPORT


def test_what_both_have_is_the_same_but_for_the_frame_of_pages(files: Both) -> None:
    """And for the search, which on the site knows the pages written by hand."""
    site, export = files.site.digests(), files.export.digests()
    shared = site.keys() & export.keys()
    other = {path for path in shared if site[path] != export[path] and not _leads_on(files.site, path)}
    assert {path for path in other if not FRAMED.fullmatch(path)} == {"search/sop-cari.js"}
    same = {MARK.sub("", path) for path in shared - other}
    assert {SHEET, "assets/stylesheets/sop-merek.css", "assets/images/latar.svg"} <= same


def _leads_on(site: Site, path: str) -> bool:
    return path.endswith(".html") and leads_on(site.read(path))


def test_codes_on_sheets_lead_to_the_site_whatever_its_addresses(files: Both, folders: Both) -> None:
    codes = [CODE.findall(site.read(SHEET)) for both in (files, folders) for site in (both.site, both.export)]
    assert codes[0]
    assert codes[0] == codes[1] != codes[2] == codes[3]


def test_the_pages_bear_the_name_and_the_logo_of_the_site(files: Both) -> None:
    page = files.export.page("sop/kabupaten-contoh/dinas-arsip/surat-masuk")
    assert " - Katalog Uji</title>" in page
    assert '<img src="../../../assets/images/logo.svg" alt=""' in page
