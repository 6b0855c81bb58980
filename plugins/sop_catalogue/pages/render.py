"""Templates and what fills them, and the small Markdown as they use it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from ..definition import markup
from ..definition.form import FORM
from ..definition.suku_kata import ANYWHERE, past_slashes

_SVG_WIDTH = re.compile(r'<svg [^>]*?\bwidth="([\d.]+)"')
STANDARD_WORDS = {part.key: part.label for part in FORM.parts}
"""What is heard where an office's form has a column without a head, and what a card calls it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a page, or the page as one view of it shows it."""

    end: str
    """Of the address: `#…` or `?…`."""
    title: str
    other_names: tuple[str, ...] = ()
    """How else readers ask for it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page, still without the site around it."""

    html: str
    title: str
    description: str = ""
    search_text: str = ""
    """What a search should find it by: words only."""
    faults: tuple[str, ...] = ()
    """What it has to do without; told by whoever builds."""
    entries: tuple[Entry, ...] = ()
    """What a search finds of it by itself."""


@lru_cache(maxsize=8192)
def rich(text: str) -> Markup:
    """An author's text with its small Markdown, as blocks."""
    return Markup(markup.to_html(text))


@lru_cache(maxsize=4096)
def rich_line(text: str) -> Markup:
    """An author's text where only a line fits."""
    return Markup(markup.to_html(text, block=False))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """An author's text without its small Markdown."""
    return markup.plain(text)


def breakable(text: str) -> Markup:
    """A column's head, which may go on in a new line after a slash."""
    return breaks_shown(rich_line(past_slashes(text)))


def breaks_shown(html: Markup) -> Markup:
    """The places where a line may end without a hyphen, as a tag: a text is then copied as it was."""
    return Markup(str(html).replace(ANYWHERE, "<wbr>"))


def svg_width(picture: str) -> int:
    """How wide a picture of ours is, in px; 0 for words in its place."""
    found = _SVG_WIDTH.match(picture)
    return ceil(float(found[1])) if found else 0


@cache
def _environment(package: str) -> Environment:
    env = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    env.filters |= {
        "svg_width": svg_width,
        "rich": rich,
        "rich_line": rich_line,
        "plain": plain,
        "breakable": breakable,
    }
    env.globals["standard_words"] = STANDARD_WORDS
    return env


@cache
def _template(package: str, name: str) -> Template:
    return _environment(package).get_template(name)


def render(name: str, values: Mapping[str, Any], package: str = __package__) -> str:
    """One template of a package filled; every value in it is escaped, except what is finished HTML."""
    return _template(package, name).render(values)
