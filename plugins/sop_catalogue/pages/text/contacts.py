"""Telephone numbers, mail and web addresses inside an author's text, as links; anything else in it stays text."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..render import plain

_REACHED = re.compile(
    r"(?P<web>https?://[^\s<>\"']*[^\s<>\"'.,;:)])"
    r"|(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
    r"|(?<![\w/.-])(?P<tel>(?:\(0\d{2,3}\)|\+62|0\d)(?:[ -]?\d){7,12})(?![\w/-]|\.\d)"
)


def with_contacts(text: str) -> Markup:
    """A line of text."""
    said, at = plain(text), 0
    html = Markup()
    for found in _REACHED.finditer(said):
        html += escape(said[at : found.start()]) + _link(found)
        at = found.end()
    return html + escape(said[at:])


def _is_address(word: str) -> bool:
    """Whether a browser would know where to go."""
    try:
        parts = urlsplit(word)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _link(found: re.Match[str]) -> Markup:
    word = found[0]
    if found["tel"]:
        return Markup('<a href="tel:{}">{}</a>').format(re.sub(r"[^\d+]", "", word), word)
    if found["web"] and not _is_address(word):
        return escape(word)
    return Markup('<a href="{}{}">{}</a>').format("mailto:" if found["mail"] else "", word, word)
