"""What holds for all definitions, whatever they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...definition.aturan import Aturan


@dataclass(frozen=True, slots=True)
class Policy:
    rules: Mapping[str, Aturan] = field(default_factory=dict)
    """How much findings weigh, by their codes, where nothing nearer says otherwise."""
    today: date | None = None
    """None where nobody says which day it is; then nothing is said that hangs on it."""


SILENT = Policy()
