"""Exits of a decision that its words name: "jika lengkap, lanjut; jika tidak, kembali ke langkah 2"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .drawing.symbols import Form
from .recovered import Chart, Edge, Step

_START = re.compile(
    r"\b(?:jika|bila|apabila|kalau|jikalau)\s+"
    r"|(?:^|(?<=[.,;:(/|]))\s*(?=(?:ya|tidak)\s*(?:[:=→>]|[-–]|,?\s*(?:maka\b|ke\b|(?:di)?kembali|(?:di)?lanjut)))",
    re.I,
)
_BACK = r"(?:di|me|meng)?kembali(?:kan)?|(?:di|meng)?ulang\w*|(?:di|mem)?perbaik\w*|(?:di|me)?revisi"
_ON = r"(?:di|me)?lanjut\w*|berlanjut|(?:di)?terus\w*|meneruskan"
_STEP = (
    r"(?:langkah|kegiatan|tahap(?:an)?|prosedur|proses|aktivitas|nomor|no|butir|angka|poin|point|urutan)\b"
)
_NUMBER = re.compile(rf"\b{_STEP}(?:\.?\s*(?:nomor|no|ke)\b)?[.\s-]*(\d{{1,3}}[a-z]?)\b", re.I)
_LED = re.compile(rf"\s*(?:\bmaka\b|[,:=→>–-]|\b(?:{_BACK}|{_ON})\b|\b(?:ke|pada|menuju)\s+{_STEP})", re.I)
_TURNS = re.compile(rf"\b(?:(?P<back>{_BACK})|(?:{_ON}))\b", re.I)
_CLAUSE = re.compile(r";|\.(?:\s+(?=[A-Z])|\s*$)")
_NOT = re.compile(r"(?:tidak|belum|bukan)\b\s*", re.I)
_DONE = re.compile(r"(?:sudah|telah)\b\s*", re.I)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    answer: str
    number: str = ""
    """Of the step that it leads to."""
    back: bool | None = None
    """Or which way; None where no word tells."""

    @property
    def otherwise(self) -> str:
        """What the other exit is called, where there are two."""
        if match := _NOT.match(self.answer):
            rest = self.answer[match.end() :]
            return _capital(rest) or ("Sudah" if self.answer.lower() == "belum" else "Ya")
        if match := _DONE.match(self.answer):
            return f"Belum {self.answer[match.end() :]}".strip()
        return "Tidak" if self.answer.lower() == "ya" else f"Tidak {_small(self.answer)}"


def said_of(step: Step) -> str:
    remarks = step.cells.get("keterangan")
    return ". ".join((" ".join(step.activity), *(remarks.texts if remarks else ())))


def spoken(text: str) -> list[Spoken]:
    found = list(_clauses(text))
    answers = {one.answer.casefold() for one in found}
    return found if len(answers) == len(found) else []


def _clauses(text: str) -> Iterator[Spoken]:
    starts = list(_START.finditer(text))
    for k, start in enumerate(starts):
        clause = text[start.end() : starts[k + 1].start() if k + 1 < len(starts) else len(text)]
        led = _LED.search(clause)
        if not led or not 0 < led.start() <= _LONGEST:
            continue
        rest = _CLAUSE.split(clause[led.start() :], maxsplit=1)[0]
        number, turn = _NUMBER.search(rest), _TURNS.search(rest)
        answer = clause[: led.start()].strip()
        if (number or turn) and answer and not any(map(str.isdigit, answer)):
            back = turn["back"] is not None if turn else None
            yield Spoken(_capital(answer), number[1] if number else "", back)


def label_exits(chart: Chart) -> None:
    """Where the drawing labels an exit, that counts."""
    for k, node in enumerate(chart.nodes):
        leaving = [edge for edge in chart.edges if edge.source == k and not edge.plain]
        if node.form is Form.DIAMOND and len(leaving) > 1:
            step = chart.steps[node.step]
            if _labelled(chart, leaving, spoken(said_of(step))):
                step.doubt("label cabang keputusannya diambil dari kalimatnya, bukan dari gambarnya", "panah")


def _labelled(chart: Chart, leaving: list[Edge], answers: list[Spoken]) -> bool:
    drawn = {edge.label.casefold() for edge in leaving}
    left = [one for one in answers if one.answer.casefold() not in drawn]
    given: list[Spoken] = []
    for fits in (_by_number, _by_way):
        for one in list(left):
            bare = [edge for edge in leaving if not edge.label and fits(chart, edge, one)]
            if len(bare) == 1:
                bare[0].label = one.answer
                left.remove(one)
                given.append(one)
    bare = [edge for edge in leaving if not edge.label]
    if len(bare) == 1 and len(leaving) == 2 and given and not left:
        bare[0].label = given[0].otherwise
    return bool(given)


Fits = Callable[[Chart, Edge, Spoken], bool]


def _by_number(chart: Chart, edge: Edge, one: Spoken) -> bool:
    return bool(one.number) and chart.steps[chart.nodes[edge.target].step].number.rstrip(".)") == one.number


def _by_way(chart: Chart, edge: Edge, one: Spoken) -> bool:
    source, target = chart.nodes[edge.source].step, chart.nodes[edge.target].step
    return not one.number and one.back is not None and source != target and (target < source) == one.back


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
