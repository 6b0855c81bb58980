"""How much each finding about an SOP weighs: as a rule, or as the office has settled it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from ...definition.aturan import OFF, Aturan, AturanTemuan
from ...definition.findings import Fault, Severity, did_you_mean, shown

Rules = Mapping[str, Aturan]

SETTABLE = (
    "berlaku-tanpa-nomor", "berlaku-tanpa-tanggal", "berlaku-tanpa-pengesahan", "efektif-sebelum-pembuatan",
    "revisi-tanpa-tanggal-baru", "tanggal-mendatang", "tanpa-pejabat", "jabatan-mirip", "pejabat-lain",
    "waktu", "label-panjang", "peran-asing", "tanpa-pengganti", "sop-mirip", "sop-belum-ada", "sop-usang", "satu-arah",
    "merujuk-diri", "menyendiri", "judul-kembar", "nomor-kembar",
)  # fmt: skip
"""What an office may see differently. What keeps a definition from being understood is no matter of opinion."""

_RULES = TypeAdapter(AturanTemuan)


class RulesError(ValueError):
    """A setting that cannot be used; says why, in the words of whoever wrote it."""


def rules_setting(value: object) -> Rules:
    """As mkdocs.yml says it. Raises `RulesError`."""
    if value is None:
        return {}
    try:
        rules = _RULES.validate_python(value)
    except ValidationError:
        levels = "galat, peringatan, saran, atau mati"
        raise RulesError(
            f"tulis misalnya {{{SETTABLE[0]}: saran}}, dengan tingkat {levels}; tertulis {shown(value)}"
        ) from None
    for fault in rule_faults(rules):
        raise RulesError("; ".join(filter(None, (f"{fault.value}: {fault.message}", fault.remedy))))
    return rules


def rule_faults(rules: Rules) -> Iterator[Fault]:
    """What is wrong with them, where they stand under `aturan`."""
    for code, rule in rules.items():
        at = ("aturan", code)
        if code not in SETTABLE:
            yield Fault(at, "aturan-asing", "temuan ini tidak ada, atau tingkatnya tidak dapat diatur", shown(code),
                        remedy=did_you_mean(code, SETTABLE), severity=Severity.WARNING, on_key=True)  # fmt: skip
        elif rule.tingkat == OFF and not rule.alasan:
            yield Fault(at, "aturan-tanpa-alasan", "temuan ini dimatikan tanpa alasan", shown(code),
                        remedy=f"tulis {code}: {{tingkat: mati, alasan: …}}", severity=Severity.WARNING, on_key=True)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Levels:
    """What holds for one SOP."""

    rules: Rules

    @classmethod
    def of(cls, *layers: Rules) -> Levels:
        """The last one that names a finding wins."""
        return cls({code: rule for layer in layers for code, rule in layer.items() if code in SETTABLE})

    def off(self, code: str) -> bool:
        return code in self.rules and self.rules[code].tingkat == OFF

    def weighed(self, fault: Fault) -> Fault:
        rule = self.rules.get(fault.code)
        return replace(fault, severity=Severity(rule.tingkat)) if rule and rule.tingkat != OFF else fault

    def judged(self, faults: Iterable[Fault]) -> list[Fault]:
        """Those that are looked for, each as heavy as it is here."""
        return [self.weighed(fault) for fault in faults if not self.off(fault.code)]
