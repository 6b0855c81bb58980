"""Every edit is told once and nothing else; what says the same is not different."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.comparison.aligned import aligned, by_text
from sop_catalogue.definition.comparison.compare import compare
from sop_catalogue.definition.comparison.values import About, Kind
from sop_catalogue.definition.comparison.words import runs
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

ACTS = ("Menerima berkas permohonan", "Memeriksa kelengkapan", "Menyusun telaahan staf", "Membahas usulan anggaran",
        "Menandatangani keputusan", "Mengirim undangan rapat", "Mencetak kartu tanda", "Menyimpan arsip statis")  # fmt: skip
LANES = ("Staf", "Kepala Bidang", "Sekretaris")
Value = dict[str, Any]


@st.composite
def definitions(draw: st.DrawFn) -> Value:
    acts = draw(st.permutations(ACTS))[: draw(st.integers(3, 6))]
    steps: list[Value] = [
        {
            "kegiatan": act,
            "pelaksana": draw(st.sampled_from(LANES)),
            "waktu": f"{draw(st.integers(1, 50))} menit",
        }
        for act in acts
    ]
    for k in draw(st.sets(st.integers(1, len(acts) - 2))):
        steps[k]["keputusan"] = {"Ya": "lanjut", "Tidak": f"id-{draw(st.integers(0, k - 1))}"}
    for k, step in enumerate(steps):
        step["id"] = f"id-{k}"
    return {"nama": "Uji", "peringatan": ["Satu", "Dua belas"], "pelaksana": [*LANES], "langkah": steps}


def read(value: Value) -> Sop:
    definition = read_definition("x.yml", yaml.safe_dump(value, allow_unicode=True).encode(), Sop)
    assert definition.model, definition.findings
    return definition.model


def plant(value: Value, edit: str, k: int) -> tuple[Kind, About]:
    steps = value["langkah"]
    match edit:
        case "kegiatan":
            steps[k]["kegiatan"] += " dengan teliti"
        case "waktu":
            steps[k]["waktu"] = "3 hari kerja"
        case "pelaksana":
            steps[k]["pelaksana"] = next(lane for lane in LANES if lane != steps[k]["pelaksana"])
        case "baru":
            steps.insert(k, {"kegiatan": "Melaporkan hasil lewat aplikasi", "pelaksana": "Staf"})
            return Kind.NEW, About.STEP
        case "hilang":
            aims = {step.get("keputusan", {}).get("Tidak") for step in steps}
            k = next(i for i, step in enumerate(steps) if step["id"] not in aims)
            del steps[k]
            return Kind.GONE, About.STEP
        case "kolom":
            value["pelaksana"].insert(k, "Camat")
            return Kind.NEW, About.LANE
        case "butir":
            value["peringatan"].insert(k % 3, "Berkas hilang")
            return Kind.NEW, About.ITEM
        case "panah":
            return _redirect(steps, k)
    return Kind.CHANGED, About.VALUE


def _redirect(steps: list[Value], k: int) -> tuple[Kind, About]:
    k = 2  # from a neighbour it would be drawn as work to and fro
    if "keputusan" in steps[k]:
        steps[k]["keputusan"]["Entah"] = steps[0]["id"]
        return Kind.NEW, About.EXIT
    steps[k]["ke"] = steps[0]["id"]
    return Kind.CHANGED, About.EXIT


EDITS = ("kegiatan", "waktu", "pelaksana", "baru", "hilang", "kolom", "butir", "panah")


@given(definitions(), st.sampled_from(EDITS), st.integers(0, 2))
def test_an_edit_is_told_once_and_nothing_else(value: Value, edit: str, k: int) -> None:
    before = read(value)
    expected = plant(value, edit, k)
    found = compare(before, read(value)).changes
    assert [(change.kind, change.about) for change in found] == [expected], found


@given(definitions())
def test_the_same_is_not_different(value: Value) -> None:
    found = compare(read(value), read(value))
    assert found.changes == ()
    assert not any(found.charts[0].marked)
    assert all(row.kind is None for row in found.charts[0].rows)


TEXTS = st.lists(st.sampled_from(("a b", "a c", "b", "b c d", "x")), max_size=12)


@given(TEXTS, TEXTS)
def test_every_entry_is_aligned_once_in_the_order_of_the_newer(one: list[str], other: list[str]) -> None:
    pairs = by_text(one, other)
    assert sorted(p.before for p in pairs if p.before is not None) == [*range(len(one))]
    assert [p.after for p in pairs if p.after is not None] == [*range(len(other))]
    fast = [p.before for p in pairs if p.before is not None and p.after is not None and not p.moved]
    assert fast == sorted(fast)
    assert sum(p.after is None for p in pairs) == 0 or sorted(one) != sorted(other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_out_of_their_difference(one: str, other: str) -> None:
    found = runs(one, other)
    assert "".join(run.text for run in found if run.kind is not Kind.NEW) == one
    assert "".join(run.text for run in found if run.kind is not Kind.GONE) == other


def test_long_lists_are_aligned_in_time() -> None:
    """What would be millions of pairs."""
    one = [f"butir {k}" for k in range(1_500)]
    assert len(aligned(one, [f"lain {k}" for k in range(1_500)], lambda _a, _b: 0.0, 0.5)) == 3_000
    assert len(by_text(["sama"] * 1_500, ["sama"] * 1_499 + ["beda"])) == 1_501
