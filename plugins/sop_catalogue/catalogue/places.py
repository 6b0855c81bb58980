"""Pemda and units: described by registers, in place by an SOP, or known from their folders only."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any, TypeVar

from ..definition.daftar import Pemda, UnitKerja
from ..definition.fields import slug
from ..definition.findings import Fault, Finding, shown
from ..definition.reading.reader import Definition
from ..definition.sop import Sop
from ..definition.surat_keputusan import SuratKeputusan
from ..store.folder import Folder
from .files import Found, Kind, Scope, reserved
from .logos import MAX_BYTES, SUFFIXES, Logo, read_logo
from .model import PemdaEntry, UnitEntry
from .policy.levels import rule_faults
from .reading import DefinitionReader

T = TypeVar("T")

UNPLACED = ("pemda", "unit")
"""Where an SOP stands whose folders and text name no place."""


class Places:
    """Every pemda and unit, each once."""

    def __init__(self) -> None:
        self.pemdas: dict[str, PemdaEntry] = {}
        self.units: dict[str, UnitEntry] = {}
        self.sources: dict[str, Definition[Any]] = {}
        """What was read of `pemda.yml` and `unit.yml`, by id."""
        self.described: set[str] = set()
        """Ids of those that a register, even a broken one, or an SOP describes."""

    def take_in(self, item: Found, reader: DefinitionReader) -> list[Finding]:
        """The register `pemda.yml` or `unit.yml`."""
        self.described.add("/".join(item.scope))
        if item.kind is Kind.PEMDA:
            definition = reader.read(item, Pemda)
            self.sources[item.scope[0]] = definition
            if definition.model:
                self.pemdas[item.scope[0]] = entry = PemdaEntry(item.scope[0], definition.model)
                entry.logo, faults = _logo(item, definition.model.logo, reader.folder)
                faults += rule_faults(definition.model.aturan)
                return [*definition.findings, *map(definition.finding, faults)]
            return definition.findings
        unit_definition = reader.read(item, UnitKerja)
        self.sources["/".join(item.scope)] = unit_definition
        if not unit_definition.model:
            return unit_definition.findings
        unit = self.folder_unit(*item.scope)
        unit.data = unit_definition.model
        unit.logo, faults = _logo(item, unit_definition.model.logo, reader.folder)
        faults += rule_faults(unit.data.aturan)
        return [*unit_definition.findings, *map(unit_definition.finding, faults)]

    def take_decree(self, item: Found, reader: DefinitionReader) -> list[Finding]:
        definition = reader.read(item, SuratKeputusan)
        if definition.model:
            home = self.folder_unit(*item.scope) if len(item.scope) > 1 else self.folder_pemda(*item.scope)
            home.decree = definition.model
        return definition.findings

    def of(self, scope: Scope, sop: Sop | None) -> UnitEntry:
        """The unit of a file: as the SOP says, else as its folders say."""
        folder_pemda, folder_unit, *_ = (*scope, "", "")
        pemda = self._pemda(folder_pemda, sop.pemda if sop else None)
        return self._unit(pemda, folder_unit if pemda.id == folder_pemda else "", sop.unit if sop else None)

    def folder_pemda(self, id_: str) -> PemdaEntry:
        """The pemda of that id; one named after its folder, when nothing describes it."""
        if id_ not in self.pemdas:
            self.pemdas[id_] = PemdaEntry(id_, Pemda.model_construct(nama=_title(id_)))
        return self.pemdas[id_]

    def folder_unit(self, pemda_id: str, id_: str) -> UnitEntry:
        full = f"{pemda_id}/{id_}"
        if full not in self.units:
            pemda = self.folder_pemda(pemda_id)
            self.units[full] = UnitEntry(full, UnitKerja.model_construct(nama=_title(id_)), pemda)
            pemda.units.append(self.units[full])
        return self.units[full]

    def _pemda(self, folder: str, said: Pemda | str | None) -> PemdaEntry:
        if not said:
            return self.folder_pemda(folder or UNPLACED[0])
        data = Pemda.model_construct(nama=said) if isinstance(said, str) else said
        known = _called(data, ((p.id, p.data, p) for p in self.pemdas.values()))
        if known is None:
            known = self.folder_pemda(self._free_id(folder, "", data, UNPLACED[0]))
        if known.id not in self.described:
            known.data = data
            self.described.add(known.id)
        return known

    def _unit(self, pemda: PemdaEntry, folder: str, said: UnitKerja | str | None) -> UnitEntry:
        if not said:
            return self.folder_unit(pemda.id, folder or UNPLACED[1])
        data = UnitKerja.model_construct(nama=said) if isinstance(said, str) else said
        known = _called(data, ((u.id.rpartition("/")[2], u.data, u) for u in pemda.units))
        if known is None:
            known = self.folder_unit(pemda.id, self._free_id(folder, f"{pemda.id}/", data, UNPLACED[1]))
        if known.id not in self.described:
            known.data = data
            self.described.add(known.id)
        return known

    def _free_id(self, folder: str, above: str, data: Pemda | UnitKerja, fallback: str) -> str:
        """The folder's id while nothing else describes the folder; else one made of the name."""
        if folder and above + folder not in self.described:
            return folder
        name = slug(data.singkatan or data.nama) or fallback
        numbered = (f"{fallback}-{name}-{n}" for n in count(2))
        candidates = chain([name, f"{fallback}-{name}"], numbered)
        return next(
            id_
            for id_ in candidates
            if above + id_ not in self.described and not reserved(id_, top=not above)
        )


def _called(data: Pemda | UnitKerja, known: Iterable[tuple[str, Pemda | UnitKerja, T]]) -> T | None:
    """The one that bears the name of `data`, or is meant by its id."""
    wanted = slug(data.nama)
    return next((entry for id_, other, entry in known if wanted and wanted in (id_, slug(other.nama))), None)


def _logo(item: Found, name: str | None, folder: Folder) -> tuple[Logo | None, list[Fault]]:
    if not name:
        return None, []
    logo, suffix = None, PurePosixPath(name).suffix
    if set("/\\:") & set(name) or name.startswith("."):
        problem = "logo harus satu nama berkas di folder yang sama"
    elif suffix.lower() not in SUFFIXES:
        problem = f"jenis berkas logo ini tidak dipakai ({shown(suffix, 20) or 'tanpa akhiran'})"
    else:
        logo, problem = read_logo(folder, str(item.file.with_name(name)))
    if logo:
        return logo, []
    fault = Fault(("logo",), "logo", problem, shown(name),
                  f"berkas svg, png, jpg atau webp di samping berkas ini, paling besar {MAX_BYTES // 1_000_000} MB",
                  "salin gambarnya ke folder ini, lalu tulis nama berkasnya; SVG yang ditolak disimpan ulang sebagai PNG")  # fmt: skip
    return None, [fault]


def _title(id_: str) -> str:
    return id_.replace("-", " ").title()
