"""Examples in hand-written pages are followed by the form they give."""

from __future__ import annotations

import pytest

from sop_catalogue.pages.examples import ExampleFault, drawn_examples
from sop_catalogue.store.kept import NOTHING

STEPS = """```yaml title="Potongan langkah"
- {kegiatan: Menerima <b>surat</b>, pelaksana: Staf}
- {kegiatan: Memeriksa, pelaksana: Kasi, waktu: 2 jam, keputusan: {Ya: lanjut, Tidak: 1}}
- {kegiatan: Mengarsipkan, pelaksana: Staf}
```"""


def test_only_the_examples_that_ask_are_drawn() -> None:
    page, drawn = drawn_examples(f"{STEPS}\n\ntext\n\n{STEPS}\n\n<!-- hasil -->\n", NOTHING)
    assert list(drawn) == ["<!-- hasil 1 -->"]
    assert page == f"{STEPS}\n\ntext\n\n{STEPS}\n\n<!-- hasil 1 -->\n"


def test_the_form_shows_the_steps_and_only_the_columns_in_use() -> None:
    _, drawn = drawn_examples(f"{STEPS}\n<!-- hasil -->\n\n{STEPS}\n<!-- hasil -->\n", NOTHING)
    first, second = drawn.values()
    assert "&lt;b&gt;surat" in first
    assert "<b>" not in first
    assert "2 jam" in first
    assert "Keterangan" not in first
    assert first.count("<svg") >= 3
    assert 'id="bagan-100-langkah-1"' in first
    assert 'id="bagan-200-langkah-1"' in second


def test_several_charts_are_all_drawn() -> None:
    text = "bagan:\n  - {judul: A, langkah: {kegiatan: X, pelaksana: P}}\n  - {judul: B, langkah: {kegiatan: Y, pelaksana: P}}\n"
    _, drawn = drawn_examples(f'```yaml title="Potongan"\n{text}```\n<!-- hasil -->\n', NOTHING)
    assert drawn["<!-- hasil 1 -->"].count("<table") == 2


def test_an_example_that_is_wrong_is_no_silent_gap() -> None:
    with pytest.raises(ExampleFault, match="kunci-asing"):
        drawn_examples("```yaml\nnema: X\n```\n<!-- hasil -->\n", NOTHING)
