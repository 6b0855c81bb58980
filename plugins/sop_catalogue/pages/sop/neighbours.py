"""The neighbours of an SOP as its page shows them: lists in words, and a small map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.model import SopEntry, UnitEntry
from ...catalogue.web.neighbours import InVain, Neighbour, Neighbours, nearest, neighbours_of
from ...chart import Studio
from ...chart.network.model import Node
from ...chart.network.pictures import beside
from ...chart.network.places import Around, Beside
from ..drawings import picture_of
from ..links import Links
from ..render import plain, rich_line
from ..status import Status, status_of

LISTED = 600
"""So many stand in a list one by one; of more only the nearest do, and the others as numbers by unit."""
_NEAREST = 200
_DRAWN = 7
"""Boxes in a column of the map."""
SECTION, NAMED, NAMING, IN_VAIN = "sop-terkait", "merujuk-ke", "dirujuk-oleh", "belum-ada"
"""Ids in the page: of the whole, and of its lists."""


@dataclass(frozen=True, slots=True)
class Related:
    """One line of a list."""

    url: str
    name: Markup
    number: str
    unit: str
    status: Status
    mutual: bool
    steps: str
    """Which steps name it, in words; empty where only keterkaitan does."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """SOPs of one unit that are only counted."""

    unit: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class RelatedList:
    lines: Sequence[Related]
    others: Sequence[Crowd] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the SOP names and the catalogue does not have."""

    text: str
    why: str
    maybe: Sequence[Related]


@dataclass(frozen=True, slots=True)
class NeighbourView:
    named: RelatedList
    naming: RelatedList
    replaced_by: Sequence[Related]
    replaces: Sequence[Related]
    in_vain: Sequence[Unknown]
    map_url: str
    """The map of the whole unit."""
    picture: Markup
    """Empty where there is nothing to draw."""
    faults: tuple[str, ...] = ()
    """Why it could not be drawn."""


def neighbour_view(entry: SopEntry, links: Links, studio: Studio) -> NeighbourView:
    around = neighbours_of(entry)
    return NeighbourView(
        _listed(around.named, entry, links),
        _listed(around.naming, entry, links),
        [_related(sop, links) for sop in (around.replaced_by,) if sop],
        [_related(sop, links) for sop in around.replaces],
        [
            Unknown(plain(item.text), item.why, [_related(sop, links) for sop in item.maybe])
            for item in around.in_vain
        ],
        links.map(entry.unit),
        *_picture(entry, around, links, studio),
    )


def sop_node(sop: SopEntry, href: str, home: UnitEntry | None, kind: str = "", *notes: str) -> Node:
    """The box of an SOP as the pages of the unit `home` show it."""
    status = status_of(sop)
    said = [*notes]
    if sop.unit is not home:
        said.append(plain(sop.unit.data.nama))
    if status.key not in ("berlaku", "tidak-disebut"):
        said.append(status.text)
    kinds = (kind, "asing" if sop.unit is not home else "", "usang" if not sop.in_force else "")
    return Node(plain(sop.name), href, tuple(said), " ".join(filter(None, kinds)))


def vain_node(item: InVain, href: str) -> Node:
    return Node(plain(item.text), href, (item.why,), "putus")


def _listed(found: Sequence[Neighbour], entry: SopEntry, links: Links) -> RelatedList:
    shown = nearest(found, entry)
    crowd: Counter[UnitEntry] = Counter()
    if len(found) > LISTED:
        crowd.update(item.sop.unit for item in shown[_NEAREST:])
        shown = shown[:_NEAREST]
    others = [Crowd(plain(unit.data.nama), links.map(unit), count) for unit, count in crowd.most_common()]
    return RelatedList([_related(item.sop, links, item) for item in shown], others)


def _related(sop: SopEntry, links: Links, item: Neighbour | None = None) -> Related:
    return Related(
        links.sop(sop),
        rich_line(sop.name),
        sop.sop.nomor or "",
        sop.unit.data.nama,
        status_of(sop),
        bool(item and item.mutual),
        f"langkah {', '.join(item.steps)}" if item and item.steps else "",
    )


def _picture(
    entry: SopEntry, around: Neighbours, links: Links, studio: Studio
) -> tuple[Markup, tuple[str, ...]]:
    if not around:
        return Markup(), ()
    columns = Around(
        sop_node(entry, "#judul", entry.unit, "pusat"),
        _column(_left(entry, around, links), NAMING if around.naming else SECTION),
        _column(_right(entry, around, links), NAMED if around.named else IN_VAIN),
        ("Dirujuk oleh", "Merujuk ke"),
    )
    return picture_of(lambda: beside(columns, f"Peta SOP di sekitar {plain(entry.name)}", studio=studio))


def _left(entry: SopEntry, around: Neighbours, links: Links) -> list[Beside]:
    """What this one took the place of, and those that name it and are not named back."""
    right = {item.sop for item in around.named} | {around.replaced_by}
    older = [sop for sop in around.replaces if sop not in right]
    found = [_replaced(sop, entry, links, f"{_surely(sop)}digantikan SOP ini") for sop in older]
    return found + [
        Beside(sop_node(item.sop, links.sop(item.sop), entry.unit))
        for item in nearest(around.naming, entry)
        if item.sop not in right and item.sop not in older
    ]


def _right(entry: SopEntry, around: Neighbours, links: Links) -> list[Beside]:
    """What took its place, what it names, and what it names in vain."""
    newer = around.replaced_by
    found = [_replaced(newer, entry, links, f"{_surely(entry)}menggantikan SOP ini")] if newer else []
    found += [
        Beside(sop_node(item.sop, links.sop(item.sop), entry.unit), item.mutual)
        for item in nearest(around.named, entry)
        if item.sop is not newer
    ]
    return found + [Beside(vain_node(item, f"#{IN_VAIN}"), kind="putus") for item in around.in_vain]


def _surely(older: SopEntry) -> str:
    """Before what is said of the one that took its place."""
    return "tampaknya " if older.status_inferred else ""


def _replaced(sop: SopEntry, entry: SopEntry, links: Links, note: str) -> Beside:
    return Beside(sop_node(sop, links.sop(sop), entry.unit, "ganti", note), kind="ganti")


def _column(found: list[Beside], rest: str) -> list[Beside]:
    """As many as can be read; the rest as a box that leads to their list."""
    if len(found) <= _DRAWN:
        return found
    left = len(found) - _DRAWN + 1
    return [*found[: _DRAWN - 1], Beside(Node(f"dan {left} lainnya", f"#{rest}", kind="lebih"))]
