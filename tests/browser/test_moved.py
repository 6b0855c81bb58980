"""Who follows an old link, or scans an old sheet, arrives: with each browser, from a server and from a folder, without a script, too."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.browser.driving.bidi import Refused
from tests.browser.driving.reader import AnyPage, Reader, until
from tests.browser.driving.visit import Door

NOW = "sop/kabupaten-contoh/kecamatan-hulu/domisili"
OLD = {
    "kode/dom-7k2": NOW,
    "sop/kabupaten-contoh/kelurahan/surat-domisili": NOW,
    "sop/kabupaten-contoh/kecamatan-atas/domisili": NOW,
    "sop/kabupaten-contoh/kecamatan-atas/index": "sop/kabupaten-contoh/kecamatan-hulu/index",
    "cetak/kabupaten-contoh/kelurahan/surat-domisili": "cetak/kabupaten-contoh/kecamatan-hulu/domisili",
}
BEHIND = "?rev=0&isi=000000#judul"


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_old_addresses_lead_on(reader: Reader, door: Door, scripts: bool) -> None:
    page = reader.page(door, scripts=scripts)
    for old, now in OLD.items():
        _follow(page, door.to(old) + BEHIND)
        until(page, f"location.pathname.endsWith('/{now}.html') && document.querySelector('h1, .lembar')")
        assert page.evaluate("location.search + location.hash") == (BEHIND if scripts else "")
    assert reader.complaints == []


def test_under_a_strict_policy_too(reader: Reader, guarded: Door) -> None:
    page = reader.page(guarded)
    _follow(page, guarded.to("kode/dom-7k2") + BEHIND)
    until(
        page,
        "location.pathname.includes('/kecamatan-hulu/') && document.querySelector('[data-jawab]:not([hidden])')",
    )
    assert page.evaluate("location.search + location.hash") == BEHIND
    assert reader.complaints == []


def test_there_is_no_way_back_into_it(reader: Reader, http: Door) -> None:
    """Who goes back comes to where the link was."""
    page = reader.page(http)
    page.goto(http.to("sop/index"))
    _follow(page, http.to("kode/dom-7k2"))
    until(page, f"location.pathname.endsWith('/{NOW}.html')")
    page.evaluate("setTimeout(() => history.back(), 50)")
    until(page, "location.pathname.endsWith('/sop/index.html')")


def _follow(page: AnyPage, url: str) -> None:
    with suppress(Refused):  # Firefox tells when a page goes on before it is there
        page.goto(url)
