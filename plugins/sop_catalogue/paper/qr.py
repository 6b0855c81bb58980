"""The square code at the foot of every sheet: the SOP's page, by its own code if it has one, and which state of the SOP it shows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import segno
from markupsafe import Markup

from ..catalogue.model import SopEntry
from ..pages.form.edition import edition_of
from ..pages.links import code_address, page_path, sop_address

_BORDER = 1
"""Of the four modules of white around a code; the rest is the sheet's own white."""


@dataclass(frozen=True, slots=True)
class QrMarks:
    """Makes the mark of an SOP's sheets, for a site that stands at an address."""

    site_url: str
    directory_urls: bool

    def __call__(self, entry: SopEntry) -> Markup:
        return code_svg(self.address(entry))

    def address(self, entry: SopEntry) -> str:
        """With the code of an SOP, which outlives the names of its file and its places."""
        now = entry.present or entry
        page = self._url(code_address(now.kode)) if now.kode else self.page(now)
        return f"{page}?{edition_of(entry).query}"

    def page(self, entry: SopEntry) -> str:
        return self._url(sop_address(entry))

    def _url(self, address: str) -> str:
        return f"{self.site_url.rstrip('/')}/{quote(page_path(address, self.directory_urls))}"


def qr_marks(site_url: str | None, directory_urls: bool) -> QrMarks | None:
    """None where no one knows the site's address: a code that leads nowhere is worse than none."""
    return QrMarks(site_url, directory_urls) if site_url else None


def code_svg(text: str) -> Markup:
    """As large as its place. The lowest level of error correction: the smaller the code, the larger its squares."""
    code = segno.make_qr(text, error="l", boost_error=False)
    return Markup(
        code.svg_inline(
            omitsize=True, border=_BORDER, svgclass=None, lineclass=None, title="Kode QR halaman SOP ini"
        )
    )
