"""Names of pelaksana become lanes."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from ..findings import MANY_FAULTS, Fault, Loc, Severity, did_you_mean, shown
from ..langkah import Bagan, Jalur, KelompokJalur
from ..markup import plain
from .model import Lane

MAX_LANES = 60


def folded(name: str) -> str:
    """A name as it is compared: case, spacing, markup and a closing dot do not matter."""
    return plain(name).casefold().rstrip(".")


class Lanes:
    """The lanes of one chart, and every way of naming them."""

    def __init__(self, chart: Bagan, loc: Loc, roles: Mapping[str, str], faults: list[Fault]) -> None:
        self.roles, self.faults = roles, faults
        self.all: list[Lane] = []
        self.names: dict[str, int] = {}
        """Folded name, id, abbreviation or role → lane."""
        self.listed = bool(chart.pelaksana)
        """Whether the author listed the lanes; if not, the steps make them."""
        for i, item in enumerate(chart.pelaksana):
            here = (*loc, "pelaksana", i)
            if isinstance(item, KelompokJalur):
                for j, lane in enumerate(item.pelaksana):
                    self._add(lane, item.kelompok, (*here, "pelaksana", j))
            else:
                self._add(item, "", here)

    def find(self, name: str, loc: Loc) -> int | None:
        """The lane called `name`; a new one when the author listed none."""
        key = folded(name)
        found = self.known(key)
        if found is not None:
            return found
        if not self.listed:
            return self._add_unlisted(name, loc)
        names = [lane.name for lane in self.all] + [n for n in self.names if not n.startswith("role:")]
        self.faults.append(
            Fault(
                loc,
                "pelaksana-asing",
                f"pelaksana '{shown(name)}' tidak ada di daftar pelaksana",
                shown(name),
                remedy=did_you_mean(name, names) if len(self.faults) < MANY_FAULTS else "",
            )
        )
        return None

    def known(self, key: str) -> int | None:
        """The lane that a folded name or its role stands for."""
        role = f"role:{self.roles[key]}" if key in self.roles else ""
        return self.names.get(key, self.names.get(role))

    def _add(self, lane: Jalur, group: str, loc: Loc) -> None:
        index, name = len(self.all), lane.nama or ""
        if index == MAX_LANES:
            message = f"bagan ini memuat lebih dari {MAX_LANES} pelaksana"
            self.faults.append(Fault(loc, "terlalu-lebar", message, remedy="pecah menjadi beberapa bagan"))
        if index >= MAX_LANES:
            return
        self.all.append(Lane(index, name, group, lane.peran or ""))
        own = lane.id or folded(name)
        if own in self.names:
            self.faults.append(
                Fault(
                    loc,
                    "pelaksana-ganda",
                    f"pelaksana '{shown(own)}' ada dua kali",
                    shown(name),
                    remedy="hapus salah satu, atau beri 'id' sendiri lalu pakai id itu di langkah",
                )
            )
        elif own:
            self.names[own] = index
        in_group = f"{group} {name}" if group and name else ""
        for other in filter(None, (name, in_group, *lane.singkatan, lane.peran or "")):
            self.names.setdefault(folded(other), index)
            if role := self.roles.get(folded(other)):
                self.names.setdefault(f"role:{role}", index)

    def _add_unlisted(self, name: str, loc: Loc) -> int | None:
        names = [lane.name for lane in self.all]
        near = get_close_matches(name, names, n=1, cutoff=0.85) if len(name) < 100 else []
        if near:
            self.faults.append(
                Fault(
                    loc,
                    "pelaksana-mirip",
                    f"pelaksana '{shown(name)}' mirip dengan '{shown(near[0])}', tetapi menjadi kolom sendiri",
                    shown(name),
                    remedy="samakan ejaannya; bila memang berbeda, tulis daftar 'pelaksana:' di atas 'langkah:'",
                    severity=Severity.WARNING,
                )
            )
        self._add(Jalur.model_construct(nama=name), "", loc)
        return self.names.get(folded(name))
