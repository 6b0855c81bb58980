"""What is drawn in Excel comes back: steps, lanes, forms, arrows with labels, the words of every cell, the identity."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.sop import Sop
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.intake.xlsx.reading import read_xlsx
from tests.intake.flows import drawn, flows_of, identity, sop_of, words
from tests.intake.printed import lifelike_catalogue
from tests.intake.xlsx.office import HABITS, Habit, workbook

RESAVED = Path(__file__).parent / "resaved"
FEW, MANY = 20, 120
HABIT = pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.name)


@cache
def by_chance(many: int) -> Catalogue:
    return lifelike_catalogue(range(many))


def comes_back(sop: Sop, data: bytes) -> Sop:
    (found,) = read_xlsx("buku.xlsx", data)
    said = sop_of(definition_text(found))
    assert [drawn(flow) for flow in flows_of(said)] == [
        drawn(resolve(chart).flow) for chart in sop.semua_bagan
    ]
    for chart, before in zip(said.semua_bagan, sop.semua_bagan, strict=True):
        assert [words(step) for step in chart.langkah] == [words(step) for step in before.langkah]
        assert [_merged(step) for step in chart.langkah] == [_merged(step) for step in before.langkah]
    assert identity(said) == identity(sop)
    return said


def _merged(step: object) -> list[str]:
    cells = [getattr(step, key) for key in ("kelengkapan", "waktu", "output", "keterangan")]
    return [cell.sampai or "" if cell else "" for cell in cells]


@HABIT
def test_every_sop_of_this_repository(habit: Habit, real: Catalogue, nightly: bool) -> None:
    """By day each in a third of the habits. Without borders nothing says that a nameless lane is one."""
    for k, entry in enumerate(real.sops):
        named = all(lane.name for chart in entry.charts for lane in chart.flow.lanes)
        if (named or habit.borders) and (nightly or (k + HABITS.index(habit)) % 3 == 0):
            comes_back(entry.sop, workbook(entry.sop, habit, k))


@pytest.mark.halved
@HABIT
def test_flows_such_as_offices_draw(habit: Habit, nightly: bool) -> None:
    """Glued connectors say all; of loose ones, and of labels that stand close together, a few may be taken for others."""
    told: Counter[str] = Counter()
    for k, entry in enumerate(by_chance(MANY if nightly else FEW).sops):
        told += _arrows(entry, workbook(entry.sop, habit, k))
    if habit.glued:
        assert told["right"] == told["all"] == told["found"]
    assert told["right"] >= 0.98 * told["all"]
    assert told["found"] <= 1.03 * told["all"]
    assert told["labelled"] >= 0.96 * told["all"]


def _arrows(entry: SopEntry, data: bytes) -> Counter[str]:
    (found,) = read_xlsx("buku.xlsx", data)
    (flow,) = flows_of(sop_of(definition_text(found)))
    before, after = (Counter(drawn(one)["arrows"]) for one in (entry.charts[0].flow, flow))
    bare = [Counter((*arrow[:2], *arrow[3:]) for arrow in many.elements()) for many in (before, after)]
    return Counter(
        all=before.total(),
        found=after.total(),
        labelled=(before & after).total(),
        right=(bare[0] & bare[1]).total(),
    )


@pytest.mark.parametrize("file", sorted(RESAVED.glob("*.xlsx")), ids=lambda file: file.stem)
def test_what_another_program_saved_anew(file: Path, real: Catalogue) -> None:
    """Opened in LibreOffice and saved: no line is glued any more, and all is drawn in another way."""
    (entry,) = [entry for entry in real.sops if entry.id.endswith(f"/{file.stem}")]
    comes_back(entry.sop, file.read_bytes())


def test_what_comes_of_a_workbook_is_checked_and_names_it(real: Catalogue) -> None:
    entry = real.sops[0]
    data = workbook(entry.sop, HABITS[1])
    said = comes_back(entry.sop, data)
    assert said.sumber and said.sumber.berkas == "buku.xlsx"
    assert said.sumber.halaman == "2"
