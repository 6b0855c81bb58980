"""The rows of a flow table, where their cells are parted or joined."""

from __future__ import annotations

from tests.intake.made import BODY, LEFT, NO, ROW, chart, table


def test_a_rule_inside_one_activity_parts_no_row() -> None:
    made = table(("Menerima surat", "Mencatat surat"))
    y = BODY + 30
    made.line((LEFT + NO, y), (LEFT + NO + 120, y))
    made.say("bila lengkap", LEFT + NO + 4, y + 8)
    made.symbol(0, 0)
    found = chart(made)
    assert [(step.number, step.activity) for step in found.steps] == [
        ("1.", ["Menerima surat", "bila lengkap"]),
        ("2.", ["Mencatat surat"]),
    ]


def test_a_number_may_stand_over_two_rows() -> None:
    made = table(("Menerima surat", "Mencatat surat"))
    y = BODY + ROW / 2
    made.line((LEFT + NO, y), (LEFT + NO + 120 + 300 + 240, y))
    made.say("Memeriksa surat", LEFT + NO + 4, y + 8)
    assert [step.activity for step in chart(made).steps] == [
        ["Menerima surat"],
        ["Memeriksa surat"],
        ["Mencatat surat"],
    ]
