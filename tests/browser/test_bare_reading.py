"""What is left where little works: no scripts, no styles, no motion."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.browser.driving.reader import Reader, until
from tests.browser.driving.visit import Door
from tests.browser.everything import EVERY_PAGE, HARD
from tests.site.build import Site
from tests.turns import Share

READ = """onlyShown => {
  const tools = '.sop-tabel-alat, .sop-saring, .sop-lagi, .headerlink, .md-code__nav, .md-sidebar, .md-top';
  const counts = e => !onlyShown || (e.checkVisibility() && !e.closest(tools) && !e.closest('button:not(.sop-urut)'));
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode())
    if (counts(walk.currentNode.parentElement)) found.push(...(walk.currentNode.data.match(/[\\p{L}\\p{N}]+/gu) || []));
  return found;
}"""
"""The words of a page: all that are written, or those that are shown and no tool's."""
TOOLS = """() => [...document.querySelectorAll('main :is(button, input, select), .md-header :is(input, button)')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width)
  .map(e => e.outerHTML.slice(0, 100))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(e => [e, '::before', '::after'].map(p => {
  const s = typeof p === 'string' ? getComputedStyle(e, p) : getComputedStyle(e);
  const moves = s.transitionDuration.split(',').some(t => parseFloat(t) > 0) || s.animationName !== 'none'
    || s.scrollBehavior === 'smooth';
  return moves ? e.outerHTML.slice(0, 80) : '';
})).filter(Boolean)"""


def test_every_page_can_be_read_without_scripts(
    every_http: Door, reader: Reader, pages: list[str], share: Share
) -> None:
    """Whatever scripts show of the catalogue stands in the page itself; what they alone make work is not offered.

    By day every other page in one browser, by night all in both.
    """
    page, bare = reader.page(every_http), reader.page(every_http, scripts=False)
    for address in share(share.some(pages)):
        page.goto(every_http.to(address))
        bare.goto(every_http.to(address))
        shown, left = page.evaluate(READ, True), bare.evaluate(READ, False)
        assert len(shown) > 10
        assert set(shown) <= set(left), address
        assert bare.evaluate(TOOLS) == [], address
        assert bare.evaluate("document.querySelector('h1').checkVisibility()")


@pytest.mark.halved
def test_without_scripts_a_phone_still_has_the_navigation(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http, width=360, scripts=False)
    page.emulate_media(reduced_motion="reduce")
    page.goto(every_http.to("index"))
    link = ".md-nav--primary a[href$='tentang.html']"
    place = f"document.querySelector({json.dumps(link)}).getBoundingClientRect()"
    assert page.evaluate(f"{place}.right") <= 0
    page.click(".md-header label[for=__drawer]")
    until(page, f"{place}.left >= 0")
    page.click(link)
    until(page, "location.pathname.endsWith('/tentang.html')")


@pytest.mark.halved(1)
def test_the_form_and_the_chart_are_read_in_order(every_http: Door, reader: Reader) -> None:
    page = reader.page(every_http)
    page.goto(every_http.to(HARD))
    page.evaluate("document.querySelectorAll('link[rel=stylesheet], style').forEach(e => e.remove())")
    text = page.evaluate("document.querySelector('article').innerText").replace("\u00ad", "")
    parts = ["Alur dengan segala bentuk sulit", "Nomor SOP", "Disahkan oleh", "Nama SOP", "Dasar Hukum", "Kualifikasi Pelaksana",
             "Keterkaitan", "Peralatan", "Peringatan", "Pencatatan", "Kegiatan", "Pemohon", "Arsiparis", "Kelengkapan", "Waktu", "Output",
             "Mengajukan permohonan", "Menerima permohonan", "Fotokopi kartu keluarga", "Menelaah", "Lengkap dan benar?", "Menolak",
             "Rapat bersama", "Memberi paraf", "Mengesahkan", "Sah?", "Menguji petik", "Mencatat dan menyerahkan", "5 menit"]  # fmt: skip
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, part
        place = found
    row = page.evaluate("document.querySelectorAll('.sop-alur tbody tr')[2].innerText")
    assert "Lengkap: ke langkah 6" in " ".join(row.split())


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_moves_for_those_who_asked_for_rest(
    every_http: Door, reader: Reader, dark: bool, share: Share
) -> None:
    """By day each page in one browser and palette, by night in both."""
    page = reader.page(every_http, dark=dark)
    page.emulate_media(reduced_motion="reduce")
    for address in share(("index", "sop/index", HARD, "panduan/langkah")):
        page.goto(every_http.to(address))
        assert page.evaluate(MOVING) == [], address


def test_every_page_tells_its_language_and_its_name(everything: Site) -> None:
    titles: Counter[str] = Counter()
    for address in EVERY_PAGE:
        html = everything.page(address)
        (language,) = re.findall(r'<html\b[^>]* lang="([^"]*)"', html)
        assert language == "id", address
        # Those of drawings stand in the body.
        (title,) = re.findall(r"<title>([^<]+)</title>", html.partition("<body")[0])
        titles[" ".join(title.split())] += 1
    assert [title for title, count in titles.items() if count > 1] == []
