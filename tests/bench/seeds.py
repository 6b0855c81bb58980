"""The real definitions, as what their authors typed: what the made ones are varied from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sop_catalogue.catalogue.files import Kind, find_files
from sop_catalogue.definition.fields import slug
from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.store.disk import DiskFolder

Raw = dict[str, Any]

OWN_MATTER = ("judul", "pemda", "unit", "kop", "diganti_oleh", "diketahui", "sumber", "tautan")
"""Keys that tie a real SOP to its own office, or to another real SOP."""


@dataclass(slots=True)
class Seeds:
    sops: list[Raw] = field(default_factory=list)
    roles: list[Raw] = field(default_factory=list)
    laws: list[Raw] = field(default_factory=list)
    steps: list[Raw] = field(default_factory=list)
    """Plain steps of all SOPs: one symbol, no arrow of its own."""
    references: list[str] = field(default_factory=list)
    """What real SOPs say under Keterkaitan."""


def read_seeds(root: Path) -> Seeds:
    seeds = Seeds()
    files, _ = find_files(DiskFolder(root))
    for item in files:
        value = read_yaml((root / item.path).read_bytes()).value
        if not isinstance(value, dict):
            continue
        if item.kind is Kind.SOP:
            seeds.sops.append({key: part for key, part in value.items() if key not in OWN_MATTER})
        elif item.kind is Kind.ROLES:
            _add_roles(seeds.roles, as_list(value.get("peran")))
        elif item.kind is Kind.LAWS:
            _add_laws(seeds.laws, as_list(value.get("peraturan")))
    for sop in seeds.sops:
        seeds.references += [text for text in map(_text, as_list(sop.get("keterkaitan"))) if len(text) > 5]
        for chart in charts(sop):
            seeds.steps += [step for step in as_list(chart.get("langkah")) if is_plain(step)]
    if not seeds.steps:
        raise SystemExit(f"bench: no SOP definitions with steps under {root}")
    return seeds


def charts(sop: Raw) -> list[Raw]:
    """What holds `langkah`: the SOP itself, or its charts."""
    return [chart for chart in as_list(sop.get("bagan")) if isinstance(chart, dict)] or [sop]


def as_list(value: Any) -> list[Any]:
    """One value alone stands for a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_plain(step: Any) -> bool:
    special = (
        "ke",
        "keputusan",
        "simbol",
        "bentuk",
        "kerja_sama",
        "id",
        "no",
        "bolak_balik",
        "keluar",
        "penghubung",
    )
    cells = [step.get(key) for key in ("kelengkapan", "waktu", "output", "keterangan")]
    return not any(step.get(key) for key in special) and not any(isinstance(cell, dict) for cell in cells)


def _text(item: Any) -> str:
    return str(item.get("teks", "") if isinstance(item, dict) else item or "")


def _add_roles(roles: list[Raw], items: list[Any]) -> None:
    """Registers of several offices as one: a name that two of them give stays with the first."""
    taken = {name for role in roles for name in _names(role)}
    for item in items:
        role = item if isinstance(item, dict) else {"nama": item}
        if not taken.intersection(_names(role)):
            taken.update(_names(role))
            roles.append(role)


def _names(role: Raw) -> list[str]:
    names = [role.get("id"), role.get("nama"), *as_list(role.get("singkatan"))]
    return [str(name).casefold().rstrip(".") for name in names if name]


def _add_laws(laws: list[Raw], items: list[Any]) -> None:
    taken = {_law_id(law) for law in laws}
    laws += [law for law in items if _law_id(law) not in taken]


def _law_id(law: Raw) -> str:
    parts = filter(None, (law.get("jenis"), law.get("nomor"), law.get("tahun")))
    return law.get("id") or slug(" ".join(parts)) or slug(law.get("nama") or "")
