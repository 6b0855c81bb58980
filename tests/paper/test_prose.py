"""Texts that are cut where a sheet ends lose no word and no mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.markup import Text, plain
from sop_catalogue.pages.render import rich_line
from sop_catalogue.pages.text.prose import Para, cell_prose, lines, prose
from sop_catalogue.paper.frame import TEXT
from sop_catalogue.paper.text.cutting import parted, split
from sop_catalogue.paper.text.line import line_count
from sop_catalogue.paper.text.nesting import Nested, nested
from tests.paper.written import written

WORDS = st.text("abc *-1.<&é\n", max_size=200)


def said(html: str) -> str:
    """The words of some HTML, without spaces."""
    return re.sub(r"<[^>]*>|\s", "", html)


@given(WORDS, st.integers(1, 6), st.integers(30, 200))
def test_both_parts_together_say_what_the_whole_says(text: str, most: int, room: int) -> None:
    for cut in (split, parted):
        whole = prose(text)
        first, rest = cut(whole, most, room, 12.0)
        assert said(written(first) + written(rest)) == said(written(whole))


@given(WORDS, st.integers(1, 6), st.integers(30, 200))
def test_lists_hold_the_same_paragraphs_in_the_same_places(text: str, most: int, room: int) -> None:
    for found in (prose(text), cell_prose(tuple(text.split("é"))), split(prose(text), most, room, 12.0)[1]):
        assert [para for _, para in spread(nested(found))] == list(found)
        assert all(indent == pytest.approx(para.indent) for indent, para in spread(nested(found)))


def spread(found: Nested, within: float = 0.0) -> Iterator[tuple[float, Para]]:
    """Paragraph by paragraph, with the indent that it has."""
    for part in found:
        if isinstance(part, Para):
            yield within, part
            continue
        for item in part.items:
            if item.mark:
                yield within + item.indent, item.mark
            yield from spread(item.further, within + item.indent)


@given(WORDS, st.integers(1, 6), st.integers(30, 200))
def test_lists_are_whole(text: str, most: int, room: int) -> None:
    for found in (prose(text), cell_prose(tuple(text.split("é"))), split(prose(text), most, room, 12.0)[1]):
        inner = re.compile(
            r"<(ul|ol)( type=\"a\"| type=\"1\")?>(<li[^>]*>((?!<li|<ul|<ol).)*?</li>)+</\1>", re.DOTALL
        )
        html, before = written(found), ""
        while html != before:
            html, before = inner.sub("", html), html
        assert not re.search("<(ul|ol|li)", html)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["1.", "2."], "<ol 1"),
        (["a.", "b."], "<ol a"),
        (["•", "•"], "<ul"),
        (["1.", "2.", "•"], "<ol 1 <ul"),
        (["", "2."], "<ol 1"),
        (["", ""], "<ul"),
    ],
)
def test_what_kind_of_list_marks_make(marks: list[str], expected: str) -> None:
    html = written(tuple(Para((Text("x"),), 1.5, mark) for mark in marks))
    assert (
        " ".join(" ".join(found).strip() for found in re.findall(r'(<[uo]l)(?: type="(.)")?', html))
        == expected
    )


@given(WORDS, st.integers(1, 6), st.integers(30, 200))
def test_the_first_part_fits(text: str, most: int, room: int) -> None:
    first, _ = split(prose(text), most, room, 12.0)
    assert lines(first, room, 12.0) <= most


@given(WORDS, st.integers(0, 6), st.integers(30, 200))
def test_counting_may_stop_where_it_is_enough(text: str, enough: int, room: int) -> None:
    for para in prose(text):
        whole = para.lines(room, 12.0)
        found = para.lines(room, 12.0, enough)
        assert found == whole if whole <= enough else enough < found <= whole


@given(WORDS)
def test_a_line_has_as_many_lines_as_are_written(text: str) -> None:
    assert line_count(text, 9000, TEXT) == rich_line(text).count("<br>") + 1


@given(WORDS)
def test_nothing_an_author_wrote_becomes_markup(text: str) -> None:
    assert set(re.findall(r"</?(\w+)", written(prose(text)))) <= {
        "p", "ul", "ol", "li", "i", "em", "strong", "br",
    }  # fmt: skip


def test_marks_are_printed_as_they_are_written() -> None:
    for text in ("- satu", "- satu\n- dua", "• satu\n• dua", "• satu\n- dua\n1. tiga"):
        assert said(written(prose(text))) == said(text.replace(" ", "").replace("\n", ""))
    assert said(written(cell_prose(("- satu",)))) == "-satu"


def test_the_words_are_those_of_the_web() -> None:
    text = "Memeriksa *berkas*:\n- **asli** & salinan\n- kuitansi\n\n1. satu\n2. dua"
    assert said(written(prose(text))).replace("&amp;", "&") == plain(text).replace(" ", "")
