"""Whatever was published stays: every address of a catalogue before a move is one after it, and leads to the same thing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.opendata.past import Publication
from sop_catalogue.chart import Studio
from sop_catalogue.definition.editing import with_item
from sop_catalogue.pages.data import data_files
from sop_catalogue.pages.late import made
from sop_catalogue.pages.links import page_path
from sop_catalogue.pages.moved.leading import Leading
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.paper.files import print_files
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.folder import PlainFolder
from tests.catalogue.folder import sop
from tests.studio import STUDIO

SITE = "https://contoh.invalid/repo/"
SERVICE = "layanan: {pemohon: Loket, formulir: blanko.pdf}\n"
BEFORE = {
    "satu/pemda.yml": "nama: Kabupaten Satu\nlogo: lambang.svg\n",
    "satu/lambang.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "satu/arsip/unit.yml": "nama: Dinas Arsip\n",
    "satu/arsip/x.yml": sop("X", "tanggal: {pembuatan: 2024-01-01}\nketerkaitan: Y\ndasar_hukum: UU Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"),
    "satu/arsip/y.yml": sop("Y", SERVICE),
    "satu/arsip/formulir/blanko.pdf": "%PDF-1.4",
    "satu/umum/unit.yml": "nama: Dinas Umum\n",
    "satu/umum/q.yml": sop("Q"),
    "satu/umum/z.yml": sop("Z", "tanggal: {pembuatan: 2024-02-01}\n"),
}  # fmt: skip


def renamed(old: str, new: str, files: Mapping[str, str] = BEFORE) -> dict[str, str]:
    """The files with one, or all in a folder, under another name, and an account of it."""
    found = {
        (new + path.removeprefix(old) if path.startswith(old) else path): text for path, text in files.items()
    }
    account = new if new.endswith(".yml") else f"{new}{'unit' if old.count('/') > 1 else 'pemda'}.yml"
    found[account] = with_item(found[account], "alamat_lama", old.removesuffix(".yml").strip("/"))
    return found


MOVES = {
    "an SOP": renamed("satu/arsip/x.yml", "satu/arsip/xx.yml"),
    "an SOP to another unit": renamed("satu/umum/z.yml", "satu/arsip/z.yml"),
    "a service": renamed("satu/arsip/y.yml", "satu/arsip/yy.yml"),
    "a unit": renamed("satu/arsip/", "satu/kearsipan/"),
    "a pemda": renamed("satu/", "kab-satu/"),
    "all of them": renamed("dua/", "tiga/", renamed("dua/tu/", "dua/arsip/", renamed("satu/", "dua/", renamed("satu/arsip/", "satu/tu/", renamed("satu/arsip/x.yml", "satu/arsip/xx.yml"))))),
}  # fmt: skip


def built(files: Mapping[str, str]) -> Catalogue:
    catalogue = CatalogueBuilder(PlainFolder({path: text.encode() for path, text in files.items()})).build()
    assert [finding for finding in catalogue.findings if finding.counts] == []
    return catalogue


def site(
    catalogue: Catalogue, folder_urls: bool, studio: Studio = STUDIO
) -> tuple[set[str], dict[str, bytes]]:
    """The paths of all that the catalogue is now, and what leads on to them, or stands there once more."""
    plans = [plan.address for plan in plan_pages(catalogue, folder_urls, studio, feeds=True)]
    leading = Leading(catalogue, folder_urls, SITE, plans)
    publication = Publication("Uji", SITE)
    files = [
        *data_files(catalogue, folder_urls, studio, publication),
        *print_files(catalogue, DEFAULT, folder_urls, studio),
    ]
    living = {leading.see(file)[0] for file in files}
    pages = {page_path(address, folder_urls) for address in plans}
    living |= {f"{page}index.html" if page.endswith("/") or not page else page for page in pages}
    return living, dict(made(leading.files()))


@pytest.mark.parametrize("folder_urls", [False, True])
@pytest.mark.parametrize("move", MOVES)
def test_every_address_of_before_is_one_of_now(move: str, folder_urls: bool) -> None:
    was, _ = site(built(BEFORE), folder_urls)
    living, old = site(built(MOVES[move]), folder_urls)
    assert was - living - old.keys() == set()
    assert len(was - living) > 3
    assert living.isdisjoint(old)
    for path, data in old.items():
        if path.endswith(".html"):
            html = data.decode()
            (target,) = set(re.findall(r'(?:; url=|<a href="|data-ke=")([^"]*)"', html))
            led = join(dirname(path), target)
            led = normpath(led) + ("/index.html" if led.endswith("/") else "")
            assert led in living
            assert "noindex" in html
            assert (
                f'<link rel="canonical" href="{SITE}{led.removesuffix("index.html") if target.endswith("/") else led}">'
                in html
            )


def test_data_at_an_old_address_are_those_of_now() -> None:
    catalogue = built(MOVES["an SOP"])
    _, old = site(catalogue, False)
    assert json.loads(old["sop/satu/arsip/x.json"])["id"] == "satu/arsip/xx"
    assert json.loads(old["sop/satu/arsip/x.json"])["alamat_lama"] == ["satu/arsip/x"]
    assert old["sop/satu/arsip/x.yml"] == catalogue.sops[0].source
    assert old["sop/satu/arsip/x-alur.svg"].count(b"<svg") == 1


def test_a_living_page_is_not_covered() -> None:
    files = {**BEFORE, "satu/umum/w.yml": sop("W", "alamat_lama: satu/arsip/x\nkode: k-1\n")}
    catalogue = CatalogueBuilder(PlainFolder({path: text.encode() for path, text in files.items()})).build()
    assert [finding.code for finding in catalogue.findings] == ["alamat-lama"]
    living, old = site(catalogue, False)
    assert [path for path in old if not path.startswith("assets/")] == ["kode/k-1.html"]
    assert living.isdisjoint(old)


def test_what_a_site_has_at_such_an_address_of_its_own_stays() -> None:
    catalogue = built({**BEFORE, "satu/umum/w.yml": sop("W", "kode: k-1\n")})
    leading = Leading(catalogue, True, "", [])
    assert next(path for path, _ in leading.files()) == "kode/k-1/index.html"
    assert [*leading.files({"kode/k-1/index.html"})] == []


def test_a_code_that_several_claim_lets_its_reader_choose() -> None:
    files = {
        **BEFORE,
        "satu/umum/v.yml": sop("V <b>", "kode: k-1\n"),
        "satu/umum/w.yml": sop("W", "kode: K-1\n"),
    }
    catalogue = CatalogueBuilder(PlainFolder({path: text.encode() for path, text in files.items()})).build()
    _, old = site(catalogue, True)
    html = old["kode/k-1/index.html"].decode()
    assert re.findall(r'<a href="([^"]*)">([^<]*)</a>', html) == [
        ("../../sop/satu/umum/v/", "V &lt;b&gt;"),
        ("../../sop/satu/umum/w/", "W"),
    ]
    assert "http-equiv" not in html


def test_names_are_text() -> None:
    hostile = '"><script>x</script>'
    catalogue = built({**BEFORE, "satu/umum/w.yml": f"nama: '{hostile}'\nstatus: konsep\nkode: k-1\n"})
    _, old = site(catalogue, True)
    assert old["kode/k-1/index.html"].count(b"<script") == 1
