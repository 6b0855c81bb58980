"""Readers follow each other in the same windows of Chromium, and know nothing of each other."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

from tests.browser.driving.visit import Door, Visit
from tests.browser.driving.windows import Windows

KEEP = "() => { localStorage.setItem('pembaca', 'lama'); document.cookie = 'pembaca=lama'; }"
KEPT = "[localStorage.getItem('pembaca'), sessionStorage.getItem('pembaca'), document.cookie]"


def _seen(windows: Windows, door: Door, then: str = "null") -> tuple[BrowserContext, object]:
    visit = Visit(windows)
    page = visit.page(door)
    page.goto(door.to("index"))
    kept = page.evaluate(KEPT)
    page.evaluate(then)
    visit.close()
    return page.context, kept


def test_the_next_finds_nothing_that_the_last_has_kept(windows: Windows, door: Door) -> None:
    first, _ = _seen(windows, door, KEEP)
    second, kept = _seen(windows, door)
    assert second is first
    assert kept == [None, None, ""]


def test_two_at_a_time_are_in_two_windows(http: Door, visit: Visit) -> None:
    one, other = visit.page(http), visit.page(http)
    assert one.context is not other.context
