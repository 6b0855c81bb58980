"""Where tests draw: one Graphviz for all of a session."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sop_catalogue import chart
from sop_catalogue.chart.graphviz.engine import LocalGraphviz
from sop_catalogue.chart.network import pictures
from sop_catalogue.chart.studio import PINNED, Studio
from sop_catalogue.store.kept_files import KeptFiles

GRAPHVIZ = LocalGraphviz()
STUDIO = Studio(GRAPHVIZ)

draw = partial(chart.draw, studio=STUDIO)
draw_sheets = partial(chart.draw_sheets, studio=STUDIO)
standalone = partial(chart.standalone, studio=STUDIO)
spread = partial(pictures.spread, studio=STUDIO)
beside = partial(pictures.beside, studio=STUDIO)


class _Idle:
    version = GRAPHVIZ.version

    def render(self, dot: str, program: str = PINNED) -> str:
        pytest.fail(f"drawn again by {program}: {dot}")


def idle(studio: Studio) -> Studio:
    """One in which nobody draws."""
    return replace(studio, graphviz=_Idle())


def keeping(folder: Path) -> Studio:
    """One that keeps its drawings there."""
    return Studio(GRAPHVIZ, KeptFiles(folder))
