"""The binders among the print pages: of the whole catalogue, of each unit, and the duty book of each role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ...catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.duties import step_count
from ...pages.links import book_address, place_address, role_address
from ...pages.render import plain
from ..choice import Item, Notice, binder_notices, bound, items_of
from ..values import PrintedSop
from .binder import Binder, sop_binder
from .kept import KeptDutyBooks

_MOST_STEPS = 2000
"""Of a role whose duty book is still one document, of some 300 sheets; longer ones are a book a unit."""

Page = Callable[[str, str, Sequence[PrintedSop], str, Iterable[Notice]], bytes]
"""Makes a document for a path, with a title, of sheets; where a reader on screen came from, and what he is told."""
List = Callable[[str, str, Iterable[tuple[str, str, str]], str], bytes]
"""Makes a page that leads to documents: the name of each, its path, what is said of it."""


class BookFiles:
    """Path inside the site, and content."""

    def __init__(self, duties: KeptDutyBooks, page: Page, listed: List) -> None:
        self.duties, self.page, self.listed = duties, page, listed
        self.settings = duties.settings
        self._units: list[tuple[UnitEntry, int, int]] = []
        """With the SOPs and the sheets in the binder of each."""

    def unit(
        self, unit: UnitEntry, items: Iterable[Item], printed: Mapping[SopEntry, PrintedSop]
    ) -> tuple[str, bytes]:
        """`items` are all that its SOPs were written in."""
        book = sop_binder(unit, self.settings, printed.__getitem__)
        self._units.append((unit, len(book.entries), sum(len(part.sheets) for part in book.parts)))
        return self._file(book_address(unit), book, place_address(unit), items)

    def whole(self, catalogue: Catalogue, printed: Mapping[SopEntry, PrintedSop] | None) -> tuple[str, bytes]:
        """After those of all units. Without `printed` the catalogue is too large for one, and they are listed."""
        if printed is not None:
            book = sop_binder(catalogue, self.settings, printed.__getitem__)
            return self._file(book_address(), book, "sop/index", items_of(catalogue))
        lines = [
            (named(unit), book_address(unit), f"{sops} SOP, {sheets} lembar")
            for unit, sops, sheets in self._units
        ]
        return book_address(), self.listed(book_address(), "Buku SOP per unit kerja", lines, "sop/index")

    def roles(self, roles: Iterable[RoleEntry]) -> Iterator[tuple[str, bytes]]:
        for role in roles:
            steps: dict[UnitEntry, int] = {}
            for entry in bound(role.sops, self.settings):
                steps[entry.unit] = steps.get(entry.unit, 0) + step_count(entry, role)
            if sum(steps.values()) > _MOST_STEPS and len(steps) > 1:
                yield from self._role_by_unit(role, {unit: count for unit, count in steps.items() if count})
            elif sum(steps.values()):
                yield self._duties(book_address(role), role, None)
            elif any(step_count(entry, role) for entry in role.sops):
                yield self._nothing(book_address(role), role)

    def _role_by_unit(self, role: RoleEntry, steps: Mapping[UnitEntry, int]) -> Iterator[tuple[str, bytes]]:
        lines = []
        for unit, count in steps.items():
            path = book_address(role, unit)
            lines.append((named(unit), path, f"{count} langkah"))
            yield self._duties(path, role, unit)
        title = f"{_duty_title(role)} per unit kerja"
        yield book_address(role), self.listed(book_address(role), title, lines, role_address(role))

    def _duties(self, path: str, role: RoleEntry, unit: UnitEntry | None) -> tuple[str, bytes]:
        title, parts = self.duties.book(role, unit)
        told = binder_notices((entry for entry in role.sops if unit in (None, entry.unit)), self.settings)
        return path, self.page(path, title, parts, role_address(role), told)

    def _nothing(self, path: str, role: RoleEntry) -> tuple[str, bytes]:
        """For a role whose SOPs are all left out."""
        told = binder_notices(role.sops, self.settings)
        return path, self.page(path, _duty_title(role), [], role_address(role), told)

    def _file(self, path: str, book: Binder, back: str, items: Iterable[Item]) -> tuple[str, bytes]:
        parts = book.parts if book.entries else []
        return path, self.page(path, book.title, parts, back, binder_notices(items, self.settings))


def _duty_title(role: RoleEntry) -> str:
    return f"Buku Tugas {plain(role.data.nama)}"


def named(unit: UnitEntry) -> str:
    """Among the units of several governments."""
    return f"{plain(unit.data.nama)}, {plain(unit.pemda.data.nama)}"
