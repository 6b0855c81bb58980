"""The page of a role, its duty book: every step it performs, what it receives from whom, what it produces for whom.

Posts of one name in two units are two posts: each unit stands by itself. A book that is too long for one page has a
page for each unit, and further ones where that is still too long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from ...catalogue.model import RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.duties import SopDuties, UnitDuties, role_duties, sop_duties, step_count
from ...definition.fields import slug
from ...definition.waktu import TotalWaktu
from ...portions import portions
from ..links import ROLES, Links, role_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich_line
from ..status import Status, status_of
from .duty_rows import DutyRows

MOST_STEPS = 220
"""More steps than these do not stand on one page."""


@dataclass(frozen=True, slots=True)
class SopBlock:
    url: str
    name: Markup
    status: Status
    time: str
    steps: int
    rows: Markup


@dataclass(frozen=True, slots=True)
class UnitBlock:
    """One post, or a part of its book."""

    unit: UnitEntry
    url: str
    sops: int
    steps: int
    time: str
    pages: Sequence[str]
    """Where its book stands, when not on this page."""
    blocks: Sequence[SopBlock]

    @property
    def anchor(self) -> str:
        return slug(self.unit.id)


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a role's duties as stands on one page."""

    address: str
    unit: UnitEntry
    sops: tuple[SopEntry, ...]
    number: int
    of: int

    @property
    def counted(self) -> str:
        return f" ({self.number} dari {self.of})" if self.of > 1 else ""


def role_plans(roles: Iterable[RoleEntry], links: Callable[[str], Links]) -> Iterator[PagePlan]:
    """A page a role that any SOP names, with the pages that its book is split into."""
    for role in roles:
        if not role.sops:
            continue
        address = role_address(role)
        name = plain(role.data.nama)
        parts = _parts(role)
        yield PagePlan(address, name, (ROLES,), unedited(role_page, role, parts, links(address)))
        for part in parts:
            title = f"{name}: {plain(part.unit.data.nama)}{part.counted}"
            make = unedited(part_page, role, part, title, links(part.address))
            yield PagePlan(part.address, title, (ROLES, address), make)


def role_page(role: RoleEntry, parts: Sequence[Part], links: Links) -> Page:
    """The whole book, or where its parts are."""
    name = plain(role.data.nama)
    units = _contents(role, parts, links) if parts else [_unit(item, links) for item in role_duties(role)]
    said = f"{name}: {sum(u.steps for u in units)} langkah di {sum(u.sops for u in units)} SOP."
    return _page(role, units, links, name, said, spellings=_spellings(role))


def part_page(role: RoleEntry, part: Part, title: str, links: Links) -> Page:
    duties = UnitDuties(part.unit, tuple(sop_duties(entry, role) for entry in part.sops))
    said = f"Tugas {plain(role.data.nama)} di {plain(part.unit.data.nama)}: {duties.steps} langkah."
    return _page(role, [_unit(duties, links)], links, title, said, part=part)


def time_text(time: TotalWaktu) -> str:
    """The sum of waktu in words, with a sign where it does not count every step."""
    if not time.teks:
        return ""
    return f"{time.teks}{', belum semua langkah' if time.tak_tentu or time.tanpa_waktu else ''}"


def _page(
    role: RoleEntry,
    units: Sequence[UnitBlock],
    links: Links,
    title: str,
    said: str,
    *,
    spellings: Sequence[str] = (),
    part: Part | None = None,
) -> Page:
    html = render(
        "peran.html",
        {
            "role": role,
            "title": title,
            "units": units,
            "steps": sum(unit.steps for unit in units),
            "sops": sum(unit.sops for unit in units),
            "spellings": spellings,
            "part": part,
            "links": links,
        },
    )
    words = [plain(role.data.nama), *spellings, role.data.uraian or "", "semua SOP yang dikerjakan"]
    return Page(html, title, said, "\n".join(dict.fromkeys(filter(None, words))))


def _unit(duties: UnitDuties, links: Links, pages: Sequence[str] = ()) -> UnitBlock:
    rows = DutyRows(links)
    return UnitBlock(
        duties.unit,
        links.place(duties.unit),
        len(duties.sops),
        duties.steps,
        time_text(duties.time),
        pages,
        () if pages else [_sop(item, rows) for item in duties.sops],
    )


def _sop(found: SopDuties, rows: DutyRows) -> SopBlock:
    entry = found.sop
    return SopBlock(
        rows.links.sop(entry),
        rich_line(entry.name),
        status_of(entry),
        time_text(found.time),
        len(found.duties),
        rows.html(found),
    )


def _spellings(role: RoleEntry) -> list[str]:
    """Other names it bears on forms, and those that its register gives it."""
    own = plain(role.data.nama)
    seen = {own.casefold()}
    found = []
    for name in (*_lane_names(role.sops, role), *role.data.singkatan):
        if name and plain(name).casefold() not in seen:
            seen.add(plain(name).casefold())
            found.append(plain(name))
    return found


def _lane_names(sops: Iterable[SopEntry], role: RoleEntry) -> Iterator[str]:
    for entry in sops:
        for chart in entry.charts:
            yield from (chart.flow.lanes[lane].name for lane in sorted(chart.lanes_of(role)))


def _parts(role: RoleEntry) -> list[Part]:
    """The parts of a book that is too long for one page; none for any other."""
    steps = {entry: count for entry in role.sops if (count := step_count(entry, role))}
    if sum(steps.values()) <= MOST_STEPS:
        return []
    by_unit: dict[UnitEntry, list[SopEntry]] = {}
    for entry in sorted(steps, key=lambda e: (e.unit.id, e.id)):
        by_unit.setdefault(entry.unit, []).append(entry)
    parts = []
    for unit, sops in by_unit.items():
        pieces = list(portions(sops, steps.__getitem__, MOST_STEPS))
        for number, piece in enumerate(pieces, 1):
            end = f"/{number}" if number > 1 else ""
            parts.append(
                Part(f"{role_address(role)}/{unit.id}{end}", unit, tuple(piece), number, len(pieces))
            )
    return parts


def _contents(role: RoleEntry, parts: Sequence[Part], links: Links) -> list[UnitBlock]:
    blocks = []
    for unit, found in groupby(parts, key=lambda part: part.unit):
        own = list(found)
        sops = [sop for part in own for sop in part.sops]
        steps = sum(step_count(sop, role) for sop in sops)
        pages = [links.page(part.address) for part in own]
        blocks.append(UnitBlock(unit, links.place(unit), len(sops), steps, "", pages, ()))
    return blocks


def post_url(role: RoleEntry, unit: UnitEntry, links: Links) -> str:
    """Where the duties of a role in one unit stand, or where their pages are."""
    return f"{links.role(role)}#{slug(unit.id)}"
