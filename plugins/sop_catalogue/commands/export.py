"""`sop export`: the whole catalogue as plain files that need no server, no network and no site generator."""

from __future__ import annotations

import argparse
import functools
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from ..catalogue.model import Catalogue
from ..chart import ChartError, DrawingCache
from ..pages.data import data_files
from ..pages.links import Links
from ..pages.lists.indexes import home
from ..pages.page_plan import PagePlan
from ..pages.plan import plan_pages, sections
from ..pages.render import Page, environment, plain
from ..paper.files import print_files
from ..paper.settings import DEFAULT
from ..refused import RefusedError
from .definitions import builder_for, find_root
from .export_folder import LIST, write_export
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import real, shown
from .report import as_text, colours_wanted
from .site import site_of

HOME = "index"
_STYLES = ("huruf", "merek", "warna", "kerangka", "halaman", "status", "lipat", "formulir", "alur", "lebar", "nyala",
           "daftar", "beranda", "rusak", "lampiran", "tabel", "sehat", "saring", "peraturan", "waktu", "tugas", "matriks",
           "dokumen", "peta", "kartu", "cetak", "ekspor")  # fmt: skip
_SCRIPTS = ("sop", "sop-tabel", "sop-daftar-data", "sop-daftar", "sop-alur", "sop-lembar")
_MARKS = (LIST, "catalogue.json")
"""A folder that holds one of them is an earlier export, and may be written again."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "export",
        help="tulis katalog sebagai berkas HTML biasa",
        description="Tulis seluruh katalog sebagai berkas HTML biasa beserta data terbukanya. Hasilnya dapat dibuka langsung\n"
        "dari flashdisk, tanpa peladen dan tanpa jaringan. Ekspor lama di folder yang sama diganti seluruhnya.",
        epilog="Kode keluar: 0 bersih, 1 ada temuan (semua halaman tetap ditulis), 2 salah pakai.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder hasil")
    parser.add_argument(
        "--judul", default="Katalog SOP", help="nama katalog di kepala halaman (bawaan: Katalog SOP)"
    )
    parser.add_argument("--root", type=Path, metavar="FOLDER", help="folder definisi; tanpa ini: dicari dari sini ke atas")  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    root = find_root(args.root)
    _check_target(args.folder, root)
    kept = site_of(root).cache
    catalogue = builder_for(root, kept).build()
    try:
        files = site_files(catalogue, args.judul, DrawingCache(kept) if kept else None)
        count = sum(path.endswith(".html") for path in write_export(args.folder, files))
    except ChartError as error:
        raise RefusedError(str(error)) from error
    counted = [finding for finding in catalogue.findings if finding.counts]
    if counted:
        print(as_text(counted, len(catalogue.files), colours=colours_wanted()))
    print(f"{count} halaman ditulis ke {shown(args.folder)}; buka {shown(args.folder / 'index.html')}.")
    return FINDINGS if counted else OK


def site_files(
    catalogue: Catalogue, title: str, cache: DrawingCache | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every file of the export: its path inside the folder, and what is in it."""
    plans = {plan.address: plan for plan in plan_pages(catalogue, directory_urls=False, cache=cache)}
    yield from data_files(catalogue, directory_urls=False, cache=cache)
    yield from print_files(catalogue, DEFAULT, directory_urls=False, cache=cache, tell=_warn)
    yield "index.html", _home(catalogue, title, plans)
    for plan in plans.values():
        page = plan.make("")
        for fault in page.faults:
            _warn(fault)
        yield f"{plan.address}.html", _in_shell(plan, page, plans, title)
    assets = files("sop_catalogue.theme").joinpath("assets")
    for folder in ("stylesheets", "fonts", "images"):
        yield from _below(assets.joinpath(folder), f"assets/{folder}")
    own = files("sop_catalogue.commands").joinpath("templates", "ekspor.css")
    yield "assets/stylesheets/sop-ekspor.css", own.read_bytes()
    for name in _SCRIPTS:
        path = f"javascripts/{name}.js"
        yield f"assets/{path}", assets.joinpath(path).read_bytes()


def _warn(fault: str) -> None:
    print(fault, file=sys.stderr)


def _check_target(folder: Path, root: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"'{folder}' berkas, bukan folder")
    if real(folder).is_relative_to(root) or root.is_relative_to(real(folder)):
        raise RefusedError(f"'{folder}' bertumpuk dengan folder definisi; pakai folder lain")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / mark).is_file() for mark in _MARKS):
        raise RefusedError(f"'{folder}' berisi berkas lain; tidak ada yang ditulis. Pakai folder kosong")


def _home(catalogue: Catalogue, title: str, plans: dict[str, PagePlan]) -> bytes:
    links = Links(HOME, directory_urls=False)
    content = home(catalogue, links)
    return _filled(links, plans, title, title, Markup(content), description=f"{title}: {len(catalogue.sops)} SOP.", heading=title)  # fmt: skip


def _in_shell(plan: PagePlan, page: Page, plans: dict[str, PagePlan], title: str) -> bytes:
    links = Links(plan.address, directory_urls=False)

    def link(address: str) -> tuple[str, str] | None:
        return (links.page(address), plain(plans[address].title)) if address in plans else None

    return _filled(
        links,
        plans,
        title,
        page.title,
        Markup(page.html),
        description=page.description,
        parents=[found for address in plan.parents if (found := link(address))],
        previous=link(plan.previous),
        next=link(plan.next),
    )


def _filled(
    links: Links, plans: dict[str, PagePlan], site: str, title: str, content: Markup, **more: object
) -> bytes:
    values = {
        "site": site,
        "title": title,
        "content": content,
        "styles": [links.file(f"assets/stylesheets/sop-{name}.css") for name in _STYLES],
        "scripts": [links.file(f"assets/javascripts/{name}.js") for name in _SCRIPTS],
        "icon": links.file("assets/images/favicon.svg"),
        "home": links.page(HOME),
        "sections": [(links.page(top.address), top.title) for top in sections(plans.values())],
        "heading": "",
        "parents": [],
        "previous": None,
        "next": None,
        **more,
    }
    return _shell().render(values).encode()


@functools.cache
def _shell() -> Template:
    return environment("sop_catalogue.commands").get_template("halaman.html")


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_file():
            yield f"{path}/{item.name}", item.read_bytes()
