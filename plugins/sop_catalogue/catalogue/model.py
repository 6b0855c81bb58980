"""What all definitions say together: the catalogue as plain values, every reference an object."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ..definition.daftar import Formulir, Pemda, Peran, Peraturan, UnitKerja
from ..definition.findings import Finding
from ..definition.flow import Flow
from ..definition.sop import Sop


class Verdict(StrEnum):
    """What became of a reference; the words are those of the data file."""

    LINKED = "terhubung"
    SELF = "diri-sendiri"
    OUTSIDE = "luar"
    """Names something that is no SOP of this catalogue, and says so."""
    AMBIGUOUS = "ganda"
    MISSING = "belum-ada"


@dataclass(eq=False, slots=True)
class PemdaEntry:
    id: str
    """Folder name, safe in an address."""
    data: Pemda
    units: list[UnitEntry] = field(default_factory=list)
    logo: Path | None = None


@dataclass(eq=False, slots=True)
class UnitEntry:
    id: str
    """`<pemda>/<unit>`."""
    data: UnitKerja
    pemda: PemdaEntry
    sops: list[SopEntry] = field(default_factory=list)
    logo: Path | None = None


@dataclass(eq=False, slots=True)
class RoleEntry:
    id: str
    data: Peran
    sops: list[SopEntry] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class LawEntry:
    id: str
    data: Peraturan
    registered: bool = True
    """False: known only from the SOPs that cite it."""
    sops: list[SopEntry] = field(default_factory=list)
    replaced_by: LawEntry | None = None
    amended_by: list[LawEntry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of Keterkaitan and what it was found to mean."""

    text: str
    number: str
    """Written by hand before the item; empty: the running number."""
    verdict: Verdict
    target: SopEntry | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One item of Dasar Hukum and the regulation it names."""

    text: str
    number: str
    law: LawEntry | None = None


@dataclass(eq=False, slots=True)
class SopEntry:
    """One SOP with everything around it."""

    id: str
    """`<pemda>/<unit>/<file>`, safe in an address."""
    path: str
    """The definition file, relative to the definitions' folder, with forward slashes."""
    source: bytes
    """What the file held when it was read."""
    unit: UnitEntry
    sop: Sop
    flows: tuple[Flow, ...]
    form: Formulir
    """Labels and columns: the SOP's over the unit's over the pemda's."""
    findings: list[Finding] = field(default_factory=list)
    lane_roles: list[tuple[RoleEntry | None, ...]] = field(default_factory=list)
    """For each flow, the role of each lane."""
    references: list[Reference] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    cited_by: list[SopEntry] = field(default_factory=list)
    replaced_by: SopEntry | None = None
    replaces: list[SopEntry] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the catalogue calls it."""
        return self.sop.judul or self.sop.nama

    @property
    def roles(self) -> list[RoleEntry]:
        """Roles in order of their lanes, each once."""
        return list(dict.fromkeys(role for lanes in self.lane_roles for role in lanes if role))


@dataclass(eq=False, slots=True)
class BrokenSop:
    """A definition that could not be read; its page shows its faults."""

    id: str
    path: str
    source: bytes
    """What the file held when it was read; empty where it could not be opened."""
    unit: UnitEntry
    findings: list[Finding]


@dataclass(eq=False, slots=True)
class Catalogue:
    pemdas: list[PemdaEntry] = field(default_factory=list)
    sops: list[SopEntry] = field(default_factory=list)
    """In the order of their units and files."""
    broken: list[BrokenSop] = field(default_factory=list)
    roles: list[RoleEntry] = field(default_factory=list)
    laws: list[LawEntry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """All findings of all files, ordered."""
    files: list[str] = field(default_factory=list)
    """Every definition file that was read, registers included, relative to the definitions' folder."""

    @property
    def units(self) -> list[UnitEntry]:
        return [unit for pemda in self.pemdas for unit in pemda.units]
