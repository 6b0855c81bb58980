"""Our routes beside those of other routers: each is measured on the same flows, and ours break no rule."""

from __future__ import annotations

import pytest

import run
from tests.chart.real import real
from tests.theme import tools

from . import routing


@pytest.mark.skipif(not tools.installed(run.ROOT), reason=tools.HELP)
def test_every_router_is_measured_on_every_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "real", lambda: real()[:2])
    head, _, *lines = routing.compared(2).splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert [tuple(row[:2]) for row in rows] == [
        (flows, router)
        for flows in ("real", "usual, 2", "wild, 2")
        for router in ("ours", "Graphviz ortho", "libavoid")
    ]
    titles = [title.strip() for title in head.strip("|").split("|")]
    for k in range(0, len(rows), 3):
        ours, *theirs = (dict(zip(titles, row, strict=True)) for row in rows[k : k + 3])
        assert ours["broken"] == "0"
        assert all(one["arrows"] == ours["arrows"] != "0" and one["length"] != "0" for one in theirs)
