"""The file that the search reads: everything a reader may remember, as a script, so that it opens without a server.

It holds texts and no lists of hits: the browser makes those when it opens the file, sooner than it could read them.
Nothing is stemmed here. Word families, spellings and typos are met when a query is read, so their rules live in one
place, `cari/kata.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...catalogue.model import Catalogue, UnitEntry
from ..links import page_path, sop_address
from ..render import plain
from .abbreviations import names_of
from .packing import Packer
from .records import BOXES, CELLS, Record, sop_record

PLACE = "search/sop-cari.js"
"""Inside the site, where the worker looks for it."""

_STATUS = ("", "berlaku", "konsep", "diganti", "dicabut")


def search_index(catalogue: Catalogue, pages: Iterable[Record], directory_urls: bool) -> bytes:
    """All SOPs, then `pages`."""
    records = [sop_record(entry, page_path(sop_address(entry), directory_urls)) for entry in catalogue.sops]
    records += pages
    packer = Packer(records)
    number = {unit.id: i for i, unit in enumerate(catalogue.units)}
    times: dict[str, int] = {}
    value = {
        "kata": packer.entries(),
        "isi": "".join(map(packer.record, records)),
        "halaman": [_page(record, number, times) for record in records],
        "waktu": list(times),
        "unit": [_unit(unit) for unit in catalogue.units],
        "sebutan": names_of(catalogue, packer.texts),
        "beda": catalogue.synonyms.distinct,
        "kotak": BOXES,
        "sel": CELLS,
    }
    return f"SOP_CARI={json.dumps(value, ensure_ascii=False, separators=(',', ':'))}".encode()


def _page(record: Record, units: dict[str, int], times: dict[str, int]) -> list[Any]:
    """Of an SOP its address, unit, status and time; of another page its address, -1 and its kind."""
    if not record.unit:
        return [record.path, -1, record.kind.value]
    path = record.path.removeprefix(_folder(record.unit))
    time = times.setdefault(record.time, len(times))
    return [path, units[record.unit], _STATUS.index(record.status), time]


def _unit(unit: UnitEntry) -> list[str]:
    """Names, and where its SOPs are."""
    pemda = unit.pemda.data
    names = (unit.data.nama, unit.data.singkatan or "", pemda.nama, pemda.singkatan or "")
    return [*map(plain, names), _folder(unit.id)]


def _folder(unit: str) -> str:
    return f"sop/{unit}/"
