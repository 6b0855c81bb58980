"""Findings that a definition declares as deliberate, with its reason, under `diketahui`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..findings import Fault, Finding, Severity, did_you_mean
from ..sop import Sop
from .reader import Definition


def acknowledge(
    definition: Definition[Sop], findings: Iterable[Finding], advised: Iterable[str] = ()
) -> list[Finding]:
    """The findings, those known beforehand as notes; a declaration that nothing answers to is a finding too.

    `advised` are the codes of what is advice only, which a declaration may answer to as well.
    """
    findings = list(findings)
    reasons = definition.model.diketahui if definition.model else {}
    occurring = {*advised, *(finding.code for finding in findings)}
    out = [
        noted(finding, reasons[finding.code]) if finding.code in reasons else finding for finding in findings
    ]
    out += [definition.finding(_unused(code, occurring)) for code in reasons if code not in occurring]
    return out


def noted(finding: Finding, reason: str) -> Finding:
    """The finding as one that its author knows."""
    return replace(finding, severity=Severity.NOTE, message=f"{finding.message} (diketahui: {reason})")


def _unused(code: str, occurring: set[str]) -> Fault:
    return Fault(
        ("diketahui", code),
        "diketahui-tak-terpakai",
        f"temuan '{code}' tidak terjadi di berkas ini",
        code,
        remedy=did_you_mean(code, occurring, otherwise="hapus barisnya"),
        severity=Severity.WARNING,
        on_key=True,
    )
