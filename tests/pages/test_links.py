"""Addresses from one page to another, in both styles of a site."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from sop_catalogue.pages.links import (
    ALL,
    Links,
    data_address,
    logo_address,
    page_path,
    place_address,
    sop_address,
)
from tests.pages.sample import STEPS, catalogue

BASE = "https://x.invalid/repo/"


@pytest.mark.parametrize("folders", [True, False])
def test_every_page_reaches_every_other(tmp_path: Path, folders: bool) -> None:
    found = catalogue(tmp_path, {"a.yml": STEPS, "b.yml": STEPS, "lain/kantor/c.yml": STEPS})
    addresses = [ALL, "index", "tentang", *map(sop_address, found.sops)]
    addresses += [place_address(unit) for unit in found.units] + [place_address(p) for p in found.pemdas]
    assert len(set(addresses)) == 10
    for here in addresses:
        links = Links(here, folders)
        start = urljoin(BASE, page_path(here, folders))
        for there in addresses:
            assert urljoin(start, links.page(there)) == urljoin(BASE, page_path(there, folders))
        for sop in found.sops:
            assert urljoin(start, links.data(sop, "yml")) == BASE + data_address(sop, "yml")


@pytest.mark.parametrize(
    ("address", "folders", "path"),
    [
        ("index", True, ""),
        ("index", False, "index.html"),
        ("sop/index", True, "sop/"),
        ("sop/kab/dinas/x", True, "sop/kab/dinas/x/"),
        ("sop/kab/dinas/x", False, "sop/kab/dinas/x.html"),
    ],
)
def test_where_pages_lie(address: str, folders: bool, path: str) -> None:
    assert page_path(address, folders) == path


def test_the_form_shows_the_units_logo_or_its_pemdas(tmp_path: Path) -> None:
    files = {"a.yml": STEPS, "kab/pemda.yml": "nama: Kab\nlogo: kab.svg", "kab/kab.svg": "<svg/>"}
    unit = catalogue(tmp_path, files).units[0]
    assert logo_address(unit) == ""
    assert Links("sop/kab/dinas/a", False).logo(unit) == "../lambang.svg"


def test_a_regulation_has_a_page(tmp_path: Path) -> None:
    text = STEPS + "dasar_hukum: Undang-Undang Nomor 23 Tahun 2014"
    sop = catalogue(tmp_path, {"a.yml": text}).sops[0]
    (law,) = sop.citations[0].laws
    assert Links("sop/kab/dinas/a").law(law) == f"../../../../peraturan/{law.id}/"
    assert Links("sop/kab/dinas/a").law(None) == ""


def test_the_table_of_all_sops_is_entered_with_what_is_wanted() -> None:
    links = Links("peraturan/x", False)
    assert links.every_sop() == "../sop/index.html"
    assert links.every_sop(unit="a/b", peraturan="x&y") == "../sop/index.html?unit=a%2Fb&peraturan=x%26y"
