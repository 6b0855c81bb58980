"""How columns of text share a width: as many lines in each as in the others, as far as no word breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from ...chart.letters import width
from ..text.lines import length
from ..text.prose import Para, Prose

_WAKTU = 78
"""In px: up to this the column Waktu is as wide as its longest cell, so that "15 menit" is one line."""
_LEAST = 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What a column would have, in px."""

    least: int
    """So that no word breaks."""
    natural: float
    """So that the longest cell is one line."""
    typical: float


def wish_of(
    key: str, head: float, cells: Sequence[Prose], merged: Prose, size: float, frame: float, cap: float
) -> Wish:
    """`head`: its widest word; `merged`: the words of cells over several rows; `frame`: what stands beside the text of a
    cell; a word wider than `cap` may break.
    """
    words, lines, sums = [head, *(_widest(para, para.indent, size, cap) for para in merged)], [0.0], [0.0]
    for found in cells:
        cell = 0.0
        for para in found:
            lead = para.indent if not para.hangs else width(para.mark)
            words.append(_widest(para, max(lead, para.indent), size, cap))
            for run in para.runs:
                lines.append((length(run) + lead) * size)
                cell += lines[-1]
        sums.append(cell)
    natural = max(*lines, *words) + frame
    least = natural if key == "waktu" and natural <= _WAKTU else max(*words, _LEAST - frame) + frame
    typical = sqrt(sum(cell * cell for cell in sums) / max(len(cells), 1))
    return Wish(int(least), natural, (max(sums) + typical) / 2)


def _widest(para: Para, lead: float, size: float, cap: float) -> float:
    return min(para.widest_word * size, cap) + lead * size


def share(wanted: Mapping[str, Wish], room: int) -> dict[str, int]:
    """They add up to the room; what is left over by rounding is Kegiatan's."""
    least = sum(wish.least for wish in wanted.values())
    if least >= room:
        found = {key: int(wish.least * room / least) for key, wish in wanted.items()}
    else:
        low, high = 0.2, 60.0
        for _ in range(14):
            lines = (low + high) / 2
            if sum(_at(wish, lines) for wish in wanted.values()) > room:
                low = lines
            else:
                high = lines
        widths = {key: _at(wish, high) for key, wish in wanted.items()}
        spare = room - sum(widths.values())
        whole = sum(widths.values())
        found = {key: int(wide + spare * wide / whole) for key, wide in widths.items()}
    found["kegiatan"] += room - sum(found.values())
    return found


def _at(wish: Wish, lines: float) -> float:
    """The width at which the column's cells have about so many lines."""
    return max(wish.least, min(wish.natural, wish.typical / lines * 1.1))
