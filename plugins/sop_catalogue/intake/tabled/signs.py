"""What is left of a drawing in the cell of a lane: letters that look like symbols and arrows, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import shorten

from ..drawing.symbols import Form
from ..text import clean
from .model import Cell, Sign

_SHAPES = (
    (Form.BOX, "□▭■☐▢⬜▯◻◼▮", r"\[\s*\]"),
    (Form.DIAMOND, "◇◆⬦⋄♢♦⬥⟡", r"\{\s*\}"),
    (Form.CAPSULE, "○◯●⬭⬬⭘", r"\(\s*\)"),
    (Form.CONNECTOR, "⌂⬠⬟", r"[①-⑳]|(?<![\w.])\d{1,2}(?![\w.])"),
)
_FORM = [(form, re.compile(f"[{letters}]|{other}")) for form, letters, other in _SHAPES]
_ENDS = re.compile(r"\b(mulai|start|selesai|end)\b", re.I)
_MERMAID = re.compile(r"\b(?:graph|flowchart)\s+(?:TD|TB|LR|RL|BT)\b")
"""How scanning services put a drawing that they cannot place."""
_ARROWS = re.compile(r"[←-⇿⟵-⟿⬅-⬇➔-➾]|-+>|<-+")


@dataclass(frozen=True, slots=True)
class Left:
    signs: tuple[Sign, ...] = ()
    arrows: bool = False
    passages: tuple[str, ...] = ()
    """Numbers of connectors to another page; empty of one that has none."""
    rest: str = ""


def left_in(cell: Cell) -> Left:
    text = " ".join(cell.lines)
    drawn = tuple(sign for sign in cell.signs if sign.form is not Form.CONNECTOR)
    passages = [sign.text for sign in cell.signs if sign.form is Form.CONNECTOR]
    found: list[tuple[int, Sign]] = []
    if _MERMAID.search(text):
        return Left(drawn, passages=tuple(passages), rest=shorten(clean(text), 80, placeholder=" …"))
    if _ENDS.fullmatch(text.strip()):
        return Left((*drawn, Sign(Form.CAPSULE, clean(text))), passages=tuple(passages))
    for form, pattern in _FORM:
        for match in pattern.finditer(text):
            if form is Form.CONNECTOR:
                passages.append(match[0])
            else:
                found.append((match.start(), Sign(form)))
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    arrows = bool(_ARROWS.search(text))
    signs = (*drawn, *(sign for _, sign in sorted(found, key=lambda one: one[0])))
    return Left(signs, arrows, tuple(passages), clean(_ARROWS.sub(" ", text)))
