"""The judged queries, typed into the box: this catalogue's search beside Material's own on the same site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from shutil import copytree

import pytest

from tests.browser.driving.search_box import BOX, SearchBox
from tests.browser.driving.visit import Door, Visit
from tests.search.judgement import Verdict, score, table
from tests.search.queries import judged
from tests.site.build import REPOSITORY, build

HIT5, HIT1 = 0.98, 0.93
OPTION = "      sop_defs: sop_defs\n"
SOURCES = ("docs", "overrides", "sop_defs")
Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Door:
    """This repository's site with Material's own search."""
    place = tmp_path_factory.mktemp("material")
    source = place / "katalog"
    for name in SOURCES:
        copytree(REPOSITORY / name, source / name)
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    assert OPTION in settings
    (source / "mkdocs.yml").write_text(settings.replace(OPTION, f"{OPTION}      search: material\n"), "utf-8")
    site = build(source, place / "repo")
    assert site.code == 0, site.log
    return Door(site, site.folder.as_uri() + "/")


def _judge(visit: Visit, door: Door) -> list[Verdict]:
    queries = judged()
    box = SearchBox.opened(visit.page(door), door)
    answers = box.ask([query.text for query in queries])
    return [Verdict(query, answer.results) for query, answer in zip(queries, answers, strict=True)]


def test_readers_find_what_they_look_for(own_http: Door, visit: Visit, record_property: Record) -> None:
    ours = _judge(visit, own_http)
    record_property("search", table({"pencarian katalog": ours}))
    mine = score(ours)
    assert mine.hit5 >= HIT5, _missed(ours, near=True)
    assert mine.hit1 >= HIT1, _missed(ours, near=False)
    assert visit.complaints == []


@pytest.mark.usefixtures("only_by_night")
def test_and_better_than_with_the_search_of_material(
    own_http: Door, material: Door, visit: Visit, record_property: Record
) -> None:
    """Which changes only with a new version of Material."""
    ours, theirs = _judge(visit, own_http), _judge(visit, material)
    record_property("search", table({"pencarian katalog": ours, "pencarian Material": theirs}))
    mine, stock = score(ours), score(theirs)
    assert mine.hit5 > stock.hit5
    assert mine.hit1 > stock.hit1
    assert mine.mrr > stock.mrr
    assert visit.complaints == []


def _missed(verdicts: Sequence[Verdict], *, near: bool) -> str:
    """What failed, by name but for the held-out part."""
    missed = [verdict for verdict in verdicts if not (verdict.near if near else verdict.first)]
    told = [str(verdict) for verdict in missed if not verdict.query.held_out]
    return "\n".join([f"{len(missed)} missed, {len(missed) - len(told)} of them held out", *told])


def test_typing_letter_by_letter_ends_in_the_same_list(own_http: Door, visit: Visit) -> None:
    page = visit.page(own_http)
    box = SearchBox.opened(page, own_http)
    for text in ("menyusun laporan tahunan", '"surat keluar" caraka', "005/SOP", "sekertaris paraf surat"):
        (pasted,) = box.ask([text])
        assert pasted.results, text
        page.locator(BOX).fill("")
        page.locator(BOX).press_sequentially(text)
        box.wait_for(pasted.results)
    assert visit.complaints == []
