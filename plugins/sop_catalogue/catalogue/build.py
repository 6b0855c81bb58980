"""All files of one folder to one catalogue, with every finding of every file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ..definition.fields import slug
from ..definition.findings import Finding, Severity, ordered
from ..definition.pejabat import DaftarPejabat
from ..definition.sop import Sop
from ..store.collector import held_back
from ..store.folder import Folder
from ..store.kept import NOTHING, Kept
from ..store.past import AskPast, no_past
from .dossier import Dossier, open_dossier
from .files import Found, Kind, Search
from .forms import Forms
from .model import BrokenSop, Catalogue, UnitEntry
from .moved.addresses import trace
from .moved.codes import give_codes
from .officials.signing import Officials
from .part import EVERYTHING, Elsewhere, Part
from .policy.levels import Levels
from .policy.policy import SILENT, Policy
from .policy.status_rules import check_status
from .privacy.addresses import named_in_addresses
from .privacy.reading import Readings
from .privacy.settings import SHOWN, Hiding
from .privacy.signers import Signers
from .reading import DefinitionReader
from .registers import Registers
from .resolved import ResolvedCharts
from .revisions.read import Histories
from .rules import check_folders
from .weave import weave


class CatalogueBuilder:
    """Builds catalogues of one folder; files that did not change are not read again.

    `kept` remembers them beyond this process. With a `part`, the others are known to its references, and no more.
    """

    def __init__(
        self,
        folder: Folder,
        shown_as: str = "",
        kept: Kept = NOTHING,
        part: Part = EVERYTHING,
        past: AskPast = no_past,
        policy: Policy = SILENT,
    ) -> None:
        self.folder, self.part, self.past, self.policy = folder, part, past, policy
        self.prefix = shown_as.rstrip("/") + "/" if shown_as else ""
        """Put before paths in messages."""
        self._readings = Readings(folder, kept)
        self._charts: dict[Hiding, ResolvedCharts] = defaultdict(ResolvedCharts)

    def build(self, hiding: Hiding = SHOWN) -> Catalogue:
        """With nothing in it that is to be hidden."""
        with held_back():
            return self._build(hiding)

    def _build(self, hiding: Hiding) -> Catalogue:
        search = Search(self.folder)
        search.run()
        everything, findings = search.found, search.findings
        readable = [*everything, *search.texts()]
        veil = self._readings.veil(hiding, readable)
        definitions, charts = self._readings.reader(veil), self._charts[hiding]
        files = [item for item in everything if self.part.needs(item)]
        findings = [found for found in findings if self.part.holds(_folders(found.path))]
        registers = Registers()
        registers.take_in((f for f in files if f.kind is not Kind.SOP), definitions)
        kept = (path for path in search.history if self.part.holds(_folders(path)))
        officials = Officials(self.policy.today)
        for item in files:
            if item.kind is Kind.OFFICIALS:
                officials.take_in(item, self._readings.open.read(item, DaftarPejabat))
        signers = Signers(officials, self._readings.open, veil)
        sops = _Sops(registers, signers, definitions, charts, self.policy, kept)
        for item in files:
            if item.kind is Kind.SOP:
                sops.take_in(item)
        elsewhere = Elsewhere()
        for item in everything:
            if item.kind is Kind.SOP and not self.part.needs(item):
                elsewhere.take_in(item, definitions.read(item, Sop).model)
        findings += sops.histories.strangers()
        for reader in {self._readings.open, definitions}:
            reader.close(item.path for item in readable)
        charts.close(item.path for item in files)
        sops.catalogue.shared_codes = give_codes(sops.dossiers)
        trace(sops.dossiers, sops.catalogue.broken, registers, elsewhere.ids)
        weave(sops.catalogue, registers, sops.dossiers, elsewhere)
        for dossier in sops.dossiers:
            dossier.finish(registers.faults_above(dossier.entry.path), self._levels(dossier.entry.unit))
        findings += [
            *registers.findings,
            *map(veil.told, officials.findings),
            *sops.findings,
            *check_folders(files, registers.places),
            *named_in_addresses(files, veil),
        ]
        catalogue = self._finished(sops.catalogue, registers, files, findings)
        catalogue.hidden = hiding
        for sop in catalogue.sops:
            sop.commits = tuple(map(veil.commit, sop.commits))
        return catalogue

    def _levels(self, unit: UnitEntry) -> Levels:
        return Levels.of(self.policy.rules, unit.pemda.data.aturan, unit.data.aturan)

    def _finished(
        self, catalogue: Catalogue, registers: Registers, files: Iterable[Found], findings: list[Finding]
    ) -> Catalogue:
        pemdas = registers.places.pemdas.values()
        catalogue.pemdas = sorted((p for p in pemdas if p.units), key=lambda p: p.id)
        for pemda in catalogue.pemdas:
            pemda.units.sort(key=lambda unit: unit.id)
        catalogue.roles = registers.roles
        catalogue.synonyms = registers.synonyms
        catalogue.laws = sorted(registers.laws, key=lambda law: law.id)
        catalogue.files = [item.path for item in files]
        past = self.past()
        catalogue.head = past.head
        for sop in catalogue.sops:
            sop.commits = past.commits.get(sop.path, ())
        for sop in catalogue.sops:
            findings += sop.findings
        for broken in catalogue.broken:
            findings += broken.findings
        catalogue.findings = ordered(replace(f, path=self.prefix + f.path) for f in findings)
        return catalogue


def _folders(path: str) -> list[str]:
    return [*map(slug, path.split("/")[:-1])]


class _Sops:
    """The SOP files one by one, before anything ties them together."""

    def __init__(
        self,
        registers: Registers,
        signers: Signers,
        definitions: DefinitionReader,
        charts: ResolvedCharts,
        policy: Policy,
        kept: Iterable[str],
    ) -> None:
        self.registers, self.definitions, self.charts = registers, definitions, charts
        self.signers, self.policy = signers, policy
        self.catalogue = Catalogue()
        self.dossiers: list[Dossier] = []
        self.findings: list[Finding] = []
        self._paths: dict[str, str] = {}
        self._forms = Forms(definitions.folder)
        self.histories = Histories(definitions, kept, signers)

    def take_in(self, item: Found) -> None:
        definition = self.definitions.read(item, Sop)
        unit = self.registers.places.of(item.scope, definition.model)
        id_ = self._id(item, unit)
        if not id_:
            return
        if definition.model is None:
            broken = BrokenSop(id_, item.path, definition.data, unit, [*definition.findings])
            self.catalogue.broken.append(broken)
            return
        roles = self.registers.known_roles(item.scope)
        charts = self.charts.of(definition, definition.model, roles.ids)
        dossier = open_dossier(item, id_, unit, definition, definition.model, roles, charts)
        dossier.entry.blanks, faults = self._forms.of(item, definition.model)
        dossier.faults += faults
        dossier.faults += self.signers.sign(dossier.entry, item)
        dossier.faults += check_status(dossier.entry.sop, self.policy.today)
        dossier.entry.revisions, faults = self.histories.of(item, dossier.entry, roles.ids)
        dossier.faults += map(self.signers.veil.told, faults)
        self.dossiers.append(dossier)
        unit.sops.append(dossier.entry)
        self.catalogue.sops.append(dossier.entry)

    def _id(self, item: Found, unit: UnitEntry) -> str:
        """The address: the file's folders, or the unit where these do not say one. Empty when it is taken."""
        id_ = item.id if len(item.scope) > 1 else f"{unit.id}/{item.name}"
        if other := self._paths.get(id_):
            self.findings.append(
                Finding(Severity.ERROR, "nama-kembar", f"alamatnya sama dengan {other}", item.path,
                        remedy="ganti nama salah satunya")
            )  # fmt: skip
            return ""
        self._paths[id_] = item.path
        return id_
