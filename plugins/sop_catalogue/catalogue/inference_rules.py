"""What is odd about what an SOP calls concluded: said twice, or of something that is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..definition.findings import Fault, Loc, Severity
from ..definition.sop import Sop
from .model import Chart


def check_inferred(sop: Sop, charts: Iterable[Chart]) -> Iterator[Fault]:
    yield from _of_sop(sop)
    for b, chart in enumerate(charts):
        at: Loc = ("bagan", b) if sop.bagan else ()
        if sop.bagan:
            yield from _twice(sop.bagan[b].tafsiran, sop.tafsiran, at, "semua bagan")
        row_of = {symbol.key: symbol.row for symbol in chart.flow.symbols}
        leaving = {row_of[arrow.source] for arrow in chart.flow.arrows if not arrow.plain}
        for i, step in enumerate(chart.steps):
            here = (*at, "langkah", i)
            yield from _twice(step.tafsiran, chart.inferred.everywhere, here, "semua langkah bagan ini")
            if i not in leaving:
                yield from _untrue(
                    step.tafsiran, "panah", here, "tidak ada panah yang keluar dari langkah ini"
                )


def _of_sop(sop: Sop) -> Iterator[Fault]:
    if not sop.keadaan:
        why = "SOP ini tidak menyebut status"
        yield from _untrue(sop.tafsiran, "status", (), why, "tulis statusnya di 'status', atau ")
    given = [key for key in ("nomor", "tanggal", "disahkan_oleh") if getattr(sop, key)]
    given += [box.key for box in sop.boxes if sop.items(box)]
    if given:
        why = f"blok identitasnya berisi {', '.join(given)}"
        yield from _untrue(sop.tafsiran, "formulir", (), why)


def _twice(own: Sequence[str], said: Collection[str], at: Loc, where: str) -> Iterator[Fault]:
    for k, part in enumerate(own):
        if part in said:
            yield Fault((*at, "tafsiran", k), "tafsiran-ganda", f"'{part}' sudah disebut untuk {where}", part,
                        remedy=_without(part), severity=Severity.WARNING)  # fmt: skip


def _untrue(own: Sequence[str], part: str, at: Loc, why: str, or_else: str = "") -> Iterator[Fault]:
    if part in own:
        yield Fault((*at, "tafsiran", own.index(part)), "tafsiran-keliru", f"'{part}' disebut tafsiran, padahal {why}",
                    part, remedy=or_else + _without(part), severity=Severity.WARNING)  # fmt: skip


def _without(part: str) -> str:
    return f"hapus '{part}' dari 'tafsiran' di sini"
