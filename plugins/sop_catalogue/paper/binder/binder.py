"""A whole binder: cover, decree, contents, terms, the SOPs tab by tab, registers at the back.

Its parts are `PrintedSop` values like the SOPs themselves, so that whatever writes, prints or compares SOPs takes a
binder as well: `write.document(binder.title, binder.parts, settings, places)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ...catalogue.model import Catalogue, PemdaEntry, RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.duties import role_duties
from ...pages.render import plain
from ..choice import bound
from ..content.form import Logo
from ..settings import PaperSettings
from ..values import PrintedSop
from .annex import annex
from .decree import decree
from .duties import duty_listing, duty_sheets
from .front import CoverText, contents, cover
from .lists import document_list, law_list, role_list
from .orders import numbered_in, settled
from .part import PartMaker
from .records import records
from .spines import spines
from .tabs import Listing, Tab, sop_listing, tab_sheet, unit_tab, unit_tabs
from .terms import BASIS, terms

Printed = Callable[[SopEntry], PrintedSop]
"""Gives the sheets of an SOP, such as `KeptSheets.printed`."""
_MOST_NAMED = 8
"""More governments than these are not named on the cover."""


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    """Of what stands behind one tab; empty for the front and the back."""
    parts: tuple[PrintedSop, ...]


@dataclass(frozen=True, slots=True)
class Binder:
    title: str
    owner: str
    """Whose it is; empty for a catalogue of several governments."""
    chapters: tuple[Chapter, ...]
    entries: tuple[SopEntry, ...]
    """The SOPs in it, in order."""

    @property
    def parts(self) -> list[PrintedSop]:
        """All that is printed, in order."""
        return [part for chapter in self.chapters for part in chapter.parts]


def sop_binder(
    scope: Catalogue | UnitEntry,
    settings: PaperSettings,
    printed: Printed,
    known: Mapping[str, str] = MappingProxyType({}),
) -> Binder:
    """The SOPs of a catalogue, or of one unit. `known` are the numbers in a binder that is brought up to date."""
    places = scope.units if isinstance(scope, Catalogue) else [scope]
    held = {unit: found for unit in places if (found := bound(unit.sops, settings))}
    units = list(held)
    tabs, orders = settled(unit_tabs(entry for sops in held.values() for entry in sops), known)
    entries = [entry for tab in tabs for entry in tab.entries]
    owner = _owner(scope)
    maker = PartMaker(settings, f"Buku SOP {owner}".strip())
    sheets = {entry: numbered_in(order, printed(entry)) for entry, order in orders.items()}
    listing = sop_listing(sheets, orders)
    text = _cover(scope, entries)
    labels = [spines(text, maker)] if settings.punggung else []
    front = [
        cover(text, maker),
        *records(orders, maker),
        *_decrees(scope, units, maker),
        terms(_said(entries, units, owner), BASIS, tabs, entries, maker),
    ]
    back = [part for make in (law_list, role_list, document_list) if (part := make(orders, maker))]
    chapters = [
        Chapter(
            _tab_title(tab, tabs),
            (*_tab_parts(scope, tab, tabs, listing, maker), *(sheets[e] for e in tab.entries)),
        )
        for tab in tabs
    ]
    made = _bound(maker, owner, (front, tabs, listing, back), chapters, entries)
    return replace(made, chapters=(*made.chapters, Chapter("", tuple(labels)))) if labels else made


def duty_binder(role: RoleEntry, settings: PaperSettings, unit: UnitEntry | None = None) -> Binder:
    """The duty book of a role: what it does in every SOP, unit by unit, or in one unit."""
    found = [item for item in role_duties(role, bound(role.sops, settings)) if unit in (None, item.unit)]
    listed = [unit_tab(i, item.unit, (one.sop for one in item.sops)) for i, item in enumerate(found, 1)]
    tabs, orders = settled(listed, {})
    entries = [entry for tab in tabs for entry in tab.entries]
    name = plain(role.data.nama)
    maker = PartMaker(settings, f"Buku Tugas {name}")
    listing = duty_listing(found, orders)
    steps = sum(item.steps for item in found)
    only = found[0].unit if len(found) == 1 else None
    where = (
        f" di {plain(only.data.nama)}, {plain(only.pemda.data.nama)}"
        if only
        else f" di {len(found)} unit kerja"
    )
    said = (
        f"Buku ini memuat {steps} langkah yang dilakukan {name} dalam {len(entries)} SOP{where}. Pada setiap langkah "
        "disebut apa yang diterima dan dari siapa, serta apa yang dihasilkan dan untuk siapa."
    )
    text = CoverText(
        _above(only) if only else (), "BUKU TUGAS", (name, f"{steps} langkah dalam {len(entries)} SOP"), _logo(only), _year(entries)
    )  # fmt: skip
    front = [cover(text, maker), terms(said, "", tabs, entries, maker)]
    chapters = []
    for tab, item in zip(tabs, found, strict=True):
        sheets = duty_sheets(item, f"tugas-{tab.number}", f"{name}, {tab.title}", orders, maker)
        chapters.append(Chapter(_tab_title(tab, tabs), (*_sheet_of(tab, tabs, listing, maker), sheets)))
    return _bound(maker, plain(only.data.nama) if only else "", (front, tabs, listing, []), chapters, entries)


def _bound(
    maker: PartMaker,
    owner: str,
    listed: tuple[Sequence[PrintedSop], Sequence[Tab], Listing, Sequence[PrintedSop]],
    chapters: Sequence[Chapter],
    entries: Sequence[SopEntry],
) -> Binder:
    (first, *front), tabs, listing, back = listed
    named = contents(front, tabs, listing, back, maker)
    *before, last = front
    lead = Chapter("", (first, *before, named, last))
    tail = [Chapter("", tuple(back))] if back else []
    return Binder(maker.book, owner, (lead, *chapters, *tail), tuple(entries))


def _decrees(scope: Catalogue | UnitEntry, units: Iterable[UnitEntry], maker: PartMaker) -> list[PrintedSop]:
    """At the front: those of governments; in the binder of a unit its own, or its government's."""
    if isinstance(scope, UnitEntry):
        place: UnitEntry | PemdaEntry = scope if scope.decree else scope.pemda
        places = [place]
    else:
        places = list(dict.fromkeys(unit.pemda for unit in units))
    return [part for place in places for part in _decree(place, maker)]


