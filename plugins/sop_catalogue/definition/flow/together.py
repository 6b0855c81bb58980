"""Who works together: symbols that lines without arrowhead tie, directly or over others."""

from __future__ import annotations

from collections.abc import Callable

from .model import Flow, Symbol

Ties = Callable[[Symbol, Symbol], bool]


def together(flow: Flow, ties: Ties = lambda _one, _other: True) -> dict[str, list[Symbol]]:
    """Each symbol's group: itself, then the others, the nearest first. `ties`: which of the lines are followed."""
    symbols = {symbol.key: symbol for symbol in flow.symbols}
    tied: dict[str, list[Symbol]] = {key: [] for key in symbols}
    for arrow in flow.arrows:
        one, other = symbols[arrow.source], symbols[arrow.target]
        if arrow.plain and ties(one, other):
            tied[one.key].append(other)
            tied[other.key].append(one)
    return {key: _reached(symbol, tied) for key, symbol in symbols.items()}


def in_one_row(one: Symbol, other: Symbol) -> bool:
    return one.row == other.row


def _reached(symbol: Symbol, tied: dict[str, list[Symbol]]) -> list[Symbol]:
    found = {symbol.key: symbol}
    todo = [symbol]
    for here in todo:
        new = [other for other in tied[here.key] if other.key not in found]
        found |= {other.key: other for other in new}
        todo += new
    return list(found.values())
