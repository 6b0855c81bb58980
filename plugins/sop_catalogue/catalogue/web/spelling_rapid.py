"""Words a slip away from others, by rapidfuzz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def slips(word: str, known: Sequence[str], most: int) -> list[str]:
    """The five nearest of `known`, no more than so many letters left out, added, changed or swapped away."""
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=5)
    return [other for other, _, _ in near]


def likest(text: str, known: Iterable[str], least: float) -> str | None:
    """The one of `known` that has most letters in common with `text`, in their order; at least this share of both."""
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=100 * least)
    return found[0] if found else None
