"""Link and backlink agree: what one page names, the other says it is named by, on every page of real sites."""

from __future__ import annotations

import json
from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import jsonschema
import pytest

from tests.site.build import Builder, Site

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
CELLS = {"kelengkapan", "output", "keterangan"}
LISTS = {"dirujuk-oleh", "merujuk-ke"}


class Parts(HTMLParser):
    """The links of an SOP's page by the part they stand in: box, cell, or one of the lists of related SOPs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: dict[str, list[str]] = defaultdict(list)
        self._open: list[tuple[str, str]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        classes = have.get("class", "").split()
        part = self._open[-1][1] if self._open else ""
        if tag in ("h2", "h3"):
            self._heading = have.get("id", "")
        elif tag == "ul" and self._heading in LISTS:
            part, self._heading = self._heading, ""
        elif "sop-kotak" in classes:
            part = "box"
        elif tag == "td":
            part = "cell" if CELLS.intersection(classes) else ""
        if tag == "a" and part and not have.get("href", "").startswith("#"):
            self.links[part].append(have["href"])
        if tag not in VOID:
            self._open.append((tag, part))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass


@pytest.fixture(params=[(False, False), (True, False), (False, True)], ids=["files", "folders", "own"])
def built(request: pytest.FixtureRequest, site: Builder) -> Site:
    folder_urls, own = request.param
    return site(folder_urls=folder_urls, own=own)


def _parts(built: Site) -> dict[str, dict[str, set[str]]]:
    """For every SOP, by its address: part → the other SOPs it leads to."""
    sops = [sop["url"] for sop in json.loads(built.read("catalogue.json"))["sop"]]
    pages = {}
    for url in sops:
        parts = Parts()
        parts.feed(built.read(f"{url}index.html" if url.endswith("/") else url))
        pages[url] = {
            part: {target for href in hrefs if (target := _target(url, href)) in sops and target != url}
            for part, hrefs in parts.links.items()
        }
    return pages


def _target(page: str, href: str) -> str:
    return unquote(urlsplit(urljoin(f"http://site.invalid/{page}", href)).path).lstrip("/")


def test_the_list_of_what_a_page_names_is_what_it_names(built: Site) -> None:
    pages = _parts(built)
    for url, parts in pages.items():
        assert parts.get("merujuk-ke", set()) == parts.get("box", set()) | parts.get("cell", set()), url
    assert sum(len(parts.get("merujuk-ke", ())) for parts in pages.values()) >= 2


def test_each_link_is_told_on_the_page_it_leads_to(built: Site) -> None:
    pages = _parts(built)
    named_by: dict[str, set[str]] = defaultdict(set)
    for url, parts in pages.items():
        for target in parts.get("box", set()) | parts.get("cell", set()):
            named_by[target].add(url)
    for url, parts in pages.items():
        assert parts.get("dirujuk-oleh", set()) == named_by[url], url


def test_the_open_data_tell_the_same(built: Site) -> None:
    pages = _parts(built)
    sops = json.loads(built.read("catalogue.json"))["sop"]
    urls = {sop["id"]: sop["url"] for sop in sops}
    for sop in sops:
        told = {urls[id_] for id_ in (*sop["dirujuk_oleh"], *sop["disebut_oleh"])}
        assert told == pages[sop["url"]].get("dirujuk-oleh", set())


def test_a_name_in_a_cell_is_a_link(sample: Site) -> None:
    page = sample.page("sop/kabupaten-contoh/dinas-arsip/legalisasi")
    assert 'Lihat <a href="surat-masuk.html">SOP Penerimaan Surat Masuk</a>' in page
    assert "disebut di langkah" in sample.page("sop/kabupaten-contoh/dinas-arsip/surat-masuk")


def test_the_health_report_is_true_to_its_schema_and_leads_to_every_sop_it_tells_of(built: Site) -> None:
    report = json.loads(built.read("kesehatan.json"))
    jsonschema.validate(report, json.loads(built.read("skema/kesehatan.schema.json")))
    for unit in report["unit"]:
        page = built.page(f"kesehatan/{unit['id']}") if unit["temuan"] else ""
        for found in unit["temuan"]:
            assert f"{found['berkas']}:{found['baris']}" in page
            assert f"{found['sop'].rsplit('/', 1)[-1]}" in page
    overview = built.page("kesehatan/index")
    assert all(item["judul"] in overview for item in report["belum_ditulis"])


def test_each_line_it_names_holds_what_it_tells_of(own: Site) -> None:
    report = json.loads(own.read("kesehatan.json"))
    checked = 0
    for found in (found for unit in report["unit"] for found in unit["temuan"] if found["teks"]):
        lines = (own.source / "sop_defs" / found["berkas"]).read_text("utf-8").splitlines()
        words = found["teks"].split()[0].casefold()
        assert words in " ".join(lines[found["baris"] - 1 : found["baris"] + 3]).casefold()
        checked += 1
    assert checked > 30
