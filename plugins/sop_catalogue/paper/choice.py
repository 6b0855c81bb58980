"""Which SOPs are printed, and which of them a binder holds; of the rest, what readers are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..catalogue.model import BrokenSop, Catalogue, SopEntry, UnitEntry
from ..pages.status import HELD_BACK, faults_said
from .settings import PaperSettings

_LEFT_OUT = "SOP yang diganti atau dicabut tidak ikut di buku ini:"


Item = SopEntry | BrokenSop
AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True)
class Notice:
    """Stands above the sheets of a document, and is not printed with them."""

    said: str
    lines: tuple[str, ...]


def items_of(catalogue: Catalogue, unit: UnitEntry | None = None) -> list[Item]:
    """All SOPs, or those of one unit, readable or not."""
    items: list[Item] = [*catalogue.sops, *catalogue.broken]
    return [item for item in items if unit in (None, item.unit)]


def fit(entries: Iterable[SopEntry], settings: PaperSettings) -> list[SopEntry]:
    """Those whose sheets would be true, and as drafts all."""
    return [entry for entry in entries if settings.draf or not entry.faults]


def bound(entries: Iterable[SopEntry], settings: PaperSettings) -> list[SopEntry]:
    """What a binder holds: not what is no longer in force, unless that is asked for."""
    return [entry for entry in fit(entries, settings) if settings.tidak_berlaku or entry.in_force]


def held_back(items: Iterable[AnyItem], settings: PaperSettings) -> list[AnyItem]:
    """Those at fault. What could not even be read is no draft either."""
    return [item for item in items if item.faults and not (settings.draf and isinstance(item, SopEntry))]


def left_out(items: Iterable[Item], settings: PaperSettings) -> list[SopEntry]:
    """Of what could be printed, what a binder does not hold."""
    fine = fit((item for item in items if isinstance(item, SopEntry)), settings)
    held = set(bound(fine, settings))
    return [entry for entry in fine if entry not in held]


def notices(items: Iterable[Item], settings: PaperSettings) -> Iterator[Notice]:
    """On those at fault among `items`."""
    if lines := faults_said(fault for item in held_back(items, settings) for fault in item.faults):
        yield Notice(HELD_BACK, tuple(lines))


def binder_notices(items: Iterable[Item], settings: PaperSettings) -> Iterator[Notice]:
    """On what a binder leaves out."""
    items = list(items)
    yield from notices(items, settings)
    if gone := left_out(items, settings):
        yield Notice(_LEFT_OUT, tuple(f"{entry.name} ({entry.status_said})" for entry in gone))
