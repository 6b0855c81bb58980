"""Reads the search's file as the browser does: the other half of pages/search/packing.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sop_catalogue.pages.search.packing import (
    FIRST,
    ITEM_END,
    PART_END,
    RECORD_END,
    SINGLE,
    SLOT_END,
    SPELLED,
)

Part = list[list[str]]
"""Slots, each with its texts."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    path: str
    head: Part
    boxes: Part
    places: list[Part]
    status: int

    @property
    def texts(self) -> list[str]:
        return [text for part in (self.head, self.boxes, *self.places) for slot in part for text in slot]


def unpacked(data: bytes) -> list[FoundPage]:
    """Every page of the index, with the texts it is found by."""
    value = json.loads(data.decode().removeprefix("SOP_CARI="))
    entries = value["kata"].split(" ")

    def text(packed: str) -> str:
        return " ".join(_entry(entries, code) for code in _codes(packed))

    found = []
    for (path, unit, status, *_), record in zip(
        value["halaman"], value["isi"].split(RECORD_END), strict=False
    ):
        parts = [
            [[text(item) for item in slot.split(ITEM_END) if item] for slot in part.split(SLOT_END)]
            for part in record.split(PART_END)
        ]
        folder = value["unit"][unit][4] if unit >= 0 else ""
        found.append(FoundPage(folder + path, parts[0], parts[1], parts[2:], status))
    return found


def _entry(entries: list[str], code: int) -> str:
    entry = entries[code]
    if not entry.startswith(SPELLED):
        return entry
    return " ".join(entries[part] for part in _codes(entry.removeprefix(SPELLED)))


def _codes(packed: str) -> Iterator[int]:
    characters = iter(map(ord, packed))
    for character in characters:
        if character < 0xE000:
            yield character - FIRST
        else:
            yield SINGLE + (character - 0xE000) * 4096 + next(characters) - FIRST
