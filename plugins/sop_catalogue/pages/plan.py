"""Which pages a catalogue becomes, in what order, under what; each is made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..catalogue.model import BrokenSop, Catalogue, PemdaEntry, SopEntry, UnitEntry
from ..chart import Drawing, DrawingCache, draw
from .broken import broken_page
from .indexes import all_page, pemda_page, unit_page
from .kept import PageShelf
from .links import ALL, Links, pemda_address, sop_address, unit_address
from .page_plan import PagePlan
from .render import Page, plain
from .sop import sop_page


def plan_pages(catalogue: Catalogue, directory_urls: bool, cache: DrawingCache | None) -> list[PagePlan]:
    """All pages of the catalogue, from the top down."""
    shelf = PageShelf(cache.folder / "halaman", catalogue, directory_urls) if cache else None
    planner = _Planner(catalogue, directory_urls, cache, shelf)
    return list(planner.pages())


@dataclass(frozen=True, slots=True)
class _Planner:
    catalogue: Catalogue
    directory_urls: bool
    cache: DrawingCache | None
    shelf: PageShelf | None

    def pages(self) -> Iterator[PagePlan]:
        yield PagePlan(ALL, "Katalog", (), lambda _: all_page(self.catalogue, self.links(ALL)))
        broken: dict[UnitEntry, list[BrokenSop]] = {}
        for item in self.catalogue.broken:
            broken.setdefault(item.unit, []).append(item)
        for pemda in self.catalogue.pemdas:
            yield self.pemda(pemda)
            for unit in pemda.units:
                yield self.unit(unit, broken.get(unit, ()))
        for unit in self.catalogue.units:
            yield from self.in_unit(unit, broken.get(unit, ()))

    def pemda(self, pemda: PemdaEntry) -> PagePlan:
        address = pemda_address(pemda)
        return PagePlan(address, pemda.data.nama, (ALL,), lambda _: pemda_page(pemda, self.links(address)))

    def unit(self, unit: UnitEntry, broken: Iterable[BrokenSop]) -> PagePlan:
        address = unit_address(unit)
        parents = (ALL, pemda_address(unit.pemda))
        return PagePlan(
            address, unit.data.nama, parents, lambda _: unit_page(unit, self.links(address), broken)
        )

    def in_unit(self, unit: UnitEntry, broken: Iterable[BrokenSop]) -> Iterator[PagePlan]:
        parents = (ALL, pemda_address(unit.pemda), unit_address(unit))
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
        for item in broken:
            address = sop_address(item)
            yield PagePlan(address, item.id.rsplit("/", 1)[-1], parents, self.broken_maker(item), item.path)

    def maker(self, sop: SopEntry) -> Callable[[str], Page]:
        def make(edit: str) -> Page:
            return self.shelf.page(sop, edit, lambda: fresh(edit)) if self.shelf else fresh(edit)

        def fresh(edit: str) -> Page:
            drawings: list[Drawing | None] = [draw(flow, cache=self.cache) for flow in sop.flows]
            return sop_page(sop, self.links(sop_address(sop), edit), drawings)

        return make

    def broken_maker(self, item: BrokenSop) -> Callable[[str], Page]:
        return lambda edit: broken_page(item, self.links(sop_address(item), edit))

    def links(self, here: str, edit: str = "") -> Links:
        return Links(here, self.directory_urls, edit=edit)
