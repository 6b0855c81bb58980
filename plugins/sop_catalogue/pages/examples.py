"""Examples in hand-written pages, followed by the form they give.

In Markdown, `<!-- hasil -->` under a fenced YAML example asks for its flow table. What the title of the example says tells
what the text is: a file name, a whole file; `Potongan langkah`, items under `langkah`; anything else, keys of an SOP.
"""

from __future__ import annotations

import re
import textwrap

from ..catalogue.model import Chart
from ..chart import Studio, draw
from ..definition.daftar import Formulir
from ..definition.flow.resolve import resolve
from ..definition.form import FORM
from ..definition.reading.reader import read_definition
from ..definition.sop import Sop
from .form.flowtable import lane_width, table, widest_lane
from .render import render

FENCE = re.compile(r'^```yaml(?: title="(?P<title>[^"]*)")?\n(?P<text>(?:(?!```).*\n)*)```$', re.MULTILINE)
_ASKED = re.compile(FENCE.pattern + r"\n+<!-- hasil -->$", FENCE.flags)


def whole(title: str, text: str) -> str:
    """A piece of a definition, put into the smallest file that can hold it."""
    if title.endswith(".yml"):
        return text
    if title == "Potongan langkah":
        text = "langkah:\n" + textwrap.indent(text, "  ")
    name = "" if re.search(r"^nama:", text, re.MULTILINE) else "nama: Contoh\n"
    flow = (
        ""
        if re.search(r"^(langkah|bagan):", text, re.MULTILINE)
        else "langkah: {kegiatan: Contoh, pelaksana: Staf}\n"
    )
    return name + flow + text


class ExampleFault(ValueError):
    """An example that is no sound definition."""


def drawn_examples(markdown: str, studio: Studio) -> tuple[str, dict[str, str]]:
    """The page with a mark of its own under each example asked for, and the HTML that belongs at each mark."""
    found: dict[str, str] = {}

    def mark(example: re.Match[str]) -> str:
        fence, _, _ = example[0].rpartition("\n<!-- hasil -->")
        name = f"<!-- hasil {len(found) + 1} -->"
        found[name] = _drawn(whole(example["title"] or "", example["text"]), len(found) + 1, studio)
        return f"{fence}\n{name}"

    return _ASKED.sub(mark, markdown), found


def _drawn(text: str, number: int, studio: Studio) -> str:
    definition = read_definition(f"contoh {number}", text.encode(), Sop)
    if definition.model is None:
        raise ExampleFault("\n".join(finding.text() for finding in definition.findings))
    charts = definition.model.semua_bagan
    return "".join(
        _table(Chart(100 * number + k, written.langkah, resolve(written).flow, written.catatan_kaki), studio)
        for k, written in enumerate(charts)
    )


def _table(chart: Chart, studio: Studio) -> str:
    """Charts of examples count from 100, so that no anchor is another's or a heading's."""
    flow = chart.flow
    unused = tuple(column.key for column in FORM.columns if not any(s.cell(column.key) for s in chart.steps))
    form = Formulir(tanpa_kolom=unused)
    words = form.words
    drawing = draw(flow, None, lane_width(flow), widest_lane(flow), studio=studio)
    view = table(chart, form, words, drawing, several=True)
    values = {"table": view, "words": words, "heading": lambda id_, _: id_, "plain_title": "Contoh"}
    return f'<div class="sop-formulir sop-contoh">{render("sop/bagan.html", values)}</div>'
