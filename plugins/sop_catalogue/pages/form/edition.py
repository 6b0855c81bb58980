"""Which state of an SOP a sheet shows: its revision, and a short code of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...catalogue.model import SopEntry
from ...store.digest import digest
from .identity import kop

_OFF_PAPER = {
    "judul", "kode", "alamat_lama", "sebutan", "status", "diganti_oleh", "jenis", "pemda", "unit", "catatan_penyunting", "sumber", "tautan", "diketahui", "riwayat",
}  # fmt: skip
"""Keys of a definition that its sheets do not show, at whatever depth."""
_SHOWN_BELOW = {"judul"}
"""Those of them that mean something else further down: the title of a chart is printed."""


@dataclass(frozen=True, slots=True)
class Edition:
    revision: int
    """How often it was revised: the number of its dates of revision."""
    content: str
    """Six letters that change with anything its sheets say, a new revision or not."""
    date: str
    """Of its latest revision, or of what was never revised, as people read it; may be empty."""

    @property
    def query(self) -> str:
        """At the end of an address."""
        return f"rev={self.revision}&isi={self.content}"


def edition_of(entry: SopEntry) -> Edition:
    sop = entry.sop
    concluded = tuple(part for part in sop.tafsiran if part != "status")
    sheet = sop.model_copy(update={"tafsiran": concluded})
    said = _printed(sheet.model_dump(mode="json", exclude_defaults=True), _OFF_PAPER)
    content = digest(said, kop(entry), entry.form.model_dump(mode="json"))[:6]
    return Edition(revision_of(entry), content, _date(entry))


def _date(entry: SopEntry) -> str:
    sop = entry.sop
    if entry.revisions and (known := entry.revisions[-1].day) and known.tahun:
        return known.tampil
    revised = [day for day in (sop.tanggal.revisi if sop.tanggal else ()) if day and day.iso]
    day = max(revised, default=sop.terbaru)
    return day.tampil if day.tahun else ""


def revision_of(entry: SopEntry) -> int:
    return entry.sop.revision


def _printed(value: Any, without: set[str]) -> Any:
    below = without - _SHOWN_BELOW
    if isinstance(value, dict):
        return {key: _printed(item, below) for key, item in value.items() if key not in without}
    if isinstance(value, list):
        return [_printed(item, below) for item in value]
    return value
