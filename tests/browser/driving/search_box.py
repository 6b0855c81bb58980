"""Material's search box as a reader meets it: type, and read the list that comes up."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.browser.driving.patience import SECONDS
from tests.browser.driving.reader import AnyPage, until
from tests.browser.driving.visit import Door
from tests.search.judgement import Found

BOX = "[data-md-component=search-query]"
LINK = ".md-search-result__link"

# The list is emptied between two queries, so that what is read is never the answer to the query before. Material
# fills the line above the list and the first ten results in one go, hence the line tells when the list stands.
ASK = """async ([queries, timeout]) => {
  const box = document.querySelector('[data-md-component=search-query]');
  const found = document.querySelector('[data-md-component=search-result]');
  const line = found.firstElementChild, list = found.lastElementChild;
  const empty = JSON.parse(document.querySelector('#__config').textContent).translations['search.result.placeholder'];
  const until = (holds, what) => new Promise((resolve, reject) => {
    if (holds()) return resolve();
    const late = setTimeout(() => { watch.disconnect(); reject(new Error('no answer: ' + what)); }, timeout);
    const watch = new MutationObserver(() => {
      if (holds()) { clearTimeout(late); watch.disconnect(); resolve(); }
    });
    watch.observe(line, {childList: true, characterData: true, subtree: true});
  });
  const type = text => {
    box.value = text;
    box.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
  };
  const cleared = () => line.textContent === empty;
  const answers = [];
  for (const units of queries) {
    const text = String.fromCharCode(...units);
    type('');
    await until(cleared, 'clearing');
    const start = performance.now();
    type(text);
    await until(() => !cleared(), text.slice(0, 60));
    answers.push({
      took: performance.now() - start,
      line: line.textContent,
      results: [...list.children].map(item => [...item.querySelectorAll('a.md-search-result__link')].map(
        link => [link.href, !link.closest('details:not([open])')])),
    });
  }
  return JSON.stringify(answers);
}"""

BEGINS = """links => {
  const items = [...document.querySelectorAll('.md-search-result__item')].slice(0, links.length);
  return JSON.stringify(items.map(item => item.querySelector('a').href.replace(/[?#].*/, ''))) === JSON.stringify(links);
}"""


SHOWN = "document.querySelector('.md-search-result__list').innerHTML"


def search(page: AnyPage, text: str) -> None:
    """Type it into the box that has the focus; wait until no answer to an earlier letter redraws the list."""
    page.keyboard.type(text)
    until(page, f"document.querySelector('{LINK}')")
    before, now = "", page.evaluate(SHOWN)
    while now != before:
        time.sleep(0.3)
        before, now = now, page.evaluate(SHOWN)


@dataclass(frozen=True)
class Answer:
    line: str
    """What stands above the list."""
    results: tuple[Found, ...]
    """As far as they are shown before the reader scrolls; Material adds the rest on the way down."""
    took: float
    """Milliseconds."""


@dataclass(frozen=True)
class SearchBox:
    page: AnyPage
    door: Door

    @classmethod
    def opened(cls, page: AnyPage, door: Door, address: str = "index") -> SearchBox:
        page.goto(door.to(address))
        page.click(BOX)
        return cls(page, door)

    def ask(self, queries: Sequence[str]) -> list[Answer]:
        """Put each query into the box at one stroke, as pasted."""
        units = [_units(query) for query in queries]
        return [
            self._answer(answer) for answer in json.loads(self.page.evaluate(ASK, [units, SECONDS * 1_000]))
        ]

    def wait_for(self, results: Sequence[Found]) -> None:
        """Until the list begins with these pages."""
        links = [self.door.to(found.page) for found in results]
        until(self.page, f"({BEGINS})({json.dumps(links)})")

    def _answer(self, answer: dict[str, object]) -> Answer:
        results = answer["results"]
        assert isinstance(results, list)
        return Answer(str(answer["line"]), tuple(map(self._result, results)), float(str(answer["took"])))

    def _result(self, links: list[tuple[str, bool]]) -> Found:
        places = [(*self._place(link), shown) for link, shown in links]
        return Found(places[0][0], tuple(place for _, place, shown in places if shown and place))

    def _place(self, link: str) -> tuple[str, str]:
        """Page and anchor of a link within the site."""
        assert link.startswith(self.door.url), link
        parts = urlsplit(link)
        path = parts.path.removeprefix(urlsplit(self.door.url).path)
        return path.removesuffix(".html"), parts.fragment


def _units(text: str) -> list[int]:
    """UTF-16, so that half a character arrives as it is."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(raw[i : i + 2], "little") for i in range(0, len(raw), 2)]
