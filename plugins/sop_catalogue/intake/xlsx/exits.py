"""Labels of arrows: by their lines; or, where a glued line was drawn otherwise than the workbook says, by the only exit that lacks one."""

from __future__ import annotations

from collections.abc import Sequence

from ..drawing.labels import Phrase, labelled
from ..drawing.symbols import Form, Mark
from ..drawing.ways import Way
from ..geometry import from_box

_NEAR = 90.0
"""How far from its decision a label may stand."""


def labels(
    phrases: Sequence[Phrase], ways: Sequence[Way], marks: Sequence[Mark]
) -> tuple[dict[int, str], list[Phrase]]:
    """The label of each arrow, and the phrases that belong to none."""
    found, strays = labelled(phrases, ways, marks)
    near = {id(stray): mark for stray in strays if (mark := _decision(stray, marks)) is not None}
    for mark in set(near.values()):
        bare = [w for w, way in enumerate(ways) if way.source == mark and w not in found]
        beside = [stray for stray in strays if near.get(id(stray)) == mark]
        if len(bare) == len(beside) == 1:
            found[bare[0]] = beside[0].text
            strays.remove(beside[0])
    return found, strays


def _decision(phrase: Phrase, marks: Sequence[Mark]) -> int | None:
    """The nearest symbol, if that decides something."""
    gaps = [(from_box(phrase.box.center, mark.box), k) for k, mark in enumerate(marks)]
    gap, k = min(gaps, default=(_NEAR + 1, -1))
    return k if gap <= _NEAR and marks[k].form is Form.DIAMOND else None
