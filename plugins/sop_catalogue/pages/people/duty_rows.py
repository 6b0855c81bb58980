"""The rows of a duty book. Written without a template: they are most of a role page's HTML.

Every text goes through `escape` or through the small Markdown, which escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ...catalogue.model import RoleEntry
from ...catalogue.work.duties import Duty, Partner, SopDuties
from ...definition.tafsiran import called
from ..form.words import row_anchors
from ..links import Links
from ..render import plain, rich, rich_line

NAMELESS = "kolom tanpa nama"


class DutyRows:
    """Writes the rows of one page."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._roles: dict[tuple[str, RoleEntry | None], str] = {}

    def html(self, found: SopDuties) -> Markup:
        page = self.links.sop(found.sop)
        anchors = [row_anchors(chart.flow, chart.number) for chart in found.sop.charts]
        return Markup("".join(self._row(duty, page, anchors[duty.chart]) for duty in found.duties))

    def _row(self, duty: Duty, page: str, anchors: Sequence[str]) -> str:
        received = [
            *self._partners(duty.receives, ("Dari", "Kembali dari"), duty.needs, page, anchors),
            *_things("Perlu", duty.needs),
        ]
        produced = [
            *_things("Hasil", duty.produces),
            *self._partners(duty.hands_on, ("Kepada", "Kembali ke"), duty.produces, page, anchors),
        ]
        marks = ["Keputusan"] if duty.decides else []
        if duty.together:
            marks.append(f"Bersama {', '.join(plain(name) or NAMELESS for name in duty.together)}")
        if duty.inferred:
            marks.append(f"Disimpulkan: {called(duty.inferred)}")
        return (
            f'<tr role="row"><th role="rowheader" scope="row"><a href="{page}#{anchors[duty.row]}">'
            f'<span class="kartu">Langkah </span>{escape(duty.number)}</a>{_waktu(duty)}</th>'
            f'<td role="cell">{rich(duty.activity)}'
            f"{''.join(map(_mark, marks))}</td>"
            f"{_cell('Diterima', received)}{_cell('Dihasilkan', produced)}</tr>\n"
        )

    def _partners(
        self,
        partners: Iterable[Partner],
        words: tuple[str, str],
        besides: Sequence[str],
        page: str,
        anchors: Sequence[str],
    ) -> Iterable[str]:
        """Those at the other end; of what passes, only what the row does not say anyway (`besides`)."""
        said = {plain(text).casefold() for text in besides}
        for partner in partners:
            things = [text for text in partner.things if plain(text).casefold() not in said]
            told = f": {'; '.join(map(rich_line, things))}" if things else ""
            condition = (
                f' <span class="sop-ket">(bila {escape(plain(partner.label))})</span>'
                if partner.label
                else ""
            )
            yield (
                f"{words[partner.returning]} {self._who(partner)}, "
                f'<a href="{page}#{anchors[partner.row]}">{escape(partner.step)}</a>{condition}{told}'
            )

    def _who(self, partner: Partner) -> str:
        key = (partner.name, partner.role)
        if key not in self._roles:
            name = escape(plain(partner.name) or NAMELESS)
            url = self.links.role(partner.role)
            self._roles[key] = f'<a href="{url}">{name}</a>' if url else name
        return self._roles[key]


def _mark(text: str) -> str:
    return f' <span class="sop-tugas-tanda">{escape(text)}</span>'


def _things(label: str, texts: Sequence[str]) -> list[str]:
    return [f'<span class="sop-ket">{label}:</span> {"; ".join(map(rich_line, texts))}'] if texts else []


def _cell(label: str, items: Sequence[str]) -> str:
    if not items:
        return f'<td role="cell" data-l="{label}" class="kosong"></td>'
    return f'<td role="cell" data-l="{label}"><ul>{"".join(f"<li>{item}</li>" for item in items)}</ul></td>'


def _waktu(duty: Duty) -> str:
    if not duty.waktu:
        return ""
    first, last = duty.shared_rows or ("", "")
    shared = f" (langkah {escape(first)}–{escape(last)})" if first else ""
    return f' <span class="sop-tugas-waktu">{escape(plain(duty.waktu))}{shared}</span>'
