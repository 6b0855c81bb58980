"""Duty books kept from build to build, by all that they tell: an edit of one SOP makes those of its roles anew."""

from __future__ import annotations

from dataclasses import replace

from ...catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ...store.digest import digest
from ...store.kept import Kept
from ...store.program import program
from ..kept import packed, unpacked
from ..settings import PaperSettings
from ..values import PrintedSop
from .binder import duty_binder


class KeptDutyBooks:
    """Makes duty books. Whatever is unreadable or outdated is made again."""

    def __init__(self, catalogue: Catalogue, settings: PaperSettings, kept: Kept) -> None:
        self.settings, self.kept = settings, kept
        roles = [(role.id, role.data) for role in catalogue.roles]
        places = [(unit.id, unit.data, unit.pemda.data, _picture(unit)) for unit in catalogue.units]
        self._common = digest(program(), replace(settings, pdf=False), roles, places)

    def book(self, role: RoleEntry, unit: UnitEntry | None = None) -> tuple[str, list[PrintedSop]]:
        """Its title and parts; of one unit, or of all."""
        key = digest(self._common, role.id, unit and unit.id, [_facts(entry) for entry in role.sops])
        place = f"cetak/buku/{self.settings.kertas}/{role.id}{f'/{unit.id}' if unit else ''}.json"
        if found := self.kept.value(place, key):
            title, parts = found
            return title, list(map(unpacked, parts))
        made = duty_binder(role, self.settings, unit)
        self.kept.keep(place, key, [made.title, list(map(packed, made.parts))])
        return made.title, made.parts


def _picture(unit: UnitEntry) -> str:
    return unit.form_logo.digest if unit.form_logo else ""


def _facts(entry: SopEntry) -> tuple[object, ...]:
    lanes = [[role and role.id for role in chart.roles] for chart in entry.charts]
    return entry.id, entry.source, bool(entry.faults), entry.unit.id, lanes
