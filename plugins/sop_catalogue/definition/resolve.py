"""A chart as written, resolved to a flow: names become lanes, targets become symbols, order becomes arrows.

Whatever cannot be resolved is a fault, and the rest of the flow is still handed on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .findings import Fault, Loc, Severity, did_you_mean, shown
from .flow import Arrow, Flow, Lane, Row, Shape, Symbol
from .langkah import Bagan, Cabang, Jalur, KelompokJalur, Langkah

NEXT, STOP = "lanjut", "berhenti"


def folded(name: str) -> str:
    """A name as it is compared: case, spacing and a closing dot do not matter."""
    return " ".join(name.casefold().split()).rstrip(".")


@dataclass(slots=True)
class Resolved:
    flow: Flow
    faults: list[Fault]


class _Draft(NamedTuple):
    """A symbol before its arrows are known."""

    symbol: Symbol
    id: str
    exits: tuple[Cabang, ...]
    decides: bool
    loc: Loc
    """Of the step, or of the item under `simbol`."""
    field: str
    """Which field holds the exits."""
    joined: tuple[str, ...]
    follows: str | None
    """Key of the next symbol in the row; "" for the next row; None for no arrow of its own."""


def resolve(chart: Bagan, loc: Loc = (), roles: Mapping[str, str] | None = None) -> Resolved:
    """The flow of one chart. `loc` is the chart's own way; `roles` folds names of one role together."""
    work = _Work(chart, loc, roles or {})
    work.find_lanes()
    work.place_symbols()
    work.draw_arrows()
    flow = Flow(
        tuple(work.lanes),
        tuple(work.rows),
        tuple(d.symbol for d in work.drafts),
        tuple(work.arrows),
        chart.judul or "",
    )
    return Resolved(flow, work.faults)


