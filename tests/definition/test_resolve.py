"""What golden cases cannot show: roles from the register, where faults point, names as they are compared."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sop_catalogue.definition.flow.arrows import MAX_EXITS
from sop_catalogue.definition.flow.lanes import MAX_LANES
from sop_catalogue.definition.flow.resolve import MANY_BRANCHES, MAX_STEPS, Resolved, folded, resolve
from sop_catalogue.definition.langkah import Bagan

ROLES = {
    "kadin": "kepala-dinas",
    "kepala dinas": "kepala-dinas",
    "sekdin": "sekretaris",
    "sekretaris": "sekretaris",
}


def chart(*steps: Mapping[str, object], lanes: object = None) -> Bagan:
    return Bagan.model_validate({"pelaksana": lanes, "langkah": list(steps)})


def codes(resolved: Resolved) -> list[str]:
    return [fault.code for fault in resolved.faults]


def test_roles_fold_their_names_into_one_lane() -> None:
    steps = [{"kegiatan": "a", "pelaksana": who} for who in ("Kadin", "Sekretaris", "Kepala  dinas.")]
    found = resolve(chart(*steps), roles=ROLES)
    assert [lane.name for lane in found.flow.lanes] == ["Kadin", "Sekretaris"]
    assert [symbol.lanes for symbol in found.flow.symbols] == [(0,), (1,), (0,)]
    listed = resolve(
        chart(*steps, lanes=["Sekdin", {"nama": "Pimpinan", "peran": "Kepala Dinas"}]), roles=ROLES
    )
    assert [symbol.lanes for symbol in listed.flow.symbols] == [(1,), (0,), (1,)]
    assert codes(listed) == []


def test_faults_point_into_their_own_chart() -> None:
    found = resolve(chart({"kegiatan": "a", "pelaksana": "X"}, lanes=["Y"]), ("bagan", 1))
    assert [fault.loc for fault in found.faults] == [("bagan", 1, "langkah", 0, "pelaksana", 0)]


@pytest.mark.parametrize(
    "name", ["Kasubbag Umum", "kasubbag  umum", "KASUBBAG UMUM.", "*Kasubbag* Umum", "Kasubbag\nUmum"]
)
def test_names_are_compared_as_people_read_them(name: str) -> None:
    assert folded(name) == "kasubbag umum"


def test_keys_are_stable_and_unique() -> None:
    flow = resolve(
        chart(
            {"kegiatan": "a", "pelaksana": ["A", "B"]},
            {"kegiatan": "b", "simbol": [{"di": "A"}, {"di": "A"}, {"di": "B"}]},
        )
    ).flow
    assert [symbol.key for symbol in flow.symbols] == ["s1_1", "s1_2", "s2_1", "s2_2", "s2_3"]
    assert [symbol.stack for symbol in flow.symbols] == [0, 0, 0, 1, 0]
    keys = {symbol.key for symbol in flow.symbols}
    assert all({arrow.source, arrow.target} <= keys for arrow in flow.arrows)


@pytest.mark.parametrize("target", ["2", "langkah 2", "dua", "2 di B", "dua di B", "Langkah 2 di b"])
def test_ways_of_naming_a_target(target: str) -> None:
    steps = [
        {"kegiatan": "a", "pelaksana": "A", "ke": target},
        {"kegiatan": "b", "id": "dua", "pelaksana": "B"},
        {"kegiatan": "c", "pelaksana": "B"},
    ]
    found = resolve(chart(*steps))
    assert codes(found) == []
    assert [a.target for a in found.flow.arrows if a.source == "s1_1"] == ["s2_1"]


@pytest.mark.parametrize("way", [{"ke": "berhenti"}, {}], ids=["told to stop", "the last"])
def test_work_done_together_may_end_in_boxes(way: dict[str, str]) -> None:
    together = {"kegiatan": "b", "pelaksana": ["B", "C"], "bentuk": "proses", **way}
    assert codes(resolve(chart({"kegiatan": "a", "pelaksana": "A"}, together))) == []


def test_who_works_with_one_who_goes_round_goes_round_too() -> None:
    together = {"kegiatan": "b", "pelaksana": ["B", "C"], "bentuk": "proses", "ke": "1"}
    assert codes(resolve(chart({"kegiatan": "a", "pelaksana": "A"}, together))) == ["tak-berakhir"]


def test_a_chart_too_wide_for_any_page_is_refused() -> None:
    steps = [{"kegiatan": "a", "pelaksana": f"{chr(65 + i % 26)}{'x' * i}"} for i in range(MAX_LANES + 5)]
    found = resolve(chart(*steps))
    assert len(found.flow.lanes) == MAX_LANES
    assert "terlalu-lebar" in codes(found)


@pytest.mark.parametrize("more", [0, 1])
def test_a_chart_too_long_to_be_drawn_is_refused(more: int) -> None:
    found = resolve(chart(*[{"kegiatan": "a", "pelaksana": "A"}] * (MAX_STEPS + more)))
    told = [fault.loc for fault in found.faults if fault.code == "terlalu-panjang"]
    assert told == [("langkah", MAX_STEPS)] * more


@pytest.mark.parametrize("more", [0, 1])
def test_a_symbol_with_more_ways_out_than_anybody_can_follow_is_refused(more: int) -> None:
    ends = [{"kegiatan": "a", "pelaksana": "A", "bentuk": "selesai"}] * (MAX_EXITS + more)
    ways = {f"ke {i}": i for i in range(2, len(ends) + 2)}
    found = resolve(chart({"kegiatan": "b", "pelaksana": "A", "keputusan": ways}, *ends))
    assert codes(found).count("terlalu-bercabang") == more
    assert len(found.flow.arrows) == MAX_EXITS


@pytest.mark.parametrize("more", [0, 1])
def test_a_chart_of_very_many_branches_is_told_to_be_drawn_simply(more: int) -> None:
    steps = MANY_BRANCHES // 3
    ways = [{str(k): 1 + (i + k) % steps for k in range(1, 5)} for i in range(steps)]
    decisions = [{"kegiatan": "a", "pelaksana": "A", "keputusan": way} for way in ways]
    decisions.append({"kegiatan": "a", "pelaksana": "A", "keputusan": {"x": 1, **({"y": 2} if more else {})}})
    assert ("terlalu-rumit" in codes(resolve(chart(*decisions)))) is bool(more)
