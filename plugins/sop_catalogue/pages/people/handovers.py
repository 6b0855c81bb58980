"""Who hands work to whom in a unit: a matrix of roles, and behind each number the steps it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from ...catalogue.model import RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.handovers import Matrix, Passing, matrix
from ..form.words import row_anchors
from ..links import DOCUMENTS, HANDOVERS, Links, handover_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich_line

TITLE = "Serah terima"
MOST_TOLD = 900
"""More hand-overs than these are told on a page for each role that gives."""


@dataclass(frozen=True, slots=True)
class Pair:
    """All that one role hands another."""

    anchor: str
    giver: RoleEntry
    taker: RoleEntry
    count: int
    returning: int
    sops: Sequence[Markup]
    """For each SOP its name and its steps."""


@dataclass(frozen=True, slots=True)
class Cell:
    count: int
    url: str
    returning: int


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit in the list of them."""

    url: str
    name: str
    pemda: str
    sops: int
    roles: int
    total: int
    returning: int


def handover_plans(
    units: Sequence[UnitEntry], roles: Sequence[RoleEntry], links: Callable[[str], Links]
) -> Iterator[PagePlan]:
    """The list of units; a page a unit with SOPs; one a giving role more where there is very much to tell."""
    order = {role: i for i, role in enumerate(roles)}
    busy = [unit for unit in units if unit.sops]
    yield PagePlan(HANDOVERS, TITLE, (), unedited(handover_index, busy, order, links(HANDOVERS)))
    for unit in busy:
        address = handover_address(unit)
        title = f"{TITLE}: {plain(unit.data.nama)}"
        make = unedited(handover_page, unit, order, links(address))
        yield PagePlan(address, title, (HANDOVERS,), make)
        if sum(len(chart.flow.arrows) for sop in unit.sops for chart in sop.charts) > MOST_TOLD:
            yield from _role_plans(matrix(unit, order), links, (HANDOVERS, address))


def handover_index(units: Iterable[UnitEntry], order: Mapping[RoleEntry, int], links: Links) -> Page:
    lines = [_unit_line(matrix(unit, order), links) for unit in units]
    html = render(
        "serah-terima-indeks.html",
        {
            "lines": lines,
            "several": len({line.pemda for line in lines}) > 1,
            "documents": links.page(DOCUMENTS),
        },
    )
    said = f"Seberapa sering pekerjaan berpindah tangan di {len(lines)} unit kerja."
    words = "serah terima pekerjaan dan berkas antarperan, antarjabatan, antarunit; siapa menyerahkan kepada siapa"
    return Page(html, TITLE, said, words)


def _unit_line(found: Matrix, links: Links) -> UnitLine:
    unit = found.unit
    return UnitLine(
        links.handovers(unit),
        plain(unit.data.nama),
        plain(unit.pemda.short),
        len(unit.sops),
        len(found.roles),
        found.total,
        sum(map(_returning, found.cells.values())),
    )


def handover_page(unit: UnitEntry, order: Mapping[RoleEntry, int], links: Links) -> Page:
    found = matrix(unit, order)
    split = found.total > MOST_TOLD
    html_of: dict[str, object] = {
        "rows": [
            (role, [_cell(found, role, taker, links, split) for taker in found.roles]) for role in found.roles
        ],
        "given": {role: found.given(role) for role in found.roles},
        "taken": {role: found.taken(role) for role in found.roles},
        "pairs": [] if split else [_pair(found, *key, links) for key in _ordered(found)],
    }
    name = plain(unit.data.nama)
    said = f"{found.total} serah terima antara {len(found.roles)} peran di {name}."
    return _page(found, links, f"Serah terima: {name}", said, html_of)


def giver_page(found: Matrix, role: RoleEntry, links: Links) -> Page:
    """What one role hands to others, for units whose matrix has too much behind it."""
    pairs = [_pair(found, *key, links) for key in _ordered(found) if key[0] is role]
    title = f"Serah terima dari {plain(role.data.nama)}"
    said = f"{title}: {found.given(role)} kali, di {plain(found.unit.data.nama)}."
    return _page(found, links, title, said, {"rows": [], "given": {}, "taken": {}, "pairs": pairs}, role)


def _role_plans(found: Matrix, links: Callable[[str], Links], parents: tuple[str, ...]) -> Iterator[PagePlan]:
    for role in found.roles if found.total > MOST_TOLD else ():
        if found.given(role):
            address = _giver_address(found.unit, role)
            title = f"Serah terima dari {plain(role.data.nama)}"
            yield PagePlan(address, title, parents, unedited(giver_page, found, role, links(address)))


def _page(
    found: Matrix,
    links: Links,
    title: str,
    said: str,
    values: Mapping[str, object],
    giver: RoleEntry | None = None,
) -> Page:
    html = render(
        "serah-terima.html",
        {"matrix": found, "giver": giver, "title": title, "links": links, **values},
    )
    words = [title, plain(found.unit.data.nama)]
    return Page(html, title, said, "\n".join(words))


def _ordered(found: Matrix) -> list[tuple[RoleEntry, RoleEntry]]:
    return [(g, t) for g in found.roles for t in found.roles if (g, t) in found.cells]


def _cell(found: Matrix, giver: RoleEntry, taker: RoleEntry, links: Links, split: bool) -> Cell | None:
    passings = found.cells.get((giver, taker))
    if not passings:
        return None
    page = links.page(_giver_address(found.unit, giver)) if split else ""
    return Cell(len(passings), f"{page}#{_anchor(giver, taker)}", _returning(passings))


def _pair(found: Matrix, giver: RoleEntry, taker: RoleEntry, links: Links) -> Pair:
    passings = found.cells[giver, taker]
    by_sop = [_in_sop(sop, list(steps), links) for sop, steps in groupby(passings, key=lambda p: p.sop)]
    return Pair(_anchor(giver, taker), giver, taker, len(passings), _returning(passings), by_sop)


def _in_sop(entry: SopEntry, passings: Sequence[Passing], links: Links) -> Markup:
    url = links.sop(entry)
    anchors = [row_anchors(chart.flow, chart.number) for chart in entry.charts]
    steps = []
    for passing in passings:
        rows = entry.charts[passing.chart].flow.rows
        condition = f" ({escape(plain(passing.label))})" if passing.label else ""
        steps.append(
            f'<a href="{url}#{anchors[passing.chart][passing.source]}">'
            f"{escape(rows[passing.source].called)} → {escape(rows[passing.target].briefly)}</a>{condition}"
        )
    return Markup(f'<a href="{url}">{rich_line(entry.name)}</a>: {", ".join(steps)}')


def _returning(passings: Iterable[Passing]) -> int:
    return sum(passing.returning for passing in passings)


def _anchor(giver: RoleEntry, taker: RoleEntry) -> str:
    return f"{giver.id}--{taker.id}"


def _giver_address(unit: UnitEntry, role: RoleEntry) -> str:
    return f"{handover_address(unit)}/{role.id}"