@dataclass(slots=True)
class _Work:
    chart: Bagan
    loc: Loc
    roles: Mapping[str, str]
    lanes: list[Lane] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    """Folded lane name, id, abbreviation or role → lane."""
    written: bool = True
    """Whether the author listed the lanes."""

    def find_lanes(self) -> None:
        self.written = bool(self.chart.pelaksana)
        for i, item in enumerate(self.chart.pelaksana):
            if isinstance(item, KelompokJalur):
                for j, lane in enumerate(item.pelaksana):
                    self.add_lane(lane, item.kelompok, (*self.loc, "pelaksana", i, "pelaksana", j))
            else:
                self.add_lane(item, "", (*self.loc, "pelaksana", i))

    def add_lane(self, lane: Jalur, group: str, loc: Loc) -> None:
        index, name = len(self.lanes), lane.nama or ""
        self.lanes.append(Lane(index, name, group, lane.peran or ""))
        own = lane.id or folded(name)
        if own and own in self.names:
            self.faults.append(
                Fault(
                    loc,
                    "pelaksana-ganda",
                    f"pelaksana '{shown(own)}' ada dua kali",
                    shown(name),
                    remedy="beri salah satunya 'id' sendiri, lalu pakai id itu di langkah",
                )
            )
        elif own:
            self.names[own] = index
        for other in (name, f"{group} {name}" if group else "", *lane.singkatan, lane.peran or ""):
            if other:
                self.names.setdefault(folded(other), index)
                if role := self.roles.get(folded(other)):
                    self.names.setdefault(f"role:{role}", index)

    def lane(self, name: str, loc: Loc) -> int | None:
        """The lane called `name`; a new one when the author listed none."""
        key = folded(name)
        if key in self.names:
            return self.names[key]
        role = f"role:{self.roles[key]}" if key in self.roles else ""
        if role in self.names:
            return self.names[role]
        if not self.written:
            self.add_lane(Jalur.model_construct(nama=name), "", loc)
            return self.names[key]
        known = [lane.name for lane in self.lanes]
        self.faults.append(
            Fault(
                loc,
                "pelaksana-asing",
                f"pelaksana '{shown(name)}' tidak ada di daftar pelaksana",
                shown(name),
                remedy=did_you_mean(name, known),
            )
        )
        return None

    def place_symbols(self) -> None:
        numbers: dict[str, int] = {}
        for i, step in enumerate(self.chart.langkah):
            here: Loc = (*self.loc, "langkah", i)
            number = step.no or str(i + 1)
            self.rows.append(Row(i, number, step.id or ""))
            if number in numbers and step.no:
                self.faults.append(
                    Fault(
                        (*here, "no"),
                        "nomor-ganda",
                        f"nomor langkah '{shown(number)}' sudah dipakai langkah lain",
                        shown(number),
                        remedy="panah menuju nomor ini tidak jelas: pakai id",
                        severity=Severity.WARNING,
                    )
                )
            numbers.setdefault(number, i)
            drafts = self.many(step, i, here) if step.simbol else self.one(step, i, here)
            if not drafts and not any(f.loc[: len(here)] == here for f in self.faults):
                self.faults.append(
                    Fault(
                        here,
                        "tanpa-pelaksana",
                        f"langkah {number} belum menyebut pelaksana",
                        remedy="tambahkan 'pelaksana: …'",
                        severity=Severity.WARNING,
                    )
                )
            self.drafts += drafts
        self.cap_ends()

    def one(self, step: Langkah, row: int, loc: Loc) -> list[_Draft]:
        lanes = [(name, self.lane(name, (*loc, "pelaksana", k))) for k, name in enumerate(step.pelaksana)]
        known = list(dict.fromkeys(lane for _, lane in lanes if lane is not None))
        if not known:
            return []
        exits, field = (step.keputusan, "keputusan") if step.keputusan else (step.ke, "ke")
        if step.keputusan and step.ke:
            self.faults.append(
                Fault(
                    (*loc, "ke"),
                    "panah-ganda",
                    "langkah ini punya 'ke' dan 'keputusan'",
                    remedy="pindahkan tujuannya ke dalam 'keputusan'",
                )
            )
        shape = self.shape(step.bentuk, bool(step.keputusan))
        if step.kerja_sama == "kotak" and len(known) > 1:
            spans = [tuple(sorted(known))]
            if not _adjacent(spans[0]):
                self.faults.append(
                    Fault(
                        (*loc, "pelaksana"),
                        "tidak-berdampingan",
                        "kolom para pelaksana ini tidak berdampingan, jadi tidak dapat satu kotak",
                        remedy="pindahkan kolomnya, atau pakai 'kerja_sama: garis'",
                        severity=Severity.WARNING,
                    )
                )
                spans = [(lane,) for lane in known]
        else:
            spans = [(lane,) for lane in known]
        keys = [f"s{row + 1}_{k + 1}" for k in range(len(spans))]
        drafts = []
        for k, span in enumerate(spans):
            main = k == 0
            symbol = Symbol(
                keys[k],
                row,
                span,
                shape if main or shape is not Shape.DECISION else Shape.PROCESS,
                (step.teks or "") if main else "",
            )
            drafts.append(
                _Draft(
                    symbol,
                    (step.id or "") if main else "",
                    exits if main else (),
                    bool(step.keputusan) and main,
                    loc,
                    field,
                    (),
                    "" if main else None,
                )
            )
            if not main:
                self.arrows.append(Arrow(keys[k - 1], keys[k], plain=True))
        return drafts

    def many(self, step: Langkah, row: int, loc: Loc) -> list[_Draft]:
        drafts: list[_Draft] = []
        stacks: dict[int, int] = defaultdict(int)
        for k, item in enumerate(step.simbol):
            here: Loc = (*loc, "simbol", k)
            lanes = [self.lane(name, (*here, "di", n)) for n, name in enumerate(item.di)]
            known = tuple(sorted({lane for lane in lanes if lane is not None}))
            if not known:
                continue
            if not _adjacent(known):
                self.faults.append(
                    Fault(
                        (*here, "di"),
                        "tidak-berdampingan",
                        "kolom para pelaksana ini tidak berdampingan, jadi tidak dapat satu kotak",
                        remedy="tulis satu butir simbol untuk tiap pelaksana",
                        severity=Severity.WARNING,
                    )
                )
                known = known[:1]
            if item.keputusan and item.ke:
                self.faults.append(
                    Fault(
                        (*here, "ke"),
                        "panah-ganda",
                        "simbol ini punya 'ke' dan 'keputusan'",
                        remedy="pindahkan tujuannya ke dalam 'keputusan'",
                    )
                )
            decides = bool(item.keputusan) or item.bentuk == "keputusan"
            stack = max(stacks[lane] for lane in known)
            for lane in known:
                stacks[lane] = stack + 1
            symbol = Symbol(
                f"s{row + 1}_{k + 1}", row, known, self.shape(item.bentuk, decides), item.teks or "", stack
            )
            exits, field = (item.keputusan, "keputusan") if item.keputusan else (item.ke, "ke")
            drafts.append(_Draft(symbol, item.id or "", exits, decides, here, field, item.garis_ke, ""))
        for k, draft in enumerate(drafts[:-1]):
            drafts[k] = draft._replace(follows=None if draft.joined else drafts[k + 1].symbol.key)
        if drafts and step.id and not drafts[0].id:
            drafts[0] = drafts[0]._replace(id=step.id)
        return drafts

    def shape(self, written: str | None, decides: bool) -> Shape | None:  # type: ignore[return]
        if written:
            return Shape(written)
        return Shape.DECISION if decides else Shape.PROCESS

    def cap_ends(self) -> None:
        """The first and the last symbol become capsules when nobody said otherwise."""
        if not self.drafts:
            return
        for draft, shape in ((self.drafts[0], Shape.START), (self.drafts[-1], Shape.END)):
            row = draft.symbol.row
            step = self.chart.langkah[row]
            peers = (
                [i for i, d in enumerate(self.drafts) if d.symbol.row == row]
                if not step.simbol
                else [self.drafts.index(draft)]
            )
            said = step.bentuk if not step.simbol else step.simbol[draft.loc[-1]].bentuk  # type: ignore[index]
            leaves = shape is Shape.END and any(e.tujuan != (STOP,) for e in draft.exits)
            if said or draft.decides or leaves or draft.symbol.shape is not Shape.PROCESS:
                continue
            for i in peers:
                d = self.drafts[i]
                self.drafts[i] = d._replace(
                    symbol=Symbol(d.symbol.key, row, d.symbol.lanes, shape, d.symbol.text, d.symbol.stack)
                )

    def draw_arrows(self) -> None:
        ids: dict[str, _Draft] = {}
        for draft in self.drafts:
            if draft.id and draft.id in ids:
                self.faults.append(
                    Fault(
                        (*draft.loc, "id"),
                        "id-ganda",
                        f"id '{draft.id}' sudah dipakai",
                        draft.id,
                        remedy="beri id lain",
                    )
                )
            elif draft.id:
                ids[draft.id] = draft
        targets = _Targets(self, ids)
        for draft in self.drafts:
            self.leave(draft, targets)
            for k, name in enumerate(draft.joined):
                found = targets.find(name, draft, (*draft.loc, "garis_ke", k))
                if found:
                    self.arrows.append(Arrow(draft.symbol.key, found, plain=True))
        self.check_reach()

    def leave(self, draft: _Draft, targets: _Targets) -> None:
        here = (*draft.loc, draft.field)
        labels: set[str] = set()
        for exit_ in draft.exits:
            loc = (*here, *exit_.jalur)
            if exit_.label and folded(exit_.label) in labels:
                self.faults.append(
                    Fault(
                        loc,
                        "label-kembar",
                        f"label '{shown(exit_.label)}' dipakai dua kali",
                        remedy="bedakan labelnya",
                    )
                )
            labels.add(folded(exit_.label))
            if draft.decides and not exit_.label:
                self.faults.append(
                    Fault(
                        loc,
                        "cabang-tanpa-label",
                        "cabang keputusan ini belum berlabel",
                        expected="misalnya {Ya: lanjut, Tidak: 2}",
                        remedy="beri label tiap cabang",
                    )
                )
            for k, name in enumerate(exit_.tujuan):
                if folded(name) == STOP:
                    continue
                found = targets.find(name, draft, (*loc, k) if len(exit_.tujuan) > 1 else loc)
                if found:
                    self.arrows.append(Arrow(draft.symbol.key, found, exit_.label, of_decision=draft.decides))
        if draft.decides and len(draft.exits) < 2:
            self.faults.append(
                Fault(
                    draft.loc,
                    "keputusan-buntu",
                    "keputusan ini hanya punya satu cabang"
                    if draft.exits
                    else "keputusan ini belum punya cabang",
                    expected="dua cabang atau lebih, misalnya {Ya: lanjut, Tidak: 2}",
                    severity=Severity.WARNING,
                )
            )
        if draft.exits or draft.decides or draft.symbol.shape is Shape.END or draft.follows is None:
            return
        follower = draft.follows or targets.entry(draft.symbol.row + 1)
        if follower:
            self.arrows.append(Arrow(draft.symbol.key, follower))

    def check_reach(self) -> None:
        """Symbols that no arrow reaches, or from which no end can be reached."""
        if len(self.drafts) < 2 or any(f.severity is Severity.ERROR for f in self.faults):
            return
        onward, back = defaultdict(set), defaultdict(set)
        for arrow in self.arrows:
            onward[arrow.source].add(arrow.target)
            back[arrow.target].add(arrow.source)
            if arrow.plain:
                onward[arrow.target].add(arrow.source)
                back[arrow.source].add(arrow.target)
        starts = {self.drafts[0].symbol.key} | {
            d.symbol.key for d in self.drafts if d.symbol.shape is Shape.START
        }
        ends = {d.symbol.key for d in self.drafts if d.symbol.shape is Shape.END or not onward[d.symbol.key]}
        reached, ending = _spread(starts, onward), _spread(ends, back)
        for draft in self.drafts:
            number = self.rows[draft.symbol.row].number
            if draft.symbol.key not in reached:
                self.faults.append(
                    Fault(
                        draft.loc,
                        "tak-terjangkau",
                        f"tidak ada panah yang sampai ke langkah {number}",
                        remedy="tambahkan panah ke sini, atau beri 'bentuk: mulai'",
                        severity=Severity.WARNING,
                    )
                )
            elif draft.symbol.key not in ending:
                self.faults.append(
                    Fault(
                        draft.loc,
                        "tak-berakhir",
                        f"dari langkah {number} alur tidak pernah selesai",
                        remedy="tambahkan cabang yang menuju akhir",
                        severity=Severity.WARNING,
                    )
                )


