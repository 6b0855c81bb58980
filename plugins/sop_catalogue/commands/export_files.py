"""Every file of an export: the pages in a frame of their own, and all that the site has beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable

from markupsafe import Markup

from ..catalogue.privacy.editions import Editions
from ..chart import Studio
from ..chart.graphviz.engine import LocalGraphviz
from ..pages.data import data_files
from ..pages.late import made
from ..pages.links import ALL, Links, sop_address
from ..pages.lists.home import home
from ..pages.moved.leading import Leading
from ..pages.page_plan import PagePlan
from ..pages.plan import plan_pages, sections
from ..pages.render import Page, plain, render
from ..pages.search.index import PLACE, search_index
from ..pages.search.records import Record, told_records
from ..paper.files import print_files
from ..paper.kept import KeptSheets
from ..paper.qr import qr_marks
from ..press.site_pdf import SitePdfs
from ..store.kept_files import kept_in
from ..theme.bundles import EXPORT_SCRIPTS, EXPORT_STYLES, SEARCH_WORKER, SHIM, SITE_SCRIPTS, packaged
from .export_brand import OfficeFiles
from .progress import Progress
from .site import Site

Tell = Callable[[str], None]
HOME, SEARCH = "index", "cari"


class Export:
    """Makes every file: its path inside the folder, and what is in it."""

    def __init__(self, said: Editions, site: Site, office: OfficeFiles, title: str, tell: Tell) -> None:
        self.catalogue, self.printed = said.pages, said.paper
        self.site, self.office, self.title, self.tell = site, office, title, tell
        self.studio = Studio(LocalGraphviz(), kept_in(site.cache))
        self.paper = site.paper
        self.styles = [office.brand, office.asset(EXPORT_STYLES)]
        self.scripts = [office.asset(bundle) for bundle in (SITE_SCRIPTS, EXPORT_SCRIPTS)]
        self.worker = office.asset(SEARCH_WORKER)
        self.plans = {plan.address: plan for plan in self._plans()}
        self.leading = Leading(self.catalogue, False, "", self.plans)

    def _plans(self) -> list[PagePlan]:
        paper = self.paper
        return plan_pages(
            self.catalogue,
            directory_urls=False,
            studio=self.studio,
            prints=paper is not None,
            pdfs=paper is not None and paper.pdf,
            drafts=paper is not None and paper.draf,
        )

    def files(self) -> Iterator[tuple[str, bytes]]:
        data = data_files(self.catalogue, False, self.studio, replace(self.site.publication, url=""))
        yield from made(map(self.leading.see, data))
        yield from self._on_paper()
        yield from made(self.leading.files())
        yield "index.html", self._home()
        yield from self._pages()
        yield f"{SEARCH}.html", self._search()
        for asset in (*self.styles, *self.scripts, self.worker):
            yield asset.path, asset.data
        assets = files("sop_catalogue.theme").joinpath("assets")
        for folder in ("fonts", "images"):
            yield from _below(assets.joinpath(folder), f"assets/{folder}")
        for path in (SHIM, SHIM.replace(".js", ".LICENSE.txt")):
            yield path, packaged(path).encode()

    def _on_paper(self) -> Iterator[tuple[str, bytes]]:
        """The sheets of the site: its codes lead to the site's pages, for no one can scan a way into a folder."""
        if not self.paper:
            return
        marks = qr_marks(self.site.url, self.site.directory_urls)
        printed = print_files(self.printed, self.paper, False, self.studio, marks, self.tell)
        yield from made(map(self.leading.see, printed))
        if self.paper.pdf and self.site.cache:
            sheets = KeptSheets(self.paper, self.studio, marks)
            pdfs = SitePdfs(self.printed, sheets, self.site.cache / "pdf")
            for path, data in pdfs.files(Progress()):
                self.leading.see((path, partial(bytes, data)))
                yield path, data

    def _pages(self) -> Iterator[tuple[str, bytes]]:
        """And what the search reads of them."""
        sops = {sop_address(sop) for sop in self.catalogue.sops}
        found: list[Record] = []
        for plan in self.plans.values():
            page = plan.make("")
            for fault in page.faults:
                self.tell(fault)
            if plan.address not in sops and not plan.aside:
                found += told_records(f"{plan.address}.html", page)
            yield f"{plan.address}.html", self._in_frame(plan, page)
        yield PLACE, search_index(self.catalogue, found, directory_urls=False)

    def _home(self) -> bytes:
        said = self.site.description or f"{self.title}: {len(self.catalogue.sops)} SOP."
        content = home(self.catalogue, Links(HOME, directory_urls=False))
        return self._filled(HOME, self.title, Markup(content), description=said, heading=self.title)

    def _search(self) -> bytes:
        links = Links(SEARCH, directory_urls=False)
        hints = Markup(packaged("partials/sop-petunjuk-cari.html"))
        values = {"worker": links.file(self.worker.path), "hints": hints, "all": links.page(ALL)}
        content = Markup(render("cari.html", values, __package__))
        return self._filled(SEARCH, "Pencarian", content)

    def _in_frame(self, plan: PagePlan, page: Page) -> bytes:
        links = Links(plan.address, directory_urls=False)

        def link(address: str) -> tuple[str, str] | None:
            plans = self.plans
            return (links.page(address), plain(plans[address].title)) if address in plans else None

        return self._filled(
            plan.address,
            page.title,
            Markup(page.html),
            description=page.description,
            aside=plan.aside,
            parents=[found for address in plan.parents if (found := link(address))],
            previous=link(plan.previous),
            next=link(plan.next),
        )

    def _filled(self, address: str, title: str, content: Markup, **more: object) -> bytes:
        links = Links(address, directory_urls=False)
        values = {
            "site": self.title,
            "title": title,
            "content": content,
            "description": "",
            "aside": False,
            "styles": [links.file(style.path) for style in self.styles],
            "scripts": [links.file(script.path) for script in self.scripts],
            "icon": links.file(self.office.icon),
            "logo": links.file(self.office.logo),
            "home": links.page(HOME),
            "search": links.page(SEARCH),
            "sections": [(links.page(top.address), top.title) for top in sections(self.plans.values())],
            "office": self.site.office,
            "heading": "",
            "parents": [],
            "previous": None,
            "next": None,
            **more,
        }
        return render("halaman.html", values, __package__).encode()


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.is_file():
            yield f"{path}/{item.name}", item.read_bytes()
