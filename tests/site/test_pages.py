"""What stands on and beside the pages of a built site."""

from __future__ import annotations

import json
import re
from html import unescape
from xml.etree import ElementTree

import jsonschema
import pytest

from tests.search.unpacked import unpacked
from tests.site.build import Builder, Site, leads_on
from tests.site.walk import read_page

UNIT = "sop/kabupaten-contoh/dinas-arsip"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=[False, True], ids=["files", "folders"])
def built(request: pytest.FixtureRequest, site: Builder) -> Site:
    return site(folder_urls=request.param)


def test_the_way_from_the_top_to_an_sop_is_on_its_page(built: Site) -> None:
    html = built.page(f"{UNIT}/surat-masuk")
    path = html.split('class="md-path"', 1)[1].split("</nav>", 1)[0]
    steps = [
        " ".join(re.sub("<[^>]+>", " ", item).split())
        for item in re.findall(r"<li.*?</li>", path, flags=re.S)
    ]
    assert [unescape(s) for s in steps][-3:] == [
        "Semua SOP",
        "Pemerintah Kabupaten Contoh",
        "Dinas Kearsipan",
    ]


def test_previous_and_next_go_through_the_unit(built: Site) -> None:
    html = built.page(f"{UNIT}/peminjaman-2019")
    ends = re.findall(
        r'class="md-footer__link md-footer__link--(prev|next)".*?md-ellipsis">(.*?)</div>', html, flags=re.S
    )
    assert [(which, " ".join(unescape(re.sub("<[^>]+>", "", name)).split())) for which, name in ends] == [
        ("prev", "<script>window.pwned=1</script> \"Naskah\" & 'Kasar'"),
        ("next", "Peminjaman Arsip"),
    ]


def test_edit_leads_to_the_definition(built: Site) -> None:
    links = {r.value for r in read_page(built.page(f"{UNIT}/legalisasi")).references}
    definition = "sop_defs/kabupaten-contoh/dinas-arsip/legalisasi.yml"
    assert f"https://git.example.invalid/contoh/katalog/edit/main/{definition}" in links


def test_text_of_a_definition_is_never_markup(built: Site) -> None:
    for file in built.folder.rglob("*.html"):
        html = file.read_text("utf-8")
        assert "<script>window.pwned" not in html
        assert "<img src=x" not in html
        assert "<i>Loket" not in html
        assert "<style>*{" not in html
    title = re.search("<title>(.*?)</title>", built.page(f"{UNIT}/naskah-kasar"), flags=re.S)
    assert title
    assert "&lt;script&gt;" in title[1]


def test_each_sop_page_offers_its_yaml_and_json(built: Site) -> None:
    for sop in json.loads(built.read("catalogue.json"))["sop"]:
        address = f"sop/{sop['id']}"
        links = {r.value.rsplit("/", 1)[-1] for r in read_page(built.page(address)).references}
        name = address.rsplit("/", 1)[-1]
        assert {f"{name}.yml", f"{name}.json"} <= links
        definition = (built.source / "sop_defs" / sop["sumber_definisi"]).read_bytes()
        assert (built.folder / f"{address}.yml").read_bytes() == definition
        assert json.loads(built.read(f"{address}.json"))["id"] == sop["id"]


def test_each_chart_is_a_file_of_its_own_too(built: Site) -> None:
    seen = 0
    for sop in json.loads(built.read("catalogue.json"))["sop"]:
        links = {r.value.rsplit("/", 1)[-1] for r in read_page(built.page(f"sop/{sop['id']}")).references}
        for chart in sop["bagan"]:
            root = ElementTree.fromstring(built.read(chart["svg"]))
            assert chart["svg"].rsplit("/", 1)[-1] in links
            drawn = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
            assert len(drawn) == len(chart["simbol"])
            assert sop["judul"] in (root.findtext(f"{SVG}title") or "") or "<" in sop["judul"]
            seen += 1
    assert seen == 6


@pytest.mark.parametrize("own", [False, True], ids=["sample", "own"])
def test_the_open_data_keeps_its_published_schema(site: Builder, own: bool) -> None:
    built = site(own=own)
    schema = json.loads(built.read("skema/catalogue.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(built.read("catalogue.json"))
    jsonschema.validate(data, schema)
    assert [sop["url"] for sop in data["sop"] if not (built.folder / sop["url"]).is_file()] == []
    pages = {
        f.relative_to(built.folder).as_posix()
        for f in built.folder.glob("sop/*/*/*.html")
        if f.stem != "index" and not leads_on(f.read_text("utf-8"))
    }
    assert {sop["url"] for sop in data["sop"]} == pages


def test_the_search_index_holds_the_steps(built: Site) -> None:
    found = unpacked((built.folder / "search/sop-cari.js").read_bytes())
    holding = [
        page.path for page in found if any("membubuhkan stempel tanggal" in text for text in page.texts)
    ]
    assert f"{UNIT}/surat-masuk{'/' if built.folder_urls else '.html'}" in holding
    pages = {f.relative_to(built.folder).as_posix() for f in built.folder.rglob("*.html")}
    indexed = {re.sub(r"[?#].*", "", page.path) for page in found}
    assert {f"{page}index.html" if page.endswith("/") or not page else page for page in indexed} <= pages
    assert json.loads(built.read("search/search_index.json"))["docs"] == []


def test_the_map_for_search_engines_lists_every_page_where_it_is(site: Builder) -> None:
    built = site(folder_urls=True)
    root = ElementTree.fromstring(built.read("sitemap.xml"))
    listed = {loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {
        f.relative_to(built.folder).parent.as_posix()
        for f in built.folder.rglob("index.html")
        if not leads_on(f.read_text("utf-8"))
    }
    on_screen = {page for page in pages if page.split("/")[0] != "cetak" and "/riwayat/" not in page}
    assert listed == {built.url + ("" if page == "." else f"{page}/") for page in on_screen}


@pytest.mark.parametrize("part", ["0", "0-1"])
def test_what_no_longer_holds_is_left_to_those_who_ask_for_it(site: Builder, part: str) -> None:
    built = site(folder_urls=True)
    page = built.page(f"{UNIT}/peminjaman-2019/riwayat/{part}")
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page


def test_a_site_without_an_address_has_no_such_map(sample: Site) -> None:
    assert not list(sample.folder.glob("sitemap.xml*"))
