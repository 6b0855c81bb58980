"""A DOCX becomes the SOPs in it: with the drawing of the PDF that a word processor made of it, or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from ..primitives import UnreadableError
from ..recovered import Chart, Identity, Recovered, Step
from ..table.rows import Cell
from ..tabled.reading import recovered
from .document import body_of

UNREAD = "bagannya digambar di Word; yang ini hanya terbaca bila LibreOffice terpasang, atau dari PDF-nya: "


def read_docx(name: str, data: bytes) -> list[Recovered]:
    """Words and lanes from its tables, symbols where they are anchored in a cell, the flow in order."""
    body = body_of(data)
    found = recovered(body.blocks, name, sha256(data).hexdigest())
    unread = ((body.unplaced, "simbol yang tempatnya tidak jelas"), (body.lines, "garis dan panah"))
    if said := [f"{many} {what}" for many, what in unread if many]:
        found[0].charts[0].doubts.append(UNREAD + ", ".join(said))
    return found


def with_words(drawn: list[Recovered], written: Sequence[Recovered]) -> list[Recovered]:
    """What was read from the PDF, in the document's own words where both have the same letters; named as the document."""
    for sop in drawn:
        sop.source, sop.digest = written[0].source, written[0].digest
    if len(drawn) == len(written):
        for sop, own in zip(drawn, written, strict=True):
            _identity(sop.identity, own.identity)
            if len(sop.charts) == len(own.charts):
                for chart, said in zip(sop.charts, own.charts, strict=True):
                    _chart(chart, said)
    return drawn


def drawn_or_written(drawn: list[Recovered], written: list[Recovered]) -> list[Recovered]:
    """The drawing counts where it has one for each chart."""
    if not drawn or any(not chart.nodes for sop in drawn for chart in sop.charts):
        return written
    return with_words(drawn, written)


def read_drawn(name: str, data: bytes, drawn: list[Recovered]) -> list[Recovered]:
    """With what was read from its PDF. A document without a table that can be read may still have one there."""
    try:
        written = read_docx(name, data)
    except UnreadableError:
        if not drawn:
            raise
        for sop in drawn:
            sop.source, sop.digest = name, sha256(data).hexdigest()
        return drawn
    return drawn_or_written(drawn, written)


def _chart(chart: Chart, own: Chart) -> None:
    if len(chart.lanes) == len(own.lanes):
        chart.lanes = [
            said if _same(lane.name, said.name) and _same(lane.group, said.group) else lane
            for lane, said in zip(chart.lanes, own.lanes, strict=True)
        ]
    chart.title = own.title if _same(chart.title, own.title) else chart.title
    if len(chart.steps) == len(own.steps):
        for step, said in zip(chart.steps, own.steps, strict=True):
            _step(step, said)


def _step(step: Step, own: Step) -> None:
    if _same(" ".join(step.activity), " ".join(own.activity)):
        step.activity = own.activity
    for kind, cell in step.cells.items():
        said = own.cells.get(kind, Cell())
        if _same("".join(cell.texts), "".join(said.texts)):
            step.cells[kind] = Cell(said.texts, cell.rows)


def _identity(identity: Identity, own: Identity) -> None:
    for key, text in own.fields.items():
        if _same(identity.fields.get(key, text), text):
            identity.fields[key] = text
    for key, items in own.boxes.items():
        had = "".join(item.text for item in identity.boxes.get(key, items))
        if _same(had, "".join(item.text for item in items)):
            identity.boxes[key] = items
    identity.signature = identity.signature or own.signature
    identity.head = identity.head or own.head


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
