"""The page of all services to the public: unit by unit, with what people ask first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...catalogue.model import Catalogue, UnitEntry
from ...catalogue.work.service import Service, services
from ..links import SERVICES, Links
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich_line
from ..sop.service import UNSAID, Fact, duration, needs
from ..status import Status, status_of
from ..text.contacts import with_contacts

TITLE = "Layanan publik"
OPEN = 30
"""Beyond so many services, those of a unit are folded below its name."""
MOST_NEEDS = 3


@dataclass(frozen=True, slots=True)
class ServiceLine:
    url: str
    name: Markup
    called: str
    """The SOP, where the service is called otherwise."""
    status: Status
    facts: Sequence[Fact]
    blanks: int
    concluded: bool
    """Whether its definition says no more than that it is a service."""


@dataclass(frozen=True, slots=True)
class ServiceBlock:
    unit: UnitEntry
    url: str
    desk: Sequence[Markup]
    lines: Sequence[ServiceLine]


def services_plan(catalogue: Catalogue, links: Links) -> Iterator[PagePlan]:
    """No page where there are none."""
    if found := services(catalogue.sops):
        yield PagePlan(SERVICES, TITLE, (), unedited(services_page, found, links))


def services_page(found: Sequence[Service], links: Links) -> Page:
    blocks = [
        ServiceBlock(unit, links.place(unit), _desk(unit), [service_line(item, links) for item in items])
        for unit, items in groupby(found, key=lambda item: item.entry.unit)
    ]
    values = {"blocks": blocks, "count": len(found), "folded": len(found) > OPEN, "unsaid": UNSAID}
    said = f"{len(found)} layanan publik: syarat, waktu, biaya, dan formulirnya."
    words = [TITLE, "Layanan masyarakat", *(plain(item.name) for item in found)]
    return Page(render("layanan.html", values), TITLE, said, "\n".join(words))


def service_line(service: Service, links: Links) -> ServiceLine:
    entry, time = service.entry, duration(service)
    return ServiceLine(
        f"{links.sop(entry)}#untuk-pemohon",
        rich_line(service.name),
        plain(entry.name) if service.said.nama else "",
        status_of(entry),
        [
            _few(needs(service)),
            Fact(time.label, time.texts, "" if service.said.waktu else time.remark),
            Fact("Biaya", [rich_line(text) for text in service.said.biaya]),
        ],
        len(entry.blanks),
        entry.sop.layanan is None,
    )


def _few(fact: Fact) -> Fact:
    more = len(fact.texts) - MOST_NEEDS
    return (
        Fact(fact.label, [*fact.texts[:MOST_NEEDS], Markup(f"dan {more} lagi")], fact.remark)
        if more > 0
        else fact
    )


def _desk(unit: UnitEntry) -> list[Markup]:
    """Where the unit meets people, in one line."""
    said = unit.data.layanan
    return [with_contacts(text) for text in (*said.tempat, *said.jam, *said.kontak)] if said else []
