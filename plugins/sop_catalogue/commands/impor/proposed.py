"""What the imported SOPs name and no register has, as text to be pasted into `peran.yml` and `peraturan.yml`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.model import Catalogue, SopEntry
from ...catalogue.unregistered import Unregistered, unregistered_laws, unregistered_roles
from ...catalogue.web.copies import copies_of
from ...definition.yaml_text import item, writable

_SHOWN = 6
"""Documents that are named."""

Entry = tuple[object, str]
"""Of a register, and what an author should know of it."""


@dataclass(frozen=True, slots=True)
class Proposals:
    roles: Sequence[Unregistered] = ()
    laws: Sequence[Unregistered] = ()
    copies: Sequence[str] = ()
    """SOPs that are there twice, a sentence each."""

    @property
    def roles_text(self) -> str:
        return _register("peran", self.roles, _role) if self.roles else ""

    @property
    def laws_text(self) -> str:
        return _register("peraturan", self.laws, _law) if self.laws else ""


def proposals(catalogue: Catalogue, targets: Iterable[Path], root: Path) -> Proposals:
    """`targets` are the definitions that were imported."""
    paths = {target.relative_to(root).as_posix() for target in targets}
    sops = [sop for sop in catalogue.sops if sop.path in paths]
    copies = [
        f"{one.sop.path}: {one.why} dengan {', '.join(other.path for other in one.others)}"
        for one in copies_of(catalogue, sops)
    ]
    return Proposals(unregistered_roles(catalogue, sops), unregistered_laws(catalogue, sops), copies)


def _register(key: str, found: Iterable[Unregistered], written: Callable[[Unregistered], Entry]) -> str:
    lines = [f"{key}:"]
    for one in found:
        value, more = written(one)
        lines += [f"  # {_remark(one, more)}", *item(value, 2)]
    return "\n".join(lines) + "\n"


def _role(one: Unregistered) -> Entry:
    near = f"mungkin sama dengan '{one.near}' yang sudah terdaftar: cukup tambahkan ke singkatannya"
    value = {"nama": one.name, "singkatan": list(one.others)} if one.others else one.name
    return value, near if one.near else ""


def _law(one: Unregistered) -> Entry:
    others = f"tertulis juga: {' / '.join(one.others[:3])}"
    return {"nama": one.name}, others if one.others else ""


def _remark(one: Unregistered, more: str) -> str:
    """In one line, whatever the documents are called."""
    files = sorted(map(_document, one.sops))
    said = f"{len(files)} SOP: {', '.join(files[:_SHOWN])}"
    if len(files) > _SHOWN:
        said += f" dan {len(files) - _SHOWN} lainnya"
    return " ".join(writable(f"{said}; {more}" if more else said).split())


def _document(sop: SopEntry) -> str:
    return (sop.sop.sumber and sop.sop.sumber.berkas) or sop.path
