"""The theme's frame is made once a unit; every page still has its own texts in it."""

from __future__ import annotations

import re
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.utils.templates import url_filter

from sop_catalogue.plugin.shell import Shells
from tests.site.build import Site, leads_on


def test_each_page_has_its_own_frame(sample: Site) -> None:
    pages = [p for p in (sample.folder / "sop").glob("*/*/*.html") if p.name != "index.html"]
    texts = {page: page.read_text("utf-8") for page in pages}
    assert len(texts) > 2
    for page, text in texts.items():
        if leads_on(text):
            continue
        assert not re.search(r"SOP0[A-Z]+0SOP", text)
        assert text.count("<h1") == 1
        assert _words(text, "title").startswith(_words(text, "h1"))
        for side in ("prev", "next"):
            for link in re.findall(rf'<link rel="{side}" href="([^"]*)"', text):
                assert (page.parent / link).is_file()


def _words(page: str, tag: str) -> str:
    found = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page, re.DOTALL)
    return " ".join(unescape(re.sub("<[^>]*>", "", found[1])).split()) if found else "?"


@pytest.mark.parametrize("ending", [".html", "/"])
def test_neighbours_in_other_folders_of_the_unit(ending: str) -> None:
    env = Environment(
        loader=DictLoader({"main.html": "{{ page.previous_page.url|url }} {{ page.next_page.url|url }}"})
    )
    env.filters["url"] = url_filter
    shells = Shells(env)
    places = ("x", "y", "c/d", "c/e", "f/g", "f/h", "z")
    pages = [_page(place, f"sop/a/b/{place}{ending}") for place in places]
    for before, page, after in zip(pages, pages[1:], pages[2:], strict=False):
        page.previous_page, page.next_page = before, after
        context = {"page": page, "base_url": "../" * page.url.count("/")}
        assert shells.around(context, "a/b") == env.get_template("main.html").render(context)


def _page(name: str, url: str = "") -> SimpleNamespace:
    shared: dict[str, Any] = {
        "file": None, "parent": None, "ancestors": [], "is_homepage": False, "is_top_level": False, "active": True,
        "is_page": True, "is_section": False, "is_link": False, "children": None, "update_date": "", "toc": [],
        "previous_page": None, "next_page": None, "canonical_url": None, "edit_url": None,
    }  # fmt: skip
    return SimpleNamespace(
        **shared,
        url=url or f"sop/a/b/{name}.html",
        title=name,
        content=f"<h1>{name}</h1>",
        meta={"description": ""},
    )


@pytest.mark.parametrize(
    "template", ["{{ page.title }}{{ page.content }}", "{{ page.title }}{{ page.content }}{{ page.url }}"]
)
def test_a_template_that_shows_more_of_its_page_is_rendered_in_full(template: str) -> None:
    """An office's own templates may show anything; no page may ever carry another one's words."""
    env = Environment(loader=DictLoader({"main.html": template}))
    shells = Shells(env)
    for name in ("satu", "dua", "tiga", "empat"):
        page = _page(name)
        wanted = env.get_template("main.html").render(page=page)
        assert shells.around({"page": page, "base_url": ".."}, "a/b") == wanted
