"""What is wrong, where, and what to do about it: one value for every fault of every floor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

Loc = tuple[str | int, ...]
"""The way to a value inside a definition: keys, and indexes counted from 0."""


class Severity(StrEnum):
    """How much a finding weighs; the words are what authors read."""

    ERROR = "galat"
    WARNING = "peringatan"
    ADVICE = "saran"
    """Work still to do: told only where it is asked for, and never in the way."""
    NOTE = "catatan"
    """Known and deliberate: shown, but neither fails a build nor the check."""


@dataclass(frozen=True, slots=True)
class Finding:
    severity: Severity
    code: str
    """Stable name of the rule, as used under `diketahui` in a definition."""
    message: str
    path: str = ""
    """File, relative to the folder the check was started in."""
    line: int = 1
    column: int = 1
    field: str = ""
    value: str = ""
    expected: str = ""
    remedy: str = ""

    @property
    def counts(self) -> bool:
        """Whether it fails a check."""
        return self.severity in (Severity.ERROR, Severity.WARNING)

    def text(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}"
        field = f"{self.field}: " if self.field else ""
        parts = [f"{where}: {self.severity} [{self.code}] {field}{self.message}"]
        if self.value:
            parts.append(f"    tertulis : {self.value}")
        if self.expected:
            parts.append(f"    mestinya : {self.expected}")
        if self.remedy:
            parts.append(f"    perbaiki : {self.remedy}")
        return "\n".join(parts)

    def record(self) -> dict[str, Any]:
        return {_RECORD_KEYS[key]: value for key, value in asdict(self).items()}


_RECORD_KEYS = {
    "severity": "tingkat",
    "code": "kode",
    "message": "pesan",
    "path": "berkas",
    "line": "baris",
    "column": "kolom",
    "field": "isian",
    "value": "tertulis",
    "expected": "mestinya",
    "remedy": "perbaikan",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding that knows its way inside one definition, but not yet file and line."""

    loc: Loc
    code: str
    message: str
    value: str = ""
    expected: str = ""
    remedy: str = ""
    severity: Severity = Severity.ERROR
    on_key: bool = False
    """The key itself is at fault (unknown, doubled), not its value."""


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """By place, each once; those of one place and wording stay in the order they came."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.path, f.line, f.column, f.code, f.message))


MANY_FAULTS = 100
"""From here on, faults go without a guess at what was meant: guessing costs time."""


def shown(value: object, limit: int = 60) -> str:
    """A value as a message quotes it: one line, never long."""
    text = str(value)[: limit * 8]
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "", cutoff: float = 0.65) -> str:
    """Remedy naming the nearest known word; when nothing is near, `otherwise` or what is known."""
    folded: dict[str, str] = {}
    for word_known in sorted(known) if isinstance(known, set | frozenset) else known:
        if word_known:
            folded.setdefault(word_known.casefold(), word_known)
    choices = list(folded.values())
    wanted = word.casefold().strip()[:80]
    near = get_close_matches(wanted, list(folded)[:300], n=1, cutoff=cutoff)
    if near:
        return f"maksud Anda '{folded[near[0]]}'?"
    if otherwise or not choices:
        return otherwise
    some = ", ".join(f"'{c}'" for c in choices[:12])
    return f"yang dikenal: {some}" + (" …" if len(choices) > 12 else "")


def field_name(loc: Loc) -> str:
    """A way as people say it: `langkah 3 › waktu`."""
    out: list[str] = []
    for part in loc:
        if isinstance(part, int):
            number = str(part + 1)
            out[-1:] = [f"{out[-1]} {number}"] if out else [number]
        else:
            out.append(shown(part, 40))
    return " › ".join(out)
