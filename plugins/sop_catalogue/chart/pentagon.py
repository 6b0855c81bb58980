"""The form's fifth symbol, the segilima: it joins a flow across sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass

from ..definition.flow.model import Symbol

WIDTH, HEIGHT = 32.0, 24.0


@dataclass(frozen=True, slots=True)
class Pentagon(Symbol):
    """`text` is its letter, the same on both sheets."""

    up: bool = False
    """The arrow returns to an earlier sheet."""
    head: bool = False
    """It stands over the rows of its sheet, so arrows meet it from below; else under them, and from above."""


def letters(count: int) -> list[str]:
    """A, B, … Z, AA, AB, …"""
    found = []
    for i in range(count):
        name, rest = "", i + 1
        while rest:
            rest, digit = divmod(rest - 1, 26)
            name = chr(65 + digit) + name
        found.append(name)
    return found
