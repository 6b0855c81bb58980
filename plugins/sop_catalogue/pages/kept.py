"""Finished pages kept from build to build, by all that they were made from.

The page of an SOP is made from its own file and what was found wrong with it, from the registers of places and roles,
and from what it says of other SOPs and of regulations. The registers are one digest for all pages; the rest is each
page's own: an edit of one SOP makes its page anew, and those that show what was edited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..catalogue.model import Catalogue, LawEntry, SopEntry
from ..catalogue.web.neighbours import neighbours_of
from ..chart import Studio
from ..store.digest import digest
from ..store.program import program
from .law.laws import since
from .links import logo_address
from .render import Page


class KeptPages:
    """One at a time. Whatever is unreadable or outdated there is made again."""

    def __init__(
        self, studio: Studio, catalogue: Catalogue, directory_urls: bool, prints: object = None
    ) -> None:
        """`prints` is what the site has for paper."""
        self.kept = studio.kept
        self._common = _common(catalogue, studio, directory_urls, prints)
        self._laws: dict[LawEntry, str] = {}

    def page(self, entry: SopEntry, edit: str, make: Callable[[], Page], others: object = ()) -> Page:
        """`others` is what this page says of other SOPs beside those that stand around it."""
        own = (
            entry.path,
            entry.source,
            entry.blanks,
            entry.findings,
            entry.signing,
            bool(entry.faults),
            entry.commits,
            [one.facts for one in entry.revisions],
            (entry.kode, entry.before),
            edit,
        )
        key = digest(self._common, *own, _shown(entry), self._laws_of(entry), others)
        place = f"halaman/{entry.id}.json"
        if found := self.kept.value(place, key):
            html, title, description, words = found
            return Page(html, title, description, words)
        page = make()
        if not page.faults:  # the next build may do better
            self.kept.keep(place, key, [page.html, page.title, page.description, page.search_text])
        return page

    def beside(self, name: str, facts: object, make: Callable[[], Page]) -> Page:
        """A page that goes with an SOP's own, and no search knows: made from `facts` and what all pages are made from."""
        key, place = digest(self._common, facts), f"halaman/{name}.json"
        if found := self.kept.value(place, key):
            html, title, description = found
            return Page(html, title, description)
        page = make()
        if not page.faults:
            self.kept.keep(place, key, [page.html, page.title, page.description])
        return page

    def _laws_of(self, entry: SopEntry) -> list[list[tuple[str, str]]]:
        return [[(part.text, self._law(part.law)) for part in item.parts] for item in entry.citations]

    def _law(self, law: LawEntry | None) -> str:
        """The regulation in brief: its data are long, and very many SOPs may cite it."""
        if law and law not in self._laws:
            self._laws[law] = digest(law.id, law.data, law.standing, since(law))
        return self._laws[law] if law else ""


def _common(catalogue: Catalogue, studio: Studio, directory_urls: bool, prints: object) -> str:
    """What every page is made from: this program, and the registers of places and roles."""
    facts: list[Any] = [program(), studio.graphviz.version, directory_urls, prints]
    facts += [(pemda.id, pemda.data, logo_address(pemda)) for pemda in catalogue.pemdas]
    facts += [(unit.id, unit.data, logo_address(unit)) for unit in catalogue.units]
    facts += [(role.id, role.data) for role in catalogue.roles]
    return digest(*facts)


def _shown(entry: SopEntry) -> list[Any]:
    """What the page of `entry` says of other SOPs."""
    around = neighbours_of(entry)
    sides = (around.named, around.naming)
    return [
        [[(_fact(item.sop), item.mutual, item.steps) for item in side] for side in sides],
        [(item.text, item.verdict.value, [_fact(sop) for sop in item.maybe]) for item in around.in_vain],
        around.replaced_by and _fact(around.replaced_by),
        [_fact(sop) for sop in around.replaces],
        [(item.verdict.value, [sop.id for sop in item.targets]) for item in entry.namings],
        [[role and role.id for role in chart.roles] for chart in entry.charts],
    ]


def _fact(sop: SopEntry) -> tuple[Any, ...]:
    return sop.id, sop.name, sop.sop.nomor, sop.status_said, sop.unit.id
