"""What is written before it is known where things are."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.paper.assemble import printed
from sop_catalogue.paper.content.form import Logo
from sop_catalogue.paper.content.table import Lanes
from sop_catalogue.paper.html.pieces import Link, Piece, TabPlace, joined, placed, unplaced
from sop_catalogue.paper.kept import packed, unpacked
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.paper.table.columns import Sharing
from sop_catalogue.paper.table.fit import FITS
from sop_catalogue.paper.table.rows import body_rows
from sop_catalogue.paper.table.steps import steps_of
from sop_catalogue.paper.table.window import Window
from sop_catalogue.paper.values import PrintedSop, Sheet, Title
from tests.paper.one_sop import made
from tests.studio import STUDIO, draw_sheets

WORDS = st.text("ab<&\"' é", max_size=8)
ESCAPED = WORDS.map(lambda text: re.sub("[<&]", "", text))
PIECES: st.SearchStrategy[list[Piece]] = st.lists(
    st.one_of(
        ESCAPED,
        st.builds(Link, WORDS, ESCAPED),
        st.builds(Logo, WORDS, WORDS, st.just("0a")),
        st.builds(TabPlace, ESCAPED, st.sampled_from(["", "3.17"])),
    ),
    max_size=9,
)


@given(PIECES)
def test_a_cache_gives_back_what_it_was_given(pieces: list[Piece]) -> None:
    sheet = Sheet("alur bagan", "Judul", "hal. 1", joined(pieces), (Title("Bagan", True),))
    kept = PrintedSop("p/u/s", "Judul", (sheet,))
    assert unpacked(json.loads(json.dumps(packed(kept)))) == kept
    assert unplaced(sheet.pieces) == unplaced(pieces)


@given(PIECES)
def test_what_is_printed_is_the_same_wherever_links_lead(pieces: list[Piece]) -> None:
    """Manifests in offices hold digests of this very text."""
    somewhere = placed(pieces, lambda id_: f"../{id_}.html", lambda id_: f"lambang:{id_}")
    assert re.sub(r"</?a\b[^>]*>", "", somewhere) == unplaced(pieces)


def test_an_address_is_no_markup() -> None:
    html = placed([Link("x", "X"), Logo("y", "<Y>", "0a")], lambda _: '"><b>', lambda _: "'><b>")
    assert html == (
        '<a href="&#34;&gt;&lt;b&gt;">X</a><img src="&#39;&gt;&lt;b&gt;" alt="Lambang &lt;Y&gt;" data-isi="0a">'
    )


SOP = """\
nama: Satu
bagan:
  - {judul: "Bagian **satu**", langkah: [{kegiatan: A, pelaksana: P}, {kegiatan: B, pelaksana: Q, keputusan: {Ya: lanjut, Tidak: 1}}, {kegiatan: C, pelaksana: P}]}
  - judul: "Bagian (lanjutan)"
    langkah: [LANGKAH]
lampiran: [{judul: Contoh *isian*, isi: ISI}]
"""


def test_a_sheet_says_what_begins_on_it(tmp_path: Path) -> None:
    steps = ", ".join(f"{{kegiatan: Langkah {i}, pelaksana: P}}" for i in range(40))
    text = SOP.replace("LANGKAH", steps).replace("ISI", "'" + "kata " * 3000 + "'")
    (entry,) = made(tmp_path, text).sops
    titles = [title for sheet in printed(entry, DEFAULT, STUDIO).sheets for title in sheet.titles]
    assert [title.text for title in titles if not title.going_on] == [
        "Bagian satu",
        "Bagian (lanjutan)",
        "Contoh isian",
    ]
    assert Title("Bagian (lanjutan)", going_on=True) in titles


def test_the_lanes_of_a_drawn_row_say_in_words_what_is_drawn(real: Catalogue) -> None:
    for entry in real.sops[:5]:
        for chart in entry.charts:
            steps = steps_of(chart, ("waktu",))
            sharing = Sharing(chart.flow, steps.rows, ("waktu",), entry.form.words, 900, {})
            shared = sharing.columns(90.0, FITS["biasa"][0])
            window = Window(0, tuple(range(len(steps.rows))), [60.0] * len(steps.rows))
            drawn = draw_sheets(chart.flow, [0], list(window.heights), 90.0)[0].drawing
            said = [
                [cell for row in body_rows(steps, shared, window, drawing, lambda _: 0.0, 1) for cell in row.cells
                 if isinstance(cell, Lanes)]
                for drawing in (drawn, None)
            ]  # fmt: skip
            assert [lanes.words for lanes in said[0]] == [lanes.words for lanes in said[1]]
            assert all(lanes.strip for lanes in said[0]) and not any(lanes.strip for lanes in said[1])
            assert all(any(lanes.words) for lanes in said[0])
