"""Findings that a definition declares as deliberate, with its reason, under `diketahui`: of the file, or of one place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..findings import Fault, Finding, Loc, Severity, did_you_mean
from ..sop import Sop
from .reader import Definition

Reasons = Mapping[str, str]
"""By the code of what is known."""


class Known:
    """All that one definition declares, the places within others first."""

    def __init__(self, sop: Sop | None) -> None:
        self.places = [(loc, reasons) for loc, reasons in _places(sop) if reasons] if sop else []

    def reason(self, code: str, loc: Loc) -> str:
        """Why its author lets a finding at `loc` be; empty when nothing is said."""
        return next(
            (reasons[code] for at, reasons in self.places if code in reasons and loc[: len(at)] == at), ""
        )


def _places(sop: Sop) -> Iterator[tuple[Loc, Reasons]]:
    for b, chart in enumerate(sop.semua_bagan):
        at: Loc = ("bagan", b, "langkah") if sop.bagan else ("langkah",)
        for i, step in enumerate(chart.langkah):
            for k, symbol in enumerate(step.simbol):
                yield (*at, i, "simbol", k), symbol.diketahui
            yield (*at, i), step.diketahui
    for i, reference in enumerate(sop.keterkaitan):
        yield ("keterkaitan", i), reference.diketahui
    for i, law in enumerate(sop.dasar_hukum):
        yield ("dasar_hukum", i), law.diketahui
    yield (), sop.diketahui


def acknowledge(
    definition: Definition[Sop], faults: Iterable[Fault], advised: Iterable[Fault] = ()
) -> list[Finding]:
    """All findings, those known beforehand as notes; a declaration that nothing answers to is a finding too.

    `advised` is what is advice only, which a declaration may answer to as well.
    """
    known, faults = Known(definition.model), list(faults)
    out = [_told(finding, known.reason(finding.code, ())) for finding in definition.findings]
    out += [_told(definition.finding(fault), known.reason(fault.code, fault.loc)) for fault in faults]
    occurring: list[tuple[str, Loc]] = [(finding.code, ()) for finding in definition.findings]
    occurring += [(fault.code, fault.loc) for fault in (*faults, *advised)]
    for at, reasons in known.places:
        here = {code for code, loc in occurring if loc[: len(at)] == at}
        out += [definition.finding(_unused(code, at, here)) for code in reasons if code not in here]
    return out


def _told(finding: Finding, reason: str) -> Finding:
    return noted(finding, reason) if reason else finding


def noted(finding: Finding, reason: str) -> Finding:
    """The finding as one that its author knows."""
    return replace(finding, severity=Severity.NOTE, message=f"{finding.message} (diketahui: {reason})")


def _unused(code: str, at: Loc, occurring: set[str]) -> Fault:
    return Fault(
        (*at, "diketahui", code),
        "diketahui-tak-terpakai",
        f"temuan '{code}' tidak terjadi di {'sini' if at else 'berkas ini'}",
        code,
        remedy=did_you_mean(code, occurring, otherwise="hapus barisnya"),
        severity=Severity.WARNING,
        on_key=True,
    )
