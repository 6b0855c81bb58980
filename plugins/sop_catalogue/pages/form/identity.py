"""The identity block at the head of the official form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue.law.parts import without_tail
from ...catalogue.model import Citation, CitedPart, Reference, SopEntry, Verdict
from ...definition.daftar import Label, Pejabat
from ...definition.fields import says_something
from ...definition.sop import Butir, TanggalSop
from ...definition.tanggal import Tanggal
from ..links import Links
from ..render import rich, rich_line

EMPTY = "–"

LABELS = {
    "nomor": "Nomor SOP",
    "pembuatan": "Tanggal Pembuatan",
    "revisi": "Tanggal Revisi",
    "efektif": "Tanggal Efektif",
    "pengesahan": "Tanggal Pengesahan",
    "disahkan_oleh": "Disahkan oleh",
    "nama": "Nama SOP",
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan_perlengkapan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan_pendataan": "Pencatatan dan Pendataan",
    "no": "No",
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana",
    "mutu_baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}
"""The form's words, where an office has none of its own."""

_VERDICTS = {
    Verdict.SELF: "SOP ini sendiri",
    Verdict.OUTSIDE: "di luar katalog",
    Verdict.NEAR: "namanya tidak persis sama dengan SOP di katalog",
    Verdict.MISSING: "belum ada di katalog",
    Verdict.AMBIGUOUS: "lebih dari satu SOP bernama begini",
}


def labels(label: Label | None) -> dict[str, str]:
    return {key: (label and getattr(label, key)) or word for key, word in LABELS.items()}


@dataclass(frozen=True, slots=True)
class Item:
    html: Markup
    number: str = ""
    """Shown instead of the running number."""


@dataclass(frozen=True, slots=True)
class Box:
    """One of the six boxes below the frame's head."""

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


def dates(tanggal: TanggalSop | None, words: dict[str, str]) -> list[tuple[str, list[str]]]:
    """The date rows. "Pengesahan" stands where an office dates by it."""
    given = tanggal or TanggalSop()
    rows = [
        (words["pembuatan"], _shown([given.pembuatan])),
        (words["revisi"], _shown(given.revisi)),
    ]
    if given.efektif or not given.pengesahan:
        rows.append((words["efektif"], _shown([given.efektif])))
    if given.pengesahan:
        rows.append((words["pengesahan"], _shown([given.pengesahan])))
    return rows


def official(person: Pejabat | None) -> list[tuple[str, str]]:
    """What is known of who signs, as (kind, text)."""
    if not person:
        return []
    nip = person.nip and (person.nip if person.nip.upper().startswith("NIP") else f"NIP {person.nip}")
    lines = [
        ("jabatan", person.jabatan),
        ("nama", person.nama),
        ("pangkat", person.pangkat),
        ("nip", nip),
    ]
    return [(kind, text) for kind, text in lines if text]


def boxes(entry: SopEntry, links: Links, words: dict[str, str]) -> list[Box]:
    """The six boxes, row by row as on paper."""
    sop = entry.sop
    laws = [Item(_citation(c, links), c.number) for c in entry.citations]
    filled = {
        "dasar_hukum": laws,
        "kualifikasi_pelaksana": _items(sop.kualifikasi_pelaksana),
        "keterkaitan": [_reference(r, links) for r in entry.references],
        "peralatan_perlengkapan": _items(sop.peralatan_perlengkapan),
        "peringatan": _items(sop.peringatan),
        "pencatatan_pendataan": _items(sop.pencatatan_pendataan),
    }
    return [Box(words[key], items) for key, items in filled.items()]


def _shown(days: Iterable[Tanggal | None]) -> list[str]:
    return [day.tampil for day in days if day] or [EMPTY]


def _items(items: Iterable[Butir]) -> list[Item]:
    return [Item(rich(item.teks), item.no or "") for item in items]


def _citation(citation: Citation, links: Links) -> Markup:
    """As written, each regulation in it a link; on screen with a mark on those no longer as they were."""
    if not citation.laws:
        return rich(citation.text)
    return Markup("").join(_cited(part, links) for part in citation.parts)


def _cited(part: CitedPart, links: Links) -> Markup:
    if not part.law:
        return rich_line(part.text)
    name, tail = without_tail(part.text)
    html = _linked(name, links.law(part.law))
    if part.law.needs_review:
        standing = part.law.standing
        html += Markup(f' <span class="sop-status sop-status--{standing}">{standing.capitalize()}</span>')
    space = " " if tail.startswith(" ") else ""
    return html + space + rich_line(tail.strip()) + (" " if tail.strip() else "")


def _reference(reference: Reference, links: Links) -> Item:
    if reference.target and reference.verdict is Verdict.LINKED:
        return Item(_linked(reference.text, links.sop(reference.target)), reference.number)
    note = _VERDICTS.get(reference.verdict, "") if says_something(reference.text) else ""
    html = rich(reference.text)
    if note:
        html = Markup(f'{html} <span class="sop-ket">({note})</span>')
    return Item(html, reference.number)


def _linked(text: str, url: str) -> Markup:
    return Markup(f'<a href="{escape(url)}">{rich_line(text)}</a>')
