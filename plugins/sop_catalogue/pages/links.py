"""From a thing of the catalogue to its address, written relative to the page that links to it.

An address is a path inside the site without its ending: `sop/<pemda>/<unit>/<sop>`. Relative links keep a site
right at a root, under a sub-path, and opened as files.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote

from ..catalogue.model import BrokenSop, LawEntry, PemdaEntry, RoleEntry, SopEntry, UnitEntry

ALL = "sop/index"
"""The list of all SOPs."""


def sop_address(entry: SopEntry | BrokenSop) -> str:
    return f"sop/{entry.id}"


def unit_address(entry: UnitEntry) -> str:
    return f"sop/{entry.id}/index"


def pemda_address(entry: PemdaEntry) -> str:
    return f"sop/{entry.id}/index"


def data_address(entry: SopEntry | BrokenSop, ending: str) -> str:
    """The file of data beside the page: `yml` or `json`."""
    return f"{sop_address(entry)}.{ending}"


def chart_address(entry: SopEntry, number: int) -> str:
    """The file of one of its charts, counted from 1."""
    return f"{sop_address(entry)}-alur{f'-{number}' if number > 1 else ''}.svg"


def logo_address(entry: UnitEntry | PemdaEntry) -> str:
    """Where the entry's own logo is published; empty without one."""
    return f"sop/{entry.id}/lambang{entry.logo.suffix.lower()}" if entry.logo else ""


def page_path(address: str, directory_urls: bool) -> str:
    """The page's path from the site's root."""
    if not directory_urls:
        return f"{address}.html"
    folder, _, name = address.rpartition("/")
    return f"{folder}/" if name == "index" and folder else "" if name == "index" else f"{address}/"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page."""

    here: str
    """The page's own address."""
    directory_urls: bool = True
    """Whether pages are folders (`…/x/`) or files (`…/x.html`)."""
    law_pages: bool = False
    role_pages: bool = False
    edit: str = ""
    """Where the page's definition can be edited; empty when that is not known."""

    def page(self, address: str) -> str:
        return self._relative(page_path(address, self.directory_urls))

    def file(self, path: str) -> str:
        """A file of the site that is no page."""
        return self._relative(path)

    def sop(self, entry: SopEntry | BrokenSop) -> str:
        return self.page(sop_address(entry))

    def unit(self, entry: UnitEntry) -> str:
        return self.page(unit_address(entry))

    def pemda(self, entry: PemdaEntry) -> str:
        return self.page(pemda_address(entry))

    def law(self, entry: LawEntry | None) -> str:
        """Empty when the site has no page for it."""
        return self.page(f"peraturan/{entry.id}") if entry and self.law_pages else ""

    def role(self, entry: RoleEntry | None) -> str:
        """Empty when the site has no page for it."""
        return self.page(f"peran/{entry.id}") if entry and self.role_pages else ""

    def data(self, entry: SopEntry | BrokenSop, ending: str) -> str:
        return self.file(data_address(entry, ending))

    def chart(self, entry: SopEntry, number: int) -> str:
        return self.file(chart_address(entry, number))

    def logo(self, unit: UnitEntry) -> str:
        """The logo at the head of the unit's forms; empty without one."""
        address = logo_address(unit) or logo_address(unit.pemda)
        return self.file(address) if address else ""

    def _relative(self, path: str) -> str:
        start = posixpath.dirname(page_path(self.here, self.directory_urls)) or "."
        relative = posixpath.relpath(path or ".", start)
        ending = "/" if path.endswith("/") or not path else ""
        return quote(relative + ending)
