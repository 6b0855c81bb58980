"""Nothing calls out: no page asks for anything beyond its own site; and under a strict policy all of it still works."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.search_box import search
from tests.browser.driving.visit import Door
from tests.browser.everything import EVERY_PAGE, HARD, SITE_PAGES, UNIT
from tests.turns import Share

DARK = "document.body.getAttribute('data-md-color-scheme') === 'slate'"
DEAD = "[...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src)"
LISTEN = """
  window.broken = [];
  addEventListener('securitypolicyviolation', e => broken.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
"""


def test_every_page_opens_and_asks_for_nothing_beyond_the_site(
    every_file: Door, reader: Reader, share: Share
) -> None:
    """What a reader hears of other addresses is among the complaints; over http, the policy below tells of them.

    By day every other page, each in one browser, by night all in both.
    """
    page = reader.page(every_file)
    for address in share(share.some(EVERY_PAGE)):
        if address == "404":
            continue  # a server's page, with addresses from its root
        page.goto(every_file.to(address))
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate(DEAD) == [], address
        if address in SITE_PAGES:
            assert page.evaluate("document.querySelectorAll('h1').length") == 1, address
    assert reader.complaints == []


@pytest.fixture
def page(guarded: Door, reader: Reader) -> AnyPage:
    return reader.page(guarded, script=LISTEN)


def test_a_strict_policy_stops_nothing_of_ours(
    guarded: Door, page: AnyPage, reader: Reader, share: Share
) -> None:
    """By day the pages that were not opened above, each in one browser, by night all in both."""
    for address in share(share.some(EVERY_PAGE, 1)):
        page.goto(guarded.to(address))
        assert page.evaluate("broken") == [], address
        assert page.evaluate(DEAD) == [], address
    policy = page.evaluate(
        "fetch(location.href).then(answer => answer.headers.get('content-security-policy'))"
    )
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy.split("style-src")[0]
    assert reader.complaints == []


@pytest.mark.halved
def test_under_it_everything_works(guarded: Door, page: AnyPage, reader: Reader) -> None:
    page.goto(guarded.to("index"))
    page.keyboard.press("/")
    until(page, "document.querySelector('#__search').checked")
    search(page, "legalisasi")
    page.keyboard.press("Escape")
    page.click("label[for=__palette_1]:not([hidden])")
    until(page, DARK)
    page.goto(guarded.to("peran/index"))
    assert page.evaluate(DARK)
    page.click("th:last-child button")
    assert page.evaluate("document.querySelector('th[aria-sort]').innerText").strip() == "Langkah"
    with page.expect_download():
        page.click(".sop-tabel-alat button")
    page.goto(guarded.to("sop/index"))
    until(page, "document.querySelector('main [role=status]')")
    page.goto(guarded.to(HARD))
    page.hover(".sop-simbol rect")
    until(page, "document.querySelector('.sop-panah.sop-nyala')")
    page.goto(guarded.to(f"cetak/{UNIT}/sulit"))
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.click("[data-sop-cetak]")
    assert page.evaluate("window.printed") is True
    assert page.evaluate("broken") == []
    assert reader.complaints == []


@pytest.mark.halved(1)
def test_it_stops_what_is_not_ours(guarded: Door, page: AnyPage, reader: Reader) -> None:
    page.goto(guarded.to("index"))
    page.evaluate("""() => {
      const own = document.createElement('script');
      own.textContent = 'window.pwned = 1';
      document.body.append(own);
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.pwned = 2">');
    }""")
    until(page, "broken.length >= 2")
    assert page.evaluate("'pwned' in window") is False
    assert any("Content" in complaint and "Security" in complaint for complaint in reader.complaints)
