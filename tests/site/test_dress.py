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
def test_an_office_s_own_brand_is_on_every_page(tmp_path: Path, tool: str) -> None:
    site = _dressed(tmp_path, tool, "name: katalog-sop\n  custom_dir: kami")
    assert site.code == 0, site.log
    brand, style, shim, script = _named(site, "sop/index")
    assert _named(site, "index") == _named(site, "404") == [brand, style, shim, script]
    assert (style, script) == tuple(
        shipped(one).path.rpartition("/")[2] for one in (SITE_STYLES, SITE_SCRIPTS)
    )
    assert site.read(f"assets/stylesheets/{brand}") == "[data-md-color-scheme]{--k-merek:url(batik.svg)}"
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
