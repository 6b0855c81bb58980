"""The health of the catalogue, for those who keep it: an overview, and what to mend in each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..catalogue.gaps import Gap
from ..catalogue.model import Snag, SopEntry
from ..catalogue.web.health import Health, HealthLine, UnitHealth, lines_in
from ..catalogue.web.kinds import SnagKind
from ..catalogue.web.snags import how_to_say
from ..catalogue.web.wording import SNAGS
from ..portions import portions
from .form.words import row_anchors
from .links import HEALTH, Links, health_address
from .page_plan import PagePlan, unedited
from .render import Entry, Page, plain, render, rich_line

TITLE = "Kesehatan katalog"
MOST_LINES = 300
"""Findings of a unit on one page; a unit with more has several."""
_MOST_UNWRITTEN = 300
_MOST_NAMED = 4
"""SOPs that are named one by one, before the rest is only counted."""

GAPS = {
    Gap.NUMBER: ("Tanpa nomor", "nomornya tidak ada, atau belum terisi penuh"),
    Gap.DATE: (
        "Tanpa tanggal",
        "tidak menyebut satu tanggal pun: pembuatan, revisi, efektif, atau pengesahan",
    ),
    Gap.STATUS: ("Tanpa status", "tidak disebut berlaku, konsep, diganti, atau dicabut"),
    Gap.SIGNATURE: ("Tanpa pengesahan", "nama pejabat yang mengesahkannya tidak tercatat"),
}
"""What an SOP does not say of itself: its name, and what it means."""
_ASKED = {
    Gap.NUMBER: ("SOP yang belum punya nomor", "SOP yang belum bernomor"),
    Gap.DATE: ("SOP yang belum punya tanggal", "SOP yang belum bertanggal", "SOP tanpa tanggal efektif"),
    Gap.STATUS: ("SOP yang belum punya status", "SOP yang statusnya tidak disebut"),
    Gap.SIGNATURE: (
        "SOP yang belum disahkan",
        "SOP yang belum ditandatangani",
        "SOP tanpa tanda tangan",
        "siapa yang mengesahkan SOP belum tercatat",
    ),
}
"""How readers ask for it."""

LinksOf = Callable[[str], Links]


def health_plans(health: Health, links: LinksOf) -> Iterator[PagePlan]:
    """The overview, then a page, or several, for each unit with something to mend."""
    yield PagePlan(HEALTH, TITLE, (), unedited(overview, health, links(HEALTH)))
    for item in health.units:
        parts = _parts(item)
        for number, sops in enumerate(parts, 1):
            address = health_address(item.unit, number)
            yield PagePlan(
                address,
                f"Kesehatan SOP {item.unit.data.nama}",
                (HEALTH,),
                unedited(unit_page, item, sops, number, len(parts), links(address)),
            )


@dataclass(frozen=True, slots=True)
class _UnitRow:
    name: str
    url: str
    sops: int
    total: int
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Named:
    """SOPs as links, the first of them by name."""

    links: Sequence[tuple[str, Markup]]
    more: int


@dataclass(frozen=True, slots=True)
class _Row:
    sop: Markup
    url: str
    anchor: str
    kind: str
    level: str
    message: str
    text: str
    remedy: str
    lead: str
    """Before the other SOPs."""
    others: _Named
    place: str
    known: str


def overview(health: Health, links: Links) -> Page:
    """How many of what, where, and the SOPs still to be written."""
    kinds = [kind for kind in SnagKind if health.counts[kind]]
    html = render(
        "kesehatan.html",
        {
            "title": TITLE,
            "links": links,
            "kinds": [(SNAGS[kind], health.counts[kind]) for kind in kinds],
            "units": [_unit_row(item, kinds, links) for item in health.units],
            "gaps": [(gap, *GAPS[gap], health.gap_counts[gap]) for gap in Gap],
            "gap_units": [
                (_place(item, links), plain(item.unit.data.nama), len(item.gaps), item.gap_counts)
                for item in health.units
                if item.gaps
            ],
            "left_units": [
                (_place(item, links), plain(item.unit.data.nama), len(item.left))
                for item in health.units
                if item.left
            ],
            "unwritten": [
                (item, _named(item.named_by, links)) for item in health.unwritten[:_MOST_UNWRITTEN]
            ],
            "left_out": max(0, len(health.unwritten) - _MOST_UNWRITTEN),
            "several": len({item.pemda.id for item in health.unwritten}) > 1,
        },
    )
    words = ["SOP yang belum ditulis", *(item.title for item in health.unwritten[:_MOST_UNWRITTEN])]
    description = "SOP tanpa nomor, tanggal, status, atau pengesahan, SOP yang disebut tetapi belum ada, dan SOP kembar."
    entries = [Entry(f"#tanpa-{gap}", f"SOP {GAPS[gap][0].lower()}", _ASKED[gap]) for gap in Gap]
    if health.unwritten:
        asked = (
            "SOP yang belum ada",
            "SOP yang disebut tetapi tidak ada di katalog",
            "keterkaitan SOP yang tidak ada",
        )
        entries.append(Entry("#belum-ditulis", "SOP yang belum ditulis", asked))
    return Page(html, TITLE, description, "\n".join(words), entries=tuple(entries))


def unit_page(item: UnitHealth, sops: Sequence[SopEntry], number: int, of: int, links: Links) -> Page:
    """Everything found in these SOPs of one unit, with file and line."""
    unit = item.unit
    html = render(
        "kesehatan-unit.html",
        {
            "links": links,
            "unit": unit,
            "rows": [_row(line, links) for sop in sops for line in lines_in(sop)],
            "counts": [(SNAGS[kind].name, item.counts[kind]) for kind in SnagKind if item.counts[kind]],
            "parts": [(n, links.page(health_address(unit, n))) for n in range(1, of + 1)] if of > 1 else [],
            "number": number,
            "gaps": [
                (rich_line(sop.name), links.sop(sop), sop.path, [gap.value for gap in found])
                for sop, found in (item.gaps.items() if number == 1 else ())
            ],
            "left": [
                (rich_line(sop.name), links.sop(sop), sop.path, signing)
                for sop, signing in (item.left.items() if number == 1 else ())
            ],
        },
    )
    title = f"{TITLE}: {plain(unit.data.nama)}"
    return Page(html, title, f"Yang perlu dibenahi pada SOP {unit.data.nama}.")


def _parts(item: UnitHealth) -> list[list[SopEntry]]:
    """The SOPs of a unit that have snags, as many together as fit a page; what else it has stands on the first."""
    ill = (sop for sop in item.unit.sops if sop.snags)
    return list(portions(ill, lambda sop: len(sop.snags), MOST_LINES)) or (
        [[]] if item.gaps or item.left else []
    )


def _unit_row(item: UnitHealth, kinds: Sequence[SnagKind], links: Links) -> _UnitRow:
    counts = [item.counts[kind] for kind in kinds]
    return _UnitRow(plain(item.unit.data.nama), _place(item, links), len(item.unit.sops), sum(counts), counts)


def _place(item: UnitHealth, links: Links) -> str:
    """Empty for a unit that has no page."""
    return links.page(health_address(item.unit)) if _parts(item) else ""


def _named(sops: Sequence[SopEntry], links: Links) -> _Named:
    first = [(links.sop(sop), rich_line(sop.name)) for sop in sops[:_MOST_NAMED]]
    return _Named(first, max(0, len(sops) - _MOST_NAMED))


def _row(line: HealthLine, links: Links) -> _Row:
    snag, fault = line.snag, line.snag.fault
    return _Row(
        rich_line(line.sop.name),
        links.sop(line.sop),
        _anchor(line.sop, snag),
        SNAGS[snag.kind].name,
        "" if line.known else fault.severity.value,
        _sentence(fault.message),
        plain(snag.text),
        "" if line.known else _remedy(line),
        "Mungkin " if snag.kind in (SnagKind.NEAR, SnagKind.AMBIGUOUS) else "",
        _named(snag.others, links),
        f"{line.sop.path}:{line.line}",
        line.known,
    )


def _remedy(line: HealthLine) -> str:
    """As the finding says it; what may be meant stands beside it as links."""
    snag = line.snag
    if snag.kind is SnagKind.NEAR:
        return _sentence(how_to_say(snag.others[0], "langkah" in snag.fault.loc))
    return _sentence(snag.fault.remedy)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _anchor(sop: SopEntry, snag: Snag) -> str:
    """The step that the snag stands in; empty for what stands in the identity block."""
    loc = snag.fault.loc
    if "langkah" not in loc:
        return ""
    chart = sop.charts[int(loc[1]) if loc[0] == "bagan" else 0]
    return f"#{row_anchors(chart.flow, chart.number)[int(loc[loc.index('langkah') + 1])]}"
