"""What all definitions say together: the catalogue as plain values, every reference an object."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..definition.daftar import Formulir, Pemda, Peran, Peraturan, UnitKerja
from ..definition.findings import Fault, Finding, Severity
from ..definition.flow.model import Flow
from ..definition.langkah import Langkah
from ..definition.sop import Sop
from ..definition.surat_keputusan import SuratKeputusan
from ..definition.tafsiran import Tafsiran
from ..store.past import Commit
from .forms import Form
from .law.cited import Citation
from .law.names import LawKey
from .logos import Logo
from .officials.signing import Signing
from .privacy.settings import SHOWN, Hiding
from .revisions.model import Revision
from .synonyms import Synonyms
from .web.kinds import SnagKind, Verdict


class Named:
    """A thing of the catalogue. Shown by its id alone: each leads to all others."""

    __slots__ = ()
    id: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"


@dataclass(eq=False, slots=True, repr=False)
class PemdaEntry(Named):
    id: str
    """Folder name, safe in an address."""
    data: Pemda
    units: list[UnitEntry] = field(default_factory=list)
    logo: Logo | None = None
    decree: SuratKeputusan | None = None
    """At the front of its binder."""
    before: tuple[str, ...] = ()
    """The ids under which it stood, and which nothing else has now."""

    @property
    def short(self) -> str:
        """As it is called beside its units and their SOPs."""
        return self.data.singkatan or self.data.nama


@dataclass(eq=False, slots=True, repr=False)
class UnitEntry(Named):
    id: str
    """`<pemda>/<unit>`."""
    data: UnitKerja
    pemda: PemdaEntry
    sops: list[SopEntry] = field(default_factory=list)
    logo: Logo | None = None
    decree: SuratKeputusan | None = None
    """At the front of its binder."""
    before: tuple[str, ...] = ()
    """The ids under which it stood, and which nothing else has now."""

    @property
    def form_logo(self) -> Logo | None:
        """The one at the head of its forms: its own, or the pemda's."""
        return self.logo or self.pemda.logo


@dataclass(eq=False, slots=True, repr=False)
class RoleEntry(Named):
    id: str
    data: Peran
    registered: bool = True
    """False: known only from the lanes that name it."""
    sops: list[SopEntry] = field(default_factory=list)


@dataclass(eq=False, slots=True, repr=False)
class LawEntry(Named):
    id: str
    data: Peraturan
    registered: bool = True
    """False: known only from the SOPs that cite it."""
    sops: list[SopEntry] = field(default_factory=list)
    named_by: list[SopEntry] = field(default_factory=list)
    """Those that name it only in the title of another that they rest on."""
    replaced_by: LawEntry | None = None
    amended_by: list[LawEntry] = field(default_factory=list)
    key: LawKey | None = None
    """What other wordings of it are told by; None where it has no number and year."""

    @property
    def standing(self) -> str:
        """Its status as written; where that is not known, what replaced or amended it tells."""
        status = self.data.status
        if status in ("berlaku", "tidak diketahui") and self.amended_by:
            status = "diubah"
        return "dicabut" if status != "dicabut" and self.replaced_by else status


@dataclass(frozen=True, slots=True)
class Reference:
    """One item of Keterkaitan and what it was found to mean."""

    text: str
    number: str
    """Written by hand before the item; empty: the running number."""
    verdict: Verdict
    target: SopEntry | None = None
    maybe: tuple[SopEntry, ...] = ()
    """What a near or ambiguous one may mean, the likeliest first."""
    others: tuple[SopEntry, ...] = ()
    """Those that it names beside `target`."""
    elsewhere: bool = False
    """Whether it names an SOP outside the part of the catalogue that is built."""

    @property
    def targets(self) -> tuple[SopEntry, ...]:
        return (self.target, *self.others) if self.target else ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An SOP named inside a cell of the flow table; words that name several are several."""

    chart: int
    row: int
    column: str
    item: int
    """Which of the cell's texts."""
    text: str
    start: int
    end: int
    """Where in that text, "SOP" included."""
    verdict: Verdict
    target: SopEntry | None
    maybe: tuple[SopEntry, ...]

    @property
    def targets(self) -> tuple[SopEntry, ...]:
        return (self.target,) if self.target else ()


@dataclass(frozen=True, slots=True)
class Snag:
    """Where the web is torn, or not yet tied."""

    kind: SnagKind
    fault: Fault
    text: str = ""
    """The words that name the other SOP."""
    others: tuple[SopEntry, ...] = ()


