"""Where a browser ends the lines of a text: the same rules, so that heights are known before anything is printed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...chart.letters import width, widths
from ...definition.markup import Break, Em, Inline, Strong, Text
from ...definition.suku_kata import SOFT

_SPACES = re.compile("[ \t\n\r\f]+")
_INSIDE = re.compile(
    r"(?<=[–—…?\u200b\u00ad])(?=[\w(<\[{—])"  # after these signs
    r"|(?<=-)(?=[^\W\d]|[(<\[{—])|(?<=[^\W_]-)(?=\d)"  # after a hyphen, but not after a minus
    r"|(?<=[\w%)])(?=—)|(?<=[!%),.:;\]])(?=[(<\[{])"
    r"|(?<=[\u2e80-\uffef])(?=[\u2e80-\uffef])"  # between letters of scripts without spaces
)
_SIGNS = re.compile("[–—…\u200b\u00ad\u2e80-\uffef]|[-?!%),.:;\\]].")
"""Without these a word has no such place; sooner found out than by looking behind every letter."""
_CHUNK = 100
"""Letters of a very long word that are measured at a time."""
_TOLERANCE = 0.02
"""In px: browsers reckon in sixty-fourths."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What never breaks, unless it is wider than a whole line."""

    text: str
    bold: bool
    spaced: bool
    """A space stands before it, which vanishes at the end of a line."""
    wide: float
    """In em; of a word of more than `_CHUNK` letters nothing, for that is measured only as far as it matters."""
    gap: float
    """The width of that space, in em."""
    unseen: float
    """The width of a hyphen at its end that shows only where a line ends, in em."""

    @classmethod
    def of(cls, text: str, bold: bool, spaced: bool) -> Piece:
        gap = width(" ", bold) if spaced else 0.0
        unseen = width(SOFT, bold) if text.endswith(SOFT) else 0.0
        return cls(text, bold, spaced, width(text, bold) if len(text) <= _CHUNK else 0.0, gap, unseen)


Run = tuple[tuple[str, bool], ...]
"""One paragraph without line breaks of its own: its parts, and whether they are bold."""


def runs(nodes: Iterable[Inline], bold: bool = False) -> list[Run]:
    """A paragraph of small Markdown as the lines its author broke it into."""
    found: list[list[tuple[str, bool]]] = [[]]
    _collect(nodes, bold, found)
    return [tuple(run) for run in found]


def _collect(nodes: Iterable[Inline], bold: bool, found: list[list[tuple[str, bool]]]) -> None:
    for node in nodes:
        match node:
            case Text(text):
                found[-1].append((text, bold))
            case Break():
                found.append([])
            case Em(children):
                _collect(children, bold, found)
            case Strong(children):
                _collect(children, True, found)


@lru_cache(maxsize=16384)
def pieces(run: Run) -> tuple[Piece, ...]:
    found: list[Piece] = []
    spaced = False
    for text, bold in run:
        words = _SPACES.split(text)
        for i, word in enumerate(words):
            spaced = spaced or i > 0
            for part in _INSIDE.split(word) if _SIGNS.search(word) else (word,):
                if part:
                    found.append(Piece.of(part, bold, spaced and bool(found)))
                    spaced = False
    return tuple(_glued(found, run)) if len(run) > 1 else tuple(found)


def _glued(found: Sequence[Piece], run: Run) -> list[Piece]:
    """A change of weight inside a word is no place to break; counted as one piece of the wider weight."""
    plain = "".join(text for text, _ in run)
    bounds = {len(_SPACES.sub("", plain[: m.start()])) for m in _INSIDE.finditer(plain)}
    out: list[Piece] = []
    at = 0
    for piece in found:
        if out and not piece.spaced and at not in bounds:
            last = out.pop()
            out.append(Piece.of(last.text + piece.text, last.bold or piece.bold, last.spaced))
        else:
            out.append(piece)
        at += len(piece.text)
    return out


def count(run: Run, room: float, size: float, lead: float = 0.0, enough: float = math.inf) -> int:
    """How many lines a run fills in so many px; `lead` is what a mark takes from the first.

    Nothing is counted on beyond `enough`: a text of a hundred sheets is not measured whole for each of them.
    """
    room += _TOLERANCE
    lines, used = 1, lead
    for i, piece in enumerate(pieces(run)):
        if lines > enough:
            break
        wide = (piece.wide or _wide(piece, room / size)) * size
        gap = piece.gap * size
        if used + gap + wide <= room:
            used += gap + wide - piece.unseen * size
            continue
        if i:
            lines, used = lines + 1, 0.0
        if used + wide > room:  # no place to break beside a mark either
            more, left = _broken(piece, room / size, used / size, enough - lines)
            lines, used = lines + more, left * size
        else:
            used += wide - piece.unseen * size
    return lines


def _wide(piece: Piece, most: float) -> float:
    """In em; of a word far wider than `most`, only as much as tells so."""
    found = 0.0
    for start in range(0, len(piece.text), _CHUNK):
        found += width(piece.text[start : start + _CHUNK], piece.bold)
        if found > most:
            break
    return found


def _broken(piece: Piece, room: float, used: float, enough: float) -> tuple[int, float]:
    """A word wider than the line goes on wherever the line ends: how many more lines, and what of the last is used.

    All in em.
    """
    lines = 0
    for start in range(0, len(piece.text), _CHUNK):
        if lines > enough:
            break
        for wide in widths(piece.text[start : start + _CHUNK], piece.bold):
            used += wide
            if used > room and used > wide:
                lines, used = lines + 1, wide
    return lines, used


def widest_word(run: Run) -> float:
    """In em."""
    return max((piece.wide or width(piece.text, piece.bold) for piece in pieces(run)), default=0.0)


def length(run: Run) -> float:
    """In em, on one line."""
    return sum(width(text, bold) for text, bold in run)
