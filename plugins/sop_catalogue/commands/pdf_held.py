"""What `sop pdf` was asked for and does not print: which, why, and what can be done."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import PurePosixPath

from ..catalogue.model import Catalogue, SopEntry
from ..definition.fields import slug
from ..definition.findings import Finding, Severity
from ..paper.choice import Item, held_back, items_of, left_out
from ..paper.settings import PaperSettings
from .lookup import find_role, find_unit, last, tidy
from .pdf_scope import Scope
from .report import faults_text

_HELD = "Tidak dicetak, karena galat di atas: {}. Betulkan dahulu{}."
_BESIDE = "Yang galat di atas tidak ikut tercetak, atau tercetak tanpa yang salah. Betulkan dahulu, lalu cetak ulang."
_DRAFT = ", atau cetak sebagai konsep dengan --draf"


def held_in(catalogue: Catalogue, scope: Scope, settings: PaperSettings) -> list[Item]:
    """Of what was asked for, what is at fault."""
    return held_back(_items(catalogue, scope), settings)


def tell_held(held: Sequence[Item], prefix: str) -> None:
    """`prefix` stands before paths, as in every message."""
    if not held:
        return
    print(faults_text((fault for item in held for fault in item.faults), prefix), file=sys.stderr)
    names = ", ".join(item.id for item in held)
    more = _DRAFT if any(isinstance(item, SopEntry) for item in held) else ""
    print(_HELD.format(names, more), file=sys.stderr)


def beside_in(catalogue: Catalogue, scope: Scope, prefix: str) -> list[Finding]:
    """What is at fault beside the SOPs themselves: registers, decrees, and files that are in no catalogue.

    Of a single SOP, only files that would have its address.
    """
    items = items_of(catalogue)
    known = {prefix + path for item in items for path in (item.path, *(one.path for one in item.faults))}
    errors = [one for one in catalogue.findings if one.severity is Severity.ERROR and one.path not in known]
    unit = find_unit(catalogue, scope.what) if scope.what else None
    if scope.role or (scope.what and not unit):
        ids = {item.id for item in _items(catalogue, scope)}
        return [one for one in errors if one.code == "nama-kembar" and _address(one.path, prefix) in ids]
    return [one for one in errors if not unit or _concerns(one.path, prefix, unit.id)]


def tell_beside(faults: Sequence[Finding]) -> None:
    if faults:
        print(faults_text(faults, ""), file=sys.stderr)
        print(_BESIDE, file=sys.stderr)


def _address(path: str, prefix: str) -> str:
    file = PurePosixPath(path.removeprefix(prefix))
    return "/".join(map(slug, (*file.parts[:-1], file.stem)))


def _concerns(path: str, prefix: str, unit: str) -> bool:
    """It lies in the folder of the unit, or right in that of its pemda."""
    folder = _address(path, prefix).rpartition("/")[0]
    return f"{folder}/".startswith(f"{unit}/") or folder == unit.partition("/")[0]


def tell_left_out(catalogue: Catalogue, scope: Scope, settings: PaperSettings) -> None:
    """Of a binder or a duty book, what is no longer in force."""
    gone = left_out(_items(catalogue, scope), settings) if scope.binder or scope.role else []
    if gone:
        print(
            f"{len(gone)} SOP yang sudah diganti atau dicabut tidak ikut; sertakan dengan --tidak-berlaku ya.",
            file=sys.stderr,
        )


def _items(catalogue: Catalogue, scope: Scope) -> list[Item]:
    """All that was asked for; nothing where it is not known."""
    unit = find_unit(catalogue, scope.what) if scope.what else None
    if scope.role:
        sops = find_role(catalogue, scope.role).sops
        return [sop for sop in sops if unit in (None, sop.unit)]
    if not scope.what:
        return items_of(catalogue)
    if unit or scope.binder:
        return items_of(catalogue, unit) if unit else []
    name = tidy(scope.what)
    found = [item for item in items_of(catalogue) if name in (item.id, last(item.id))]
    return found if len(found) == 1 else []