def _decree(place: UnitEntry | PemdaEntry, maker: PartMaker) -> list[PrintedSop]:
    """With its annex; nothing where there is none."""
    if not (data := place.decree):
        return []
    annexes = [annex(place, data, maker)] if maker.settings.lampiran_keputusan else []
    return [decree(data, place.data.kepala, f"keputusan-{place.id}", maker), *annexes]


def _tab_parts(
    scope: Catalogue | UnitEntry, tab: Tab, tabs: Sequence[Tab], listing: Listing, maker: PartMaker
) -> list[PrintedSop]:
    """Before the SOPs of a tab: its sheet, and in the binder of a whole catalogue the unit's decree."""
    unit = tab.entries[0].unit
    own = _decree(unit, maker) if isinstance(scope, Catalogue) and len(tabs) > 1 else []
    return [*_sheet_of(tab, tabs, listing, maker), *own]


def _sheet_of(tab: Tab, tabs: Sequence[Tab], listing: Listing, maker: PartMaker) -> list[PrintedSop]:
    return [tab_sheet(tab, listing, maker)] if len(tabs) > 1 else []


def _tab_title(tab: Tab, tabs: Sequence[Tab]) -> str:
    return tab.name if len(tabs) > 1 else ""


def _owner(scope: Catalogue | UnitEntry) -> str:
    if isinstance(scope, UnitEntry):
        return plain(scope.data.nama)
    return plain(scope.pemdas[0].data.nama) if len(scope.pemdas) == 1 else ""


def _said(entries: Sequence[SopEntry], units: Sequence[UnitEntry], owner: str) -> str:
    pemdas = list(dict.fromkeys(unit.pemda for unit in units))
    where = plain(pemdas[0].data.nama) if len(pemdas) == 1 else f"{len(pemdas)} pemerintah daerah"
    whose = owner if len(units) == 1 and owner else f"{len(units)} unit kerja"
    return f"Buku ini memuat {len(entries)} SOP dari {whose}, {where}."


def _cover(scope: Catalogue | UnitEntry, entries: Sequence[SopEntry]) -> CoverText:
    title, year = "STANDAR OPERASIONAL PROSEDUR", _year(entries)
    below: list[str] = [f"{len(entries)} SOP"]
    if isinstance(scope, UnitEntry):
        return CoverText(_above(scope), title, below, _logo(scope), year)
    if len(scope.pemdas) == 1:
        pemda = scope.pemdas[0]
        return CoverText((plain(pemda.data.nama).upper(),), title, below, _logo(pemda), year)
    if len(scope.pemdas) <= _MOST_NAMED:
        below = [*(plain(pemda.data.nama) for pemda in scope.pemdas), *below]
    return CoverText((), title, below, year=year)


def _above(unit: UnitEntry) -> tuple[str, ...]:
    names = (plain(unit.pemda.data.nama).upper(), plain(unit.data.nama).upper())
    return tuple(dict.fromkeys(names))


def _logo(place: UnitEntry | PemdaEntry | None) -> Logo | None:
    if not place:
        return None
    whose = place.pemda if isinstance(place, UnitEntry) and not place.logo else place
    return Logo(place.id, plain(whose.data.nama), whose.logo.digest) if whose.logo else None


def _year(entries: Iterable[SopEntry]) -> str:
    """Of the newest document, never of the clock."""
    year = max((entry.sop.terbaru.tahun for entry in entries), default=0)
    return str(year) if year else ""
