"""What a network is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    text: str
    href: str
    """Where it leads; trusted as an address, escaped as text."""
    notes: tuple[str, ...] = ()
    """What stands below the text in small letters."""
    kind: str = ""
    """For the style sheet."""


@dataclass(frozen=True, slots=True)
class Edge:
    source: int
    target: int
    both: bool = False
    """An arrowhead at either end."""
    kind: str = ""
    """For the style sheet."""
    count: int = 0
    """Said beside it, and shown by its thickness; 0 is not said."""
