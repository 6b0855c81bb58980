"""The foot of a sheet: which SOP it belongs to, which sheet it is, and that a copy is only a copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..catalogue.model import SopEntry
from ..chart.letters import width
from ..definition.tafsiran import SIGN, UNSUR, called
from ..pages.form.edition import revision_of
from ..pages.render import plain
from ..pages.status import standing_said
from .block import GAP
from .content.words import DOT, FootLine
from .frame import SMALL
from .settings import PaperSettings, sheet_number
from .text.line import text_lines

MARK = 49
"""The side of the square for a mark at the foot, such as a QR code, in px: 13 mm."""
_LONGEST = 240
"""Letters of a name at the foot, or of a number in a list; what is longer stands whole elsewhere, and would leave no room."""
_WIDEST_TAB = "00.000"
_DRAFT = "Cetakan konsep, bukan lembar resmi"


@dataclass(frozen=True, slots=True)
class Foot:
    said: str
    values: Mapping[str, str]
    pattern: str
    mark: Markup
    room: int
    mark_last: bool = False
    """The mark stands on the right."""
    tabbed: bool = False
    """There is room for the number that a binder gives; whether it stands there or not, the foot is as high."""

    @property
    def height(self) -> float:
        """With the most digits a number will have."""
        left, right = self.widths("00", "00")
        texts = (self.said, left), (self.tab + self.number("00", "00"), right)
        lines = max(text_lines(text, room, SMALL) if text else 0 for text, room in texts)
        return max(lines * SMALL.line, MARK if self.mark else 0) + GAP

    @property
    def tab(self) -> str:
        """As wide as it will be."""
        return _WIDEST_TAB + DOT if self.tabbed else ""

    def number(self, page: str, pages: str) -> str:
        return sheet_number(self.pattern, {**self.values, "hal": page, "jumlah": pages})

    def widths(self, page: str, pages: str) -> tuple[int, int]:
        """Of what stands left and right."""
        free = self.room - (MARK + GAP if self.mark else 0)
        wide = width(self.number(page, pages)) + width(self.tab, True)
        right = min(int(wide * SMALL.size) + 3, free * 45 // 100)
        return free - right - 2 * GAP, right

    def line(self, page: int, pages: int) -> FootLine:
        right = self.widths("00", "00")[1]
        number = self.number(str(page), str(pages))
        return FootLine(self.said, number, right, self.mark, page > 1, self.mark_last, self.tabbed)


def foot_of(entry: SopEntry, settings: PaperSettings, room: int, mark: Markup | None = None) -> Foot:
    sop = entry.sop
    title = shortened(plain(sop.nama))
    standing = _DRAFT if settings.draf else standing_said(entry)
    said = ". ".join(filter(None, (title, standing, _inferred(entry), settings.catatan_salinan)))
    values = {
        "nomor": shortened(sop.nomor or ""),
        "nama": title,
        "revisi": str(revision_of(entry) or ""),
        "unit": shortened(entry.unit.data.singkatan or entry.unit.data.nama),
    }
    signed = settings.kaki_bebas > 0
    return Foot(said, values, settings.nomor_lembar, mark or Markup(""), room, signed, True)


def _inferred(entry: SopEntry) -> str:
    """What the stars in its chart say."""
    parts = {part for chart in entry.charts for part in chart.inferred.parts}
    return f"{SIGN} Disimpulkan: {called(sorted(parts, key=UNSUR.index))}" if parts else ""


def shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
