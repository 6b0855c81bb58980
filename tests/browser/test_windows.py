"""Readers follow each other in the same windows of Chromium, and know nothing of each other."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.driving.visit import Door, Visit
from tests.browser.driving.windows import Windows

KEEP = """() => {
  for (const kept of [localStorage, sessionStorage]) kept.setItem('pembaca', 'lama');
  document.cookie = window.name = 'pembaca=lama';
  location.hash = 'isi';
}"""
KEPT = """[localStorage.getItem('pembaca'), sessionStorage.getItem('pembaca'), document.cookie, window.name, history.length,
  document.querySelectorAll(':hover').length, matchMedia('print').matches, matchMedia('(prefers-reduced-motion)').matches]"""


def _seen(windows: Windows, door: Door, then: str = "null") -> tuple[Page, list[object]]:
    visit = Visit(windows)
    page = visit.page(door)
    page.goto(door.to("index"))
    kept: list[object] = page.evaluate(KEPT)
    page.evaluate(then)
    page.mouse.move(300, 300)
    page.emulate_media(media="print", reduced_motion="reduce")
    visit.close()
    return page, kept


def test_the_next_finds_nothing_that_the_last_has_kept(windows: Windows, door: Door) -> None:
    first, found = _seen(windows, door, KEEP)
    second, kept = _seen(windows, door)
    assert second is first
    assert kept == found
    assert kept[:3] == [None, None, ""]


def test_who_had_a_script_of_his_own_leaves_no_window(windows: Windows, http: Door) -> None:
    with_script = Visit(windows)
    page = with_script.page(http, script="window.pembaca = 'lama'")
    with_script.close()
    assert page.is_closed()


def test_two_at_a_time_are_in_two_windows(http: Door, visit: Visit) -> None:
    one, other = visit.page(http), visit.page(http)
    assert one.context is not other.context
