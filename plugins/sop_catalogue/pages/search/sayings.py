"""What can be typed into the search box, shown on the site's own SOPs: for each kind of words, some that lead to one page only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...catalogue.model import Catalogue, SopEntry
from ..form.words import row_anchors
from ..links import Links
from ..render import plain, render

_WORD = re.compile(r"[^\W_]{3,}")
_LAW = re.compile(r"[a-z]+-\d+-\d{4}")
_EMPTY = {
    "dan",
    "dari",
    "dengan",
    "dalam",
    "kepada",
    "oleh",
    "pada",
    "pelayanan",
    "serta",
    "sop",
    "untuk",
    "yang",
}


@dataclass(frozen=True, slots=True)
class Saying:
    kind: str
    query: str
    title: str
    url: str
    step: str = ""
    """The number of the step that it finds."""


def sayings(catalogue: Catalogue, links: Links) -> str:
    """As a list; a catalogue in which nothing is alone of its kind has none."""
    return render("_contoh-cari.html", {"sayings": list(_found(catalogue, links))})


def _found(catalogue: Catalogue, links: Links) -> Iterator[Saying]:
    yield from _by_title(catalogue, links)
    yield from _by_step(catalogue, links)
    roles = [
        role
        for role in catalogue.roles
        if role.registered and role.sops and re.fullmatch(r"\w{5,}", role.data.nama)
    ]
    for role in sorted(roles, key=lambda role: (len(role.data.nama), role.id))[:1]:
        yield Saying("sebuah jabatan", f"tugas {role.data.nama.lower()}", role.data.nama, links.role(role))
    for sop in _alone((sop, sop.sop.nomor or "") for sop in catalogue.sops):
        yield Saying("nomor SOP", sop.sop.nomor or "", plain(sop.name), links.sop(sop))
        break
    for law in catalogue.laws:
        if law.sops and law.registered and _LAW.fullmatch(law.id):
            title, _, _ = law.data.judul.partition(" tentang ")
            yield Saying("peraturan", law.id.replace("-", " "), title, links.law(law))
            break
    for unit in sorted(catalogue.units, key=lambda unit: (len(unit.data.nama), unit.id)):
        if unit.sops and [other.data.nama for other in catalogue.units].count(unit.data.nama) == 1:
            yield Saying("unit kerja", unit.data.nama.lower(), plain(unit.data.nama), links.place(unit))
            break


def _by_title(catalogue: Catalogue, links: Links) -> Iterator[Saying]:
    """Of one SOP: a part of its title, that part mistyped, and not yet finished."""
    titles = {sop: set(_words(sop.name)) for sop in catalogue.sops}
    for sop in sorted(titles, key=lambda sop: (len(sop.name), sop.id)):
        words = [word for word in _words(sop.name) if word not in _EMPTY][-2:]
        others = (other for other in titles if other is not sop)
        if len(words) < 2 or len(words[-1]) < 5 or any(titles[other].issuperset(words) for other in others):
            continue
        first, last = words
        for kind, query in (
            ("judul, sebagian pun cukup", f"{first} {last}"),
            ("salah ketik", f"{first} {last[:-2]}{last[-1]}{last[-2]}"),
            ("kata yang belum selesai", f"{first} {last[:-2]}"),
        ):
            yield Saying(kind, query, plain(sop.name), links.sop(sop))
        return


def _by_step(catalogue: Catalogue, links: Links) -> Iterator[Saying]:
    """Of one SOP: words of what is done in a step, and who does it with one of them."""
    steps = [
        (sop, chart, row, set(_words(step.kegiatan)))
        for sop in catalogue.sops
        for chart in sop.charts
        for row, step in enumerate(chart.steps)
    ]
    for sop, chart, row, _ in steps:
        words = [word for word in _words(chart.steps[row].kegiatan) if word not in _EMPTY][:3]
        lanes = {lane for symbol in chart.flow.symbols if symbol.row == row for lane in symbol.lanes}
        number = chart.flow.rows[row].number
        if len(words) < 3 or len(lanes) != 1 or not number or chart.number > 1 or row < 1:
            continue
        if sum(there.issuperset(words) for *_, there in steps) > 1:
            continue
        name, url = plain(sop.name), f"{links.sop(sop)}#{row_anchors(chart.flow)[row]}"
        lane = plain(chart.flow.lanes[lanes.pop()].name).lower()
        yield Saying("pekerjaannya", " ".join(words), name, url, number)
        yield Saying(
            "jabatan dan pekerjaannya", f"{lane} {words[0]} {words[1]} {words[2]}", name, url, number
        )
        return


def _alone(named: Iterable[tuple[SopEntry, str]]) -> list[SopEntry]:
    """Those whose text no other has."""
    by_text: dict[str, list[SopEntry]] = {}
    for sop, text in named:
        by_text.setdefault(text.casefold(), []).append(sop)
    return [sops[0] for text, sops in by_text.items() if text and len(sops) == 1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(plain(text))]
