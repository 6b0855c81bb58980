"""The official form of an SOP with its charts and nothing of the site around it, for whoever holds it against a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.model import SopEntry
from ...chart import Studio
from ..drawings import drawings_of
from ..form import identity
from ..form.flowtable import table
from ..form.words import row_anchors
from ..links import Links
from ..render import plain, render


@dataclass(frozen=True, slots=True)
class FormAlone:
    """Finished HTML, without a link to other pages."""

    identity: Markup
    charts: tuple[Markup, ...]


def form_alone(entry: SopEntry, studio: Studio) -> FormAlone:
    words = entry.form.words
    values = {
        "links": Links("", directory_urls=False),
        "unit": entry.unit,
        "sop": entry.sop,
        "remark": "",
        "kop": identity.kop(entry),
        "head": list(identity.head(entry.sop, words)),
        "official": identity.signer(entry),
        "boxes": identity.unlinked(entry, words),
        "empty": identity.EMPTY,
    }
    return FormAlone(Markup(render("sop/identitas.html", values)), tuple(_charts(entry, studio, words)))


def anchors_of(entry: SopEntry) -> Sequence[tuple[str, ...]]:
    """The ids of the rows of each chart."""
    return [row_anchors(chart.flow, chart.number) for chart in entry.charts]


def _charts(entry: SopEntry, studio: Studio, words: dict[str, str]) -> Iterator[Markup]:
    drawings, _ = drawings_of(entry, studio)
    several = len(entry.charts) > 1
    for chart, drawing in zip(entry.charts, drawings, strict=True):
        values = {
            "table": table(chart, entry.form, words, drawing, several),
            "words": words,
            "heading": lambda id_, _: id_,
            "plain_title": plain(entry.name),
        }
        yield Markup(render("sop/bagan.html", values))
