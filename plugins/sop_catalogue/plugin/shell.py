"""What the theme puts around the page of an SOP, made once for all pages of a unit.

Material's templates cost more than our own page. Between the pages of one unit they differ in a few texts, so the
theme is rendered once with marks in their stead, and each page's texts take the places of the marks. The second page
of every frame is rendered in full as well: where the two differ, a template of this site shows something else of its
page, and the frame is not used.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

_MARKS = {
    "title": "SOP0TITLE0SOP",
    "description": "SOP0DESCRIPTION0SOP",
    "content": "<h1 SOP0CONTENT0SOP>",  # the theme adds a title where it sees no h1
    "canonical": "SOP0CANONICAL0SOP",
    "edit": "SOP0EDIT0SOP",
    "before_url": "SOP0BEFOREURL0SOP",
    "before": "SOP0BEFORE0SOP",
    "after_url": "SOP0AFTERURL0SOP",
    "after": "SOP0AFTER0SOP",
}
_NAMES = {mark: name for name, mark in _MARKS.items()}
_SPLIT = re.compile(f"({'|'.join(map(re.escape, _NAMES))})")


class Shells:
    """The theme's frames, by what they depend on beside the marked texts."""

    def __init__(self, env: Any) -> None:
        self._template = env.get_template("main.html")
        self._kept: dict[object, _Frame] = {}

    def around(self, context: Mapping[str, Any], unit: object) -> str:
        """The whole page for a template's context; the pages of one `unit` have the same place in the site."""
        page = context["page"]
        parts = (page.previous_page, page.next_page, page.canonical_url, page.edit_url)
        key = (unit, context["base_url"], *map(bool, parts))
        frame = self._kept.get(key)
        if frame is None:
            frame = _Frame(_SPLIT.split(self._template.render({**context, "page": _stand_in(page)})))
            self._kept[key] = frame
            return frame.around(page)
        if frame.fits is None:
            whole = self._template.render(context)
            frame.fits = whole == frame.around(page)
            return str(whole)
        return frame.around(page) if frame.fits else str(self._template.render(context))


@dataclass(slots=True)
class _Frame:
    parts: list[str]
    """The theme's text and the names of marks, by turns."""
    fits: bool | None = None
    """Whether it was seen to fit another page than the one it was made with; None before."""

    def around(self, page: Any) -> str:
        texts = _texts(page)
        return "".join(texts[_NAMES[part]] if i % 2 else part for i, part in enumerate(self.parts))


def _texts(page: Any) -> dict[str, str]:
    before, after = page.previous_page, page.next_page
    return {
        "title": str(page.title),
        "description": str(page.meta.get("description", "")),
        "content": page.content,
        "canonical": page.canonical_url or "",
        "edit": page.edit_url or "",
        "before_url": _from_folder(page, before.url) if before else "",
        "before": str(before.title) if before else "",
        "after_url": _from_folder(page, after.url) if after else "",
        "after": str(after.title) if after else "",
    }


def _folder(page: Any) -> str:
    """Where the page stands, and most of its neighbours."""
    folder, slash, _ = page.url.rstrip("/").rpartition("/")
    return str(folder + slash)


def _from_folder(page: Any, url: str) -> str:
    """A neighbour as seen from there; it may stand in another folder of the unit."""
    return posixpath.relpath(url, _folder(page) or ".") + ("/" if url.endswith("/") else "")


def _stand_in(page: Any) -> SimpleNamespace:
    """The page as the theme sees it, with a mark for whatever is its own."""
    seen = {name: getattr(page, name) for name in _SHARED}
    return SimpleNamespace(
        **seen,
        title=_MARKS["title"],
        content=_MARKS["content"],
        meta={**page.meta, "title": _MARKS["title"], "description": _MARKS["description"]},
        toc=page.toc,
        canonical_url=page.canonical_url and _MARKS["canonical"],
        edit_url=page.edit_url and _MARKS["edit"],
        previous_page=page.previous_page and _neighbour(page, "before"),
        next_page=page.next_page and _neighbour(page, "after"),
    )  # fmt: skip


_SHARED = ("url", "file", "parent", "ancestors", "is_homepage", "is_top_level", "active", "is_page", "is_section",
           "is_link", "children", "update_date")  # fmt: skip


def _neighbour(page: Any, name: str) -> SimpleNamespace:
    return SimpleNamespace(title=_MARKS[name], url=_folder(page) + _MARKS[f"{name}_url"])
