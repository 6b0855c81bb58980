"""Two definitions of one SOP held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from ..flow.model import Flow
from ..flow.resolve import resolve
from ..sop import Sop
from .charts import chart_pairs
from .identity import identity_changes
from .twins import Side
from .values import Comparison
from .wording import told


def compare(
    one: Sop, other: Sop, flows: Sequence[Flow] | None = None, others: Sequence[Flow] | None = None
) -> Comparison:
    """`flows`, `others`: their charts, where they are resolved already."""
    changes = list(identity_changes(one, other))
    charts = []
    for pair, told_of_it in chart_pairs(_sides(one, flows), _sides(other, others)):
        charts.append(pair)
        changes += told_of_it
    return Comparison(tuple(changes), tuple(charts))


def differences(one: Sop, other: Sop) -> list[str]:
    """In words, in the order of the form; nothing where both say the same."""
    return list(told(compare(one, other).changes))


def _sides(sop: Sop, flows: Sequence[Flow] | None) -> list[Side]:
    charts = sop.semua_bagan
    found = flows if flows is not None else [resolve(chart).flow for chart in charts]
    return [Side(chart, flow) for chart, flow in zip(charts, found, strict=True)]
