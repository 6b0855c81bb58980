"""What fills the table of all SOPs in the browser: a script, for a page opened as a file reads nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, TypeVar

from ...catalogue.law.kinds import name_of, subject_of
from ...catalogue.model import Catalogue, LawEntry, SopEntry
from ..form.words import lane_names
from ..links import page_path
from ..render import plain
from ..status import status_of
from .sop_lines import MARKS, sop_facts

ADDRESS = "sop/tabel.js"
VARIABLE = "sopTabelData"
MODEL = SimpleNamespace(
    url="#",
    name="{nama}",
    number="{nomor}",
    mark_text="{tinjauan}",
    unit="{unit}",
    pemda="{pemda}",
    status=SimpleNamespace(key="{kunci}", text="{status}"),
    year="{tahun}",
    steps="{langkah}",
    performers="{pelaksana}",
    facts=SimpleNamespace(
        mark="{tanda}", time="{waktu}", at_least="{waktu}", time_order="{lama}", complete=False
    ),
)
"""An SOP for the table's own template whose row is then filled in the browser: names for what an `SopLine` tells."""

T = TypeVar("T")


def table_script(catalogue: Catalogue, directory_urls: bool) -> bytes:
    """Names stand once; each SOP tells its own facts, and places in the lists of names."""
    units = {unit: i for i, unit in enumerate(catalogue.units)}
    pemdas = {pemda: i for i, pemda in enumerate(catalogue.pemdas)}
    performers: dict[tuple[str, str], int] = {}
    laws: dict[LawEntry, int] = {}
    statuses: dict[tuple[str, str], int] = {}
    kinds: dict[str, int] = {}
    rows = []
    for sop in catalogue.sops:
        status = status_of(sop)
        facts = sop_facts(sop)
        cited = dict.fromkeys(law for citation in sop.citations for law in citation.laws)
        rows.append(
            {
                "unit": units[sop.unit],
                "alamat": sop.id.removeprefix(f"{sop.unit.id}/"),
                "nama": plain(sop.name),
                "nomor": sop.sop.nomor or "",
                "tahun": sop.sop.terbaru.tahun,
                "status": _place((status.key, status.text), statuses),
                "langkah": facts.steps,
                "waktu": facts.at_least,
                "lama": facts.time_order,
                "pelaksana": [_place(pair, performers) for pair in _performers(sop)],
                "peraturan": [_place(law, laws) for law in cited],
                "jenis": [_place(kind, kinds) for kind in sop.sop.jenis],
                "tanda": facts.mark,
            }
        )
    data = {
        "akhiran": page_path("x", directory_urls).removeprefix("x"),
        "tanda": MARKS,
        "pemda": _columns({"id": p.id, "nama": p.data.nama, "singkat": p.short} for p in catalogue.pemdas),
        "unit": _columns(
            {"pemda": pemdas[unit.pemda], "id": unit.id, "nama": unit.data.nama} for unit in catalogue.units
        ),
        "pelaksana": _columns({"nama": name, "peran": role} for name, role in performers),
        "peraturan": _columns(
            {"id": law.id, "nama": name_of(law), "tentang": subject_of(law)} for law in laws
        ),
        "status": _columns({"kunci": key, "teks": text} for key, text in statuses),
        "jenis": list(kinds),
        "sop": _columns(rows),
    }
    return f"var {VARIABLE} = {_json(data)};\n".encode()


def _columns(things: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The names of what all things tell once, and below them the things as rows."""
    rows = list(things)
    return {"kolom": list(rows[0]) if rows else [], "baris": [list(row.values()) for row in rows]}


def _performers(sop: SopEntry) -> dict[tuple[str, str], None]:
    """Each lane's name as shown, and the role it means."""
    found: dict[tuple[str, str], None] = {}
    for chart in sop.charts:
        for role, name in zip(chart.roles, lane_names(chart.flow), strict=True):
            found[name, role.data.nama if role else name] = None
    return found


def _place(thing: T, places: dict[T, int]) -> int:
    return places.setdefault(thing, len(places))


def _json(value: Any) -> str:
    """These two end a line of script, though not of JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
