"""What an SOP in force must be able to show: its number, its day, who signed it; and days that follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...definition.fields import says_something
from ...definition.findings import Fault, Loc, Severity, shown
from ...definition.identitas import TanggalSop
from ...definition.markup import plain
from ...definition.sop import Sop
from ...definition.tanggal import Tanggal, first_day, surely_before


def check_status(sop: Sop, today: date | None) -> Iterator[Fault]:
    """Of a draft nothing is asked, and nobody mends what is no longer in force."""
    if sop.keadaan in ("konsep", "diganti", "dicabut"):
        return
    dates = sop.tanggal or TanggalSop()
    if sop.status == "berlaku" and "status" not in sop.tafsiran:
        yield from _in_force(sop, dates)
    yield from _order(dates)
    if today:
        yield from _to_come(dates, today)


def _in_force(sop: Sop, dates: TanggalSop) -> Iterator[Fault]:
    if not says_something(plain(sop.nomor or "")):
        yield _unshown("berlaku-tanpa-nomor", "SOP ini berlaku, tetapi belum bernomor",
                       "tulis 'nomor', atau 'status: konsep' bila belum disahkan")  # fmt: skip
    if not any(day and day.iso for day in (dates.efektif, dates.pengesahan)):
        yield _unshown("berlaku-tanpa-tanggal", "SOP ini berlaku, tetapi tidak disebut sejak kapan",
                       "tulis 'efektif' atau 'pengesahan' di 'tanggal'")  # fmt: skip
    if not any(
        person and (person.nama or person.jabatan) for person in (sop.disahkan_oleh, *sop.tanda_tangan)
    ):
        yield _unshown("berlaku-tanpa-pengesahan", "SOP ini berlaku, tetapi tidak disebut siapa yang mengesahkannya",
                       "tulis 'disahkan_oleh'")  # fmt: skip


def _unshown(code: str, message: str, remedy: str) -> Fault:
    return Fault(("status",), code, message, "berlaku", remedy=remedy, severity=Severity.WARNING)


def _order(dates: TanggalSop) -> Iterator[Fault]:
    made = dates.pembuatan
    for key in ("efektif", "pengesahan"):
        day: Tanggal | None = getattr(dates, key)
        if made and day and surely_before(day, made):
            yield Fault(("tanggal", key), "efektif-sebelum-pembuatan",
                        f"tanggal ini mendahului pembuatannya, {made.tampil}", shown(day.tampil),
                        remedy="betulkan salah satu tanggalnya menurut dokumen", severity=Severity.WARNING)  # fmt: skip
    last = made
    for i, day in enumerate(dates.revisi):
        if not (day and day.iso):
            continue
        if last and last.iso and _not_after(day, last):
            yield Fault(("tanggal", "revisi", i), "revisi-tanpa-tanggal-baru",
                        f"revisi ini tidak lebih baru daripada {last.tampil}", shown(day.tampil),
                        remedy="tulis tanggal revisinya, yang lama lebih dulu", severity=Severity.WARNING)  # fmt: skip
        last = day


def _not_after(day: Tanggal, last: Tanggal) -> bool:
    same = (day.tahun, day.bulan, day.hari) == (last.tahun, last.bulan, last.hari)
    return surely_before(day, last) or (same and bool(day.hari))


def _to_come(dates: TanggalSop, today: date) -> Iterator[Fault]:
    said: list[tuple[Loc, Tanggal | None]] = [
        (("tanggal", key), getattr(dates, key)) for key in ("pembuatan", "efektif", "pengesahan")
    ]
    said += [(("tanggal", "revisi", i), day) for i, day in enumerate(dates.revisi)]
    for loc, day in said:
        if day and day.iso and first_day(day) > (today.year, today.month, today.day):
            yield Fault(loc, "tanggal-mendatang", "tanggal ini belum tiba", shown(day.tampil),
                        remedy="periksa tahunnya; bila memang belum berlaku, tulis 'status: konsep'",
                        severity=Severity.ADVICE)  # fmt: skip
