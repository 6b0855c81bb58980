"""Catalogues in which hostile texts stand in every field of every kind of file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sop_catalogue.definition.schema import KINDS
from sop_catalogue.store.digest import text_digest

from .filled import Text, filled
from .wiring import with_charts, with_columns, with_steps

UNIT = "dinas"
BROKEN = f"{UNIT}/rusak.yml"
_OF_THE_PRESENT = ("riwayat", "kode", "alamat_lama")
"""Fields that no text says that was kept."""


def plain_text(name: str) -> str:
    """What a tame author writes into the field."""
    return f"Teks {name}"


def write_place(folder: Path, text: Text) -> None:
    """One pemda with its registers, a unit, an SOP in each spelling, and one that cannot be read."""
    brief = with_steps(filled("sop", text, brief=True))
    here = {
        key: value for key, value in with_charts(filled("sop", text)).items() if key not in ("pemda", "unit")
    }
    elsewhere = with_steps(filled("sop", text))
    registers = {kind: filled(kind, text) for kind in KINDS if kind != "sop"}
    here["keterkaitan"][0]["sop"] = "berkolom"
    here["dasar_hukum"][0]["peraturan"] = registers["peraturan"]["peraturan"][0]["id"]
    here["bagan"][0]["pelaksana"][0]["peran"] = registers["peran"]["peran"][0]["id"]
    registers["pejabat"]["pejabat"][0]["jabatan"] = brief["disahkan_oleh"]
    before = dumped(
        {key: value for key, value in elsewhere.items() if key not in (*_OF_THE_PRESENT, "pemda", "unit")}
    )
    here["riwayat"][0] |= {"berkas": "lama.yml", "sidik": text_digest(before.encode())}
    kept = folder / UNIT / "riwayat/berbagan/lama.yml"
    kept.parent.mkdir(parents=True)
    kept.write_text(before, "utf-8")
    files = {
        **{_home(kind): with_columns(register) for kind, register in registers.items()},
        f"{UNIT}/berbagan.yml": here,
        f"{UNIT}/berkolom.yml": elsewhere,
        f"{UNIT}/singkat.yml": brief,
        BROKEN: {**here, "status": text("status"), "tanggal": text("tanggal"), text("kunci"): text("kunci")},
    }
    for place, value in files.items():
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dumped(value), "utf-8")


def _home(kind: str) -> str:
    return f"{UNIT}/unit.yml" if kind == "unit" else f"{kind}.yml"


def dumped(value: object) -> str:
    """Quoted, for an item that begins with a hyphen is refused without; copied, for a list that stands twice
    would become an alias."""
    copied = json.loads(json.dumps(value))
    return yaml.safe_dump(copied, allow_unicode=True, sort_keys=False, width=200, default_style="'")


@dataclass(slots=True)
class Rotation:
    """Every text in turn, each field's next one: what stood where is noted."""

    texts: Sequence[str]
    start: int = 0
    given: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, name: str) -> str:
        text = self.texts[(self.start + len(self.given)) % len(self.texts)]
        self.given.append((name, text))
        return text
