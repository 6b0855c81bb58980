"""How long an SOP takes, as its page says it: few figures, and in a sentence what they leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...catalogue.chart_letters import titled
from ...catalogue.model import SopEntry
from ...catalogue.work.durations import Duration, LeftOut, Span, chart_duration, sop_time
from ...definition.waktu import Amounts, in_whole_hours, length, say
from ..render import plain

_MOST_WORDINGS = 3
_WORKING = ("hari kerja", "jam kerja")
_CALENDAR = ("hari kalender",)


@dataclass(frozen=True, slots=True)
class TimeView:
    """The time of one chart."""

    title: str
    """Empty when there is only one."""
    lines: list[tuple[str, str]]
    """What is said, and how long; empty when nothing can be added up."""
    notes: list[str]
    """Whole sentences."""


def durations(entry: SopEntry) -> list[TimeView]:
    """The time of each chart that says anything about it."""
    views = [
        _view(titled(chart.letter, chart.title) if chart.letter else "", chart_duration(chart))
        for chart in entry.charts
    ]
    return [view for view in views if view.lines or view.notes]


def in_brief(entry: SopEntry) -> tuple[str, str]:
    """The first thing a reader is told of it: `5–8 hari kerja`, and beside it `dengan pengembalian s.d. 12`."""
    found = [chart_duration(chart) for chart in entry.charts]
    exact, _ = sop_time(entry)
    if not exact.longest:
        return _uncounted([item.left_out for item in found]), ""
    whole = Span(in_whole_hours(exact.shortest), in_whole_hours(exact.longest))
    back = in_whole_hours(max((item.turned.longest for item in found if item.turned), key=length, default=()))
    beside = []
    if len(found) > 1 and whole.shortest != whole.longest:
        beside.append("menurut alurnya")
    if length(back) > length(whole.longest):
        beside.append(f"dengan pengembalian s.d. {_without_unit(back, whole.longest)}")
    if left := sum(item.left_out.steps for item in found):
        beside.append(f"belum termasuk {left} langkah")
    return whole.text if whole.text == exact.text else f"sekitar {whole.text}", ", ".join(beside)


def left_out(found: LeftOut) -> list[str]:
    """What a total does not count, or not for sure, as sentences."""
    parts = []
    if found.open_ended:
        wordings = list(dict.fromkeys(found.open_ended))
        shown = ", ".join(f"“{plain(text)}”" for text in wordings[:_MOST_WORDINGS])
        more = ", …" if len(wordings) > _MOST_WORDINGS else ""
        parts.append(f"{len(found.open_ended)} langkah yang waktunya tidak berupa lamanya ({shown}{more})")
    if found.silent:
        parts.append(f"{found.silent} langkah tanpa keterangan waktu")
    if found.unlinked:
        parts.append(f"{found.unlinked} langkah yang tidak tersambung panah")
    sentences = [f"Belum termasuk {_and(parts)}."] if parts else []
    if found.bounded:
        sentences.append(
            f"{found.bounded} langkah hanya menyebut batas waktunya, dan dihitung sebesar batas itu."
        )
    return sentences


def span_lines(span: Span, once: str) -> list[tuple[str, str]]:
    """One line where one figure says it, two for a wide range."""
    shortest, longest = say(span.shortest), say(span.longest)
    if not longest:
        return []
    if shortest == longest or " sampai " not in span.text:
        return [(once, span.text)]
    return [("Paling cepat", shortest or "0 menit"), ("Paling lama", longest)]


def kinds(amounts: Amounts) -> str:
    """Working, calendar and other time told apart, where one sum holds days of several kinds."""
    if sum(unit in ("hari", *_WORKING[:1], *_CALENDAR) for unit, _ in amounts) < 2:
        return ""
    sorts = (
        ("waktu kerja", [a for a in amounts if a[0] in _WORKING]),
        ("waktu kalender", [a for a in amounts if a[0] in _CALENDAR]),
        ("tidak disebut jenisnya", [a for a in amounts if a[0] not in _WORKING + _CALENDAR]),
    )
    said = [f"{say(part)} ({kind})" for kind, part in sorts if part]
    return f"Terdiri atas {_and(said)}."


def _view(title: str, found: Duration) -> TimeView:
    lines = span_lines(found.straight, "Sekali jalan")
    if lines and found.turned:
        lines.append(("Dengan pengembalian", found.turned.text))
    return TimeView(plain(title), lines, [*filter(None, _notes(found, bool(lines)))])


def _uncounted(found: Iterable[LeftOut]) -> str:
    wordings = dict.fromkeys(text for item in found for text in item.open_ended)
    if len(wordings) == 1:
        return f"“{plain(*wordings)}”"
    return "tidak dapat dijumlahkan" if wordings else "tidak disebutkan"


def _without_unit(amounts: Amounts, before: Amounts) -> str:
    """Its number alone, where it is counted in the one unit that was said just before."""
    said = say(amounts)
    (unit, _), *more = amounts
    return said.removesuffix(f" {unit}") if not more and [unit] == [other for other, _ in before] else said


def _notes(found: Duration, counted: bool) -> list[str]:
    notes = []
    if not counted and found.left_out.anything:
        notes.append("Waktunya tidak dapat dijumlahkan.")
    if found.turned and counted:
        who = "keputusan itu" if found.turning == 1 else f"tiap keputusan ({found.turning})"
        notes.append(f"Dengan pengembalian: bila {who} mengembalikan pekerjaan satu kali.")
    if found.side_by_side:
        notes.append("Dari cabang yang berjalan bersamaan dihitung yang terlama.")
    notes.append(kinds(found.straight.longest))
    if found.plain_days:
        notes.append("“Hari” tidak disebut hari kerja atau hari kalender.")
    return notes + left_out(found.left_out)


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} dan {parts[-1]}"
