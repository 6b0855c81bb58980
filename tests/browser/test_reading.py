"""What readers do: open, search, look in the dark, print."""

from __future__ import annotations

import re

import pytest

from tests.browser.driving.reader import Reader, until
from tests.browser.driving.search_box import BOX, LINK, search
from tests.browser.driving.visit import UNIT, Door, Visit

DARK = "document.body.getAttribute('data-md-color-scheme') === 'slate'"
BRIGHTNESS = r"""() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}"""


@pytest.mark.halved
def test_the_words_of_a_step_find_its_sop(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(door.to(f"{UNIT}/index"))
    page.click(BOX)
    search(page, "stempel tanggal")
    page.click(LINK)
    until(page, "location.pathname.endsWith('surat-masuk.html') && document.querySelector('h1')")
    assert "Penerimaan Surat Masuk" in page.evaluate("document.querySelector('h1').innerText")
    page.click(BOX)
    page.keyboard.type("naskah kasar")
    until(page, f"document.querySelector('{LINK}')?.innerText.includes('Kasar')")
    assert page.evaluate("'pwned' in window") is False
    assert reader.complaints == []


@pytest.mark.halved(1)
def test_dark_stays_dark(http: Door, reader: Reader) -> None:
    page = reader.page(http)
    page.goto(http.to("index"))
    assert page.evaluate(BRIGHTNESS) > 0.8
    page.click("label[for=__palette_1]:not([hidden])")
    until(page, DARK)
    page.goto(http.to(f"{UNIT}/legalisasi"))
    assert page.evaluate(DARK)
    assert page.evaluate(BRIGHTNESS) < 0.2
    fresh = reader.page(http, dark=True)
    fresh.goto(http.to("index"))
    assert fresh.evaluate(DARK)
    assert reader.complaints == []


def test_an_sop_prints_as_a_landscape_document_with_its_chart(file: Door, visit: Visit) -> None:
    page = visit.page(file, dark=True)
    page.goto(file.to(f"{UNIT}/legalisasi"))
    page.emulate_media(media="print")
    assert page.locator(".sop-strip").first.is_visible()
    assert not page.locator(".md-header").is_visible()
    assert page.evaluate(BRIGHTNESS) > 0.95
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert pdf.startswith(b"%PDF")
    assert sizes
    assert all(float(wide) > float(high) for wide, high in sizes)


@pytest.mark.halved
def test_the_page_of_a_broken_definition_opens_too(faulty_file: Door, reader: Reader) -> None:
    page = reader.page(faulty_file, width=360)
    page.goto(faulty_file.to(f"{UNIT}/surat-rusak"))
    assert "pelaksna" in page.evaluate("document.querySelector('main').innerText")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert reader.complaints == []
