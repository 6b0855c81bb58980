"""The charts of an SOP as open data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from ...definition.flow.cells import merged
from ...definition.flow.model import Lane, Row
from ...definition.form import FORM
from ...definition.langkah import Langkah, Sel
from ...definition.waktu import Waktu
from ..model import Chart, RoleEntry, SopEntry
from ..work.durations import Span, chart_duration, sop_time, step_waktu
from . import chart_types as records
from .past_types import WaktuSopRecord


def chart_records(entry: SopEntry, address: Callable[[int], str]) -> list[records.BaganRecord]:
    return [_chart(chart, address(chart.number)) for chart in entry.charts]


def _chart(chart: Chart, svg: str) -> records.BaganRecord:
    flow = chart.flow
    reach = merged(chart.steps, flow.rows)
    return {
        "judul": chart.title or None,
        "pelaksana": [_lane(lane, role) for lane, role in zip(flow.lanes, chart.roles, strict=True)],
        "langkah": [_step(chart, step, row, reach) for step, row in zip(chart.steps, flow.rows, strict=True)],
        "simbol": [
            {
                "id": symbol.key,
                "langkah": symbol.row + 1,
                "pelaksana": list(symbol.lanes),
                "bentuk": symbol.shape.value,
                "teks": symbol.text or None,
            }
            for symbol in flow.symbols
        ],
        "panah": [
            {
                "dari": a.source,
                "ke": a.target,
                "label": a.label or None,
                "berkepala": not a.plain,
                "bolak_balik": a.two_way,
            }
            for a in flow.arrows
        ],
        "catatan_kaki": list(chart.footnotes),
        "total_waktu": _total(chart),
        "svg": svg,
    }


def _lane(lane: Lane, role: RoleEntry | None) -> records.JalurRecord:
    return {"nama": lane.name, "kelompok": lane.group or None, "peran": role.id if role else None}


def _step(
    chart: Chart, step: Langkah, row: Row, reach: Mapping[tuple[int, str], int]
) -> records.LangkahRecord:
    last = {c.key: reach[row.index, c.key] + 1 for c in FORM.columns if (row.index, c.key) in reach}
    return {
        "no": row.number,
        "id": row.id or None,
        "kegiatan": step.kegiatan,
        "kelengkapan": _cell(step.kelengkapan, last.get("kelengkapan")),
        "waktu": _waktu(step.waktu, step_waktu(step), last.get("waktu")),
        "output": _cell(step.output, last.get("output")),
        "keterangan": _cell(step.keterangan, last.get("keterangan")),
        "tafsiran": list(chart.inferred.at(row.index)),
    }


def _cell(cell: Sel | None, last_row: int | None) -> records.SelRecord | None:
    return {"teks": list(cell.teks), "sampai_langkah": last_row} if cell else None


def _waktu(cell: Sel | None, waktu: Waktu | None, last_row: int | None) -> records.WaktuRecord | None:
    if cell is None or waktu is None:
        return None
    return {
        "teks": list(cell.teks),
        "sampai_langkah": last_row,
        "paling_cepat": _amounts(waktu.paling_cepat),
        "paling_lama": _amounts(waktu.paling_lama),
        "tak_tentu": waktu.tak_tentu,
    }


def _total(chart: Chart) -> records.TotalWaktuRecord:
    found = chart_duration(chart)
    left = found.left_out
    return {
        **_span(found.straight),
        "dengan_pengembalian": _span(found.turned) if found.turned else None,
        "langkah_tak_tentu": len(left.open_ended),
        "langkah_tanpa_waktu": left.silent,
        "langkah_tak_tersambung": left.unlinked,
        "langkah_berbatas": left.bounded,
    }


def sop_time_record(entry: SopEntry) -> WaktuSopRecord:
    """Of several charts, which are several cases, from the shortest to the longest."""
    span, complete = sop_time(entry)
    return {**_span(span), "lengkap": complete}


def _span(span: Span) -> records.RentangRecord:
    return {
        "teks": span.text or None,
        "paling_cepat": _amounts(span.shortest),
        "paling_lama": _amounts(span.longest),
    }


def _amounts(amounts: Iterable[tuple[str, Fraction]]) -> list[records.LamanyaRecord]:
    return [{"satuan": unit, "jumlah": _number(amount)} for unit, amount in amounts]


def _number(amount: Fraction) -> float:
    return int(amount) if amount.denominator == 1 else float(amount)
