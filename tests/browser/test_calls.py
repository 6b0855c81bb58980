"""Nothing calls out: no page asks for anything beyond its own site; and under a strict policy all of it still works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.everything import EVERY_PAGE, HARD, UNIT
from tests.browser.firefox import Firefox
from tests.browser.visit import Door, Visit

DARK = "document.body.getAttribute('data-md-color-scheme') === 'slate'"
LISTEN = """
  window.broken = [];
  addEventListener('securitypolicyviolation', e => broken.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
"""


@pytest.fixture(params=["every_http", "every_file"])
def door(request: pytest.FixtureRequest) -> Door:
    found: Door = request.getfixturevalue(request.param)
    return found


def test_no_page_asks_beyond_the_site(door: Door, visit: Visit) -> None:
    """What a visit hears of other addresses is among its complaints."""
    page = visit.page(door)
    for address in EVERY_PAGE:
        if address == "404" and door.url.startswith("file:"):
            continue  # a server's page, with addresses from its root
        page.goto(door.to(address))
    assert visit.complaints == []


def test_nor_does_it_in_firefox(door: Door, firefox: Firefox) -> None:
    page = firefox.page()
    for address in EVERY_PAGE:
        if address != "404":
            page.goto(door.to(address))
    asked = [url for url in page.requests if not url.startswith((door.url, "data:", "blob:"))]
    assert page.requests
    assert asked == []
    page.close()


@pytest.fixture
def page(guarded: Door, visit: Visit) -> Page:
    page = visit.page(guarded)
    page.add_init_script(LISTEN)
    return page


def test_a_strict_policy_stops_nothing_of_ours(guarded: Door, page: Page, visit: Visit) -> None:
    for address in EVERY_PAGE:
        answer = page.goto(guarded.to(address))
        assert answer
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"].split("style-src")[0]
        assert page.evaluate("broken") == [], address
    assert visit.complaints == []


def test_under_it_everything_works(guarded: Door, page: Page, visit: Visit) -> None:
    page.goto(guarded.to("index"))
    page.keyboard.press("/")
    page.keyboard.type("legalisasi")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("label[for=__palette_1]:not([hidden])").click()
    page.wait_for_function(DARK)
    page.goto(guarded.to("peran/index"))
    assert page.evaluate(DARK)
    page.get_by_role("button", name="Langkah").click()
    assert page.locator("th[aria-sort]").inner_text().strip() == "Langkah"
    with page.expect_download():
        page.get_by_role("button", name="Unduh CSV").first.click()
    page.goto(guarded.to("sop/index"))
    page.get_by_role("status").wait_for()
    page.goto(guarded.to(HARD))
    page.locator(".sop-simbol rect").first.hover()
    assert page.locator(".sop-panah.sop-nyala").count() > 0
    page.goto(guarded.to(f"cetak/{UNIT}/sulit"))
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Cetak").click()
    assert page.evaluate("window.printed") is True
    assert page.evaluate("broken") == []
    assert visit.complaints == []


def test_it_stops_what_is_not_ours(guarded: Door, visit: Visit) -> None:
    page = visit.page(guarded)
    page.goto(guarded.to("index"))
    page.evaluate("""() => {
      const own = document.createElement('script');
      own.textContent = 'window.pwned = 1';
      document.body.append(own);
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.pwned = 2">');
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
