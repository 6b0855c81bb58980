"""From what a user calls a thing to the thing."""

from __future__ import annotations

import re

from ..catalogue.files import HISTORY
from ..catalogue.model import Catalogue, RoleEntry, SopEntry, UnitEntry
from ..definition.findings import did_you_mean
from ..refused import RefusedError

_EARLIER = re.compile(rf"(.+)/{HISTORY}/(\d{{1,4}})", re.ASCII)


def find_sop(catalogue: Catalogue, wanted: str) -> SopEntry:
    """By its whole id, or by its last part where only one is called so; by its code, or by an id that it had.

    Behind it may stand an earlier revision: `surat-masuk/riwayat/0`.
    """
    name = tidy(wanted)
    if earlier := _EARLIER.fullmatch(name):
        return _revision(find_sop(catalogue, earlier[1]), int(earlier[2]))
    found = [sop for sop in catalogue.sops if name in (sop.id, last(sop.id))]
    found = found or [sop for sop in catalogue.sops if sop.kode.lower() == name.lower() or name in sop.before]
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError(
            f"ada {len(found)} SOP bernama '{name}'; pilih satu: {', '.join(sop.id for sop in found)}"
        )
    if any(name in (item.id, last(item.id)) for item in catalogue.broken):
        raise RefusedError(f"'{name}' belum terbaca; periksa dengan 'sop check'")
    known = [sop.id if "/" in name else last(sop.id) for sop in catalogue.sops]
    raise RefusedError(f"SOP '{name}' tidak ada; {did_you_mean(name, known) or 'belum ada satu SOP pun'}")


def _revision(entry: SopEntry, number: int) -> SopEntry:
    found = next((one for one in entry.revisions if one.number == number), None)
    if found and found.entry:
        return found.entry
    kept = ", ".join(str(one.number) for one in entry.revisions if one.source)
    raise RefusedError(
        f"naskah revisi {number} SOP '{entry.id}' tidak ada atau tidak terbaca; "
        + (f"yang ada: {kept}" if kept else "belum ada naskah lama yang disimpan")
    )


def find_unit(catalogue: Catalogue, wanted: str) -> UnitEntry | None:
    """By `<pemda>/<unit>`, or by its last part where only one is called so."""
    name = tidy(wanted)
    found = [unit for unit in catalogue.units if name in (unit.id, last(unit.id))]
    return found[0] if len(found) == 1 else None


def find_role(catalogue: Catalogue, wanted: str) -> RoleEntry:
    found = next((role for role in catalogue.roles if role.id == wanted), None)
    if found is None:
        meant = did_you_mean(wanted, [role.id for role in catalogue.roles])
        raise RefusedError(f"peran '{wanted}' tidak ada; {meant or 'belum ada satu peran pun'}")
    return found


def tidy(wanted: str) -> str:
    return wanted.replace("\\", "/").strip("/").removesuffix(".yml")


def last(id_: str) -> str:
    return id_.rpartition("/")[2]
