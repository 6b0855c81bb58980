"""A question to the search, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

_OPEN = """() => {
  const engine = (window.engine = new Engine(SOP_CARI));
  window.index = engine.index;
  window.ask = (text) => engine.search(text).items;
}"""


@dataclass(frozen=True)
class Answer:
    """One result: the page, and below it the steps or sections that matched."""

    location: str
    title: str
    text: str
    terms: dict[str, bool]
    open: list[str] = field(default_factory=list)
    """Anchors of the places that are shown at once."""
    more: list[str] = field(default_factory=list)
    """Anchors of those that are folded."""
    html: str = ""
    """All that is shown."""


Ask = Callable[[str], list[Answer]]


def asking(page: Page, index: bytes) -> Ask:
    page.evaluate(index.decode().replace("SOP_CARI=", "window.SOP_CARI=", 1) + ";0")
    page.evaluate(_OPEN)

    def ask(query: str) -> list[Answer]:
        items = json.loads(page.evaluate("query => JSON.stringify(ask(query))", query))
        return [_answer(article, sections) for article, *sections in items]

    return ask


def _answer(article: dict[str, Any], sections: list[dict[str, Any]]) -> Answer:
    shown = [s["location"].partition("#")[2] for s in sections if s["score"] >= article["score"]]
    folded = [s["location"].partition("#")[2] for s in sections if s["score"] < article["score"]]
    html = "\n".join(text for item in (article, *sections) for text in (item["title"], item["text"]))
    return Answer(
        article["location"], article["title"], article["text"], article["terms"], shown, folded, html
    )
