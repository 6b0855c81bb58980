"""Duty books kept from build to build, by all that they tell: an edit of one SOP makes those of its roles anew."""

from __future__ import annotations

from dataclasses import replace

from ...catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ...chart import DrawingCache
from ...store.digest import digest
from ...store.keep import keep, kept
from ..identity_form import logo_digest
from ..kept import packed, paper_edition, unpacked
from ..settings import PaperSettings
from ..values import PrintedSop
from .binder import duty_binder


class KeptDutyBooks:
    """Makes duty books. Whatever is unreadable or outdated in the cache is made again."""

    def __init__(self, catalogue: Catalogue, settings: PaperSettings, cache: DrawingCache | None) -> None:
        self.settings, self.cache = settings, cache
        roles = [(role.id, role.data) for role in catalogue.roles]
        places = [(unit.id, unit.data, unit.pemda.data, _picture(unit)) for unit in catalogue.units]
        self._common = digest(paper_edition(), replace(settings, pdf=False), roles, places) if cache else b""

    def book(self, role: RoleEntry, unit: UnitEntry | None = None) -> tuple[str, list[PrintedSop]]:
        """Its title and parts; of one unit, or of all."""
        if not self.cache:
            return self._made(role, unit)
        key = digest(self._common, role.id, unit and unit.id, [_facts(entry) for entry in role.sops]).hex()
        name = f"{role.id}{f'/{unit.id}' if unit else ''}.json"
        file = self.cache.folder / "cetak" / "buku" / self.settings.kertas / name
        if found := kept(file, key):
            title, parts = found
            return title, [unpacked(id_, part) for id_, part in parts]
        title, made = self._made(role, unit)
        keep(file, key, [title, [[part.id, packed(part)] for part in made]])
        return title, made

    def _made(self, role: RoleEntry, unit: UnitEntry | None) -> tuple[str, list[PrintedSop]]:
        book = duty_binder(role, self.settings, unit)
        return book.title, book.parts


def _picture(unit: UnitEntry) -> str:
    return logo_digest(unit.form_logo) if unit.form_logo else ""


def _facts(entry: SopEntry) -> tuple[object, ...]:
    lanes = [[role and role.id for role in chart.roles] for chart in entry.charts]
    return entry.id, entry.source, entry.unit.id, lanes
