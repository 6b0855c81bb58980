"""Who applies for a service: lanes that its definition names, or that are called as applicants are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..definition.findings import Fault, Severity, did_you_mean, shown
from ..definition.flow.model import Lane
from ..definition.flow.resolve import folded
from ..definition.layanan import Layanan
from .model import Chart, RoleEntry, SopEntry
from .roles import KnownRoles, role_key

_APPLICANTS = frozenset(
    [
        "pemohon",
        "masyarakat",
        "warga",
        "penduduk",
        "pengguna",
        "user",
        "pelanggan",
        "pengunjung",
        "tamu",
        "pasien",
        "pelapor",
        "pengadu",
    ]
)
_BESIDE = frozenset(["layanan", "jasa", "umum", "eksternal", "setempat", "atau", "dan"])
"""Words that may stand beside those; "Kuasa Pengguna Anggaran" is an official."""


def mark_applicants(entry: SopEntry, known: KnownRoles) -> Iterator[Fault]:
    """Tell the lanes of a service apart, once its roles are known; names that are no lane are at fault."""
    said = entry.sop.layanan
    if said and said.pemohon:
        yield from _named(entry, said, known)
    elif said or "pelayanan" in entry.sop.jenis:
        for chart in entry.charts:
            chart.applicants = frozenset(lane.index for lane, role in _lanes(chart) if _applies(lane, role))


def _named(entry: SopEntry, said: Layanan, known: KnownRoles) -> Iterator[Fault]:
    for i, name in enumerate(said.pemohon):
        found = False
        for chart in entry.charts:
            lanes = {lane.index for lane, role in _lanes(chart) if _is(name, lane, role, known)}
            chart.applicants |= lanes
            found |= bool(lanes)
        if not found and entry.charts:
            names = [lane.name for chart in entry.charts for lane in chart.flow.lanes]
            yield Fault(("layanan", "pemohon", i), "pemohon-asing", f"pemohon '{shown(name)}' bukan kolom pelaksana SOP ini",
                        shown(name), "nama salah satu kolom pelaksana", did_you_mean(name, names), Severity.WARNING)  # fmt: skip


def _lanes(chart: Chart) -> Iterator[tuple[Lane, RoleEntry | None]]:
    return zip(chart.flow.lanes, chart.roles, strict=True)


def _is(name: str, lane: Lane, role: RoleEntry | None, known: KnownRoles) -> bool:
    return role_key(name) == role_key(lane.name) or (role is not None and known.find(name) is role)


def _applies(lane: Lane, role: RoleEntry | None) -> bool:
    return any(_like_applicants(name) for name in (lane.name, role.data.nama if role else ""))


def _like_applicants(name: str) -> bool:
    words = set(re.findall(r"[a-z]+", folded(name)))
    return bool(words & _APPLICANTS) and words <= _APPLICANTS | _BESIDE
