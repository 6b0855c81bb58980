"""What a reader asks after the form: how do its laws stand, how sure is this."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.law.kinds import name_of
from ...catalogue.model import SopEntry
from ...definition.flow.inferred import inferred_said
from ..form import identity
from ..form.words import Jump, as_html, row_anchors
from ..law.laws import basis, recorded, since
from ..links import Links
from ..render import plain, rich
from ..status import UNSTATED


@dataclass(frozen=True, slots=True)
class Law:
    title: str
    name: str
    """Without its subject."""
    url: str
    status: str
    since: str
    """By which other regulation it was replaced or amended."""
    basis: str
    """On what the status rests."""
    recorded: str


def laws(entry: SopEntry, links: Links) -> list[Law]:
    """The regulations whose standing is known; what nobody recorded is not guessed."""
    known = dict.fromkeys(law for citation in entry.citations for law in citation.laws)
    return [
        Law(
            plain(law.data.judul),
            name_of(law),
            links.law(law),
            law.standing,
            since(law),
            basis(law),
            recorded(law),
        )
        for law in known
        if law.standing != "tidak diketahui"
    ]


def inferred(entry: SopEntry) -> str:
    """What was concluded because the document does not say it: what the stars stand for, and what has none."""
    said = [inferred_said([chart.flow for chart in entry.charts])]
    if entry.status_inferred:
        said.append(f"Statusnya disimpulkan; {UNSTATED}.")
    said.append(identity.remark(entry.sop))
    return " ".join(filter(None, said))


def editor_notes(entry: SopEntry) -> list[Markup]:
    """The transcriber's notes, each with its place."""
    notes = [rich(note) for note in entry.sop.catatan_penyunting]
    for chart in entry.charts:
        if not any(step.catatan_penyunting for step in chart.steps):
            continue
        anchors = row_anchors(chart.flow, chart.number)
        for step, row in zip(chart.steps, chart.flow.rows, strict=True):
            lead = as_html([Jump(row.called[0].upper() + row.called[1:], anchors[row.index]), ": "])
            notes += [lead + rich(note) for note in step.catatan_penyunting]
    return notes
