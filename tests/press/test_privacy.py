"""What an office hides is in no PDF: neither on its sheets, nor in what the file says of itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import pypdfium2

from sop_catalogue.catalogue.privacy.settings import SHOWN, Hiding
from tests.site.named import NIPS, WORDS

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def said(pdf: bytes) -> str:
    """Its sheets, bookmarks and description, and all its bytes, unpacked."""
    document = pypdfium2.PdfDocument(pdf)
    found = [str(document.get_metadata_dict()), *(mark.get_title() for mark in document.get_toc())]
    found += [page.get_textpage().get_text_range() for page in document]
    unpacked = (zlib.decompressobj().decompress(part) for part in _STREAM.findall(pdf) if part[:1] == b"x")
    for data in (pdf, *unpacked):
        found += [data.decode("latin-1"), data.decode("utf-16-be", "ignore")]
    return "\n".join(found).casefold()


def named_in(text: str) -> set[str]:
    digits = re.sub(r"[\s.-]+", "", text)
    return {word for word in WORDS if word in text} | {nip for nip in NIPS if nip in digits}


def test_nobody_is_named_in_a_binder(named: Callable[[Hiding], bytes]) -> None:
    assert len(named_in(said(named(SHOWN)))) > 6
    assert not named_in(said(named(Hiding(names=True, nips=True))))
