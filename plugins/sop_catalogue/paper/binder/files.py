"""The binders among the print pages: of the whole catalogue, of each unit, and the duty book of each role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ...catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.duties import step_count
from ...pages.links import book_address, place_address, role_address
from ...pages.render import plain
from ..values import PrintedSop
from .binder import Binder, sop_binder
from .kept import KeptDutyBooks

_MOST_STEPS = 2000
"""Of a role whose duty book is still one document, of some 300 sheets; longer ones are a book a unit."""

Page = Callable[[str, str, Sequence[PrintedSop], str], bytes]
"""Makes a document for a path, with a title, of sheets; and where a reader on screen came from."""
List = Callable[[str, str, Iterable[tuple[str, str, str]], str], bytes]
"""Makes a page that leads to documents: the name of each, its path, what is said of it."""


class BookFiles:
    """Path inside the site, and content."""

    def __init__(self, duties: KeptDutyBooks, page: Page, listed: List) -> None:
        self.duties, self.page, self.listed = duties, page, listed
        self.settings = duties.settings
        self._units: list[tuple[UnitEntry, int]] = []

    def unit(self, unit: UnitEntry, printed: Mapping[SopEntry, PrintedSop]) -> tuple[str, bytes]:
        book = sop_binder(unit, self.settings, printed.__getitem__)
        self._units.append((unit, sum(len(part.sheets) for part in book.parts)))
        return self._file(book_address(unit), book, place_address(unit))

    def whole(self, catalogue: Catalogue, printed: Mapping[SopEntry, PrintedSop] | None) -> tuple[str, bytes]:
        """After those of all units. Without `printed` the catalogue is too large for one, and they are listed."""
        if printed is not None:
            book = sop_binder(catalogue, self.settings, printed.__getitem__)
            return self._file(book_address(), book, "sop/index")
        lines = [
            (named(unit), book_address(unit), f"{len(unit.sops)} SOP, {count} lembar")
            for unit, count in self._units
        ]
        return book_address(), self.listed(book_address(), "Buku SOP per unit kerja", lines, "sop/index")

    def roles(self, roles: Iterable[RoleEntry]) -> Iterator[tuple[str, bytes]]:
        for role in roles:
            steps: dict[UnitEntry, int] = {}
            for entry in role.sops:
                steps[entry.unit] = steps.get(entry.unit, 0) + step_count(entry, role)
            if sum(steps.values()) > _MOST_STEPS and len(steps) > 1:
                yield from self._role_by_unit(role, {unit: count for unit, count in steps.items() if count})
            elif sum(steps.values()):
                yield self._duties(book_address(role), role, None)

    def _role_by_unit(self, role: RoleEntry, steps: Mapping[UnitEntry, int]) -> Iterator[tuple[str, bytes]]:
        lines = []
        for unit, count in steps.items():
            path = book_address(role, unit)
            lines.append((named(unit), path, f"{count} langkah"))
            yield self._duties(path, role, unit)
        title = f"Buku tugas {plain(role.data.nama)} per unit kerja"
        yield book_address(role), self.listed(book_address(role), title, lines, role_address(role))

    def _duties(self, path: str, role: RoleEntry, unit: UnitEntry | None) -> tuple[str, bytes]:
        title, parts = self.duties.book(role, unit)
        return path, self.page(path, title, parts, role_address(role))

    def _file(self, path: str, book: Binder, back: str) -> tuple[str, bytes]:
        return path, self.page(path, book.title, book.parts, back)


def named(unit: UnitEntry) -> str:
    """Among the units of several governments."""
    return f"{plain(unit.data.nama)}, {plain(unit.pemda.data.nama)}"
