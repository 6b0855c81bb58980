"""Which search a built site has, by the plugin's option and the theme."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sop_catalogue.theme.bundles import SEARCH_WORKER, shipped
from tests.site.build import Site, build, copy_sample

OWN = shipped(SEARCH_WORKER).path


def _built(folder: Path, *changes: tuple[str, str]) -> Site:
    source = copy_sample(folder / "katalog")
    settings = source / "mkdocs.yml"
    text = settings.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, "utf-8")
    return build(source, folder / "site", strict=False)


def _worker(site: Site) -> str:
    config = site.page("index").partition('id="__config"')[2].partition(">")[2].partition("</script>")[0]
    return str(json.loads(config)["search"])


def _words(site: Site) -> str:
    docs = json.loads(site.read("search/search_index.json"))["docs"]
    return "\n".join(doc["text"] for doc in docs)


def test_the_catalogue_has_its_own(sample: Site) -> None:
    assert _worker(sample) == OWN
    assert (sample.folder / OWN).is_file()
    assert (sample.folder / "search/sop-cari.js").is_file()
    assert _words(sample) == ""


def test_the_empty_box_says_what_to_type_and_leads_to_the_guide_where_there_is_one(
    own: Site, sample: Site
) -> None:
    link = re.compile(r'class="sop-cari-petunjuk">(?:(?!</div>).)*<a href="([^"]+)">Cara mencari', re.DOTALL)
    every = re.compile(r'<a href="([^"]+)" data-sop-semua>')
    for address in ("index", "peran/index"):
        assert "UU 25 2009" in sample.page(address)
        assert not link.search(sample.page(address))
        found = [pattern.search(own.page(address)) for pattern in (link, every)]
        for match in found:
            assert match
            assert (own.folder / address).parent.joinpath(match[1]).is_file()


@pytest.mark.halved
@pytest.mark.parametrize(
    "change",
    [
        ("  - sop-catalogue", "  - sop-catalogue:\n      search: material"),
        ("name: katalog-sop", "name: material\n  font: false"),
    ],
    ids=["option", "theme"],
)
def test_material_s_own_knows_the_same_pages(tmp_path: Path, change: tuple[str, str]) -> None:
    site = _built(tmp_path, change)
    assert site.code == 0, site.log
    assert "/workers/search." in _worker(site)
    assert "membubuhkan stempel tanggal" in _words(site)
    assert not (site.folder / "search/sop-cari.js").exists()
    assert (site.folder / "assets/javascripts/iframe-worker.js").is_file()
    assert "var __index = " in site.read("search/search_index.js")


def test_without_a_search_there_is_no_index(tmp_path: Path) -> None:
    site = _built(tmp_path, ("  - material/search\n", ""))
    assert site.code == 0, site.log
    assert not (site.folder / "search").exists()
