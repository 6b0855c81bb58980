"""Codes that stay with SOPs: each is one SOP's alone, or nobody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...definition.findings import Fault, Severity
from ..dossier import Dossier
from ..model import SopEntry


def give_codes(dossiers: Iterable[Dossier]) -> dict[str, list[SopEntry]]:
    """Each SOP its code, if no other claims it; the rest, as addresses have them. Capitals tell no files apart, and no codes."""
    claimed: defaultdict[str, list[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        if code := dossier.entry.sop.kode:
            claimed[code.lower()].append(dossier)
    for together in claimed.values():
        first, *others = together
        if not others:
            first.entry.kode = first.entry.sop.kode or ""
        for dossier in together if others else ():
            other = next(one.entry for one in together if one is not dossier)
            dossier.faults.append(
                Fault(("kode",), "kode-kembar", f"kode ini juga kode {other.path}", dossier.entry.sop.kode or "",
                      remedy="biarkan pada SOP yang lebih dulu memakainya, dan hapus atau ganti pada salinannya",
                      severity=Severity.WARNING)
            )  # fmt: skip
    return {code: [one.entry for one in them] for code, them in claimed.items() if len(them) > 1}
