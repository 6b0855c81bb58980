"""What stands in a site because of the definitions as they are at one moment: pages, and files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File

from ..catalogue.model import Catalogue
from ..catalogue.opendata.past import Publication
from ..catalogue.privacy.editions import Editions
from ..chart import Studio
from ..pages.data import data_files
from ..pages.late import LateFile
from ..pages.links import sop_address
from ..pages.moved.leading import Leading
from ..pages.page_plan import PagePlan
from ..pages.plan import plan_pages
from ..pages.render import Page
from ..pages.search.site import Told, search_files
from ..paper.files import print_files
from ..paper.kept import KeptSheets
from ..paper.qr import QrMarks
from ..paper.settings import PaperSettings
from ..store.collector import held_back
from .catalogue_page import CataloguePage


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for a build, whatever the definitions say."""

    directory_urls: bool
    paper: PaperSettings | None
    marks: QrMarks | None
    pdfs: Path | None
    """Where PDFs are kept; None for a site without them."""
    own_search: bool
    publication: Publication
    late: bool
    """Nothing is made before somebody asks for it."""
    warn: Callable[[str], None]


class Contents:
    def __init__(self, said: Editions, studio: Studio, terms: Terms) -> None:
        catalogue, self.paper = said.pages, said.paper
        self.catalogue, self.plans = catalogue, _plans(catalogue, studio, terms)
        self._studio, self._terms = studio, terms
        self._sops = {sop_address(entry) for entry in catalogue.sops}
        self._found: dict[str, Told] = {}
        """What the search must be told of pages, by their address."""

    def page(self, page: CataloguePage) -> Page:
        made = page.plan.make(page.edit_url or "")
        for fault in made.faults:
            self._terms.warn(fault)
        if not page.plan.aside and not (self._terms.own_search and page.plan.address in self._sops):
            self._find(page, made)
        return made

    def beside(
        self, pages: Iterable[CataloguePage], written: str, others: Iterable[File]
    ) -> Iterator[LateFile]:
        """All files but the `pages` themselves; `written` is the index of MkDocs' own search, or nothing.

        `others` are those that MkDocs knows; among them what does not come from definitions.
        """
        terms = self._terms
        addresses = [plan.address for plan in self.plans]
        leading = Leading(self.catalogue, terms.directory_urls, terms.publication.url, addresses)
        yield from map(leading.see, self._of_definitions(pages, written))
        yield from leading.files({file.dest_uri for file in others})

    def _of_definitions(self, pages: Iterable[CataloguePage], written: str) -> Iterator[LateFile]:
        terms = self._terms
        yield from data_files(self.catalogue, terms.directory_urls, self._studio, terms.publication)
        yield from self._on_paper()
        if written:
            catalogue = self.catalogue if terms.own_search else None
            told = partial(self._told, pages)
            yield from search_files(written, told, catalogue, terms.directory_urls)

    def _on_paper(self) -> Iterator[LateFile]:
        terms = self._terms
        if not terms.paper:
            return
        yield from print_files(
            self.paper, terms.paper, terms.directory_urls, self._studio, terms.marks, terms.warn
        )
        if terms.pdfs:
            from ..press.site_pdf import SitePdfs  # what it imports takes a tenth of a second

            sheets = KeptSheets(terms.paper, self._studio, terms.marks)
            for path, data in SitePdfs(self.paper, sheets, terms.pdfs).files():
                yield path, partial(bytes, data)

    def _told(self, pages: Iterable[CataloguePage]) -> Iterator[Told]:
        """In the order of the pages; those that nobody has asked for yet are made for their words."""
        for page in pages:
            address = page.plan.address
            unmade = address not in self._sops and address not in self._found
            if self._terms.late and unmade and not page.plan.aside:
                self._find(page, page.plan.make(""))
            if address in self._found:
                yield self._found[address]

    def _find(self, page: CataloguePage, made: Page) -> None:
        self._found[page.plan.address] = (page.url, replace(made, html=""))


def _plans(catalogue: Catalogue, studio: Studio, terms: Terms) -> list[PagePlan]:
    paper = terms.paper
    with held_back():
        return plan_pages(
            catalogue,
            terms.directory_urls,
            studio,
            prints=paper is not None,
            pdfs=terms.pdfs is not None,
            drafts=paper is not None and paper.draf,
            feeds=bool(terms.publication.url),
        )
