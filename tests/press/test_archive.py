"""What PDF/A-2a asks of a file that is kept for decades, as far as it can be seen without a validator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Stream

from sop_catalogue.press import browser
from tests.press.spoken import Spoken

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.find() is None, reason="no browser on this machine"),
]


@pytest.fixture(scope="module", params=["five", "small"])
def spoken(request: pytest.FixtureRequest) -> Spoken:
    return Spoken(request.getfixturevalue(request.param))


def objects(spoken: Spoken, *kinds: Name) -> Iterator[Any]:
    return (
        thing
        for thing in spoken.pdf.objects
        if isinstance(thing, Dictionary | Stream) and thing.get("/Type") in kinds
    )


def test_it_names_its_standards_and_its_colours(spoken: Spoken) -> None:
    with spoken.pdf.open_metadata() as meta:
        assert (meta["pdfuaid:part"], meta.pdfa_status) == ("1", "2A")
        assert str(meta["dc:title"]) == str(spoken.pdf.docinfo.Title)
    written = spoken.pdf.Root.Metadata.read_bytes()
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in written
    (intent,) = spoken.pdf.Root.OutputIntents
    profile = intent.DestOutputProfile.read_bytes()
    assert (intent.S, int(intent.DestOutputProfile.N)) == (Name.GTS_PDFA1, 3)
    assert (profile[12:20], profile[36:40], int.from_bytes(profile[:4])) == (
        b"mntrRGB ",
        b"acsp",
        len(profile),
    )
    assert "/ID" in spoken.pdf.trailer


def test_every_letter_is_in_it_and_says_what_it_is(spoken: Spoken) -> None:
    fonts = [font for font in objects(spoken, Name.Font) if font.Subtype in (Name.Type0, Name.Type3)]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        for part in font.get("/DescendantFonts", ()):
            assert "/FontFile2" in part.FontDescriptor
            assert part.CIDToGIDMap == Name.Identity


def test_nothing_shines_through_acts_or_hides(spoken: Spoken) -> None:
    for page in spoken.pdf.pages:
        for state in page.obj.Resources.get("/ExtGState", Dictionary()).values():
            assert float(state.get("/ca", 1)) == float(state.get("/CA", 1)) == 1
            assert state.get("/BM", Name.Normal) == Name.Normal and "/SMask" not in state
    for note in spoken.links:
        assert int(note.F) == 4, "printed, and not hidden"
        assert "/A" not in note or note.A.S == Name.URI
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"}.intersection(spoken.pdf.Root.keys())
