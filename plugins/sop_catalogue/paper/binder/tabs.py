"""The tabs of a binder: which SOPs stand behind each, and the order numbers that its lists name them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...catalogue.model import SopEntry, UnitEntry
from ...definition.fields import slug
from ...pages.form.edition import revision_of
from ...pages.render import plain
from ...pages.text.prose import words
from ..block import Block
from ..content.book import TabTitle
from ..frame import Type
from ..table.ruled import Cells, RuledTable
from ..text.line import text_lines
from ..values import PrintedSop
from .names import listed_name
from .part import LARGE, PartMaker, page_count
from .table import table

SHEETS = "Jml. hal."
"""The head of a column that counts sheets."""
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

    @property
    def name(self) -> str:
        """As feet, bookmarks and lists of sheets call it."""
        return f"Tab {self.number}: {self.title}"


@dataclass(frozen=True, slots=True)
class Listing:
    """How the lists of a binder name its SOPs."""

    measures: tuple[str, ...]
    """The heads of its columns of numbers."""
    rows: Mapping[SopEntry, Cells]

    def table(self, label: str, maker: PartMaker, kind: Type) -> RuledTable:
        heads = ("No", "Nama", "Nomor SOP", *self.measures)
        shares = (8, 54, 22, *(16 / len(self.measures) for _ in self.measures))
        return table(label, heads, shares, maker.width(), kind, frozenset((0, 3, 4)))


def unit_tabs(entries: Iterable[SopEntry]) -> list[Tab]:
    """One a unit; where there is but one, one for each of its parts."""
    units: dict[UnitEntry, list[SopEntry]] = {}
    for entry in entries:
        units.setdefault(entry.unit, []).append(entry)
    if len(units) == 1:
        return _subunit_tabs(*units.items())
    return [unit_tab(i, unit, sops) for i, (unit, sops) in enumerate(units.items(), 1)]


def unit_tab(number: int, unit: UnitEntry, entries: Iterable[SopEntry]) -> Tab:
    return Tab(number, plain(unit.data.nama), plain(unit.pemda.data.nama), tuple(entries))


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


def sop_listing(printed: Mapping[SopEntry, PrintedSop], orders: Mapping[SopEntry, str]) -> Listing:
    """With the revision of each, so that the list shows whether a sheet in the binder is the newest."""
    return Listing(
        ("Rev.", SHEETS), {entry: _sop_row(entry, sop, orders[entry]) for entry, sop in printed.items()}
    )


def _sop_row(entry: SopEntry, printed: PrintedSop, order: str) -> Cells:
    return [
        words(order),
        words(listed_name(entry), entry.id),
        words(entry.sop.nomor or "–"),
        words(str(revision_of(entry) or "–")),
        words(str(page_count(printed))),
    ]


def tab_sheet(tab: Tab, listing: Listing, maker: PartMaker) -> PrintedSop:
    """What stands behind the tab; a mark at the edge shows where its name goes."""
    rows = [listing.rows[entry] for entry in tab.entries]
    made = listing.table(tab.title, maker, LARGE)
    blocks = [_title(tab, maker), *made.blocks(rows, maker.room(tab.name))]
    return maker.part(tab.part, tab.name, blocks, kind="pembatas")


def _title(tab: Tab, maker: PartMaker) -> Block:
    width = maker.width() - _BESIDE
    tall = text_lines(tab.title, width, _TITLE, bold=True) * _TITLE.line
    tall += text_lines(tab.above, width, LARGE) * LARGE.line + LARGE.line
    top = (tab.number - 1) % _EARS * _EAR
    title = TabTitle(tab.number, tab.title, tab.above, f"{len(tab.entries)} SOP", top, LARGE, _TITLE)
    return Block((title,), max(tall, 76) + 48)
