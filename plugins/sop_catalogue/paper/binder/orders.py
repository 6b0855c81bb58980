"""The numbers of a binder's SOPs: what stood in it before keeps its own, what is new comes after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...catalogue.model import SopEntry
from ..content.words import DOT
from ..html.pieces import TabPlace
from ..values import PrintedSop, Sheet
from .tabs import Tab

_Places = Mapping[str, tuple[int, int]]
"""Tab and place, by the id of an SOP."""


def settled(tabs: Sequence[Tab], known: Mapping[str, str]) -> tuple[list[Tab], dict[SopEntry, str]]:
    """The tabs as they stand in the binder, and the number of each SOP: 2.1, 2.2, …

    `known` are the numbers in the binder that is brought up to date, by id. Numbers with tabs and without cannot
    stand side by side: a binder that gets its second tab is numbered anew.
    """
    tabbed = len(tabs) > 1
    places = _places(known, tabbed)
    found = []
    orders: dict[SopEntry, str] = {}
    for number, tab in sorted(zip(_numbers(tabs, places), tabs, strict=True), key=lambda pair: pair[0]):
        placed = _placed(number, tab, places)
        found.append(replace(tab, number=number, entries=tuple(placed)))
        orders |= {entry: f"{number}.{place}" if tabbed else str(place) for entry, place in placed.items()}
    return found, orders


def numbered_in(order: str, sop: PrintedSop) -> PrintedSop:
    """With its number at the foot of every sheet. Nothing moves: the foot has kept the room."""
    return replace(sop, order=order, sheets=tuple(_numbered(order, sheet) for sheet in sop.sheets))


def _numbered(order: str, sheet: Sheet) -> Sheet:
    if not any(isinstance(piece, TabPlace) for piece in sheet.pieces):  # left empty
        return sheet
    pieces = (replace(p, order=order) if isinstance(p, TabPlace) else p for p in sheet.pieces)
    return replace(sheet, number=DOT.join(filter(None, (order, sheet.number))), pieces=tuple(pieces))


def _places(known: Mapping[str, str], tabbed: bool) -> _Places:
    found = {}
    for id_, order in known.items():
        tab, dot, place = order.rpartition(".")
        if bool(dot) != tabbed:
            return {}
        found[id_] = int(tab or 1), int(place)
    return found


def _numbers(tabs: Sequence[Tab], places: _Places) -> list[int]:
    """Each tab has that of most of its SOPs."""
    last = max((tab for tab, _ in places.values()), default=0)
    found: list[int] = []
    for tab in tabs:
        of = Counter(places[entry.id][0] for entry in tab.entries if entry.id in places)
        number = next((number for number, _ in of.most_common() if number not in found), None)
        if number is None:
            number = last = last + 1
        found.append(number)
    return found


def _placed(number: int, tab: Tab, places: _Places) -> dict[SopEntry, int]:
    """The SOPs of a tab in the order of their numbers. That of one taken out now is not given again at once."""
    known = {e: places[e.id][1] for e in tab.entries if places.get(e.id, (0, 0))[0] == number}
    last = max((place for of, place in places.values() if of == number), default=0)
    new = (entry for entry in tab.entries if entry not in known)
    return dict(sorted(known.items(), key=lambda pair: pair[1])) | {e: i for i, e in enumerate(new, last + 1)}
