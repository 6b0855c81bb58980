"""An SOP while its catalogue is being built: what its file said, and what was found wrong since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..definition.daftar import Formulir, Label
from ..definition.findings import Fault, Finding, Severity, ordered
from ..definition.reading.acknowledge import acknowledge
from ..definition.reading.reader import Definition
from ..definition.sop import Sop
from .chart_letters import chart_letters
from .files import Found, Scope
from .inference_rules import check_inferred
from .model import Chart, SopEntry, UnitEntry
from .policy.levels import Levels
from .resolved import Charts
from .roles import KnownRoles
from .rules import check_sop


@dataclass(slots=True)
class Dossier:
    entry: SopEntry
    scope: Scope
    """The folders its file lies in: the registers it sees."""
    definition: Definition[Sop]
    faults: list[Fault] = field(default_factory=list)

    def finish(self, above: Iterable[Finding], levels: Levels) -> None:
        """Give every fault its weight and its line, and call known what the definition declares as known.

        `above` are the errors of registers that its form is made from.
        """
        off = [
            fault for fault in (*self.faults, *(s.fault for s in self.entry.snags)) if levels.off(fault.code)
        ]
        self.entry.snags = [
            replace(snag, fault=levels.weighed(snag.fault))
            for snag in self.entry.snags
            if not levels.off(snag.fault.code)
        ]
        told = [snag.fault for snag in self.entry.snags]
        faults = levels.judged(self.faults)
        faults += [fault for fault in told if fault.severity is not Severity.ADVICE]
        self.entry.findings = ordered(acknowledge(self.definition, faults, [*told, *off]))
        own = (finding for finding in self.entry.findings if finding.severity is Severity.ERROR)
        self.entry.faults = [*above, *own]


def open_dossier(
    item: Found,
    id_: str,
    unit: UnitEntry,
    definition: Definition[Sop],
    sop: Sop,
    roles: KnownRoles,
    resolved: Charts,
) -> Dossier:
    charts: list[Chart] = []
    faults: list[Fault] = [*check_sop(item, sop)]
    letters = chart_letters([found.flow.title for found in resolved])
    for i, (written, found) in enumerate(zip(sop.semua_bagan, resolved, strict=True)):
        charts.append(Chart(i + 1, written.langkah, found.flow, written.catatan_kaki, letters[i]))
        # A lane may be called by a name that only the unreadable register knows.
        faults += [f for f in found.faults if roles.whole or f.code != "pelaksana-asing"]
    faults += check_inferred(sop, charts)
    entry = SopEntry(id_, item.path, definition.data, unit, sop, tuple(charts), form_of(sop, unit))
    return Dossier(entry, item.scope, definition, faults)


def form_of(sop: Sop, unit: UnitEntry) -> Formulir:
    """Labels and columns, the nearest saying winning one by one."""
    layers = [f for f in (unit.pemda.data.formulir, unit.data.formulir, sop.formulir) if f]
    labels: dict[str, str] = {}
    for layer in layers:
        labels |= {key: value for key, value in layer.label or () if value is not None}
    columns = next((f.tanpa_kolom for f in reversed(layers) if "tanpa_kolom" in f.model_fields_set), ())
    numbered = next((f.nomor_kolom for f in reversed(layers) if "nomor_kolom" in f.model_fields_set), False)
    return Formulir.model_construct(label=Label(**labels), tanpa_kolom=columns, nomor_kolom=numbered)
