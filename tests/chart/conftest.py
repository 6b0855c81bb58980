from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest


@pytest.fixture
def say(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A line about the quality of the charts, for the end of the run; see tests/conftest.py."""
    return partial(record_property, "charts")
