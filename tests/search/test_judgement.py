"""The measure itself."""

from __future__ import annotations

from pytest import approx

from tests.search.judgement import Found, Verdict, score, table
from tests.search.queries import Query

QUERY = Query("latih", "tugas", "cap surat", ("sop/a#langkah-2", "sop/b"), ("sop/c#langkah-1",))


def _verdict(*pages: str, query: Query = QUERY) -> Verdict:
    found = (page.partition("#") for page in pages)
    return Verdict(query, tuple(Found(page, (place,) if place else ()) for page, _, place in found))


def test_a_best_answer_on_top_is_a_hit() -> None:
    verdict = _verdict("sop/b", "sop/x")
    assert verdict.first
    assert verdict.near
    assert verdict.rank == 1
    assert verdict.row is None, "the whole page answers"


def test_an_answer_that_is_not_the_best_counts_among_the_first_five_only() -> None:
    verdict = _verdict("sop/c", "sop/x", "sop/a")
    assert not verdict.first
    assert verdict.near
    assert verdict.rank == approx(1 / 3)


def test_nothing_beyond_the_tenth_place_counts() -> None:
    crowd = [f"sop/x{n}" for n in range(10)]
    assert _verdict(*crowd, "sop/a").rank == 0
    assert not _verdict(*crowd[:5], "sop/a").near
    assert not _verdict().first


def test_the_row_shown_first_must_be_the_right_one() -> None:
    assert _verdict("sop/a#langkah-2").row
    assert _verdict("sop/a#langkah-3").row is False
    assert _verdict("sop/a").row is False
    assert _verdict("sop/x").row is False
    two = Verdict(QUERY, (Found("sop/a", ("langkah-3", "langkah-2")),))
    assert two.row is False


def test_the_table_shows_searches_side_by_side() -> None:
    held = Query("uji", "nomor", "005", ("sop/n",), ())
    ours = [_verdict("sop/a#langkah-2"), _verdict("sop/n", query=held)]
    theirs = [_verdict("sop/x", "sop/a"), _verdict(query=held)]
    lines = table({"kami": ours, "Material": theirs}).splitlines()
    assert lines[2].split() == ["semua", "2", "|", *["1.000"] * 4, "|", "0.000", "0.500", "0.250", "0.000"]
    assert [line.split()[0] for line in lines[1:]] == ["jenis", "semua", "latih", "uji", "tugas", "nomor"]
    assert score(ours).hit1 == 1
