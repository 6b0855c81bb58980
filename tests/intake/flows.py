"""Flows as they are compared: by what a reader of the chart sees, whatever the definition calls it."""

from __future__ import annotations

import re
from typing import Any

from sop_catalogue.definition.flow.model import Flow, Shape, Symbol
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.langkah import Langkah
from sop_catalogue.definition.markup import plain
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop
from sop_catalogue.intake.drawing.symbols import Form
from sop_catalogue.intake.recovered import Chart, Edge, Node, Step
from sop_catalogue.intake.table.columns import Column

FORMS = {
    Shape.START: Form.CAPSULE,
    Shape.END: Form.CAPSULE,
    Shape.PROCESS: Form.BOX,
    Shape.DECISION: Form.DIAMOND,
}


def drawn(flow: Flow) -> dict[str, Any]:
    """Lanes, rows, symbols with form and text, arrows by the places of their symbols."""
    place = {s.key: (s.row, s.lanes, s.stack) for s in flow.symbols}
    return {
        "lanes": [(_name(lane.name), _name(lane.group)) for lane in flow.lanes],
        "rows": [row.number for row in flow.rows],
        "symbols": sorted((place[s.key], FORMS[s.shape], plain(s.text)) for s in flow.symbols),
        "arrows": sorted(
            (
                *(sorted if arrow.plain or arrow.two_way else list)(
                    [place[arrow.source], place[arrow.target]]
                ),
                plain(arrow.label),
                arrow.plain,
                arrow.two_way,
            )
            for arrow in flow.arrows
        ),
    }


def _name(text: str) -> str:
    """Where a line ends after a slash, nobody can see whether a space follows."""
    return plain(text).replace("/ ", "/")


def words(step: Langkah) -> dict[str, list[str]]:
    """Of the activity and of each cell."""
    cells = {
        key: " ".join(cell.teks) if (cell := step.cell(key)) else ""
        for key in ("kelengkapan", "waktu", "output", "keterangan")
    }
    return {key: re.findall(r"\w+", plain(text)) for key, text in {"": step.kegiatan, **cells}.items()}


def sop_of(text: str) -> Sop:
    """Of a definition in which `sop check` finds no error."""
    definition = read_definition("impor.yml", text.encode(), Sop)
    assert [str(f) for f in definition.findings if f.severity == "galat"] == []
    assert definition.model, definition.findings
    return definition.model


def flows_of(sop: Sop) -> list[Flow]:
    return [resolve(chart).flow for chart in sop.semua_bagan]


def chart_of(flow: Flow) -> Chart:
    """As if it had been recovered from a document."""
    lanes = [Column(lane.index, lane.index + 1, "lane", lane.name, lane.group) for lane in flow.lanes]
    steps = [Step(row.number, [f"Langkah ke-{row.index + 1}"], {}, 1) for row in flow.rows]
    place = {symbol.key: k for k, symbol in enumerate(flow.symbols)}
    nodes = [_node(symbol) for symbol in flow.symbols]
    edges = [
        Edge(place[a.source], place[a.target], a.label, plain=a.plain, two_way=a.two_way) for a in flow.arrows
    ]
    columns = ("kelengkapan", "waktu", "output", "keterangan")
    return Chart(lanes, {}, steps=steps, nodes=nodes, edges=edges, columns=columns)


def _node(symbol: Symbol) -> Node:
    return Node(symbol.row, symbol.lanes, FORMS[symbol.shape], symbol.text, symbol.lanes[0], symbol.stack)


def identity(sop: Sop) -> dict[str, str]:
    """All that stands on the form, but for dashes."""
    boxes = {box.key: "".join(f"{item.no or ''}{item.teks}" for item in sop.items(box)) for box in sop.boxes}
    dates = {key: getattr(sop.tanggal, key) for key in ("pembuatan", "efektif", "pengesahan") if sop.tanggal}
    official = {
        key: getattr(sop.disahkan_oleh, key) for key in ("jabatan", "nama", "nip") if sop.disahkan_oleh
    }
    texts = {"nama": sop.nama, "nomor": sop.nomor, **boxes, **official}
    texts |= {key: day.tampil for key, day in dates.items() if day}
    return {key: letters for key, text in texts.items() if text and (letters := _letters(text))}


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
