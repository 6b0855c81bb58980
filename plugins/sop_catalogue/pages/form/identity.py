"""The identity block at the head of the official form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue.law.cited import Citation, CitedPart
from ...catalogue.law.kinds import name_of
from ...catalogue.law.parts import without_tail
from ...catalogue.model import LawEntry, Reference, SopEntry
from ...catalogue.web.kinds import Verdict
from ...catalogue.web.titles import split_end
from ...catalogue.web.wording import ELSEWHERE, NOTES
from ...definition.daftar import Pejabat
from ...definition.fields import says_something
from ...definition.form import FORM, Box, Kind, Row
from ...definition.identitas import TanggalSop
from ...definition.shapes import as_list
from ...definition.sop import Sop
from ..links import Links
from ..render import rich, rich_line

EMPTY = "–"
_REGISTERED = "menurut daftar pejabat"
_OURS = "Dokumen asal tidak memuat blok identitas; blok ini dibuat untuk katalog."


@dataclass(frozen=True, slots=True)
class Item:
    html: Markup
    number: str = ""
    """Shown instead of the running number."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the head; who signs is no text, and stands in its row by `official`."""

    label: str
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class BoxView:
    """A box below the head."""

    title: str
    items: Sequence[Item]

    @property
    def marked(self) -> bool:
        """Whether an item brings a number of its own; then none is counted."""
        return any(item.number for item in self.items)


def kop(entry: SopEntry) -> list[str]:
    """The lines at the head: as written, or pemda and unit."""
    if entry.sop.kop:
        return list(entry.sop.kop)
    return list(dict.fromkeys(name.upper() for name in (entry.unit.pemda.data.nama, entry.unit.data.nama)))


def remark(sop: Sop) -> str:
    """Stands at the block where its document has none; else empty."""
    return _OURS if "formulir" in sop.tafsiran else ""


def head(sop: Sop, words: Mapping[str, str]) -> Iterator[RowView]:
    """The rows of the head, without those that others stand for."""
    said = {row.key: _said(sop, row) for row in FORM.head}
    left_out = {row.instead_of if said[row.key] else row.key for row in FORM.head if row.instead_of}
    for row in FORM.head:
        if said[row.key] or row.key not in left_out:
            yield RowView(words[row.key], row.kind, said[row.key] or EMPTY)


def _said(sop: Sop, row: Row) -> str:
    if row.kind is Kind.OFFICIAL:
        return ""
    if row.kind is not Kind.DATE:
        return getattr(sop, row.key) or ""
    dates = [day for day in as_list(getattr(sop.tanggal or TanggalSop(), row.key)) if day]
    if not any(says_something(day.tampil) for day in dates):  # dashes, one for each that never was
        return EMPTY if dates else ""
    return ", ".join(day.tampil for day in dates)


def official(person: Pejabat | None) -> list[tuple[str, str]]:
    """What is known of who signs, as (kind, text); of somebody whose name is hidden, that he is known at least."""
    if not person:
        return []
    nip = person.numbered
    nip = nip if not nip or nip.upper().startswith("NIP") else f"NIP {nip}"
    lines = [
        ("jabatan", person.jabatan),
        ("nama", person.named if person.jabatan else person.nama),
        ("pangkat", person.pangkat),
        ("nip", nip),
    ]
    return [(kind, text) for kind, text in lines if text]


def signer(entry: SopEntry) -> list[tuple[str, str]]:
    """Who ratified it; what only a register says is marked so."""
    found = official(entry.sop.disahkan_oleh)
    marked = entry.signing and entry.signing.registered
    return [*found, *([("ket", _REGISTERED)] if marked else [])]


def boxes(entry: SopEntry, links: Links, words: Mapping[str, str]) -> list[BoxView]:
    """Row by row as on paper."""
    return [BoxView(words[box.key], _items(entry, box, links)) for box in entry.sop.boxes]


def unlinked(entry: SopEntry, words: Mapping[str, str]) -> list[BoxView]:
    """The same, as written, tied to nothing."""
    return [
        BoxView(words[box.key], [Item(rich(item.teks), item.no or "") for item in entry.sop.items(box)])
        for box in entry.sop.boxes
    ]


def _items(entry: SopEntry, box: Box, links: Links) -> list[Item]:
    match box.kind:
        case Kind.LAW:
            return [Item(_citation(citation, links), citation.number) for citation in entry.citations]
        case Kind.SOP:
            return [_reference(reference, links) for reference in entry.references]
        case _:
            return [Item(rich(item.teks), item.no or "") for item in entry.sop.items(box)]


def _citation(citation: Citation, links: Links) -> Markup:
    """As written, each regulation in it a link; behind it, on screen, those no longer as they were."""
    if not citation.laws:
        return rich(citation.text)
    words = Markup("").join(_cited(part, links) for part in citation.parts)
    return words + Markup("").join(_marked(law, len(citation.laws) > 1) for law in citation.laws)


def _marked(law: LawEntry, among_others: bool) -> Markup:
    if law.standing not in ("dicabut", "diubah"):
        return Markup("")
    which = f' <span class="sop-ket">{escape(name_of(law))}</span>' if among_others else ""
    return Markup(
        f'{which} <span class="sop-status sop-status--{law.standing}">{law.standing.capitalize()}</span>'
    )


def _cited(part: CitedPart, links: Links) -> Markup:
    if not part.law:
        return rich_line(part.text)
    name, tail = without_tail(part.text)
    html = _linked(name, links.law(part.law))
    space = " " if tail.startswith(" ") else ""
    return html + space + rich_line(tail.strip()) + (" " if tail.strip() else "")


def _reference(reference: Reference, links: Links) -> Item:
    if reference.others:
        names = Markup("; ").join(_linked(sop.name, links.sop(sop)) for sop in reference.targets)
        html = Markup(f'{rich(reference.text)} <span class="sop-ket">({names})</span>')
        return Item(html, reference.number)
    if reference.target and reference.verdict is Verdict.LINKED:
        return Item(_linked(reference.text, links.sop(reference.target)), reference.number)
    said = ELSEWHERE if reference.elsewhere else NOTES.get(reference.verdict, "")
    note = said if says_something(reference.text) else ""
    if not note:
        return Item(rich(reference.text), reference.number)
    title, end = split_end(reference.text)
    return Item(Markup(f'{rich(title)} <span class="sop-ket">({note})</span>{escape(end)}'), reference.number)


def _linked(text: str, url: str) -> Markup:
    return Markup(f'<a href="{escape(url)}">{rich_line(text)}</a>')
