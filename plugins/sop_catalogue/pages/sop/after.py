"""What a reader asks after the form: how do its laws stand, how sure is this."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.law.kinds import name_of
from ...catalogue.model import SopEntry
from ..form.words import Jump, as_html, row_anchors
from ..law.laws import since
from ..links import Links
from ..render import plain, rich


@dataclass(frozen=True, slots=True)
class Law:
    title: str
    name: str
    """Without its subject."""
    url: str
    status: str
    since: str
    """By which other regulation it was replaced or amended."""


def laws(entry: SopEntry, links: Links) -> list[Law]:
    """The regulations whose standing is known; what nobody recorded is not guessed."""
    known = dict.fromkeys(law for citation in entry.citations for law in citation.laws)
    return [
        Law(plain(law.data.judul), name_of(law), links.law(law), law.standing, since(law))
        for law in known
        if law.standing != "tidak diketahui"
    ]


def inferred(entry: SopEntry) -> str:
    """One line on what was concluded from the text because the source does not show it."""
    places: dict[str, list[str]] = {}
    for chart in entry.charts:
        for row in chart.flow.rows:
            for kind in chart.inferred.at(row.index):
                places.setdefault(kind, []).append(row.briefly)
    if not places:
        return ""
    every = entry.step_count
    said = [
        f"{_KINDS[kind]} pada {'semua langkah' if len(rows) == every > 1 else 'langkah ' + ', '.join(rows)}"
        for kind, rows in places.items()
    ]
    return f"Disimpulkan, karena tidak tergambar di dokumen asal: {'; '.join(said)}."


def inferred_kinds(entry: SopEntry) -> list[str]:
    """What was concluded anywhere in it, each in a word."""
    found = {kind for chart in entry.charts for kind in chart.inferred.parts}
    return [kind for kind in _KINDS if kind in found]


_KINDS = {"pelaksana": "pelaksana", "simbol": "bentuk simbol", "panah": "arah panah"}


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