class _Targets:
    """Finds the symbol that an arrow's target names."""

    def __init__(self, work: _Work, ids: dict[str, _Draft]) -> None:
        self.work, self.ids = work, ids
        self.by_row: dict[int, list[_Draft]] = defaultdict(list)
        for draft in work.drafts:
            self.by_row[draft.symbol.row].append(draft)
        self.rows: dict[str, int] = {}
        for row in work.rows:
            self.rows.setdefault(folded(row.number), row.index)
        for row in work.rows:
            if row.id:
                self.rows[row.id] = row.index

    def entry(self, row: int) -> str:
        """The symbol an arrow enters `row` by; the next row that has one, when it has none."""
        while row < len(self.work.rows):
            if self.by_row[row]:
                return self.by_row[row][0].symbol.key
            row += 1
        return ""

    def find(self, name: str, draft: _Draft, loc: Loc) -> str | None:
        key, row = folded(name), draft.symbol.row
        if key == NEXT:
            if entry := self.entry(row + 1):
                return entry
            self.miss(
                loc, name, "sesudah langkah ini tidak ada langkah lagi", "tulis tujuannya, atau 'berhenti'"
            )
            return None
        if name in self.ids:
            return self.ids[name].symbol.key
        if key.startswith("langkah ") and key[8:] in self.rows:
            key = key[8:]
        if key in self.rows:
            if self.by_row[self.rows[key]]:
                return self.by_row[self.rows[key]][0].symbol.key
            self.miss(loc, name, f"langkah '{shown(name)}' tidak punya simbol", "isi pelaksana langkah itu")
            return None
        if found := self.in_lane(key, row) or self.elsewhere(key):
            return found
        known = [*self.ids, *(r.number for r in self.work.rows)]
        self.miss(loc, name, f"tidak ada langkah '{shown(name)}'", did_you_mean(name, known))
        return None

    def elsewhere(self, key: str) -> str | None:
        """`4 di Staf`: the symbol of a row in one lane."""
        step, sep, lane = key.partition(" di ")
        step = step.removeprefix("langkah ")
        return self.in_lane(lane, self.rows[step]) if sep and step in self.rows else None

    def in_lane(self, key: str, row: int) -> str | None:
        lane = self.work.names.get(key)
        hits = [d.symbol.key for d in self.by_row[row] if lane in d.symbol.lanes]
        return hits[0] if hits else None

    def miss(self, loc: Loc, name: str, message: str, remedy: str) -> None:
        self.work.faults.append(
            Fault(
                loc,
                "tujuan-asing",
                message,
                shown(name),
                "nomor atau id langkah, lanjut, atau berhenti",
                remedy,
            )
        )


def _adjacent(lanes: tuple[int, ...]) -> bool:
    return lanes == tuple(range(lanes[0], lanes[0] + len(lanes)))


def _spread(seeds: set[str], onward: Mapping[str, set[str]]) -> set[str]:
    seen, todo = set(seeds), list(seeds)
    while todo:
        for key in onward[todo.pop()] - seen:
            seen.add(key)
            todo.append(key)
    return seen
