"""The small Markdown: what real texts become, and what no text can do."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sop_catalogue.definition.markup import Em, Items, Paragraph, Strong, Text, parse, plain, to_html

TEXTS = {
    "10 menit": "10 menit",
    "a < b & c": "a &lt; b &amp; c",
    "*) Kelengkapan dokumen": "*) Kelengkapan dokumen",
    "**) lihat *draft*)": "**) lihat <em>draft</em>)",
    "me- *review*": "me- <em>review</em>",
    "me-*review* konsep*nya*": "me-<em>review</em> konsep<em>nya</em>",
    "*Hardware, Software*, siap pakai": "<em>Hardware, Software</em>, siap pakai",
    '"*draft*" (*final*)': "&quot;<em>draft</em>&quot; (<em>final</em>)",
    "5 * 3": "5 * 3",
    "2*3*4": "2*3*4",
    "**/": "**/",
    "*.xlsx dan *.pdf": "*.xlsx dan *.pdf",
    "snake_case dan _bukan miring_": "snake_case dan _bukan miring_",
    "**Catatan:** isi": "<strong>Catatan:</strong> isi",
    "***tebal miring***": "<strong><em>tebal miring</em></strong>",
    "*a **b***": "<em>a <strong>b</strong></em>",
    "**a *b***": "<strong>a <em>b</em></strong>",
    "***a** b*": "<em><strong>a</strong> b</em>",
    "***a* b**": "<strong><em>a</em> b</strong>",
    "*belum ditutup": "*belum ditutup",
    "**salah tutup*": "**salah tutup*",
    "****": "****",
    r"\*bukan miring\*": "*bukan miring*",
    "<b onclick=x>*y*": "&lt;b onclick=x&gt;<em>y</em>",
    "satu\ndua": "satu<br>dua",
    "satu\n\ndua": "<p>satu</p><p>dua</p>",
    "- a\n- b\n  lanjutan": '<ul data-tanda="-"><li>a</li><li>b<br>lanjutan</li></ul>',
    "1. a\n2. b": "<ol><li>a</li><li>b</li></ol>",
    "1. a\n2. b\n5. c": '<ol><li>a</li><li>b</li></ol><ol start="5"><li>c</li></ol>',
    "Berkas:\n1) *asli*\n2) salinan\n\nselesai": "<p>Berkas:</p><ol><li><em>asli</em></li><li>salinan</li></ol><p>selesai</p>",
    "1. a\n   - b\n   - c\n2. d": '<ol><li>a<ul data-tanda="-"><li>b</li><li>c</li></ul></li><li>d</li></ol>',
    "- a": '<ul data-tanda="-"><li>a</li></ul>',
    "• a\n• b\n- c": '<ul data-tanda="•"><li>a</li><li>b</li></ul><ul data-tanda="-"><li>c</li></ul>',
    "-": "-",
    "2018 adalah tahun": "2018 adalah tahun",
    "": "",
}


@pytest.mark.parametrize("text", TEXTS)
def test_html(text: str) -> None:
    assert to_html(text) == TEXTS[text]


def test_tree() -> None:
    assert parse("*a* **b**\n1. c") == (
        Paragraph((Em((Text("a"),)), Text(" "), Strong((Text("b"),)))),
        Items(1, ((Paragraph((Text("c"),)),),)),
    )


def test_inline_html_keeps_list_marks_as_text() -> None:
    assert (
        to_html("Berkas:\n1. *asli*\n2. salinan", block=False) == "Berkas:<br>1. <em>asli</em><br>2. salinan"
    )
    assert to_html("- a\n- b", block=False) == "- a<br>- b"
    assert to_html("• a\n• b", block=False) == "• a<br>• b"


def test_plain() -> None:
    assert plain("me- *review*\n**konsep** 5 * 3") == "me- review konsep 5 * 3"


_alphabet = st.sampled_from(
    [
        "*",
        "**",
        "***",
        "\\",
        "a",
        "B",
        "é",
        "1",
        " ",
        "\n",
        "\n\n",
        "- ",
        "• ",
        "1. ",
        "(",
        ")",
        "<b>",
        "&",
        '"',
    ]
)
texts = st.lists(_alphabet, max_size=40).map("".join) | st.text(max_size=80)
_TAG = re.compile(r"<[^>]*>")
_ALLOWED = re.compile(r'</?(em|strong|ul|ol|li|p|br)>|<ol start="\d{1,3}">|<ul data-tanda="[-•]">')


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


@given(texts)
@example("*a " * 30 + "a* " * 30)
def test_output_holds_only_known_tags_and_every_letter(text: str) -> None:
    for block in (True, False):
        out = to_html(text, block)
        tags = _TAG.findall(out)
        assert all(_ALLOWED.fullmatch(tag) for tag in tags), out
        assert _letters(html.unescape(_TAG.sub("", out))) == _letters(text)
        _assert_balanced(tags)
    assert _letters(plain(text)) == _letters(text)


def _assert_balanced(tags: list[str]) -> None:
    opened: list[str] = []
    for tag in tags:
        name = tag.strip("</>").split()[0]
        if tag.startswith("</"):
            assert opened.pop() == name
        elif name != "br":
            opened.append(name)
    assert not opened


@pytest.mark.parametrize(
    "piece", ["*a ", "*a* ", "**a *b ", "a* ", "***a* ", "- a\n", "  - a\n", "1. a\n\n", "\n \n"]
)
def test_time_grows_with_length(piece: str) -> None:
    started = time.process_time()
    to_html(piece * 20_000)
    assert time.process_time() - started < 3
