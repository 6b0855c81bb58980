"""A recovered chart in the words of a definition: its lanes and its steps, in the short form where that says the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...definition.flow.lanes import folded
from ...definition.flow.model import Shape
from ..drawing.symbols import Form
from ..recovered import Chart, Edge
from .names import escaped, lane_refs, numbers_of, one_or_many, prose, shown_numbers, with_id

_CELLS = ("kelengkapan", "waktu", "output", "keterangan")
_SPECIAL = ("lanjut", "selesai", "berhenti")
UNLABELLED = "Panahnya tidak berlabel di dokumen asal"


@dataclass(slots=True)
class Worded:
    lanes: list[Any]
    steps: list[dict[str, Any]]


def worded(chart: Chart) -> Worded:
    return _Wording(chart).run()


class _Wording:
    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.refs = lane_refs(chart)
        self.rows: list[list[int]] = [[] for _ in chart.steps]
        self.out: list[list[Edge]] = [[] for _ in chart.nodes]
        self.into: list[list[Edge]] = [[] for _ in chart.nodes]
        for edge in chart.edges:
            self.out[edge.source].append(edge)
            self.into[edge.target].append(edge)
        for k, node in enumerate(chart.nodes):
            self.rows[node.step].append(k)
        self.rows = [self._in_order(row) for row in self.rows]
        self.numbers = numbers_of(chart.steps)
        self.shapes = [self._shape(k) for k in range(len(chart.nodes))]
        self.ids: dict[int, str] = {}
        self.step_ids: dict[int, str] = {}

    def run(self) -> Worded:
        steps = [self._step(k) for k in range(len(self.chart.steps))]
        for k, name in self.step_ids.items():
            steps[k] = {"id": name, **steps[k]}
        for node, name in self.ids.items():
            step = self.chart.nodes[node].step
            symbols = steps[step].get("simbol")
            if symbols:
                place = self.rows[step].index(node)
                symbols[place] = {"id": name, **symbols[place]}
        return Worded(self._lanes(), steps)

    def _in_order(self, row: list[int]) -> list[int]:
        """As work comes by; those above each other in one lane from the top, whatever happens."""
        nodes = self.chart.nodes
        left, found = sorted(row, key=lambda k: (nodes[k].lanes[0], nodes[k].top)), []
        while left:
            uppermost = [k for k in left if not any(self._above(other, k) for other in left)] or left
            free = [k for k in uppermost if not self._comes_from(k, left)]
            found.append((free or uppermost)[0])
            left.remove(found[-1])
        return found

    def _comes_from(self, k: int, others: list[int]) -> bool:
        return any(edge.source in others and not edge.plain and not edge.two_way for edge in self.into[k])

    def _above(self, one: int, other: int) -> bool:
        upper, lower = self.chart.nodes[one], self.chart.nodes[other]
        return one != other and upper.top < lower.top and bool(set(upper.lanes) & set(lower.lanes))

    def _lanes(self) -> list[Any]:
        found: list[Any] = []
        group = ""
        for lane, ref in zip(self.chart.lanes, self.refs, strict=True):
            one: Any = lane.name if lane.name and ref == lane.name else with_id(lane.name, ref)
            if lane.group and lane.group == group:
                found[-1]["pelaksana"].append(one)
            elif lane.group:
                found.append({"kelompok": lane.group, "pelaksana": [one]})
            else:
                found.append(one)
            group = lane.group
        return found

    def _shape(self, k: int) -> Shape:
        node = self.chart.nodes[k]
        if node.form is Form.DIAMOND:
            return Shape.DECISION
        if node.form is not Form.CAPSULE:
            return Shape.PROCESS
        leads = [edge for edge in self.out[k] if not edge.plain]
        if not leads or (
            all(self.chart.nodes[e.target].form is Form.CAPSULE for e in leads) and self.into[k]
        ):
            first = self.rows and k == next((row[0] for row in self.rows if row), -1)
            return Shape.START if first and not self.into[k] else Shape.END
        if node.step and any(not edge.plain and not edge.two_way for edge in self.into[k]):
            self.chart.steps[node.step].doubt("kapsulnya di tengah alur", "simbol")
        return Shape.START

    def _step(self, k: int) -> dict[str, Any]:
        step, row = self.chart.steps[k], self.rows[k]
        said: dict[str, Any] = {}
        if self.numbers[k] is not None:
            said["no"] = self.numbers[k]
        said["kegiatan"] = prose(step.activity) or "-"
        if row:
            said |= self._symbols(row)
        for key in _CELLS:
            if key in step.cells:
                said[key] = self._cell(k, key)
        about = [word for word in ("pelaksana", "simbol", "panah") if word in step.about or step.inferred]
        if not any(not edge.plain for n in row for edge in self.out[n]):
            about = [word for word in about if word != "panah"]  # none leaves that could be concluded
        if about:
            said["tafsiran"] = about[0] if len(about) == 1 else about
        return said

    def _symbols(self, row: list[int]) -> dict[str, Any]:
        joint = self._joint(row)
        if joint:
            names = [self.refs[self.chart.nodes[n].lanes[0]] for n in joint]
            return {"pelaksana": names, **self._about(joint[0], after=None)}
        if len(row) == 1 and not any(edge.plain for edge in self.out[row[0]]):
            node = self.chart.nodes[row[0]]
            names = [self.refs[lane] for lane in node.lanes]
            said: dict[str, Any] = {"pelaksana": names[0] if len(names) == 1 else names}
            if len(names) > 1:
                said["kerja_sama"] = "kotak"
            return said | self._about(row[0], after=None)
        return {
            "simbol": [
                {
                    "di": one_or_many([self.refs[lane] for lane in self.chart.nodes[n].lanes]),
                    **self._about(n, after=row[i + 1] if i + 1 < len(row) else -1),
                }
                for i, n in enumerate(row)
            ]
        }

    def _joint(self, row: list[int]) -> list[int]:
        """Several who do one thing, tied by lines from one to the next, of whom the first alone leads on."""
        if len(row) < 2 or any(len(self.chart.nodes[n].lanes) > 1 for n in row):
            return []
        ties = {frozenset((e.source, e.target)) for n in row for e in self.out[n] if e.plain}
        for order in (row, row[::-1]):
            chain = {frozenset(pair) for pair in pairwise(order)}
            others = order[1:]
            quiet = all(
                not [e for e in self.out[n] if not e.plain] and not self.chart.nodes[n].text for n in others
            )
            forms = {self.shapes[n] for n in others}
            same = forms == {self.shapes[order[0]]} or (
                self.shapes[order[0]] is Shape.DECISION and forms == {Shape.PROCESS}
            )
            if ties == chain and quiet and same:
                return order
        return []

    def _about(self, n: int, after: int | None) -> dict[str, Any]:
        """Shape, text and arrows of a symbol. `after`: the next one of its row, -1 at the end; None: the only one."""
        node, shape = self.chart.nodes[n], self.shapes[n]
        said: dict[str, Any] = {}
        following = self._follower(n, after)
        leads = sorted((e for e in self.out[n] if not e.plain), key=lambda e: e.target != following)
        if shape is not self._usual(n, after, leads):
            said["bentuk"] = str(shape)
        if node.text:
            said["teks"] = node.text
        said |= self._exits(n, after, leads, shape)
        ties = [self._target(n, edge.target) for edge in self.out[n] if edge.plain]
        if ties and after is not None:
            said["garis_ke"] = one_or_many(ties)
        return said

    def _usual(self, n: int, after: int | None, leads: list[Edge]) -> Shape:
        """The shape that a definition gives without a word about it."""
        if self.shapes[n] is Shape.DECISION and all(edge.label for edge in leads) and leads:
            return Shape.DECISION
        stops = not leads and self._follower(n, after) is not None
        if stops and self.shapes[n] is Shape.PROCESS:
            return Shape.END
        if after is not None:
            return Shape.PROCESS
        step = self.chart.nodes[n].step
        filled = [k for k, row in enumerate(self.rows) if row]
        if stops and self.shapes[n] is not Shape.DECISION:
            return Shape.END
        if step == filled[0]:
            return Shape.START
        return Shape.END if step == filled[-1] and not leads else Shape.PROCESS

    def _exits(self, n: int, after: int | None, leads: list[Edge], shape: Shape) -> dict[str, Any]:
        if shape is Shape.DECISION:
            return self._choice(n, leads)
        follower = self._follower(n, after)
        if not leads:
            return {} if shape is Shape.END or follower is None else {"ke": "berhenti"}
        alone = leads[0] if len(leads) == 1 and shape is not Shape.END else None
        if alone and alone.target == follower and not alone.label and not alone.two_way:
            return {}
        said: dict[str, Any] = {"ke": self._led(n, leads)}
        if all(edge.two_way for edge in leads):
            said["bolak_balik"] = "ya"
        return said

    def _choice(self, n: int, leads: list[Edge]) -> dict[str, Any]:
        if not leads:
            return {}
        if all(edge.label for edge in leads):
            return {"keputusan": self._led(n, leads)}
        return {"ke": self._led(n, leads), "diketahui": {"cabang-tanpa-label": UNLABELLED}}

    def _led(self, n: int, leads: Sequence[Edge]) -> Any:
        by_label: dict[str, list[str]] = {}
        spelled: dict[str, str] = {}
        for edge in leads:
            label = spelled.setdefault(folded(edge.label), edge.label)
            name = self._target(n, edge.target)
            if name not in by_label.setdefault(label, []):
                by_label[label].append(name)
        if list(by_label) == [""]:
            return one_or_many(by_label[""])
        return {label: one_or_many(names) for label, names in by_label.items()}

    def _follower(self, n: int, after: int | None) -> int | None:
        """Where its arrow leads when nothing is said."""
        if after is not None and after >= 0:
            return None if any(edge.plain for edge in self.out[n]) else after
        return self._entry(self.chart.nodes[n].step + 1)

    def _entry(self, step: int) -> int | None:
        for row in self.rows[step:]:
            for n in self._said(row):
                if self.shapes[n] is not Shape.START:
                    return n
        return None

    def _said(self, row: list[int]) -> list[int]:
        return self._joint(row) or row

    def _target(self, source: int, target: int) -> str:
        step = self.chart.nodes[target].step
        row = self._said(self.rows[step])
        if self._entry(self.chart.nodes[source].step + 1) == target:
            return "lanjut"
        name = self._step_name(step)
        if len(row) == 1:
            return name
        lane = self.refs[self.chart.nodes[target].lanes[0]]
        alone = [n for n in row if self.chart.nodes[target].lanes[0] in self.chart.nodes[n].lanes] == [target]
        if alone and " di " not in lane and not re.fullmatch(r"(?:langkah )?\d+\w*", lane.lower()):
            if (
                step == self.chart.nodes[source].step
                and folded(lane) not in _SPECIAL
                and not self._is_row(lane)
            ):
                return lane
            return f"{name} di {lane}"
        return self.ids.setdefault(target, f"simbol-{step + 1}-{row.index(target) + 1}")

    def _is_row(self, name: str) -> bool:
        return folded(name) in {folded(number) for number in shown_numbers(self.numbers)}

    def _step_name(self, step: int) -> str:
        shown = shown_numbers(self.numbers)
        number = shown[step]
        if number and shown.count(number) == 1 and folded(number) not in _SPECIAL and " di " not in number:
            return number
        return self.step_ids.setdefault(step, f"langkah-{step + 1}")

    def _cell(self, k: int, key: str) -> Any:
        cell = self.chart.steps[k].cells[key]
        texts = [escaped(text) for text in cell.texts]
        value: Any = " ".join(texts) if key == "waktu" else one_or_many(texts)
        last = min(k + cell.rows - 1, len(self.chart.steps) - 1)
        if cell.rows > 1 and last > k:
            return {"teks": value, "sampai": self._step_name(last)}
        return value
