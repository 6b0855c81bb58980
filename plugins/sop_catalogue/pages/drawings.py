"""What Graphviz draws for pages: a picture that it refuses costs no other page, and no other picture, anything."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ..catalogue.model import SopEntry
from ..chart import Drawing, GraphvizFailed, Studio, draw
from .form.flowtable import lane_width, widest_lane

Drawings = tuple[list[Drawing | None], tuple[str, ...]]
_UNDRAWN = Markup('<p class="sop-ket">Gambar ini tidak dapat dibuat; hubungannya tertulis di bawah.</p>')


def picture_of(draw_it: Callable[[], str]) -> tuple[Markup, tuple[str, ...]]:
    """A picture to stand above its words, or one line where Graphviz refuses; and what to tell the author."""
    try:
        return Markup(draw_it()), ()
    except GraphvizFailed as failure:
        return _UNDRAWN, (f"peta tampil tanpa gambar, hanya dengan daftarnya. {failure}",)


def drawings_of(entry: SopEntry, studio: Studio) -> Drawings:
    """A drawing for each chart, or None where its table has to do with its words; and what to tell the author."""
    drawings: list[Drawing | None] = []
    faults = []
    for chart in entry.charts:
        try:
            flow = chart.flow
            drawings.append(draw(flow, None, lane_width(flow), widest_lane(flow), studio=studio))
        except GraphvizFailed as failure:
            drawings.append(None)
            faults.append(
                f"{entry.path}: bagan {chart.number} tampil tanpa gambar, hanya dengan kata-katanya. {failure}"
            )
    return drawings, tuple(faults)
