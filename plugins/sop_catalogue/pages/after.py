"""What a reader asks after the form: how long, who does what, which SOPs and laws, how sure is this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..catalogue.durations import chart_total
from ..catalogue.model import LawEntry, SopEntry, Verdict
from ..definition.fields import says_something
from ..definition.flow import Flow
from ..definition.langkah import Bagan
from ..definition.waktu import TotalWaktu
from .links import Links
from .render import plain, rich
from .words import Jump, as_html, lane_names, row_anchors


@dataclass(frozen=True, slots=True)
class Performer:
    name: str
    url: str
    steps: Markup
    """Empty for a lane without symbols."""


@dataclass(frozen=True, slots=True)
class Duration:
    title: str
    total: str
    left_out: str
    """What the total does not count, as a sentence."""


@dataclass(frozen=True, slots=True)
class Law:
    title: str
    url: str
    status: str
    since: str
    """By which other regulation it was replaced or amended."""


def durations(entry: SopEntry) -> list[Duration]:
    """The sum of each chart's waktu, with what it leaves out."""
    charts = entry.sop.semua_bagan
    return [
        _duration(flow.title if len(charts) > 1 else "", chart_total(chart, flow))
        for chart, flow in zip(charts, entry.flows, strict=True)
    ]


def performers(entry: SopEntry, links: Links) -> list[Performer]:
    """Each lane's holder with the steps of every chart."""
    steps: dict[str, list[Markup]] = {}
    urls: dict[str, str] = {}
    for number, flow in enumerate(entry.flows, 1):
        anchors = row_anchors(flow, number)
        lead = f"Alur {number}: " if len(entry.flows) > 1 else ""
        roles = entry.lane_roles[number - 1] if number <= len(entry.lane_roles) else ()
        for lane, name in enumerate(lane_names(flow)):
            role = roles[lane] if lane < len(roles) else None
            shown = f"{name} ({role.data.nama})" if role and _is_other(role.data.nama, name) else name
            urls.setdefault(shown, links.role(role))
            rows = dict.fromkeys(s.row for s in flow.symbols if lane in s.lanes)
            jumps = [as_html([Jump(flow.rows[row].number, anchors[row])]) for row in rows]
            mine = steps.setdefault(shown, [])
            if jumps:
                mine.append(lead + Markup(", ").join(jumps))
    return [Performer(name, urls[name], Markup("; ").join(said)) for name, said in steps.items()]


def laws(entry: SopEntry, links: Links) -> list[Law]:
    """The regulations whose standing is known; what nobody recorded is not guessed."""
    known = dict.fromkeys(c.law for c in entry.citations if c.law)
    return [
        Law(law.data.judul, links.law(law) or law.data.tautan or "", law.data.status, _since(law))
        for law in known
        if law.data.status != "tidak diketahui"
    ]


def _since(law: LawEntry) -> str:
    if law.replaced_by:
        return f"diganti oleh {law.replaced_by.data.judul}"
    return f"diubah oleh {'; '.join(other.data.judul for other in law.amended_by)}" if law.amended_by else ""


def linked_sops(entry: SopEntry) -> list[SopEntry]:
    return list(dict.fromkeys(r.target for r in entry.references if r.target and r.verdict is Verdict.LINKED))


def unresolved(entry: SopEntry) -> list[str]:
    """References to SOPs that the catalogue does not have."""
    missing = [r.text for r in entry.references if r.verdict is Verdict.MISSING]
    return [plain(text) for text in missing if says_something(text)]


def inferred(charts: Sequence[Bagan], flows: Sequence[Flow]) -> str:
    """One line on what was concluded from the text because the source does not show it."""
    places: dict[str, list[str]] = {}
    for chart, flow in zip(charts, flows, strict=True):
        for step, row in zip(chart.langkah, flow.rows, strict=True):
            for kind in step.tafsiran:
                places.setdefault(kind, []).append(row.number)
    if not places:
        return ""
    every = sum(len(flow.rows) for flow in flows)
    said = [
        f"{_KINDS[kind]} pada {'semua langkah' if len(rows) == every > 1 else 'langkah ' + ', '.join(rows)}"
        for kind, rows in places.items()
    ]
    return f"Disimpulkan, karena tidak tergambar di dokumen asal: {'; '.join(said)}."


_KINDS = {"pelaksana": "pelaksana", "simbol": "bentuk simbol", "panah": "arah panah"}


def editor_notes(charts: Iterable[Bagan], flows: Sequence[Flow], own: Iterable[str]) -> list[Markup]:
    """The transcriber's notes, each with its place."""
    notes = [rich(note) for note in own]
    for number, (chart, flow) in enumerate(zip(charts, flows, strict=True), 1):
        if not any(step.catatan_penyunting for step in chart.langkah):
            continue
        anchors = row_anchors(flow, number)
        for step, row in zip(chart.langkah, flow.rows, strict=True):
            lead = as_html([Jump(f"Langkah {row.number}", anchors[row.index]), ": "])
            notes += [lead + rich(note) for note in step.catatan_penyunting]
    return notes


def _duration(title: str, sums: TotalWaktu) -> Duration:
    left = []
    if sums.tak_tentu:
        left.append(f"{sums.tak_tentu} langkah yang waktunya tidak berupa angka")
    if sums.tanpa_waktu:
        left.append(f"{sums.tanpa_waktu} langkah tanpa keterangan waktu")
    sentence = f"Belum termasuk {' dan '.join(left)}." if left else ""
    return Duration(plain(title), sums.teks, sentence)


def _is_other(full: str, name: str) -> bool:
    return full.casefold() != name.casefold()