@dataclass(eq=False, slots=True)
class Chart:
    """One chart of an SOP: its steps as written, the flow that they make, and the letter that tells it from others."""

    number: int
    """Counted from 1."""
    steps: tuple[Langkah, ...]
    """One for each row of the flow."""
    flow: Flow
    footnotes: tuple[str, ...] = ()
    letter: str = ""
    roles: tuple[RoleEntry | None, ...] = ()
    """Of each lane; empty until the catalogue is woven."""
    applicants: frozenset[int] = frozenset()
    """The lanes of those who apply, where it is a service; none until the catalogue is woven."""

    @property
    def title(self) -> str:
        """As the form says it; may be empty."""
        return self.flow.title

    @property
    def inferred(self) -> Tafsiran:
        """What of it the document does not show."""
        return self.flow.inferred

    def lanes_of(self, role: RoleEntry) -> set[int]:
        return {lane for lane, one in enumerate(self.roles) if one is role}

    def rows_of(self, role: RoleEntry) -> list[int]:
        """The rows in which the role has a symbol."""
        lanes = self.lanes_of(role)
        return sorted({symbol.row for symbol in self.flow.symbols if not lanes.isdisjoint(symbol.lanes)})


@dataclass(eq=False, slots=True, repr=False)
class SopEntry(Named):
    """One SOP with everything around it."""

    id: str
    """`<pemda>/<unit>/<file>`, safe in an address."""
    path: str
    """The definition file, relative to the definitions' folder, with forward slashes."""
    source: bytes
    """What the file held when it was read."""
    unit: UnitEntry
    sop: Sop
    charts: tuple[Chart, ...]
    form: Formulir
    """Labels and columns: the SOP's over the unit's over the pemda's."""
    blanks: tuple[Form, ...] = ()
    """What applicants download, where it is a service."""
    findings: list[Finding] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)
    """What makes its form untrue: errors in its own file, and in the registers that its form is made from."""
    references: list[Reference] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    cited_by: list[SopEntry] = field(default_factory=list)
    """Those whose keterkaitan names this one."""
    mentions: list[Mention] = field(default_factory=list)
    mentioned_by: list[SopEntry] = field(default_factory=list)
    """Those whose steps name this one."""
    replaced_by: SopEntry | None = None
    replaces: list[SopEntry] = field(default_factory=list)
    snags: list[Snag] = field(default_factory=list)
    kode: str = ""
    """Its own, which stays when its id changes; empty without one, and where another SOP claims the same."""
    before: tuple[str, ...] = ()
    """The ids under which it stood, and which nothing else has now."""
    signing: Signing | None = None
    """Who ratified it, as far as it or a register says."""
    commits: tuple[Commit, ...] = ()
    """Those that changed its file, the last first."""
    revisions: tuple[Revision, ...] = ()
    """The oldest first, itself the last; none where its definition tells no history."""
    present: SopEntry | None = None
    """Of a revision that was kept: the SOP as it is."""

    @property
    def name(self) -> str:
        """What the catalogue calls it."""
        return self.sop.judul or self.sop.nama

    @property
    def status_inferred(self) -> bool:
        """Whether no document states its status."""
        return bool(self.sop.keadaan) and "status" in self.sop.tafsiran

    @property
    def status_said(self) -> str:
        """Its status in words, as sure as it is; empty where none is known."""
        return f"tampaknya {self.sop.keadaan}" if self.status_inferred else self.sop.keadaan

    @property
    def in_force(self) -> bool:
        """Whether nothing says that it is not."""
        return self.sop.keadaan not in ("diganti", "dicabut")

    @property
    def namings(self) -> list[Reference | Mention]:
        """All that names an SOP there, or means to: first in its keterkaitan, then in its steps."""
        return [*self.references, *self.mentions]

    @property
    def tied_to(self) -> set[SopEntry]:
        """All that its keterkaitan and its steps lead to."""
        return {target for item in self.namings for target in item.targets}

    @property
    def step_count(self) -> int:
        return sum(len(chart.steps) for chart in self.charts)

    @property
    def roles(self) -> list[RoleEntry]:
        """Roles in order of their lanes, each once."""
        return list(dict.fromkeys(role for chart in self.charts for role in chart.roles if role))


@dataclass(eq=False, slots=True, repr=False)
class BrokenSop(Named):
    """A definition that could not be read; its page shows its faults."""

    id: str
    path: str
    source: bytes
    """What the file held when it was read; empty where it could not be opened."""
    unit: UnitEntry
    findings: list[Finding]

    @property
    def faults(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


@dataclass(eq=False, slots=True)
class Catalogue:
    pemdas: list[PemdaEntry] = field(default_factory=list)
    sops: list[SopEntry] = field(default_factory=list)
    """In the order of their units and files."""
    broken: list[BrokenSop] = field(default_factory=list)
    roles: list[RoleEntry] = field(default_factory=list)
    laws: list[LawEntry] = field(default_factory=list)
    synonyms: Synonyms = field(default_factory=Synonyms)
    findings: list[Finding] = field(default_factory=list)
    """All findings of all files, ordered."""
    shared_codes: dict[str, list[SopEntry]] = field(default_factory=dict)
    """Codes that several SOPs claim, as addresses have them, with those SOPs."""
    files: list[str] = field(default_factory=list)
    """Every definition file that was read, registers included, relative to the definitions' folder."""
    head: Commit | None = None
    """What the definitions were taken from, where that is known."""
    hidden: Hiding = SHOWN
    """What has been left out of all this."""

    @property
    def units(self) -> list[UnitEntry]:
        return [unit for pemda in self.pemdas for unit in pemda.units]
