"""Groups of symbols that lines without arrowhead tie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.definition.flow.model import Arrow, Flow, Shape, Symbol
from sop_catalogue.definition.flow.together import in_one_row, together

Line = tuple[int, int, bool]
"""From, to, and whether it is without arrowhead."""
LINES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=12)


def flow(*lines: Line) -> Flow:
    """Eight symbols, two a row."""
    symbols = tuple(Symbol(str(i), i // 2, (i % 2,), Shape.PROCESS) for i in range(8))
    return Flow((), (), symbols, tuple(Arrow(str(a), str(b), plain=plain) for a, b, plain in lines))


def groups(found: dict[str, list[Symbol]]) -> dict[str, str]:
    return {
        key: "".join(symbol.key for symbol in members) for key, members in found.items() if len(members) > 1
    }


def test_the_nearest_stand_first_behind_the_symbol_itself() -> None:
    chain = flow((0, 1, True), (1, 2, True), (2, 3, False))
    assert groups(together(chain)) == {"0": "012", "1": "102", "2": "210"}


def test_only_the_lines_asked_for_are_followed() -> None:
    assert groups(together(flow((0, 1, True), (1, 2, True)), in_one_row)) == {"0": "01", "1": "10"}


@given(LINES)
def test_every_symbol_is_in_one_group_and_all_of_a_group_have_the_same(lines: list[Line]) -> None:
    found = together(flow(*lines))
    for key, members in found.items():
        assert members[0].key == key
        assert len({symbol.key for symbol in members}) == len(members)
        assert all(set(found[symbol.key]) == set(members) for symbol in members)
    for one, other, plain in lines:
        assert not plain or found[str(other)][0] in found[str(one)]
