"""What a built site holds of styles and scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sop_catalogue.theme.bundles import SITE_SCRIPTS, SITE_STYLES, packaged, shipped, sources
from tests.site.build import Site, build, copy_sample
from tests.site.walk import Walk

OWN = re.compile(r'(?:href|src)="([^"]*/(?:sop-|iframe-)[^"]*\.(?:css|js))"')


def _named(site: Site, address: str) -> list[str]:
    return [path.rpartition("/")[2] for path in OWN.findall(site.page(address))]


def _dressed(folder: Path, tool: str, settings: str = "") -> Site:
    source = copy_sample(folder / "katalog")
    file = source / "mkdocs.yml"
    text = file.read_text("utf-8")
    assert "name: katalog-sop" in text
    file.write_text(text.replace("name: katalog-sop", settings or "name: katalog-sop"), "utf-8")
    brand = source / "kami/assets/stylesheets/sop-merek.css"
    brand.parent.mkdir(parents=True)
    brand.write_text("\ufeff/* kami */\n[data-md-color-scheme] {\n  --k-merek: url(batik.svg);\n}\n", "utf-8")
    script = packaged("assets/javascripts/situs.js").replace("\n", "\r\n")
    (source / "kami/assets/javascripts").mkdir()
    (source / "kami/assets/javascripts/situs.js").write_bytes(script.encode())
    (brand.parent / "batik.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    return build(source, folder / "situs", tool=tool, strict=False)


@pytest.mark.halved
@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_an_office_s_own_brand_is_on_every_page_after_ours(tmp_path: Path, tool: str) -> None:
    site = _dressed(tmp_path, tool, "name: katalog-sop\n  custom_dir: kami")
    assert site.code == 0, site.log
    brand, style, script = _named(site, "sop/index")
    assert _named(site, "index") == _named(site, "404") == [brand, style, script]
    assert (style, script) == tuple(
        shipped(one).path.rpartition("/")[2] for one in (SITE_STYLES, SITE_SCRIPTS)
    )
    colours = site.read(f"assets/stylesheets/{brand}")
    assert colours.endswith("}[data-md-color-scheme]{--k-merek:url(batik.svg)}")
    assert colours.count("--k-tautan:") == 2
    assert Walk(site.folder).faults == []


def test_what_files_are_made_from_is_not_published(tmp_path: Path) -> None:
    site = _dressed(tmp_path, "mkdocs")
    assert site.code == 0, site.log
    assert sources() & site.digests().keys() == set()


def test_under_another_theme_neither_and_print_pages_are_dressed(tmp_path: Path) -> None:
    site = _dressed(tmp_path, "mkdocs", "name: material\n  font: false")
    assert site.code == 0, site.log
    assert sources() & site.digests().keys() == set()
    (style, script) = _named(site, "cetak/index")
    text = site.read(f"assets/stylesheets/{style}")
    letters = {path for path in re.findall(r'"\.\./(fonts/[^"]*)"', text) if "arimo" in path}
    assert len(letters) == 8
    assert all((site.folder / "assets" / path).is_file() for path in letters)
    assert "window.print" in site.read(f"assets/javascripts/{script}")


def _settings(folder: Path, said: str, theme: str = "") -> Site:
    source = copy_sample(folder / "katalog")
    file = source / "mkdocs.yml"
    text = file.read_text("utf-8")
    assert "  - sop-catalogue" in text
    text = text.replace("  - sop-catalogue\n", f"  - sop-catalogue:\n      merek: {said}\n")
    file.write_text(text.replace("name: katalog-sop", f"name: katalog-sop{theme}"), "utf-8")
    return build(source, folder / "situs", strict=True)


def test_colours_are_settings(tmp_path: Path) -> None:
    site = _settings(tmp_path, '{utama: "#7a1f1f", aksen: "#fff7e0"}')
    assert site.code == 0, site.log
    assert "--k-merek:#7a1f1f" in site.read(f"assets/stylesheets/{_named(site, 'index')[0]}")
    assert "merek:" not in site.log


def test_a_colour_too_light_is_used_darker_and_the_build_says_so(tmp_path: Path) -> None:
    site = _settings(tmp_path, '{utama: "#ffd500"}')
    assert site.code == 0, site.log
    assert "merek: utama: #ffd500 terlalu terang untuk huruf putih; dipakai #" in site.log


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("{utama: merah}", "utama: 'merah' bukan warna; tulis enam angka heksadesimal"),
        ("{warna: biru}", "kunci 'warna' tidak dikenal; yang ada: utama dan aksen"),
        ("biru", "'biru' bukan pengaturan"),
        ("\n        utama: #7a1f1f", "utama: kosong; apit warnanya dengan tanda kutip"),
    ],
)
def test_a_colour_that_cannot_be_read_is_told(tmp_path: Path, said: str, told: str) -> None:
    site = _settings(tmp_path, said)
    assert site.code != 0
    assert told in site.log


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    site = _settings(tmp_path, '{utama: "#7a1f1f"}', "\n  logo: gambar/lambang.svg")
    assert site.code != 0
    assert "theme: logo: berkas 'gambar/lambang.svg' tidak ada" in site.log
