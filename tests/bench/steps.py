"""Varies the flow of a chart as typed: steps dropped, merged, moved, added, made decisions; arrows stay right."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from random import Random
from typing import Any

from .seeds import Raw, as_list, is_plain

_WORDS_OF_FLOW = ("lanjut", "berhenti")
_LABELS = (("Ya", "Tidak"), ("Ya", "Tidak"), ("Lengkap", "Belum lengkap"), ("Setuju", "Tidak setuju"),
           ("Valid", "Belum valid"), ("Sesuai", "Perlu perbaikan"))  # fmt: skip
_THREE = ("Teknis", "Administratif", "Ditolak")


def vary_chart(chart: Raw, pool: list[Raw], changes: int, rng: Random) -> None:
    """Change the chart in place, `changes` times."""
    steps: list[Raw] = copy.deepcopy(as_list(chart.get("langkah")))
    tie_targets(steps)
    lanes = lanes_of(steps)
    shuffle_lanes(chart, steps, rng)
    work = _Steps(steps, lanes, pool, rng)
    for _ in range(changes):
        rng.choice(work.changes)()
    chart["langkah"] = work.steps


def lanes_of(steps: list[Raw]) -> list[str]:
    """The names by which the steps call their lanes."""
    names: list[str] = []
    for step in steps:
        names += as_list(step.get("pelaksana"))
        for symbol in as_list(step.get("simbol")):
            names += as_list(symbol.get("di"))
    return list(dict.fromkeys(names)) or ["Petugas"]


def tie_targets(steps: list[Raw]) -> None:
    """Targets given by number become ids, for numbers change when rows do."""
    ids = {item["id"] for step in steps for item in (step, *as_list(step.get("simbol"))) if item.get("id")}
    rows = {str(step.get("no") or i + 1).casefold(): step for i, step in reversed(list(enumerate(steps)))}

    def tie(target: Any) -> Any:
        text = str(target)
        number, _, lane = text.removeprefix("langkah ").partition(" di ")
        if text in ids or number.casefold() not in rows:
            return target
        step = rows[number.casefold()]
        own = step.setdefault("id", f"langkah-{steps.index(step) + 1}")
        return f"{own} di {lane}" if lane else own

    for step in steps:
        for item in (step, *as_list(step.get("simbol"))):
            for key in ("ke", "keputusan", "garis_ke"):
                if item.get(key):
                    item[key] = _each_target(item[key], tie)
        for cell in (step.get(key) for key in ("kelengkapan", "waktu", "output", "keterangan")):
            if isinstance(cell, dict) and cell.get("sampai"):
                cell["sampai"] = tie(cell["sampai"])
    for step in steps:
        step.pop("no", None)


def _each_target(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, dict):
        return {key: _each_target(part, change) for key, part in value.items()}
    if isinstance(value, list):
        return [change(part) for part in value]
    return value if value in _WORDS_OF_FLOW else change(value)


def shuffle_lanes(chart: Raw, steps: list[Raw], rng: Random) -> None:
    """Other columns beside each other, where no box spans two of them."""
    lanes = chart.get("pelaksana")
    spans = any(step.get("kerja_sama") == "kotak" for step in steps)
    spans = spans or any(len(as_list(s.get("di"))) > 1 for step in steps for s in as_list(step.get("simbol")))
    if isinstance(lanes, list) and all(isinstance(lane, str) for lane in lanes) and not spans:
        lanes = list(lanes)
        rng.shuffle(lanes)
        chart["pelaksana"] = lanes


class _Steps:
    """The rows of one chart while they change."""

    def __init__(self, steps: list[Raw], lanes: list[str], pool: list[Raw], rng: Random) -> None:
        self.steps, self.lanes, self.pool, self.rng = steps, lanes, pool, rng
        self.changes = (self.drop, self.merge, self.swap, self.hand_over, self.add, self.add, self.decide,
                        self.decide, self.branch, self.pair, self.share)  # fmt: skip
        self.made = 0

    def drop(self) -> None:
        if len(self.steps) > 4 and (i := self.plain()) is not None:
            del self.steps[i]

    def merge(self) -> None:
        i = self.plain()
        if (
            i is None
            or len(self.steps) < 5
            or i + 1 >= len(self.steps) - 1
            or not is_plain(self.steps[i + 1])
        ):
            return
        first, second = self.steps[i], self.steps.pop(i + 1)
        first["kegiatan"] = f"{first['kegiatan']}, kemudian {_small(second['kegiatan'])}"
        first["output"] = second.get("output") or first.get("output")

    def swap(self) -> None:
        i = self.plain()
        if i is not None and i + 1 < len(self.steps) - 1 and is_plain(self.steps[i + 1]):
            self.steps[i : i + 2] = [self.steps[i + 1], self.steps[i]]

    def hand_over(self) -> None:
        if (i := self.plain()) is not None:
            self.steps[i]["pelaksana"] = self.rng.choice(self.lanes)

    def add(self) -> None:
        if len(self.steps) > 20:
            return
        step = copy.deepcopy(self.rng.choice(self.pool))
        step["pelaksana"] = self.rng.choice(self.lanes)
        self.steps.insert(self.rng.randrange(1, max(2, len(self.steps))), step)

    def decide(self) -> None:
        """A plain step becomes a decision that may return."""
        if (i := self.plain()) is None:
            return
        yes, no = self.rng.choice(_LABELS)
        back = self.id_of(self.rng.randrange(i))
        self.steps[i]["keputusan"] = {yes: "lanjut", no: back}
        self.one_lane(i)
        if self.rng.random() < 0.3:
            self.steps[i]["teks"] = f"{yes}?"

    def branch(self) -> None:
        """Three exits: onwards, further down, back."""
        i = self.plain()
        if i is None or i + 2 >= len(self.steps):
            return
        ahead, back = (
            self.id_of(self.rng.randrange(i + 2, len(self.steps))),
            self.id_of(self.rng.randrange(i)),
        )
        self.steps[i]["keputusan"] = dict(zip(_THREE, ("lanjut", ahead, back), strict=True))
        self.one_lane(i)

    def pair(self) -> None:
        """Two symbols in one row."""
        i = self.plain()
        if i is None or len(self.lanes) < 2:
            return
        del self.steps[i]["pelaksana"]
        self.steps[i]["simbol"] = [{"di": lane} for lane in self.rng.sample(self.lanes, 2)]

    def share(self) -> None:
        """Joint work, joined by a line."""
        i = self.plain()
        if i is not None and len(self.lanes) > 1:
            self.steps[i]["pelaksana"] = self.rng.sample(self.lanes, 2)

    def plain(self) -> int | None:
        """A row between the ends that no arrow and no merged cell names."""
        rows = [i for i in range(1, len(self.steps) - 1) if is_plain(self.steps[i])]
        return self.rng.choice(rows) if rows else None

    def one_lane(self, i: int) -> None:
        self.steps[i]["pelaksana"] = as_list(self.steps[i].get("pelaksana"))[:1] or self.lanes[0]

    def id_of(self, i: int) -> str:
        step = self.steps[i]
        if not step.get("id"):
            taken = {other.get("id") for other in self.steps}
            words = ["langkah", *re.findall(r"[a-z]{3,}", step["kegiatan"].lower())[:2]]
            name = "-".join(words)
            while name in taken:
                self.made += 1
                name = f"{'-'.join(words)}-{self.made}"
            step["id"] = name
        return str(step["id"])


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
