"""Where things stand: nothing runs out of the window, and what must scroll does so in a box of its own."""

from __future__ import annotations

import pytest

from tests.browser.driving.reader import Reader
from tests.browser.driving.visit import UNIT, Door
from tests.turns import Share

WIDTHS = (320, 360, 768, 1440)
PHONE = 360
MOST_HIGH = 5 * 740
"""Pixels: five screens of a phone."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('.sop-alur tbody tr *, main h1, main h2, main p, main li')]
  .filter(e => e.checkVisibility() && e.childElementCount === 0 && e.textContent.trim())
  .filter(e => !e.closest('.sop-tersembunyi, svg, pre') && getComputedStyle(e).position !== 'absolute')
  .filter(e => { const r = e.getBoundingClientRect(); return r.left < -0.5 || r.right > innerWidth + 0.5; })
  .map(e => e.textContent.trim().slice(0, 60))"""
UNREACHED = """() => [...document.querySelectorAll('main *')].filter(e => e.checkVisibility())
  .filter(e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
  .filter(e => !(e.tabIndex === 0 && (e.ariaLabel || e.getAttribute('aria-labelledby'))) && !e.closest('pre, nav'))
  .map(e => e.outerHTML.slice(0, 100))"""
"""Boxes that scroll sideways, and that the keyboard does not reach by name; a row of links it goes along link by link."""
PROMISED = """() => [...document.querySelectorAll('.sop-gulir')].filter(e => {
  const hint = getComputedStyle(e, '::before');
  return hint.content !== 'none' && hint.display !== 'none';
}).map(e => e.scrollWidth - e.clientWidth)"""
"""How far the tables scroll that say so."""
SECTIONS = "document.querySelector('.sop-bagian')?.offsetHeight || 0"
ANSWERED = """() => Math.max(...['.sop-jawaban', '.sop-tindakan'].map(
  part => document.querySelector(part).getBoundingClientRect().bottom))"""
UNTRUE_HINTS = """() => [...document.querySelectorAll('.sop-lebar > .sop-gulir')]
  .filter(e => e.checkVisibility() && innerWidth > 720)
  .map(e => [getComputedStyle(e, '::before'), e.scrollWidth > e.clientWidth + 1])
  .map(([hint, so]) => [hint.content !== 'none' && hint.display !== 'none' && parseFloat(hint.maxHeight) > 0, so])
  .filter(([said, so]) => said !== so)"""
"""Tables that say they go on and do not, or the other way round."""
HIGH_HEADS = """() => [...document.querySelectorAll('.sop-alur thead')].map(e => [e, getComputedStyle(e)])
  .filter(([, style]) => style.position === 'sticky')
  .map(([e, style]) => e.getBoundingClientRect().height + Math.min(0, parseFloat(style.top) - 48))
  .filter(height => height > innerHeight / 8 + 8)"""
"""What of a table's head stays in sight, where that is over an eighth of the window."""
SPLIT = """() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange(), found = [];
  const top = (node, i) => {
    range.setStart(node, i); range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    return box?.width ? box.top : null;
  };
  for (let node; (node = walk.nextNode());) {
    const around = node.parentElement;
    if (!around.checkVisibility() || around.closest('.sop-tersembunyi, .kata, thead, svg, code, pre')) continue;
    for (const {0: word, index} of node.data.matchAll(/(?<=^|[\\s(])\\p{L}{4,18}(?=$|[\\s,;)])/gu)) {
      const first = top(node, index), last = top(node, index + word.length - 1);
      if (first !== null && last !== null && last > first + 6) found.push(word);
    }
  }
  return found;
}"""
"""Words that are divided without a hyphen."""
CARDS = """() => [...document.querySelectorAll('.sop-alur tbody tr')].map(
  card => ({words: card.innerText.split(/\\s+/).join(' '), width: card.getBoundingClientRect().width}))"""


def test_no_page_scrolls_sideways(every_http: Door, reader: Reader, pages: list[str], share: Share) -> None:
    """At 320 px neither; a sheet of paper alone keeps its width. On a phone only charts are higher than five screens. By day each page in one browser, by night in both."""
    page = reader.page(every_http)
    page.emulate_media(reduced_motion="reduce")
    for address in share(pages):
        page.set_viewport_size({"width": PHONE, "height": 740})
        page.goto(every_http.to(address))
        high = page.evaluate("document.documentElement.scrollHeight")
        assert high <= MOST_HIGH or page.evaluate(
            "document.querySelector('.sop-alur, .sop-peta') !== null"
        ), address
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SIDEWAYS) <= 0, (address, width)
            assert page.evaluate(UNTRUE_HINTS) == [], (address, width)
            assert page.evaluate(HIGH_HEADS) == [], (address, width)
            assert width < PHONE or page.evaluate(SPLIT) == [], (address, width)
            assert page.evaluate(SECTIONS) < 60, (address, width)
            if width <= PHONE:
                assert page.evaluate(UNREACHED) == [], (address, width)
                assert page.evaluate(CUT) == [], (address, width)
    assert reader.complaints == []


@pytest.mark.halved
def test_examples_of_the_guide_promise_no_scrolling(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to("panduan/index"))
    assert page.evaluate("document.querySelectorAll('.sop-contoh .sop-gulir').length") > 1
    for width in (768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(PROMISED) == [], width


@pytest.mark.halved(1)
def test_on_a_phone_the_steps_are_cards(file: Door, reader: Reader) -> None:
    page = reader.page(file, width=PHONE)
    page.goto(file.to(f"{UNIT}/surat-masuk"))
    shown = "[...document.querySelectorAll('.sop-gambar')].filter(g => g.checkVisibility() && g.offsetWidth > 1).length"
    assert page.evaluate(shown) == 0
    cards = page.evaluate(CARDS)
    assert len(cards) == 3
    assert "Langkah 1 · Loket · 5 menit → langkah 2" in cards[0]["words"]
    assert "Menerima amplop dari kurir" in cards[0]["words"]
    assert "Belum lengkap: kembali ke langkah 1" in cards[1]["words"]
    assert all(card["width"] > 250 for card in cards)


def test_the_answer_stands_on_the_first_screen_of_a_phone(every_http: Door, reader: Reader) -> None:
    """What an SOP takes, and what can be done with it; also the menu of downloads, by keyboard."""
    page = reader.page(every_http, width=PHONE)
    page.set_viewport_size({"width": PHONE, "height": 740})
    for name in ("legalisasi", "surat-masuk", "peminjaman-2019"):
        page.goto(every_http.to(f"{UNIT}/{name}"))
        assert 0 < page.evaluate(ANSWERED) < 740, name
    page.focus(".sop-menu > summary")
    page.keyboard.press("Enter")
    assert page.evaluate("[...document.querySelectorAll('.sop-menu a')].every(a => a.offsetHeight > 30)")
    page.keyboard.press("Escape")
    assert page.evaluate("[document.querySelector('.sop-menu').open, document.activeElement.tagName]") == [
        False,
        "SUMMARY",
    ]
    assert reader.complaints == []
