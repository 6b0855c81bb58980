"""How steps and lanes are called in a definition, and how texts are written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ...definition.fields import slug
from ...definition.flow.lanes import folded
from ..recovered import Chart, Step
from ..text import ITEM


def shown_numbers(numbers: Sequence[str | None]) -> list[str]:
    """What stands in the column No of each step."""
    found: list[str] = []
    last = 0
    for number in numbers:
        text = str(last + 1) if number is None else number
        last = int(m[0]) if (m := re.match(r"\d{1,9}", text)) else last
        found.append(text)
    return found


def numbers_of(steps: Sequence[Step]) -> list[str | None]:
    """What `no` says: None where counting on gives the same."""
    plain = [step.number.strip().rstrip(".)").strip() for step in steps]
    if not any(plain):
        return [None] * len(steps)
    found: list[str | None] = []
    last = 0
    for number in plain:
        found.append(None if number == str(last + 1) else number)
        last = int(m[0]) if (m := re.match(r"\d{1,9}", number)) else last
    return found


def lane_refs(chart: Chart) -> list[str]:
    """How each lane is called: by its name, or by an id where that is empty or not the only one."""
    counts = Counter(folded(lane.name) for lane in chart.lanes)
    refs: list[str] = []
    for k, lane in enumerate(chart.lanes):
        if lane.name and counts[folded(lane.name)] == 1 and folded(lane.name):
            refs.append(lane.name)
        else:
            base = slug(f"{lane.group} {lane.name}")[:40].strip("-")
            refs.append(f"kolom-{k + 1}-{base}".strip("-"))
    return refs


def with_id(name: str, ref: str) -> dict[str, str]:
    return {"nama": name, "id": ref} if name else {"id": ref}


def one_or_many(texts: list[str]) -> Any:
    return texts[0] if len(texts) == 1 else texts


def prose(texts: Sequence[str]) -> str:
    """Paragraphs of one text; only items of a list keep lines of their own."""
    text = ""
    for one in map(escaped, texts):
        text += ("\n" if ITEM.match(one) else " ") + one if text else one
    return text


def escaped(text: str) -> str:
    """A star is a star, and no markup."""
    return text.replace("*", "\\*") if text.count("*") > 1 else text
