"""What is planned before it is drawn: every sheet as high as it comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.paper.frame import frame
from sop_catalogue.paper.settings import DENSITIES, settings_from
from sop_catalogue.paper.table.flow import flow_sheets
from sop_catalogue.paper.table.plan import Space
from sop_catalogue.paper.table.planner import FlowPlanner
from tests.paper.one_sop import made
from tests.paper.samples.hard import HARD
from tests.studio import STUDIO


def check(entry: SopEntry, paper: str, density: str, room: float) -> None:
    width = frame(settings_from({"kertas": paper})).room_width
    for chart in entry.charts:
        cutting = FlowPlanner(chart, entry.form, entry.form.words, width, density).best(Space(room, room))
        drawn = [sheet.height for sheet in flow_sheets(cutting, 1, STUDIO)]
        assert drawn == pytest.approx(cutting.heights), entry.id
        assert max(drawn) <= room, entry.id


@pytest.mark.parametrize("density", DENSITIES)
def test_real_charts(real: Catalogue, density: str) -> None:
    for entry in real.sops:
        check(entry, "A4", density, 640)


@pytest.mark.parametrize("room", [420, 640])
@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_ones(tmp_path: Path, text: str, room: float) -> None:
    check(made(tmp_path, text).sops[0], "Letter", "biasa", room)
