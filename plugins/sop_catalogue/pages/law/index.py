"""The list of all regulations, what must be looked at first on top, and what could not be told as a regulation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...catalogue.law.kinds import kind_of, name_of, order, subject_of
from ...catalogue.model import Catalogue, LawEntry, SopEntry
from ...definition.fields import says_something
from ..links import Links
from ..render import Page, plain, render
from .laws import STANDINGS, basis, since

TITLE = "Peraturan"
MOST_LISTED = 1500
"""Beyond this many regulations, those that one SOP alone cites stand on the pages of these SOPs only."""


@dataclass(frozen=True, slots=True)
class LawLine:
    url: str
    name: str
    subject: str
    kind: str
    year: str
    standing: str
    standing_text: str
    basis: str
    since: str
    sops: int
    units: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """An item of Dasar Hukum that names no regulation by kind, number and year."""

    text: str
    sops: Sequence[tuple[str, str]]
    """Address and name of the first that have it."""
    more: int


def law_index(catalogue: Catalogue, links: Links) -> Page:
    laws = sorted(catalogue.laws, key=order)
    shown = laws
    if len(laws) > MOST_LISTED:
        shown = [law for law in laws if law.registered or len(law.sops) > 1]
    lines = [_line(law, links) for law in shown]
    review = sorted(
        (line for line in lines if line.standing == "dicabut" and line.sops), key=lambda line: -line.sops
    )
    html = render(
        "peraturan-indeks.html",
        {
            "laws": lines,
            "review": review,
            "changed": [line for line in lines if line.standing == "diubah" and line.sops],
            "kinds": Counter(kind_of(law) for law in laws),
            "standings": _standings(laws),
            "count": len(laws),
            "left_out": len(laws) - len(lines),
            "unknown": _unknown(catalogue.sops, links),
            "links": links,
        },
    )
    words = "\n".join(plain(law.data.judul) for law in shown)
    said = f"{len(laws)} peraturan yang menjadi dasar SOP, {len(review)} di antaranya sudah dicabut."
    return Page(html, TITLE, said, words)


def _line(law: LawEntry, links: Links) -> LawLine:
    return LawLine(
        links.law(law),
        name_of(law),
        subject_of(law),
        kind_of(law),
        law.key.year if law.key else law.data.tahun or "",
        law.standing,
        STANDINGS[law.standing],
        basis(law),
        since(law),
        len(law.sops),
        len({sop.unit.id for sop in law.sops}),
    )


def _standings(laws: Iterable[LawEntry]) -> list[tuple[str, int]]:
    counts = Counter(law.standing for law in laws)
    return [(text, counts[key]) for key, text in STANDINGS.items() if counts[key]]


_EXAMPLES = 5


def _unknown(sops: Iterable[SopEntry], links: Links) -> list[Unknown]:
    found: dict[str, dict[SopEntry, None]] = {}
    for sop in sops:
        for citation in sop.citations:
            text = plain(citation.text)
            if not citation.laws and says_something(text):
                found.setdefault(text, {})[sop] = None
    return [
        Unknown(
            text,
            [(links.sop(sop), plain(sop.name)) for sop in list(who)[:_EXAMPLES]],
            max(0, len(who) - _EXAMPLES),
        )
        for text, who in sorted(found.items(), key=lambda item: (-len(item[1]), item[0].casefold(), item[0]))
    ]
