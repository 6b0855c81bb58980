"""What came out of the printer: a PDF, page by page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

MM = 72 / 25.4

# What stands over what: boxes in px, of each sheet of the document.
BOXES = """() => [...document.querySelectorAll(".lembar")].map((sheet) => {
  const box = (element) => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  return {
    sheet: box(sheet),
    least: parseFloat(getComputedStyle(sheet).minHeight),
    foot: sheet.querySelector(".kaki") ? box(sheet.querySelector(".kaki")) : null,
    parts: [...sheet.querySelectorAll(".isi > *, .isi tr, .isi .data > div, .pasang > *")].map(box),
    rows: [...sheet.querySelectorAll(".alur tbody tr")].map((row) => ({
      row: box(row),
      symbols: [...row.querySelectorAll(".sop-simbol")].map(box),
      cells: [...row.querySelectorAll("th, td:not(.l)")].map((cell) => [cell.scrollWidth - cell.clientWidth, cell.scrollHeight - cell.clientHeight]),
    })),
    lanes: [...sheet.querySelectorAll(".alur tbody tr:first-child .l")].map(box),
    drawing: sheet.querySelector(".gambar") ? box(sheet.querySelector(".gambar")) : null,
    ...Object.fromEntries([["letters", false], ["drawn", true]].map(([name, drawn]) => [name,
      [...sheet.querySelectorAll(".isi *, .kaki *")]
        .filter((e) => !!e.ownerSVGElement === drawn && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
        .map((e) => parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.ownerSVGElement.getScreenCTM().a : 1))])),
  };
})"""

# Words that go on in a new line without a sign: behind a letter or digit that is followed by another.
BROKEN = """() => {
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement.ownerSVGElement) continue;
    for (const word of text.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
      range.setStart(text, word.index + (text.data[word.index - 1] === "\\u00ad" ? 1 : 0)); // not the hyphen
      range.setEnd(text, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
      if (tops.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@dataclass(frozen=True)
class Printed:
    reader: PdfReader

    @cached_property
    def texts(self) -> list[str]:
        """Of each page, without spaces: lines and words may be broken anywhere."""
        return ["".join(page.extract_text().split()) for page in self.reader.pages]

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """In whole mm."""
        return {_size(page) for page in self.reader.pages}

    def place(self, page: int, text: str) -> float:
        """How far from the left edge a text begins, in mm."""
        found: list[float] = []

        def look(said: str, cm: list[float], tm: list[float], *_: object) -> None:
            if text in said:
                found.append(tm[4] * cm[0] + cm[4])

        self.reader.pages[page].extract_text(visitor_text=look)
        assert len(found) == 1, (text, found)
        return found[0] / MM


@dataclass(frozen=True)
class Seen:
    """A document as laid out on screen, and as printed."""

    boxes: list[dict[str, Any]]
    broken: list[str]
    """Words that go on in a new line without a sign."""
    printed: Printed


def _size(page: PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)


def printed(page: Page) -> Printed:
    return Printed(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))))
