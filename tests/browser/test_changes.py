"""The list of what changed, narrowed down as people do it."""

from __future__ import annotations

from tests.browser.driving.reader import Reader
from tests.browser.driving.visit import Door

SHOWN = """() => [...document.querySelectorAll('#daftar-perubahan section:not([hidden]) li:not([hidden])')]
  .map(item => item.dataset.sejak)"""
CHOOSE = """() => {
  const field = document.querySelector('[data-sop-menurut=sejak]');
  field.value = 'HARI';
  field.dispatchEvent(new Event('input'));
}"""
TOLD = "() => document.querySelector('.sop-saring-daftar [role=status]').textContent"


def test_changes_since_a_day_are_what_is_left(http: Door, reader: Reader) -> None:
    """And an address that names the day shows the same."""
    page = reader.page(http)
    page.goto(http.to("perubahan/index"))
    every = page.evaluate(SHOWN)
    day = sorted(filter(None, every))[-1]
    page.evaluate(CHOOSE.replace("HARI", day))
    wanted = [one for one in every if one >= day]
    assert 0 < len(wanted) < len(every) and page.evaluate(SHOWN) == wanted
    page.goto(f"{http.to('perubahan/index')}?sejak={day}")
    assert page.evaluate(SHOWN) == wanted
    assert page.evaluate(TOLD) == f"{len(wanted)} cocok"
    page.evaluate(CHOOSE.replace("HARI", "2999-01-01"))
    assert page.evaluate(SHOWN) == []
    assert page.evaluate(TOLD) == "Tidak ada yang cocok"
    assert reader.complaints == []
