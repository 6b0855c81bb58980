"""Comments in hand-written pages that ask for a part of the catalogue in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs.plugins import get_plugin_logger

from ..catalogue.model import Catalogue
from ..chart import GraphvizFailed, Studio
from ..definition.schema import reference_markdown
from ..pages.examples import ExampleFault, drawn_examples
from ..pages.links import Links
from ..pages.lists.indexes import home
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
    """Of one build."""

    def __init__(self, catalogue: Catalogue, studio: Studio, directory_urls: bool) -> None:
        self._catalogue, self._studio, self._urls = catalogue, studio, directory_urls
        self._examples: dict[str, dict[str, str]] = {}

    def in_markdown(self, markdown: str, page: str) -> str:
        if KEYS in markdown:
            markdown = markdown.replace(KEYS, reference_markdown())
        if RESULT in markdown:
            try:
                markdown, self._examples[page] = drawn_examples(markdown, self._studio)
            except (ExampleFault, GraphvizFailed) as fault:
                log.warning(f"{page}: {fault}")
        return markdown

    def in_html(self, html: str, page: str) -> str:
        for marker, part in PARTS.items():
            if marker in html:
                links = Links(page.removesuffix(".md"), self._urls)
                html = html.replace(marker, part(self._catalogue, links))
        for marker, drawn in self._examples.pop(page, {}).items():
            html = html.replace(marker, drawn)
        return html
