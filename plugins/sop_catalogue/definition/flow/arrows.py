"""Targets become symbols, and order becomes arrows."""

from __future__ import annotations

from ..findings import Fault, Loc, Severity, shown
from .hand import drawn_by_hand
from .lanes import Lanes, folded
from .model import Arrow, Row, Shape
from .reach import check_reach
from .symbols import STOP, Station, Then
from .targets import Targets

MAX_EXITS = 24
"""Of one symbol: six times what offices write."""
_EXAMPLE = "misalnya {Ya: lanjut, Tidak: 2}"


def arrows_of(stations: list[Station], rows: list[Row], lanes: Lanes, faults: list[Fault]) -> list[Arrow]:
    targets = Targets(stations, rows, lanes, faults)
    lines = _lines(stations, targets)
    joined = {frozenset((line.source, line.target)) for line in lines}
    arrows = list(lines)
    for k, station in enumerate(stations):
        written = _written(station, targets, faults)
        if len(written) > MAX_EXITS:
            message = f"dari simbol ini keluar lebih dari {MAX_EXITS} panah"
            remedy = "pecah menjadi beberapa langkah"
            faults.append(Fault((*station.loc, station.field), "terlalu-bercabang", message, remedy=remedy))
            del written[MAX_EXITS:]
        arrows += written
        if station.decides:
            _check_decision(station, written, faults)
        elif station.symbol.shape is Shape.END and station.field == "ke":
            _check_end(station, written, targets, faults)
        elif not station.exits:
            follower = _follower(station, stations[k + 1 : k + 2], targets)
            if follower and frozenset((station.symbol.key, follower)) not in joined:
                arrows.append(Arrow(station.symbol.key, follower))
    arrows = drawn_by_hand(arrows, stations, faults)
    if not any(f.severity is Severity.ERROR for f in faults):
        faults += check_reach(stations, arrows, targets)
    return arrows


def _lines(stations: list[Station], targets: Targets) -> list[Arrow]:
    """Joint work: lines without arrowheads, from one to the next."""
    lines = []
    for k, station in enumerate(stations):
        for n, name in enumerate(station.joined):
            if found := targets.find(name, station, (*station.loc, "garis_ke", n)):
                lines.append(Arrow(station.symbol.key, found, plain=True))
        if k and station.then is Then.NOWHERE and station.loc == stations[k - 1].loc:
            lines.append(Arrow(stations[k - 1].symbol.key, station.symbol.key, plain=True))
    return lines


def _follower(station: Station, after: list[Station], targets: Targets) -> str:
    if station.then is Then.NOWHERE:
        return ""
    if station.then is Then.NEXT_SYMBOL:
        return after[0].symbol.key
    return targets.entry(station.symbol.row + 1)


def _written(station: Station, targets: Targets, faults: list[Fault]) -> list[Arrow]:
    """The arrows that `ke` or `keputusan` names."""
    arrows: dict[Arrow, None] = {}
    labels: dict[str, str] = {}
    for exit_ in station.exits:
        loc = (*station.loc, station.field, *exit_.jalur)
        _check_label(exit_.label, labels, loc, station, faults)
        for k, name in enumerate(exit_.tujuan):
            if folded(name) == STOP and not station.decides:
                continue
            here = (*loc, k)
            found = targets.find(name, station, here)
            if not found:
                continue
            arrow = Arrow(station.symbol.key, found, exit_.label, of_decision=station.decides)
            if arrow in arrows:
                faults.append(
                    Fault(
                        here,
                        "tujuan-kembar",
                        f"tujuan '{shown(name)}' sudah dituju panah lain dari simbol ini",
                        shown(name),
                        remedy="hapus salah satu",
                        severity=Severity.WARNING,
                    )
                )
            arrows.setdefault(arrow)
    return list(arrows)


def _check_label(label: str, labels: dict[str, str], loc: Loc, station: Station, faults: list[Fault]) -> None:
    if label and folded(label) in labels:
        message = f"label '{shown(label)}' sama dengan '{shown(labels[folded(label)])}'"
        faults.append(Fault(loc, "label-kembar", message, remedy="bedakan labelnya", on_key=True))
    labels[folded(label)] = label
    if station.decides and not label:
        faults.append(
            Fault(
                loc,
                "cabang-tanpa-label",
                "cabang keputusan ini belum berlabel",
                expected=_EXAMPLE,
                remedy="beri label tiap cabang, di bawah 'keputusan'",
            )
        )


def _check_end(station: Station, written: list[Arrow], targets: Targets, faults: list[Fault]) -> None:
    """An end may only be followed by ends: of those who are told one after the other."""
    if any(targets.stations[arrow.target].symbol.shape is not Shape.END for arrow in written):
        faults.append(
            Fault(
                (*station.loc, station.field),
                "selesai-berlanjut",
                "simbol selesai ini masih punya panah ke simbol yang bukan selesai",
                remedy="hapus 'ke'; atau hapus 'bentuk: selesai'",
            )
        )


def _check_decision(station: Station, written: list[Arrow], faults: list[Fault]) -> None:
    leaving = sum(len(e.tujuan) for e in station.exits)
    missed = len(written) < leaving  # told already, at the target itself
    if leaving >= 2 and (missed or len({arrow.target for arrow in written}) > 1):
        return
    no_question = f"ganti '{station.field}' dengan 'ke' bila ini bukan pertanyaan"
    if station.field == "ke":
        no_question = "hapus 'bentuk: keputusan' bila ini bukan pertanyaan"
    found, remedy = "belum punya cabang", "tambahkan cabangnya di bawah 'keputusan'"
    if leaving:
        found, remedy = (
            ("hanya punya satu cabang", "tambahkan cabang yang lain")
            if leaving == 1
            else ("bercabang, tetapi semuanya ke tempat yang sama", "bedakan tujuannya")
        )
    faults.append(
        Fault(
            station.loc,
            "keputusan-buntu",
            f"keputusan ini {found}",
            expected=f"dua cabang atau lebih, {_EXAMPLE}",
            remedy=f"{remedy}; atau {no_question}",
            severity=Severity.WARNING,
        )
    )
