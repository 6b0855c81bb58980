"""What is left where little works: no scripts, no styles, no motion, a window as wide as a hand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.everything import EVERY_PAGE, HARD, SITE_PAGES
from tests.browser.visit import Door, Visit

SHOWN = """() => {
  const tools = '.sop-tabel-alat, .sop-saring, .sop-lagi, .headerlink, .md-code__nav, .md-sidebar, .md-top, button';
  document.querySelectorAll(tools).forEach(e => { e.hidden = true; e.style.display = 'none'; });
  document.querySelectorAll('.sop-urut').forEach(e => e.style.removeProperty('display'));
  return document.querySelector('main').innerText.match(/[\\p{L}\\p{N}]+/gu);
}"""
WRITTEN = """() => {
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) found.push(...(walk.currentNode.data.match(/[\\p{L}\\p{N}]+/gu) || []));
  return found;
}"""
WIDE = """() => [...document.querySelectorAll('main *')].filter(e => e.checkVisibility())
  .filter(e => e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX))
  .filter(e => !(e.tabIndex === 0 && (e.ariaLabel || e.getAttribute('aria-labelledby'))) && !e.closest('pre'))
  .map(e => e.outerHTML.slice(0, 100))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(e => [e, '::before', '::after'].map(p => {
  const s = typeof p === 'string' ? getComputedStyle(e, p) : getComputedStyle(e);
  const moves = s.transitionDuration.split(',').some(t => parseFloat(t) > 0) || s.animationName !== 'none'
    || s.scrollBehavior === 'smooth';
  return moves ? e.outerHTML.slice(0, 80) : '';
})).filter(Boolean)"""


def test_every_page_can_be_read_without_scripts(every_http: Door, visit: Visit) -> None:
    """Whatever scripts show of the catalogue stands in the page itself; what they alone make work is not offered."""
    page = visit.page(every_http)
    bare = visit.browser.new_context(java_script_enabled=False).new_page()
    for address in SITE_PAGES:
        page.goto(every_http.to(address))
        bare.goto(every_http.to(address))
        shown, left = page.evaluate(SHOWN), bare.evaluate(WRITTEN)
        assert len(left) > 10
        assert set(shown) <= set(left), address
        tools = bare.locator("main :is(button, input, select):visible, .md-header :is(input, button):visible")
        assert tools.count() == 0, address
        assert bare.locator("h1").first.is_visible()
    bare.context.close()


def test_without_scripts_a_phone_still_has_the_navigation(every_http: Door, visit: Visit) -> None:
    context = visit.browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(every_http.to("index"))
    link = page.locator(".md-nav--primary").get_by_role("link", name="Tentang")
    assert not link.is_visible()
    page.locator(".md-header label[for=__drawer]").click()
    link.click()
    page.wait_for_url(re.compile("tentang"))
    context.close()


def test_the_form_and_the_chart_are_read_in_order(every_http: Door, visit: Visit) -> None:
    page = visit.page(every_http)
    page.goto(every_http.to(HARD))
    page.evaluate("document.querySelectorAll('link[rel=stylesheet], style').forEach(e => e.remove())")
    text = page.locator("article").inner_text()
    parts = ["Alur dengan segala bentuk sulit", "Nomor SOP", "Disahkan oleh", "Nama SOP", "Dasar Hukum", "Kualifikasi Pelaksana",
             "Keterkaitan", "Peralatan", "Peringatan", "Pencatatan", "Kegiatan", "Pemohon", "Arsiparis", "Kelengkapan", "Waktu", "Output",
             "Mengajukan permohonan", "Menerima permohonan", "Fotokopi kartu keluarga", "Menelaah", "Lengkap dan benar?", "Menolak",
             "Rapat bersama", "Memberi paraf", "Mengesahkan", "Sah?", "Menguji petik", "Mencatat dan menyerahkan", "5 menit"]  # fmt: skip
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, part
        place = found
    rows: list[str] = page.locator(".sop-alur tbody tr").all_inner_texts()
    assert "Lengkap: ke langkah 6" in " ".join(rows[2].split())


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_moves_for_those_who_asked_for_rest(every_http: Door, visit: Visit, dark: bool) -> None:
    page = visit.page(every_http, dark=dark)
    page.emulate_media(reduced_motion="reduce")
    for address in ("index", "sop/index", HARD, "panduan/langkah"):
        page.goto(every_http.to(address))
        assert page.evaluate(MOVING) == [], address


def test_a_window_of_320_px_is_wide_enough(every_http: Door, visit: Visit) -> None:
    """What needs more room scrolls in a box of its own, which the keyboard reaches; a sheet of paper keeps its width."""
    page = visit.page(every_http, width=320)
    for address in SITE_PAGES:
        page.goto(every_http.to(address))
        over: Any = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0, address
        assert page.evaluate(WIDE) == [], address


def test_every_page_tells_its_language_and_its_name(every_http: Door, visit: Visit) -> None:
    page, titles = visit.page(every_http), []
    for address in EVERY_PAGE:
        page.goto(every_http.to(address))
        assert page.evaluate("document.documentElement.lang") == "id"
        titles.append(page.title())
    assert [title for title in titles if titles.count(title) > 1] == []
