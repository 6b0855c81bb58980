"""The page of a service as applicants read it: what it costs, what to bring, what to do and wait for, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...catalogue.model import Chart, SopEntry
from ...catalogue.work.durations import sop_time
from ...catalogue.work.service import OwnStep, Service, Waiting, is_service
from ...definition.layanan import KOMPONEN, Bagian, Komponen
from ...definition.waktu import TotalWaktu
from ..form.words import row_anchors
from ..links import Links
from ..render import plain, rich, rich_line
from ..text.contacts import with_contacts

UNSAID = "Belum disebutkan"
MOST_NAMES = 3
"""Of those whom applicants wait for."""
_BY_STEPS = "Menurut langkah-langkahnya"


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    texts: Sequence[Markup]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """What the applicant does; `anchor` is its row in the form."""

    anchor: str
    called: str
    activity: Markup
    time: str
    needs: Sequence[Markup]
    gets: Sequence[Markup]
    returns: Sequence[str]


@dataclass(frozen=True, slots=True)
class WaitView:
    lead: str
    who: str
    time: str


@dataclass(frozen=True, slots=True)
class WayView:
    title: str
    """Empty when there is only one."""
    parts: Sequence[StepView | WaitView]


@dataclass(frozen=True, slots=True)
class BlankView:
    url: str
    title: str
    kind: str
    """And how large it is."""


@dataclass(frozen=True, slots=True)
class ServiceView:
    title: str
    glance: Sequence[Fact]
    needs: Fact
    desk: Sequence[Fact]
    """Where, when, and whom to ask."""
    blanks: Sequence[BlankView]
    ways: Sequence[WayView]
    guessed: str
    """The lanes that are only taken for the applicant's."""
    standard: Sequence[tuple[str, Sequence[Fact]]]
    """By its two parts; empty where the definition says nothing of a service."""

    @property
    def said(self) -> int:
        """How many components of the standard are known."""
        return sum(bool(fact.texts) for _, facts in self.standard for fact in facts)


def service_view(entry: SopEntry, links: Links) -> ServiceView | None:
    """None for what is no service."""
    if not is_service(entry):
        return None
    service = Service(entry)
    ways = service.ways()
    said = service.said
    return ServiceView(
        f"Untuk pemohon: {plain(said.nama)}" if said.nama else "Untuk pemohon",
        [duration(service), Fact("Biaya", _lines(said.biaya)), result(service)],
        needs(service),
        [fact for fact in _desk(service) if fact.texts],
        [BlankView(links.file(b.address), plain(b.title), f"{b.kind}, {_size(b.size)}") for b in entry.blanks],
        [WayView(plain(chart.title) if len(ways) > 1 else "", _parts(chart, way)) for chart, way in ways],
        ", ".join(service.applicants) if service.guessed else "",
        _standard(service) if entry.sop.layanan else [],
    )  # fmt: skip


def duration(service: Service) -> Fact:
    """As it is promised; failing that, as the steps add up."""
    span, complete = sop_time(service.entry)
    steps = span.text and f"{span.text}{'' if complete else ' +'}"
    if service.said.waktu:
        remark = f"{_BY_STEPS}: {steps}" if steps else ""
        return Fact("Jangka waktu", _lines(service.said.waktu), remark)
    return Fact("Jangka waktu", _lines([steps] if steps else []), _BY_STEPS if steps else "")


def needs(service: Service) -> Fact:
    """What is asked for; failing that, what the applicant has ready for the first steps."""
    if service.said.syarat:
        return Fact("Syarat", [rich(text) for text in service.said.syarat])
    first: list[str] = []
    for _, way in service.ways():
        for part in way:
            if isinstance(part, Waiting):
                break
            first += part.duty.needs
    return Fact("Syarat", _lines(first), _BY_STEPS if first else "")


def result(service: Service) -> Fact:
    """What the applicant gets; failing that, what the last of the own steps yields, if one waits for it."""
    if service.said.produk:
        return Fact("Hasil", _lines(service.said.produk))
    found: list[str] = []
    for _, way in service.ways():
        own = [i for i, part in enumerate(way) if isinstance(part, OwnStep)]
        last = way[own[-1]]
        if isinstance(last, OwnStep) and own[-1] and isinstance(way[own[-1] - 1], Waiting):
            found += last.duty.produces
    return Fact("Hasil", _lines(found), _BY_STEPS if found else "")


def _desk(service: Service) -> list[Fact]:
    names = {"tempat": "Tempat", "jam": "Jam", "kontak": "Kontak", "pengaduan": "Pengaduan dan saran"}
    return [Fact(name, [with_contacts(t) for t in service.at_desk(key)]) for key, name in names.items()]


def _parts(chart: Chart, way: Sequence[OwnStep | Waiting]) -> list[StepView | WaitView]:
    anchors = row_anchors(chart.flow, chart.number)
    leads = {0: "Sebelumnya", len(way) - 1: "Sesudah itu"}
    return [
        _step(part, chart, anchors) if isinstance(part, OwnStep) else _wait(part, leads.get(i, "Menunggu"))
        for i, part in enumerate(way)
    ]


def _step(step: OwnStep, chart: Chart, anchors: Sequence[str]) -> StepView:
    duty = step.duty
    returns = (
        f"{plain(back.name)}{f' ({plain(back.label)})' if back.label else ''}" for back in step.returns
    )
    return StepView(
        anchors[duty.row],
        chart.flow.rows[duty.row].called,
        rich_line(duty.activity),
        duty.waktu,
        _lines(text for text in duty.needs if text not in duty.produces),
        _lines(duty.produces),
        list(dict.fromkeys(returns)),
    )


def _wait(waiting: Waiting, lead: str) -> WaitView:
    more = len(waiting.who) - MOST_NAMES
    who = [*waiting.who[:MOST_NAMES], *([f"{more} pelaksana lain"] if more > 0 else [])]
    return WaitView(lead, ", ".join(who), _sum(waiting.time))


def _sum(time: TotalWaktu) -> str:
    """As no more than what is known of it."""
    return f"{time.teks}{' +' if time.tak_tentu or time.tanpa_waktu else ''}" if time.teks else ""


def _standard(service: Service) -> list[tuple[str, list[Fact]]]:
    return [
        (bagian.value, [_component(part, service) for part in KOMPONEN if part.bagian is bagian])
        for bagian in Bagian
    ]


def _component(part: Komponen, service: Service) -> Fact:
    entry = service.entry
    if part.key == "langkah":
        there = entry.step_count
        return Fact(part.label, _lines([f"{there} langkah, di halaman ini"] if there else []))
    if part.box:
        return Fact(part.label, [rich(item.teks) for item in getattr(entry.sop, part.box)])
    if part.key == "pengaduan":
        return Fact(part.label, [with_contacts(text) for text in service.at_desk(part.key)])
    return Fact(part.label, [rich(text) for text in getattr(service.said, part.key)])


def _lines(texts: Iterable[str]) -> list[Markup]:
    return [rich_line(text) for text in dict.fromkeys(texts)]


def _size(size: int) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
