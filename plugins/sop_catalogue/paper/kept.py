"""Sheets kept from build to build, by all that is printed on them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Protocol

from markupsafe import Markup

from ..catalogue.model import SopEntry
from ..chart import DrawingCache
from ..chart.graphviz import engine
from ..pages.kept import edition
from ..store.digest import digest
from ..store.keep import keep, kept
from .assemble import printed
from .identity_form import logo_digest
from .settings import PaperSettings
from .text.letters import TABLE
from .values import PrintedSop, Sheet


class FootMark(Protocol):
    """What stands at the foot of an SOP's sheets, such as a QR code to its page."""

    def address(self, entry: SopEntry) -> str:
        """What it says: the same, and it looks the same."""

    def __call__(self, entry: SopEntry) -> Markup: ...


class KeptSheets:
    """Makes the sheets of SOPs. With a cache, what was made before is read; whatever is unreadable there is made again."""

    def __init__(
        self, settings: PaperSettings, cache: DrawingCache | None, mark: FootMark | None = None
    ) -> None:
        self.settings = settings
        self.cache = cache
        self.mark = mark

    def printed(self, entry: SopEntry) -> PrintedSop:
        if not self.cache:
            return printed(entry, self.settings, mark=self._marked(entry))
        said = self.mark and self.mark.address(entry)
        key = digest(
            paper_edition(), engine.version(), replace(self.settings, pdf=False), said, _facts(entry)
        ).hex()
        folder = self.cache.folder / "cetak" / f"{self.settings.kertas}{'-qr' if self.mark else ''}"
        file = folder / f"{entry.id}.json"
        if found := kept(file, key):
            return unpacked(entry.id, found)
        # Its drawings are kept in its sheets; kept apart they would only be written twice.
        made = printed(entry, self.settings, mark=self._marked(entry))
        if made.drawn:  # else the next build may do better
            keep(file, key, packed(made))
        return made

    def _marked(self, entry: SopEntry) -> Markup | None:
        return self.mark(entry) if self.mark else None


def packed(sop: PrintedSop) -> list[Any]:
    """As a file keeps it."""
    return [sop.title, [[s.kind, s.title, s.number, s.html, s.landscape] for s in sop.sheets]]


def unpacked(id_: str, value: Sequence[Any]) -> PrintedSop:
    title, sheets = value
    return PrintedSop(id_, title, tuple(Sheet(k, t, n, Markup(html), flat) for k, t, n, html, flat in sheets))


def _facts(entry: SopEntry) -> tuple[object, ...]:
    references = [(r.text, r.number, r.verdict.value, r.target and r.target.id) for r in entry.references]
    citations = [(c.text, c.number) for c in entry.citations]
    unit, logo = entry.unit, entry.unit.form_logo
    picture = logo and logo_digest(logo)
    return entry.id, entry.source, entry.form, unit.data, unit.pemda.data, picture, references, citations


@cache
def paper_edition() -> bytes:
    """Changes whenever the code, a template or the widths of letters do."""
    return digest(edition(), hashlib.blake2b(TABLE.read_bytes()).digest())
