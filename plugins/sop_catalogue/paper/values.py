"""What paper is made of, as plain values: sheets, and the documents they add up to."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from markupsafe import Markup

_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a leaf, finished, to the number at its foot."""

    kind: str
    """What stands on it: sampul, identitas, alur, lampiran, kosong; binders add their own."""
    title: str
    """In words, for contents and lists."""
    number: str
    """As printed at its foot."""
    html: Markup
    """The whole `<section class="lembar">`. Its links and pictures are still marks; see `pages`."""
    landscape: bool = True

    @property
    def hash(self) -> str:
        """Of all that is printed on it; links are not."""
        return hashlib.blake2b(_LINK.sub("", self.html).encode(), digest_size=10).hexdigest()


@dataclass(frozen=True, slots=True)
class PrintedSop:
    """The sheets of one SOP."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]
    drawn: bool = True
    """False where a chart is printed in words, for Graphviz did not draw it."""
