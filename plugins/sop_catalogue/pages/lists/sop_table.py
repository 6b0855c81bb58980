"""What the table of all SOPs is made from in the browser: a script, for a page opened as a file reads nothing else."""

from __future__ import annotations

import json
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

T = TypeVar("T")


def table_script(catalogue: Catalogue, directory_urls: bool) -> bytes:
    """Names stand once; each SOP is a list of its own facts and of places in the lists of names."""
    units = {unit: i for i, unit in enumerate(catalogue.units)}
    pemdas = {pemda: i for i, pemda in enumerate(catalogue.pemdas)}
    performers: dict[tuple[str, str], int] = {}
    laws: dict[LawEntry, int] = {}
    statuses: dict[tuple[str, str], int] = {}
    rows = []
    for sop in catalogue.sops:
        status = status_of(sop)
        facts = sop_facts(sop)
        cited = dict.fromkeys(law for citation in sop.citations for law in citation.laws)
        rows.append(
            [
                units[sop.unit],
                sop.id.removeprefix(f"{sop.unit.id}/"),
                plain(sop.name),
                sop.sop.nomor or "",
                sop.sop.terbaru.tahun,
                _place((status.key, status.text), statuses),
                facts.steps,
                facts.at_least,
                facts.time_order,
                [_place(pair, performers) for pair in _performers(sop)],
                [_place(law, laws) for law in cited],
                facts.mark,
            ]
        )
    data = {
        "akhiran": page_path("x", directory_urls).removeprefix("x"),
        "tanda": MARKS,
        "pemda": [[p.id, p.data.nama, p.data.singkatan or p.data.nama] for p in catalogue.pemdas],
        "unit": [[pemdas[unit.pemda], unit.id, unit.data.nama] for unit in catalogue.units],
        "pelaksana": list(performers),
        "peraturan": [[law.id, name_of(law), subject_of(law)] for law in laws],
        "status": list(statuses),
        "sop": rows,
    }
    return f"var {VARIABLE} = {_json(data)};\n".encode()


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
