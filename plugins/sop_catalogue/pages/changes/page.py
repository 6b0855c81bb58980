"""The pages of changes: month by month, to be narrowed down to a unit and to what came since a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.changes import SAID, Change, What, changes_of
from ...catalogue.model import Catalogue, UnitEntry
from ..links import CHANGES, Links, changes_address, comparison_address, feed_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich_line
from ..revisions.section import before_each
from .months import Sheet, sheets_of

TITLE = "Perubahan"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    said: str
    what: What
    day: str
    iso: str
    until: str
    """The last day that it may have been: what came since a day is searched for by it."""
    url: str
    name: Markup
    unit: UnitEntry
    why: str
    compared: str
    """Where the revision is held against the one before; may be empty."""
    successor: tuple[str, Markup] | None


def change_line(change: Change, links: Links) -> ChangeLine:
    entry, day, successor = change.entry, change.day, change.successor
    before = before_each(entry).get(change.revision) if change.what is What.REVISED else None
    return ChangeLine(
        SAID[change.what],
        change.what,
        change.date,
        day.iso,
        day.iso and day.iso + "-12-31"[len(day.iso) - 4 :],
        links.sop(entry),
        rich_line(entry.name),
        entry.unit,
        change.why,
        links.page(comparison_address(entry, before.number, change.revision)) if before else "",
        (links.sop(successor), rich_line(successor.name)) if successor else None,
    )


def change_plans(catalogue: Catalogue, links: Callable[[str], Links], feeds: bool) -> Iterator[PagePlan]:
    sheets = sheets_of(changes_of(catalogue))
    for sheet in sheets:
        address = changes_address(sheet.key)
        title = f"{TITLE}: {_called(sheet)}" if sheet.key else TITLE
        parents = (CHANGES,) if sheet.key else ()
        make = unedited(changes_page, sheet, sheets[1:], title, links(address), feeds)
        yield PagePlan(address, title, parents, make)


def changes_page(sheet: Sheet, older: Sequence[Sheet], title: str, links: Links, feeds: bool) -> Page:
    units = _units(sheet)
    values = {
        "title": title,
        "sheet": sheet,
        "months": [
            (month, [change_line(change, links) for change in month.changes]) for month in sheet.months
        ],
        "units": units,
        "kinds": [(what, said) for what, said in SAID.items() if what in _kinds(sheet)],
        "several": len({unit.pemda for unit in units}) > 1,
        "all": links.page(CHANGES),
        "older": [(links.page(changes_address(one.key)), _called(one), one.count) for one in older],
        "data": links.file("perubahan.json"),
        "feed": links.file(feed_address()) if feeds else "",
        "feeds": [(links.file(feed_address(unit)), unit) for unit in units] if feeds else [],
    }
    description = f"{sheet.count} perubahan SOP, menurut tanggal di dokumennya."
    return Page(render("perubahan/perubahan.html", values), title, description)


def _called(sheet: Sheet) -> str:
    return sheet.key if sheet.key.isdigit() else "tanggalnya tidak disebut"


def _units(sheet: Sheet) -> list[UnitEntry]:
    found = {change.entry.unit for month in sheet.months for change in month.changes}
    return sorted(
        found, key=lambda unit: (plain(unit.pemda.short).casefold(), plain(unit.data.nama).casefold())
    )


def _kinds(sheet: Sheet) -> set[What]:
    return {change.what for month in sheet.months for change in month.changes}
