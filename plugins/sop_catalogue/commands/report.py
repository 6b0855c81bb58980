"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Sequence

from ..definition.findings import Finding, Severity

VERSION = "1.0"

JSON_HELP = """\
Bentuk JSON (versi 1.0):
  versi, akar           versi bentuk ini; folder definisi
  berkas                jumlah berkas definisi yang diperiksa
  jumlah                {galat, peringatan, catatan}; catatan tidak menggagalkan pemeriksaan
  temuan                daftar; tiap butir: tingkat (galat, peringatan, catatan), kode, pesan, berkas, baris,
                        kolom, isian, tertulis, mestinya, perbaikan; baris dan kolom dihitung dari 1
"""

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.NOTE: "\x1b[36m"}
_BOLD, _END = "\x1b[1m", "\x1b[0m"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def as_text(findings: Sequence[Finding], files: int, *, colours: bool) -> str:
    lines = [_text(finding, colours) for finding in findings]
    return "\n".join([*lines, _closing(findings, files)])


def as_json(findings: Sequence[Finding], files: int, root: str) -> str:
    counts = _counts(findings)
    record = {
        "versi": VERSION,
        "akar": root,
        "berkas": files,
        "jumlah": {severity.value: counts[severity] for severity in Severity},
        "temuan": [finding.record() for finding in findings],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def colours_wanted() -> bool:
    """Only on a terminal that shows them, and not against its user's wish (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return sys.platform != "win32" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM_PROGRAM"))


def _text(finding: Finding, colours: bool) -> str:
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", finding.text())
    if not colours:
        return text
    head, line, rest = text.partition("\n")
    where, severity, said = head.partition(f" {finding.severity} ")
    return f"{_BOLD}{where}{_END}{_COLOURS[finding.severity]}{severity}{_END}{said}{line}{rest}"


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
