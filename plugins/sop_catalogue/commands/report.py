"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ..catalogue.opendata.health_types import unwritten_record
from ..catalogue.web.health import Unwritten
from ..definition.findings import Finding, Severity

VERSION = "1.1"

JSON_HELP = """\
Bentuk JSON (versi 1.1):
  versi, akar           versi bentuk ini; folder definisi
  berkas                jumlah berkas definisi yang diperiksa
  jumlah                {galat, peringatan, saran, catatan}; saran dan catatan tidak menggagalkan pemeriksaan
  temuan                daftar; tiap butir: tingkat (galat, peringatan, saran, catatan), kode, pesan, berkas, baris,
                        kolom, isian, tertulis, mestinya, perbaikan; baris dan kolom dihitung dari 1
  belum_ditulis         hanya dengan --web: SOP yang disebut tetapi belum ada; tiap butir: judul, pemda, disebut_oleh
"""

_COLOURS = {
    Severity.ERROR: "\x1b[31m",
    Severity.WARNING: "\x1b[33m",
    Severity.ADVICE: "\x1b[32m",
    Severity.NOTE: "\x1b[36m",
}
_BOLD, _END = "\x1b[1m", "\x1b[0m"
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def as_text(
    findings: Sequence[Finding], files: int, *, colours: bool, unwritten: Sequence[Unwritten] = ()
) -> str:
    lines = [_text(finding, colours) for finding in findings]
    return "\n".join([*lines, *_unwritten(unwritten), _closing(findings, files)])


def as_json(
    findings: Sequence[Finding], files: int, root: str, unwritten: Sequence[Unwritten] | None = None
) -> str:
    counts = _counts(findings)
    record: dict[str, Any] = {
        "versi": VERSION,
        "akar": root,
        "berkas": files,
        "jumlah": {severity.value: counts[severity] for severity in Severity},
        "temuan": [finding.record() for finding in findings],
    }
    if unwritten is not None:
        record["belum_ditulis"] = [unwritten_record(item) for item in unwritten]
    return json.dumps(record, ensure_ascii=False, indent=2)


def faults_text(faults: Iterable[Finding], prefix: str) -> str:
    """Each once; `prefix` stands before their paths."""
    told = (replace(fault, path=prefix + fault.path) for fault in dict.fromkeys(faults))
    return "\n".join(_text(fault, colours=False) for fault in told)


def colours_wanted() -> bool:
    """Only on a terminal that shows them, and not against its user's wish (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return sys.platform != "win32" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM_PROGRAM"))


def _text(finding: Finding, colours: bool) -> str:
    text = _CONTROL.sub(_REPLACED, finding.text())
    if not colours:
        return text
    head, line, rest = text.partition("\n")
    where, severity, said = head.partition(f" {finding.severity} ")
    return f"{_BOLD}{where}{_END}{_COLOURS[finding.severity]}{severity}{_END}{said}{line}{rest}"


def _unwritten(items: Sequence[Unwritten]) -> list[str]:
    """The work still to do, as a list of its own."""
    if not items:
        return []
    lines = [f"  {len(item.named_by):>4}  {_CONTROL.sub(_REPLACED, item.title)}" for item in items]
    return ["", "Belum ditulis (disebut oleh berapa SOP):", *lines, ""]


def _closing(findings: Sequence[Finding], files: int) -> str:
    counts = _counts(findings)
    said = [f"{counts[severity]} {severity}" for severity in Severity if counts[severity]]
    if not files and not findings:
        return "Tidak ada berkas definisi (.yml) di sini."
    if any(finding.counts for finding in findings):
        return f"{', '.join(said)} di {files} berkas."
    return f"Bersih: {files} berkas diperiksa, {', '.join(said) or 'tidak ada temuan'}."


def _counts(findings: Sequence[Finding]) -> Counter[Severity]:
    return Counter(finding.severity for finding in findings)
