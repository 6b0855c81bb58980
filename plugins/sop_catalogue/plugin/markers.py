"""Comments in hand-written pages that ask for a part of the catalogue in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from ..catalogue.model import Catalogue
from ..chart import GraphvizFailed, Studio
from ..definition.schema import reference_markdown
from ..pages.examples import ExampleFault, drawn_examples
from ..pages.links import Links
from ..pages.lists.home import home
from ..pages.search.sayings import sayings

log = get_plugin_logger(__name__)

KEYS = "<!-- rujukan-kunci -->"
RESULT = "<!-- hasil -->"
PARTS: Mapping[str, Callable[[Catalogue, Links], str]] = {
    "<!-- katalog -->": home,
    "<!-- contoh-cari -->": sayings,
}
"""What is made of the catalogue, by the marker that asks for it."""


class Markers:
    """Of one build, and of what is served of it."""

    def __init__(self, studio: Studio, directory_urls: bool) -> None:
        self._studio, self._urls = studio, directory_urls
        self._examples: dict[str, dict[str, str]] = {}
        self._words: dict[str, tuple[Page, str]] = {}
        """Pages that show the catalogue among words of their own, and those words."""

    @property
    def pages(self) -> list[Page]:
        """Those that change with the catalogue."""
        return [page for page, _ in self._words.values()]

    def in_markdown(self, markdown: str, page: Page) -> str:
        if KEYS in markdown:
            markdown = markdown.replace(KEYS, reference_markdown())
        if RESULT in markdown:
            name = page.file.src_uri
            try:
                markdown, self._examples[name] = drawn_examples(markdown, self._studio)
            except (ExampleFault, GraphvizFailed) as fault:
                log.warning(f"{name}: {fault}")
        return markdown

    def fill(self, page: Page, catalogue: Catalogue) -> None:
        name, html = page.file.src_uri, page.content or ""
        for marker, drawn in self._examples.pop(name, {}).items():
            html = html.replace(marker, drawn)
        if any(marker in html for marker in PARTS):
            self._words[name] = page, html
        for marker, part in PARTS.items():
            if marker in html:
                html = html.replace(marker, part(catalogue, Links(name.removesuffix(".md"), self._urls)))
        page.content = html

    def empty(self, page: Page) -> None:
        """Of what the catalogue was when the page was filled."""
        page.content = self._words[page.file.src_uri][1]
