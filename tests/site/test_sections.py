"""Where a page stands: the active tab, the row of the catalogue's sections, the breadcrumbs, with either kind of nav."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.site.build import Site

SECTIONS = [
    "Semua SOP",
    "Layanan publik",
    "Peraturan",
    "Peran",
    "Serah terima",
    "Dokumen",
    "Perubahan",
    "Peta SOP",
    "Kesehatan katalog",
]


@pytest.fixture(params=["sample", "own"], ids=["flat nav", "nested nav"])
def built(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def _words(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def _items(html: str, css: str) -> list[str]:
    return re.findall(r"<li.*?</li>", html.split(f'class="{css}"', 1)[1].split("</nav>", 1)[0], flags=re.S)


def _law(site: Site) -> str:
    file = next(file for file in sorted((site.folder / "peraturan").glob("*.html")) if file.stem != "index")
    return f"peraturan/{file.stem}"


def _sop(site: Site) -> str:
    file = next(file for file in sorted((site.folder / "sop").glob("*/*/*.html")) if file.stem != "index")
    return file.relative_to(site.folder).with_suffix("").as_posix()


@pytest.mark.parametrize(
    ("kind", "section"),
    [
        ("sop/index", "Semua SOP"),
        ("sop", "Semua SOP"),
        ("layanan/index", "Layanan publik"),
        ("peraturan/index", "Peraturan"),
        ("law", "Peraturan"),
    ],
)
def test_a_page_of_the_catalogue_shows_its_section(built: Site, kind: str, section: str) -> None:
    html = built.page({"sop": _sop, "law": _law}.get(kind, lambda _: kind)(built))
    row = _items(html, "sop-bagian")
    assert [_words(item) for item in row] == SECTIONS
    assert [_words(item) for item in row if "aria-current" in item] == [section]
    active = [_words(item) for item in _items(html, "md-tabs") if "md-tabs__item--active" in item]
    assert len(active) == 1
    assert active[0] in ("Katalog", "Semua SOP")


def test_the_way_to_a_regulation(built: Site) -> None:
    steps = [_words(item) for item in _items(built.page(_law(built)), "md-path")]
    assert steps[0] == "Beranda"
    assert steps[1] in ("Katalog", "Semua SOP")
    assert steps[2:] == ["Peraturan"]


def test_other_pages_have_no_such_row(built: Site) -> None:
    assert "sop-bagian" not in built.page("index")
