"""Which pages a catalogue becomes, in what order, under what; each is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..catalogue.model import BrokenSop, Catalogue, PemdaEntry, SopEntry, UnitEntry
from ..catalogue.web.health import health_of
from ..chart import Studio
from ..store.passing import PassingKept
from .broken import broken_page
from .changes.page import change_plans
from .drawings import drawings_of
from .health import health_plans
from .kept import KeptPages
from .law.index import TITLE as LAWS_TITLE
from .law.index import law_index
from .law.laws import law_plans
from .links import (
    ALL,
    CHANGES,
    DOCUMENTS,
    HANDOVERS,
    HEALTH,
    LAWS,
    MAP,
    ROLES,
    SERVICES,
    Links,
    place_address,
    sop_address,
)
from .lists.indexes import all_page, pemda_page, unit_page
from .lists.services import services_plan
from .maps.maps import map_plans
from .page_plan import PagePlan, unedited
from .people.document_sheets import DocumentSheets
from .people.plan import people_plans
from .render import Page, plain
from .revisions.page import revision_plans
from .sop.documents import document_facts
from .sop.page import sop_page


def plan_pages(
    catalogue: Catalogue,
    directory_urls: bool,
    studio: Studio,
    prints: bool = True,
    pdfs: bool = False,
    drafts: bool = False,
    feeds: bool = False,
) -> list[PagePlan]:
    """All pages of the catalogue, from the top down. `prints`, `pdfs`: print pages, and PDFs, stand beside them.

    `drafts`: even of what is at fault. `feeds`: what changed is told to feed readers.
    """
    on_paper = (prints, pdfs, drafts)
    pages = KeptPages(studio, catalogue, directory_urls, on_paper)
    passing = replace(studio, kept=PassingKept(studio.kept))
    planner = _Planner(
        catalogue, directory_urls, studio, passing, pages, DocumentSheets(catalogue.sops), on_paper, feeds
    )
    return list(planner.pages())


_SECTIONS = (ALL, SERVICES, LAWS, ROLES, HANDOVERS, DOCUMENTS, CHANGES, MAP, HEALTH)
"""In the order in which readers are shown them."""


def sections(plans: Iterable[PagePlan]) -> list[PagePlan]:
    """The pages that stand under no other, the list of all SOPs first."""
    tops = [plan for plan in plans if not plan.parents]
    return sorted(tops, key=lambda top: _SECTIONS.index(top.address))


@dataclass(frozen=True, slots=True)
class _Planner:
    catalogue: Catalogue
    directory_urls: bool
    studio: Studio
    passing: Studio
    """For drawings that pages keep themselves, and need a few times in a row."""
    kept_pages: KeptPages
    documents: DocumentSheets
    on_paper: tuple[bool, bool, bool]
    """Whether there are print pages, PDFs, and drafts among them."""
    feeds: bool

    def pages(self) -> Iterator[PagePlan]:
        yield PagePlan(ALL, "Semua SOP", (), unedited(all_page, self.catalogue, self.links(ALL)))
        yield from services_plan(self.catalogue, self.links(SERVICES))
        broken: dict[UnitEntry, list[BrokenSop]] = {}
        for item in self.catalogue.broken:
            broken.setdefault(item.unit, []).append(item)
        for pemda in self.catalogue.pemdas:
            yield self.pemda(pemda)
            for unit in pemda.units:
                yield self.unit(unit, broken.get(unit, ()))
        for unit in self.catalogue.units:
            yield from self.in_unit(unit, broken.get(unit, ()))
        yield from health_plans(health_of(self.catalogue), self.links)
        yield PagePlan(LAWS, LAWS_TITLE, (), unedited(law_index, self.catalogue, self.links(LAWS)))
        yield from law_plans(self.catalogue.laws, self.links)
        yield from change_plans(self.catalogue, self.links, self.feeds)
        yield from map_plans(self.catalogue, self.links, self.studio)
        yield from people_plans(self.catalogue, self.documents, self.links)

    def pemda(self, pemda: PemdaEntry) -> PagePlan:
        address = place_address(pemda)
        return PagePlan(address, pemda.data.nama, (ALL,), unedited(pemda_page, pemda, self.links(address)))

    def unit(self, unit: UnitEntry, broken: Iterable[BrokenSop]) -> PagePlan:
        address = place_address(unit)
        parents = (ALL, place_address(unit.pemda))
        return PagePlan(
            address, unit.data.nama, parents, unedited(unit_page, unit, self.links(address), broken)
        )

    def in_unit(self, unit: UnitEntry, broken: Iterable[BrokenSop]) -> Iterator[PagePlan]:
        parents = (ALL, place_address(unit.pemda), place_address(unit))
        addresses = ["", *(sop_address(sop) for sop in unit.sops), ""]
        for i, sop in enumerate(unit.sops):
            date = sop.sop.terbaru.iso
            yield PagePlan(
                sop_address(sop),
                plain(sop.name),
                parents,
                self.maker(sop),
                sop.path,
                addresses[i],
                addresses[i + 2],
                date and f"{date}-01-01"[:10],
            )
            yield from revision_plans(sop, parents, self.links, self.passing, self.kept_pages)
        for item in broken:
            make = self.broken_maker(item)
            yield PagePlan(sop_address(item), item.id.rsplit("/", 1)[-1], parents, make, item.path)

    def maker(self, sop: SopEntry) -> Callable[[str], Page]:
        def make(edit: str) -> Page:
            return self.kept_pages.page(sop, edit, lambda: fresh(edit), document_facts(sop, self.documents))

        def fresh(edit: str) -> Page:
            drawings, faults = drawings_of(sop, self.studio)
            page = sop_page(sop, self.links(sop_address(sop), edit), drawings, self.studio, self.documents)
            return replace(page, faults=(*faults, *page.faults))

        return make

    def broken_maker(self, item: BrokenSop) -> Callable[[str], Page]:
        return lambda edit: broken_page(item, self.links(sop_address(item), edit))

    def links(self, here: str, edit: str = "") -> Links:
        return Links(here, self.directory_urls, edit, *self.on_paper)
