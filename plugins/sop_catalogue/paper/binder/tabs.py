"""The tabs of a binder: which SOPs stand behind each, and the order numbers that its lists name them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue.model import SopEntry, UnitEntry
from ...definition.fields import slug
from ...pages.form.edition import revision_of
from ...pages.render import plain
from ..block import Block
from ..frame import Type
from ..values import PrintedSop
from .part import LARGE, PartMaker, page_count, part_id
from .table import Row, Table, text_lines, words

_TITLE = Type(28.0, 38)
_EARS, _EAR = 12, 60
"""So many marks stand one below the other at the edge before they begin again at the top; and how high one is, in px."""
_BESIDE = 90
"""What the number and the mark take from the width of the title, in px."""


@dataclass(frozen=True, slots=True)
class Tab:
    number: int
    title: str
    above: str
    """Whose it is."""
    entries: tuple[SopEntry, ...]

    @property
    def part(self) -> str:
        return f"tab-{self.number}"


@dataclass(frozen=True, slots=True)
class Listing:
    """How the lists of a binder name its SOPs."""

    measures: tuple[str, ...]
    """The heads of its columns of numbers."""
    rows: Mapping[SopEntry, Row]

    def table(self, label: str, maker: PartMaker, kind: Type) -> Table:
        heads = ("No", "Nama", "Nomor SOP", *self.measures)
        shares = (8, 54, 22, *(16 / len(self.measures) for _ in self.measures))
        return Table(label, heads, shares, maker.width(), kind, frozenset((0, 3, 4)))


def unit_tabs(entries: Iterable[SopEntry]) -> list[Tab]:
    """One a unit; where there is but one, one for each of its parts."""
    units: dict[UnitEntry, list[SopEntry]] = {}
    for entry in entries:
        units.setdefault(entry.unit, []).append(entry)
    if len(units) == 1:
        return _subunit_tabs(*units.items())
    return [
        Tab(i, plain(unit.data.nama), plain(unit.pemda.data.nama), tuple(sops))
        for i, (unit, sops) in enumerate(units.items(), 1)
    ]


def _subunit_tabs(found: tuple[UnitEntry, Sequence[SopEntry]]) -> list[Tab]:
    unit, entries = found
    own = plain(unit.data.nama)
    names: dict[str, str] = {}
    parts: dict[str, list[SopEntry]] = {}
    for entry in entries:
        name = plain(entry.sop.subunit or "") or own
        names.setdefault(slug(name), name)
        parts.setdefault(slug(name), []).append(entry)
    return [
        Tab(i, names[key], own if names[key] != own else plain(unit.pemda.data.nama), tuple(sops))
        for i, (key, sops) in enumerate(parts.items(), 1)
    ]


def orders_of(tabs: Sequence[Tab]) -> dict[SopEntry, str]:
    """2.1, 2.2, …: an SOP more in one tab renumbers none in another."""
    return {
        entry: f"{tab.number}.{i}" if len(tabs) > 1 else str(i)
        for tab in tabs
        for i, entry in enumerate(tab.entries, 1)
    }


def sop_listing(printed: Mapping[SopEntry, PrintedSop], orders: Mapping[SopEntry, str]) -> Listing:
    """With the revision of each, so that the list shows whether a sheet in the binder is the newest."""
    return Listing(
        ("Rev.", "Hal."), {entry: _sop_row(entry, sop, orders[entry]) for entry, sop in printed.items()}
    )


def _sop_row(entry: SopEntry, printed: PrintedSop, order: str) -> Row:
    return [
        words(order),
        words(plain(entry.name), f"sop:{entry.id}"),
        words(entry.sop.nomor or "–"),
        words(str(revision_of(entry))),
        words(str(page_count(printed))),
    ]


def tab_sheet(tab: Tab, listing: Listing, maker: PartMaker) -> PrintedSop:
    """What stands behind the tab; a mark at the edge shows where its name goes."""
    table = listing.table(tab.title, maker, LARGE)
    title = _title(tab, maker)
    room = maker.room(tab.title)
    blocks = [title, *table.blocks([listing.rows[entry] for entry in tab.entries], room)]
    return maker.part(tab.part, tab.title, blocks, kind="pembatas")


def tab_link(tab: Tab) -> str:
    return f"sop:{part_id(tab.part)}"


def _title(tab: Tab, maker: PartMaker) -> Block:
    width = maker.width() - _BESIDE
    tall = text_lines(tab.title, width, _TITLE, bold=True) * _TITLE.line
    tall += text_lines(tab.above, width, LARGE) * LARGE.line + LARGE.line
    place = (tab.number - 1) % _EARS * _EAR
    html = (
        f'<div class="tab" style="{LARGE.style}"><b class="telinga" style="top:{place}px" aria-hidden="true">{tab.number}</b>'
        f'<p class="nomor-tab">{tab.number}</p><div><p>{escape(tab.above)}</p>'
        f'<h2 style="{_TITLE.style}">{escape(tab.title)}</h2><p>{len(tab.entries)} SOP</p></div></div>'
    )
    return Block(Markup(html), max(tall, 76) + 48)
