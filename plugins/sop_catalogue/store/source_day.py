"""Which day it is, as far as somebody says so: never by the clock, so that the same source gives the same site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"


class SourceDayError(ValueError):
    """A day that cannot be read; says why, in the words of whoever wrote it."""


def source_day(said: object, environment: Mapping[str, str]) -> date | None:
    """What the setting says, else what packagers set; None where neither says it. Raises `SourceDayError`."""
    if said is None:
        return _packaged(environment.get(VARIABLE, ""))
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    try:
        return date.fromisoformat(said if isinstance(said, str) else "")
    except ValueError:
        raise SourceDayError(f"tulis harinya seperti 2026-01-31; tertulis {said!r}") from None


def _packaged(epoch: str) -> date | None:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
