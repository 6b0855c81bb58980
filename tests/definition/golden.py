"""Golden cases: Markdown files that hold a definition, what is read from it, and what is said about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel

from sop_catalogue.definition.findings import Finding, ordered
from sop_catalogue.definition.flow.cells import merged
from sop_catalogue.definition.flow.model import Flow, Symbol
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.form import FORM
from sop_catalogue.definition.langkah import Bagan
from sop_catalogue.definition.reading.reader import Definition, read_definition
from sop_catalogue.definition.schema import MODELS
from sop_catalogue.definition.sop import Sop

FILES = {file.stem: file for file in sorted((Path(__file__).parents[1] / "golden").rglob("*.md"))}
"""The cases by name."""
_CASE = re.compile(
    r"(?P<about>.*?)^```yaml (?P<kind>\w+)\n(?P<text>.*?)^```\n"
    r"(?:\n## Terbaca\n\n```\n(?P<read>.*?)^```\n)?"
    r"(?:\n## Pesan\n\n```\n(?P<said>.*?)^```\n)?\Z",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Case:
    about: str
    kind: str
    text: str
    read: str
    said: str

    @classmethod
    def load(cls, file: Path) -> Case:
        m = _CASE.match(file.read_text(encoding="utf-8"))
        assert m, f"{file.name} is no golden case"
        return cls(m["about"], m["kind"], m["text"], m["read"] or "", m["said"] or "")

    def outcome(self) -> Case:
        """The case as it comes out today."""
        definition, flows, findings = read_all(self.kind, self.text.encode())
        said = "\n".join(f.text() for f in findings)
        read = _show(definition.model, flows) if definition.model else ""
        return Case(self.about, self.kind, self.text, read and read + "\n", said and said + "\n")

    def save(self, file: Path) -> None:
        parts = [f"{self.about}```yaml {self.kind}\n{self.text}```\n"]
        if self.read:
            parts.append(f"## Terbaca\n\n```\n{self.read}```\n")
        if self.said:
            parts.append(f"## Pesan\n\n```\n{self.said}```\n")
        file.write_text("\n".join(parts), encoding="utf-8")


def read_all(kind: str, data: bytes) -> tuple[Definition[BaseModel], list[Flow], list[Finding]]:
    """One file read as far as this floor reads it: the model, its flows, and all findings."""
    definition = read_definition(f"{kind}.yml", data, MODELS[kind])
    findings, flows = list(definition.findings), []
    if isinstance(definition.model, Sop):
        for i, chart in enumerate(definition.model.semua_bagan):
            resolved = resolve(chart, ("bagan", i) if definition.model.bagan else ())
            flows.append(resolved.flow)
            findings += [definition.finding(fault) for fault in resolved.faults]
    return definition, flows, ordered(findings)


def _show(model: BaseModel, flows: list[Flow]) -> str:
    drawn = {"langkah", "bagan", "pelaksana", "judul_bagan", "catatan_kaki"} if flows else set()
    values = model.model_dump(exclude_defaults=True, exclude=drawn, mode="json")
    text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=100).strip()
    charts = model.semua_bagan if isinstance(model, Sop) else ()
    return "\n".join([text, *(_show_flow(c, f) for c, f in zip(charts, flows, strict=True))])


def _show_flow(chart: Bagan, flow: Flow) -> str:
    lanes = " | ".join(f"{lane.group}/{lane.name}" if lane.group else lane.name for lane in flow.lanes)
    lines = ["", f"bagan: {flow.title}".strip(), f"pelaksana: {lanes}"]
    spans = merged(chart.langkah, flow.rows)
    for row, step in zip(flow.rows, chart.langkah, strict=True):
        name = f" ({row.id})" if row.id else ""
        name += " (halaman baru)" if row.new_sheet else ""
        lines.append(f"{row.number}{name}. {' '.join(step.kegiatan.split())}")
        lines += [f"   {_show_symbol(symbol, flow)}" for symbol in flow.in_row(row.index)]
        for column in (column.key for column in FORM.columns):
            if cell := step.cell(column):
                below = (
                    f" (sampai langkah {flow.rows[spans[row.index, column]].number})"
                    if (row.index, column) in spans
                    else ""
                )
                lines.append(f"   {column}: {' | '.join(cell.teks)}{below}")
        if step.tafsiran:
            lines.append(f"   tafsiran: {', '.join(step.tafsiran)}")
    lines += [f"tafsiran: {', '.join(chart.tafsiran)}"] if chart.tafsiran else []
    return "\n".join([*lines, *chart.catatan_kaki])


def _show_symbol(symbol: Symbol, flow: Flow) -> str:
    where = "+".join(flow.lanes[lane].name or f"kolom {lane + 1}" for lane in symbol.lanes)
    arrows = [
        f"{'—' if a.plain else '↔' if a.two_way else '→'} {a.target}"
        + (f" [{a.label}]" if a.label else "")
        + (f" (keluar {a.leaves})" if a.leaves else "")
        + (f" (penghubung {a.connector})" if a.connector else "")
        for a in flow.arrows
        if a.source == symbol.key
    ]
    text = f' "{symbol.text}"' if symbol.text else ""
    stack = f" (susun {symbol.stack + 1})" if symbol.stack else ""
    return " ".join([f"{symbol.key}: {symbol.shape}{text} di {where}{stack}", *arrows])
