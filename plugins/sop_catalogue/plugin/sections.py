"""Where the catalogue's pages stand in a site: breadcrumbs, the active tab, and the row of its sections below the tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple


class SectionLink(NamedTuple):
    title: str
    url: str
    active: bool


class Sections:
    """The catalogue's pages that stand under no other, the list of all SOPs first."""

    def __init__(
        self, tops: Sequence[tuple[str, Any]], make_section: Callable[[str, list[Any]], Any]
    ) -> None:
        self.tops = tops
        self._make_section = make_section
        self._first = tops[0][1]
        above = self._first.parent
        self.home: Any = above if above and above.children[0] is self._first else self._first
        """The section of the site's nav that opens with the list of all SOPs, or that list itself."""

    def place(self, page: Any, parents: Sequence[Any]) -> None:
        """Give the page the chain above it; what the site's nav has placed stays there."""
        if parents:
            page.parent = self._chain(parents)
        elif page.parent is None and page is not self._first:
            page.parent = self.home

    def offer(self, page: Any) -> None:
        """Behind the list of all SOPs in the site's nav, which cannot name a page that is not always there."""
        if page.parent is None and self.home is not self._first:
            self.home.children.insert(1, page)
            page.parent = self.home

    def around(self, page: Any) -> list[SectionLink]:
        """The sections as a page shows them; none on pages that are not the catalogue's."""
        above = [page, *page.ancestors] if page else []
        places = {
            step.url if step.is_page else step.children[0].url for step in above if step is not self.home
        }
        if self._first.url in places or self.home in above:
            here = next((top for _, top in self.tops[1:] if top.url in places), self._first)
            return [SectionLink(title, top.url, top is here) for title, top in self.tops]
        return []

    def _chain(self, parents: Sequence[Any]) -> Any:
        top, *below = parents
        chain = self.home if top is self._first else top
        for page in below:
            section = self._make_section(page.title or "", [page])
            section.parent = chain
            chain = section
        return chain
