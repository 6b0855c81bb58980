"""Which day it is: as somebody says it, and never by the clock."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sop_catalogue.store.source_day import SourceDayError, source_day


@pytest.mark.parametrize(
    ("said", "environment", "day"),
    [
        (None, {}, None),
        (None, {"SOURCE_DATE_EPOCH": ""}, None),
        (None, {"SOURCE_DATE_EPOCH": "x"}, None),
        (None, {"SOURCE_DATE_EPOCH": "9" * 30}, None),
        (None, {"SOURCE_DATE_EPOCH": "86400"}, date(1970, 1, 2)),
        ("2026-01-31", {"SOURCE_DATE_EPOCH": "86400"}, date(2026, 1, 31)),
        (date(2026, 1, 31), {}, date(2026, 1, 31)),
    ],
)
def test_the_setting_comes_before_the_packager(
    said: object, environment: dict[str, str], day: date | None
) -> None:
    assert source_day(said, environment) == day


@pytest.mark.parametrize("said", ["hari ini", "2026-02-30", 2026, True, [], datetime(2026, 1, 1)])
def test_what_is_no_day_is_refused(said: object) -> None:
    with pytest.raises(SourceDayError, match="2026-01-31"):
        source_day(said, {})
