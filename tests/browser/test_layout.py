"""Where things stand: nothing runs out of the window."""

from __future__ import annotations

import pytest

from tests.browser.visit import KINDS, UNIT, Door, Visit

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('.sop-alur tbody tr *, main h1, main h2, main p, main li')]
  .filter(e => e.checkVisibility() && e.childElementCount === 0 && e.textContent.trim())
  .filter(e => !e.closest('.sop-tersembunyi, svg, pre') && getComputedStyle(e).position !== 'absolute')
  .filter(e => { const r = e.getBoundingClientRect(); return r.left < -0.5 || r.right > innerWidth + 0.5; })
  .map(e => e.textContent.trim().slice(0, 60))"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_scrolls_sideways(http: Door, visit: Visit, width: int) -> None:
    page = visit.page(http, width=width)
    for address in KINDS:
        page.goto(http.to(address))
        assert page.evaluate(SIDEWAYS) <= 0, address
        if width == 360:
            assert page.evaluate(CUT) == [], address


def test_on_a_phone_the_steps_are_cards(file: Door, visit: Visit) -> None:
    page = visit.page(file, width=360)
    page.goto(file.to(f"{UNIT}/surat-masuk"))
    shown = "[...document.querySelectorAll('.sop-gambar')].filter(g => g.checkVisibility() && g.offsetWidth > 1).length"
    assert page.evaluate(shown) == 0
    cards = page.locator(".sop-alur tbody tr")
    assert cards.count() == 3
    words = [" ".join(card.inner_text().split()) for card in cards.all()]
    assert "Langkah 1 · Loket · 5 menit → langkah 2" in words[0]
    assert "Menerima amplop dari kurir" in words[0]
    assert "Belum lengkap: kembali ke langkah 1" in words[1]
    boxes = [card.bounding_box() for card in cards.all()]
    assert all(box and box["width"] > 250 for box in boxes)
