"""How far a page was laid askew on the scanner."""

from __future__ import annotations

from collections.abc import Sequence

from .picture import Dark

MOST = 0.07
"""Of its width: four degrees."""
_STRIPS = 24


def skew_of(dark: Dark) -> float:
    """By how many pixels its lines fall for each to the right: where all strips of it, moved so, have their ink at the same heights."""
    wide = dark.wide // _STRIPS
    if wide < 8:
        return 0.0
    strips = [[row.count(1, k * wide, (k + 1) * wide) for row in dark.rows] for k in range(_STRIPS)]
    best, step = 0.0, MOST / 8
    around = [step * k for k in range(-8, 9)]
    while step * dark.wide > 0.4:
        best = max(around, key=lambda slope: (_sharpness(strips, slope * wide), -abs(slope)))
        step /= 4
        around = [best + step * k for k in range(-4, 5)]
    return best


def _sharpness(strips: Sequence[Sequence[int]], fall: float) -> int:
    """`fall`: from strip to strip."""
    high = len(strips[0])
    moved = [round(fall * (k - len(strips) / 2)) for k in range(len(strips))]
    start, end = max(0, -min(moved)), high - max(0, *moved)
    parts = [strip[start + by : end + by] for strip, by in zip(strips, moved, strict=True)]
    return sum(many * many for many in map(sum, zip(*parts, strict=True)))
