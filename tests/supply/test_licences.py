"""What others made, and on what terms."""

from __future__ import annotations

import run

from . import licences
from .lock import pins


def test_the_list_is_up_to_date() -> None:
    assert licences.FILE.read_text("utf-8") == licences.text(), "run: python run.py lock"


def test_every_package_comes_under_a_licence_that_asks_nothing_of_a_site() -> None:
    found = {pin.name: licences.licence_of(pin.name) for pin in pins("site")}
    assert {name: licence for name, licence in found.items() if licence not in licences.ACCEPTED} == {}


def test_every_vendored_file_has_its_licence_beside_it() -> None:
    found = licences.vendored()
    assert len(found) > 10
    assert [file for file, licence in found if licence is None] == []
    for _, licence in found:
        assert licence
        text = (run.ROOT / licence).read_text("utf-8")
        assert "Copyright" in text
        assert "Permission is hereby granted" in text or "SIL OPEN FONT LICENSE" in text
