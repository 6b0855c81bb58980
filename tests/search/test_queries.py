"""The judged queries themselves: enough of them, all different, and every answer is really there."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache

from tests.search.queries import HELD_OUT, judged
from tests.site.build import Site


def test_there_are_enough_of_every_kind_and_a_third_is_held_out() -> None:
    queries = judged()
    assert len(queries) >= 140
    assert {query.part for query in queries} == {"latih", HELD_OUT}
    assert 0.3 < sum(query.held_out for query in queries) / len(queries) < 0.36
    kinds = Counter(query.kind for query in queries)
    held = Counter(query.kind for query in queries if query.held_out)
    assert kinds["panduan"] >= 15
    assert all(held[kind] for kind in kinds)


def test_every_query_is_asked_once_and_knows_its_answers() -> None:
    queries = judged()
    twice = [text for text, times in Counter(query.text for query in queries).items() if times > 1]
    assert twice == []
    for query in queries:
        answers = (*query.best, *query.also)
        assert query.text == " ".join(query.text.split())
        assert query.best, query
        assert len(set(answers)) == len(answers), query


def test_every_answer_is_a_page_of_the_site_and_a_place_on_it(own: Site) -> None:
    @cache
    def places(page: str) -> frozenset[str]:
        return frozenset(re.findall(r' id="([^"]+)"', own.page(page)))

    for query in judged():
        for answer in (*query.best, *query.also):
            page, _, place = answer.partition("#")
            assert place in places(page) or not place, f"{query.text}: {answer}"


def test_24_sops_are_the_best_answer_to_something(own: Site) -> None:
    sops = {sop["url"].removesuffix(".html") for sop in json.loads(own.read("catalogue.json"))["sop"]}
    asked = {page for query in judged() for page in query.best_pages}
    assert len(sops & asked) >= 24
