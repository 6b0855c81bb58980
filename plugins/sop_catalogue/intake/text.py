"""Words become lines, lines a cell's text: in order of reading, torn words mended, nothing else changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..definition.suku_kata import PREFIXES
from ..definition.yaml_text import UNWRITTEN
from .geometry import around
from .primitives import Box, Word

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00a0": " "})
_UNSEEN = re.compile(f"[{UNWRITTEN}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069]")
_BULLETS = re.compile(r"[\uf000-\uf0ff▪●■◦○►➢✓❖]")
"""Among them those of symbol fonts, which have no letters of their own."""
_ADDRESS, _ADDRESS_REST = re.compile(r"\w://\S+$"), re.compile(r"\S*(?:/|\.\w)")
"""One of the web that a line's end tears, and what goes on with it."""
ITEM = re.compile(r"(?:(\d{1,2}|[a-zA-Z])\s?[.)]|([-–•·o])(?=\s|$))\s*")
"""What begins an item of a list."""


@dataclass(frozen=True, slots=True)
class TextLine:
    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        return around(word.box for word in self.words)

    @property
    def text(self) -> str:
        out = ""
        for k, word in enumerate(self.words):
            if k and _parted(self.words[k - 1], word):
                out += " "
            out += word.text
        return clean(out)

    @property
    def broken(self) -> bool:
        return self.words[-1].broken


def _parted(last: Word, word: Word) -> bool:
    gap = word.box.left - last.box.right
    return (word.spaced and gap > -0.5) or gap > 0.14 * max(word.box.height, 1)


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text.translate(_LIGATURES)))
    return " ".join(_BULLETS.sub("•", text).split())


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """From the top, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted((w for w in words if w.text.strip() or w.broken), key=lambda w: w.box.center[1]):
        middle, high = word.box.center[1], word.box.height
        if rows and abs(middle - _middle(rows[-1])) < 0.45 * max(high, _height(rows[-1])):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [TextLine(tuple(sorted(row, key=lambda w: w.box.left))) for row in rows]


def _middle(row: Sequence[Word]) -> float:
    return sum(word.box.center[1] for word in row) / len(row)


def _height(row: Sequence[Word]) -> float:
    return max(word.box.height for word in row)


def paragraphs(words: Iterable[Word], left: float, right: float) -> list[str]:
    """The texts of a cell from `left` to `right`: a line goes on in the next one where its first word had no room."""
    lines = lines_of(words)
    if not lines:
        return []
    widest = max(line.box.right for line in lines)
    if len(lines) > 3 and widest > left + 0.7 * (right - left):
        right = min(right, widest + 4)
    texts = [lines[0].text]
    listed = bool(ITEM.match(texts[0]))
    for last, line in pairwise(lines):
        if (listed and not ITEM.match(line.text)) or _goes_on(last, line, left, right):
            texts[-1] = continued(texts[-1], line.text, last.broken)
        else:
            texts.append(line.text)
    return [text for text in texts if text]


def plain(words: Iterable[Word]) -> str:
    """All in one line."""
    text = ""
    broken = False
    for line in lines_of(words):
        text = continued(text, line.text, broken) if text else line.text
        broken = line.broken
    return text


def continued(text: str, more: str, broken: bool) -> str:
    """A hyphen that a line's end made goes; one that a word has itself stays: undang-undang, non-ASN."""
    own = re.search(r"(?<=[\w)])[-–]$", text)
    if broken or own:
        text = text[: own.start()] if own else text
        return f"{text}-{more}" if _own_hyphen(text, more) else text + more
    torn = text.endswith("/") or (_ADDRESS.search(text) and _ADDRESS_REST.match(more))
    return f"{text}{more}" if torn else f"{text} {more}".strip()


def _own_hyphen(text: str, more: str) -> bool:
    before = re.split(r"[\W_]", text)[-1].lower()
    after = re.split(r"[\W_]", more)[0]
    shouted = text[-2:].isupper() and after[:2].isupper()
    short = shouted and len(before) <= 3 and len(after) <= 3
    doubled = len(before) > 3 and after.lower().startswith(before[:4])
    return short or doubled or before in PREFIXES or len(before) < 2 or not (after[:1].islower() or shouted)


def _goes_on(last: TextLine, line: TextLine, left: float, right: float) -> bool:
    if last.broken:
        return True
    if ITEM.match(line.text) or last.text.endswith(";"):
        return False
    gap = line.box.top - last.box.bottom
    if gap > 0.9 * line.box.height:
        return False
    used = last.box.right - last.box.left
    first = line.words[0].box.width
    room = (right - left) - used - _margin(last, left, right)
    return first + 0.25 * line.box.height > room


def _margin(line: TextLine, left: float, right: float) -> float:
    """What a cell keeps free at its sides; an indented line loses that at its left."""
    before, after = max(0.0, line.box.left - left), max(0.0, right - line.box.right)
    return max(4.0, min(before, 40.0)) + min(4.0, after) if before > 12 and after < before else 8.0
