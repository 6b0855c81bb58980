"""Routing and drawing alone, without cache and pages, beside Graphviz' own router with one `dot` process an SOP.

`python -m tests.bench.drawing FOLDER [ortho]` prints, as JSON, what one side cost for the definitions there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sop_catalogue.chart import draw
from sop_catalogue.chart.draw import plan
from sop_catalogue.chart.graphviz import engine
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

from .report import against

AIM, FLOOR = 4.0, 10.0
"""CPU seconds for 1,000 SOPs, cold, on one core: what is aimed at, and what is too slow."""
NO_DOT = "not measured: no `dot` program on PATH (Debian: apt-get install graphviz)"


def drawing(definitions: Path) -> str:
    """Both sides, each in a process of its own."""
    ours = _side(definitions)
    theirs = _side(definitions, "ortho") if shutil.which("dot") else None
    aim = ours["sops"] / 1000 * AIM
    lines = [
        f"### Routing and drawing {ours['sops']} SOPs ({ours['charts']} charts, {ours['arrows']} arrows)",
        "",
        f"- ours, cold: {ours['cpu']:.2f} s CPU ({against(ours['cpu'], aim, '≤ {:.2f}')})",
    ]
    if theirs is None:
        return "\n".join([*lines, f"- `splines=ortho`: {NO_DOT}"])
    lost = f", {theirs['failed']} of them ended by its own faults" if theirs["failed"] else ""
    said = f"- `splines=ortho`, one `dot` process an SOP, same nodes pinned: {theirs['cpu']:.2f} s CPU"
    return "\n".join([*lines, f"{said} ({theirs['cpu'] / ours['cpu']:.1f} × ours{lost})"])


def _side(definitions: Path, *how: str) -> dict[str, float]:
    command = [sys.executable, "-m", f"{__package__}.drawing", str(definitions), *how]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(folder: Path, ortho: bool) -> None:
    flows, sops = [], 0
    for file in sorted(folder.glob("*/*/*.yml")):
        if file.stem != "unit" and (model := read_definition(file.stem, file.read_bytes(), Sop).model):
            flows += [resolve(chart).flow for chart in model.semua_bagan]
            sops += 1
    found: dict[str, float] = {
        "sops": sops,
        "charts": len(flows),
        "arrows": sum(len(f.arrows) for f in flows),
    }
    if ortho:
        graphs = list(_pinned(flows))
        before = _children()
        found["failed"] = sum(_dot(graph) for graph in graphs)
        found["cpu"] = _children() - before
    else:
        began = time.process_time() + _children()
        for flow in flows:
            draw(flow)
        engine.close()  # its time counts once it has ended
        found["cpu"] = time.process_time() + _children() - began
    print(json.dumps(found))


def _pinned(flows: list[Flow]) -> Iterator[str]:
    """The same symbols at the same places, their arrows left to Graphviz."""
    for flow in flows:
        layout, _ = plan(flow)
        names = {key: f"n{i}" for i, key in enumerate(layout.boxes)}
        lines = ['digraph { graph [splines=ortho notranslate=true]; node [shape=box fixedsize=true label=""]']
        lines += [
            f'{names[key]} [pos="{box.x},{-box.y}" width={box.body.width / 72} height={box.body.height / 72}]'
            for key, box in layout.boxes.items()
        ]
        lines += [
            f"{names[line.arrow.source]} -> {names[line.arrow.target]} [xlabel={json.dumps(line.arrow.label)}]"
            for line in layout.lines
        ]
        yield "\n".join([*lines, "}"])


def _dot(graph: str) -> bool:
    """Whether it failed: some graphs abort its router."""
    return (
        subprocess.run(
            ["dot", "-Kneato", "-n", "-Tsvg"], input=graph.encode(), capture_output=True
        ).returncode
        != 0
    )


def _children() -> float:
    used = os.times()
    return used.children_user + used.children_system


if __name__ == "__main__":
    main(Path(sys.argv[1]), "ortho" in sys.argv[2:])
