"""The texts of payloads.txt, by group."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("payloads.txt")
NOT_TEXT = ("refused", "surrogates")
"""Groups that the language takes in no field."""
LONG_WORD = "x" * 5_000


@cache
def groups() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line.startswith('"'):
            found[list(found)[-1]].append(json.loads(line))
    return found


def texts() -> list[str]:
    """What may stand in a definition as text."""
    return [text for name, group in groups().items() if name not in NOT_TEXT for text in group]


def refused() -> list[str]:
    return [text for name in NOT_TEXT for text in groups()[name]]
