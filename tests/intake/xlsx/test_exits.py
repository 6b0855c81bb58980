"""Labels that stand far from where a workbook says that their arrow runs."""

from __future__ import annotations

from tests.intake.xlsx.shapes import Rect
from tests.intake.xlsx.small import Small, arrows, chart


def decision(*notes: tuple[float, float, str]) -> list[tuple[int, int, str]]:
    """One exit has its label beside it; the others stand to the left of the decision, by no arrow."""
    small = Small()
    choice, yes, no = small.symbol(1, 1, "diamond"), small.symbol(2, 1), small.symbol(0, 1)
    small.arrow(choice, yes)
    small.arrow(choice, no, "right", "right")
    x, y = choice[1].center
    for left, top, text in ((2.0, 14.0, "Ya"), *notes):
        small.say(Rect(x + left, y + top, x + left + 30, y + top + 11), text)
    return arrows(chart(small.sheet))


def test_the_only_one_belongs_to_the_only_exit_without() -> None:
    assert decision((-90, -5, "Tidak")) == [(1, 0, "Tidak"), (1, 2, "Ya")]


def test_of_two_nothing_is_said() -> None:
    assert decision((-90, -5, "Tidak"), (-90, 10, "Entah")) == [(1, 0, ""), (1, 2, "Ya")]
