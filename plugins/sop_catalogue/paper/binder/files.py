"""The binders among the print pages: of the whole catalogue, of each unit, and the duty book of each role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from ...catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ...catalogue.work.duties import step_count
from ...pages.late import LateFile
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
    def __init__(
        self,
        catalogue: Catalogue,
        duties: KeptDutyBooks,
        printed: Callable[[SopEntry], PrintedSop],
        page: Page,
        listed: List,
    ) -> None:
        self.catalogue, self.duties, self.printed = catalogue, duties, printed
        self.page, self.listed = page, listed
        self.settings = duties.settings
        self._sizes: dict[UnitEntry, tuple[int, int]] = {}
        """The SOPs and the sheets in the binder of each unit."""

    def unit(self, unit: UnitEntry) -> bytes:
        items = items_of(self.catalogue, unit)
        return self._written(book_address(unit), self._of_unit(unit), place_address(unit), items)

    def _of_unit(self, unit: UnitEntry) -> Binder:
        book = sop_binder(unit, self.settings, self.printed)
        self._sizes[unit] = len(book.entries), sum(len(part.sheets) for part in book.parts)
        return book

    def whole(self) -> bytes:
        book = sop_binder(self.catalogue, self.settings, self.printed)
        return self._written(book_address(), book, "sop/index", items_of(self.catalogue))

    def units(self) -> bytes:
        """Where the catalogue is too large for one binder, the way to that of each unit."""
        lines = []
        for unit in self.catalogue.units:
            if unit.sops:
                sops, sheets = self._size(unit)
                lines.append((named(unit), book_address(unit), f"{sops} SOP, {sheets} lembar"))
        return self.listed(book_address(), "Buku SOP per unit kerja", lines, "sop/index")

    def _size(self, unit: UnitEntry) -> tuple[int, int]:
        if unit not in self._sizes:
            self._of_unit(unit)
        return self._sizes[unit]

    def roles(self, roles: Iterable[RoleEntry]) -> Iterator[LateFile]:
        for role in roles:
            steps: dict[UnitEntry, int] = {}
            for entry in bound(role.sops, self.settings):
                steps[entry.unit] = steps.get(entry.unit, 0) + step_count(entry, role)
            steps = {unit: count for unit, count in steps.items() if count}
            if sum(steps.values()) > _MOST_STEPS and len(steps) > 1:
                for unit in steps:
                    yield book_address(role, unit), partial(self._duties, role, unit)
                yield book_address(role), partial(self._role_by_unit, role, steps)
            elif steps:
                yield book_address(role), partial(self._duties, role, None)
            elif any(step_count(entry, role) for entry in role.sops):
                yield book_address(role), partial(self._nothing, role)

    def _role_by_unit(self, role: RoleEntry, steps: Mapping[UnitEntry, int]) -> bytes:
        lines = [(named(unit), book_address(role, unit), f"{count} langkah") for unit, count in steps.items()]
        title = f"{_duty_title(role)} per unit kerja"
        return self.listed(book_address(role), title, lines, role_address(role))

    def _duties(self, role: RoleEntry, unit: UnitEntry | None) -> bytes:
        title, parts = self.duties.book(role, unit)
        told = binder_notices((entry for entry in role.sops if unit in (None, entry.unit)), self.settings)
        return self.page(book_address(role, unit), title, parts, role_address(role), told)

    def _nothing(self, role: RoleEntry) -> bytes:
        """For a role whose SOPs are all left out."""
        told = binder_notices(role.sops, self.settings)
        return self.page(book_address(role), _duty_title(role), [], role_address(role), told)

    def _written(self, path: str, book: Binder, back: str, items: Iterable[Item]) -> bytes:
        parts = book.parts if book.entries else []
        return self.page(path, book.title, parts, back, binder_notices(items, self.settings))


def _duty_title(role: RoleEntry) -> str:
    return f"Buku Tugas {plain(role.data.nama)}"


def named(unit: UnitEntry) -> str:
    """Among the units of several governments."""
    return f"{plain(unit.data.nama)}, {plain(unit.pemda.data.nama)}"
