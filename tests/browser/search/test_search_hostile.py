"""Whatever is put into the search box is words to look for: it neither hangs, breaks nor runs."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.driving.reader import Reader, until
from tests.browser.driving.search_box import BOX, SearchBox
from tests.browser.driving.visit import UNIT, Door
from tests.turns import Share

LONG = 10_000
SOON = 2_000
"""Milliseconds; only a hang takes longer, also on a machine with much else to do."""
RUN = "<img src=x onerror=window.pwned=1>"

HOSTILE = {
    "one long word": "a" * LONG,
    "one long known word": "surat" * (LONG // 5),
    "many known words": "surat masuk " * (LONG // 12),
    "many different words": " ".join(f"surat{n}" for n in range(1_000)),
    "a long number": "421/" * (LONG // 4),
    "only quotes": '"' * LONG,
    "only brackets": "(" * LONG,
    "only wildcards": "*" * LONG,
    "only emoji": "😀" * (LONG // 2),
    "a slow pattern": "(a+)+$" + "a" * 200,
    "patterns": r".* [ ( \ ^$ a{1,99999} [^\s]+ (?=surat) surat|masuk \d \u{1F600",
    "operators": "+surat -masuk surat* *rat title:surat kolom:surat surat~9 surat^10 ~ ^ : + -",
    "markup": RUN,
    "markup around a known word": f"<b>surat</b> {RUN} masuk",
    "a script": '"></a><script>window.pwned=1</script>',
    "a drawing": "</mark></template></textarea><svg/onload=window.pwned=1>",
    "escaped markup": "&lt;img src=x onerror=window.pwned=1&gt; &amp;#60;",
    "templates": "{{7*7}} ${window.pwned=1} `${window.pwned=1}` <%= 7 %>",
    "an address": "javascript:window.pwned=1",
    "names of the language": "__proto__ constructor toString hasOwnProperty prototype valueOf __defineGetter__",
    "one name of the language": "__proto__",
    "from right to left": "\u202eسند \u2067kusam tarus\u2069 مرحبا",
    "marks upon marks": "s\u0337\u0321u\u0338r\u0334a\u0336t" + "\u0301" * 500,
    "half characters": "\ud800 surat \udc00masuk\udbff",
    "control characters": "\0\a\b\x1b[31msurat\x7f\ufeff\u200b\u2028masuk\u2029\n\r\t",
    "only spaces": " \t\u00a0\u2003\u3000  ",
    "only stop words": "dan yang di ke dari untuk atau pada dengan",
    "an open quote": '"surat masuk',
    "quotes inside": 'su"rat ma"suk"',
    "empty quotes": '"" " " """',
    "only punctuation": "!?.,;:-–—…/\\|'`´()[]{}<>@#%&*",
    "one letter": "s",
}
CLUMSY = [
    "📄 surat masuk",
    '"surat masuk',
    "surat, masuk?",
    "  surat   masuk  ",
    "SURAT MASUK",
    "(surat masuk)",
]
FOREIGN = """document.querySelectorAll(
  '.md-search-result :is(img, script, iframe, svg, object, style, [onerror], [onload], [href^="javascript:"])').length"""


def test_a_hostile_query_is_only_words(door: Door, reader: Reader, share: Share) -> None:
    """By day each in one browser at one door, by night in both at both."""
    page = reader.page(door)
    box = SearchBox.opened(page, door)
    (before,) = box.ask(["surat masuk"])
    assert before.results[0].page == f"{UNIT}/surat-masuk"
    for what, text in share([*HOSTILE.items()]):
        (answer,) = box.ask([text])
        assert answer.took < SOON, what
        assert page.evaluate(FOREIGN) == 0, what
        (after,) = box.ask(["surat masuk"])
        assert after.results == before.results, what
        assert page.evaluate("'pwned' in window") is False, what
        assert reader.complaints == [], what


@pytest.mark.halved
def test_clumsy_typing_finds_all_the_same(door: Door, reader: Reader) -> None:
    box = SearchBox.opened(reader.page(door), door)
    for text, answer in zip(CLUMSY, box.ask(CLUMSY), strict=True):
        assert answer.results, text
        assert answer.results[0].page == f"{UNIT}/surat-masuk", text
    assert reader.complaints == []


@pytest.mark.halved
def test_a_query_in_the_address_is_only_words_too(door: Door, reader: Reader) -> None:
    page = reader.page(door)
    page.goto(f"{door.to('index')}?q={quote(f'surat masuk {RUN}')}")
    until(page, "document.querySelector('.md-search-result__item')")
    assert page.evaluate(f"document.querySelector('{BOX}').value") == f"surat masuk {RUN}"
    assert page.evaluate(FOREIGN) == 0
    assert page.evaluate("'pwned' in window") is False
    assert reader.complaints == []
