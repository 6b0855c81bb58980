"""The order of names is that of the browser, which sorts the same lists again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from sop_catalogue.pages.text.order import order_of

SORTED = """texts => {
  const {compare} = new Intl.Collator('id', {numeric: true, sensitivity: 'base'});
  return texts.map((text, i) => [text, i]).sort(([a, i], [b, k]) => compare(a, b) || i - k).map(([text]) => text);
}"""
NAMES = """\
Surat|surat masuk|Surat-menyurat|Surat (asli)|Surat, lampiran|Surat/nota|"Surat"|“Surat”|SK 10|SK 2|SK 2a|SK 02|2 rangkap SK
10 rangkap SK|Éselon|eselon II|Eselon I|RKA/DPA|RKA & DPA|RKA - DPA|RKA – DPA|RKA: DPA|RKA; DPA|RKA.|RKA|A|a|Z|ZZ|KTP*
Daftar <Masuk>|Daftar Masuk|Daftar_Masuk|Daftar 'x'|Daftar [x]|Daftar {x}|Daftar #1|Daftar 100%|Daftar @x|Daftar!|Daftar?
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


def test_it_is_that_of_the_browser(browser: Browser) -> None:
    page = browser.new_page()
    for turn in (1, 7, 13):
        texts = NAMES[::-turn] + NAMES[turn:]
        texts = [*dict.fromkeys(texts)]
        assert sorted(texts, key=order_of) == page.evaluate(SORTED, texts)
    page.close()


@given(st.text(), st.text())
def test_space_around_and_between_words_counts_once(one: str, other: str) -> None:
    assert order_of(f"  {one} \t {other} ") == order_of(" ".join(f"{one} {other}".split()))
