"""The ways in: all SOPs, one pemda, one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...catalogue.model import BrokenSop, Catalogue, PemdaEntry, UnitEntry
from ..links import Links
from ..render import Page, plain, render
from .sop_lines import SopLine, sop_facts, sop_line
from .sop_table import ADDRESS as TABLE
from .sop_table import MODEL
from .views import views

EVERY_SOP = 500
"""Up to this many SOPs stand in one list without scripts; beyond it, the list is of units."""


@dataclass(frozen=True, slots=True)
class UnitBlock:
    entry: UnitEntry
    url: str
    sops: Sequence[SopLine]
    broken: Sequence[tuple[str, str]]
    """Address and file name of definitions that cannot be read."""


@dataclass(frozen=True, slots=True)
class PemdaBlock:
    entry: PemdaEntry
    url: str
    units: Sequence[UnitBlock]

    @property
    def count(self) -> int:
        return sum(len(unit.entry.sops) for unit in self.units)


def all_page(catalogue: Catalogue, links: Links) -> Page:
    """Every SOP in one table; without scripts only the units when there are very many."""
    listed = len(catalogue.sops) <= EVERY_SOP
    html = render(
        "semua.html",
        {
            "pemdas": pemda_blocks(catalogue.pemdas, links, False, catalogue.broken),
            "sops": [sop_line(sop, links) for sop in catalogue.sops] if listed else [],
            "several": len(catalogue.pemdas) > 1,
            "data": links.file(TABLE),
            "model": MODEL,
            "count": len(catalogue.sops),
            "book": links.book(),
            "units": len(catalogue.units),
        },
    )
    words = [
        "rekap jumlah SOP per unit",
        *(unit.data.nama for unit in catalogue.units),
        *(p.data.nama for p in catalogue.pemdas),
    ]
    description = f"Semua {len(catalogue.sops)} SOP dari {len(catalogue.units)} unit kerja."
    return Page(html, "Semua SOP", description, "\n".join(words), entries=views(catalogue))


def pemda_page(pemda: PemdaEntry, links: Links) -> Page:
    """The units of one pemda, with their SOPs."""
    count = sum(len(unit.sops) for unit in pemda.units)
    (block,) = pemda_blocks([pemda], links, count <= EVERY_SOP)
    html = render(
        "pemda.html",
        {"pemda": block, "listed": count <= EVERY_SOP, "links": links},
    )
    description = f"{count} SOP dari {len(pemda.units)} unit kerja {pemda.data.nama}."
    words = [pemda.data.nama, pemda.data.singkatan or "", *(unit.data.nama for unit in pemda.units)]
    return Page(html, plain(pemda.data.nama), description, _words(words))


def unit_page(unit: UnitEntry, links: Links, broken: Iterable[BrokenSop] = ()) -> Page:
    """The SOPs of one unit."""
    block = _unit(unit, links, True, broken)
    marks = Counter(sop_facts(sop).mark for sop in unit.sops)
    html = render("unit.html", {"unit": block, "marks": marks, "links": links})
    name = unit.data.nama
    description = f"{len(unit.sops)} SOP {name}, {unit.pemda.data.nama}."
    words = [name, unit.data.singkatan or "", unit.pemda.data.nama, "daftar semua SOP, layanan apa saja"]
    return Page(html, plain(name), description, _words(words))


def pemda_blocks(
    pemdas: Iterable[PemdaEntry], links: Links, listed: bool = False, broken: Sequence[BrokenSop] = ()
) -> list[PemdaBlock]:
    """With their units; with the SOPs of these where they are `listed`."""
    return [
        PemdaBlock(pemda, links.place(pemda), [_unit(unit, links, listed, broken) for unit in pemda.units])
        for pemda in pemdas
    ]


def _unit(unit: UnitEntry, links: Links, listed: bool, broken: Iterable[BrokenSop] = ()) -> UnitBlock:
    return UnitBlock(
        unit,
        links.place(unit),
        [sop_line(sop, links) for sop in unit.sops] if listed else [],
        [(links.sop(item), item.path) for item in broken if item.unit is unit],
    )


def _words(words: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, words)))
