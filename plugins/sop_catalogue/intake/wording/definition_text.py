"""What was recovered, as the text of a definition: certain things plain, doubtful ones with `# PERIKSA: …` at their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...definition.form import FORM
from ...definition.tanggal import DateFault, read_date
from ...definition.yaml_text import entry, item, writable
from ..identity import official_of
from ..recovered import Chart, Identity, Item, Recovered
from .names import one_or_many, prose
from .steps import Worded, worded

_DATES = ("pembuatan", "revisi", "efektif", "pengesahan")
_STANDARD = {part.key: part.label for part in FORM.heads}


def definition_text(sop: Recovered, schema: str = "") -> str:
    said = [worded(chart) for chart in sop.charts]
    lines = [
        *([f"# yaml-language-server: $schema={schema}"] if schema else []),
        *_identity(sop.identity, _title(sop)),
        *_boxes(sop.identity),
        *_form(sop.charts),
        "",
        *_flows(sop.charts, said),
        "",
        *entry("sumber", _source(sop)),
    ]
    return "\n".join(lines) + "\n"


def doubted(text: str, indent: int = 0) -> str:
    return f"{' ' * indent}# PERIKSA: {' '.join(writable(text).split())}"


def name_of(sop: Recovered) -> str:
    return sop.identity.fields.get("nama", "").strip(" .:-") or _title(sop)


def _title(sop: Recovered) -> str:
    titled = next((chart.title for chart in sop.charts if chart.title.strip(" .:-")), "")
    return titled or re.sub(r"\.\w+$", "", sop.source).strip() or "SOP"


def _identity(identity: Identity, otherwise: str) -> Iterator[str]:
    name = identity.fields.get("nama", "").strip(" .:-")
    if not name:
        yield doubted("nama SOP tidak ditemukan di dokumen; ini dari judul bagan atau nama berkasnya")
    yield from entry("nama", name or otherwise)
    if number := identity.fields.get("nomor", ""):
        yield from entry("nomor", number)
    if identity.head:
        yield from entry("kop", identity.head)
    yield from _dates(identity)
    if official := official_of(identity.official):
        yield from entry("disahkan_oleh", official["jabatan"] if list(official) == ["jabatan"] else official)
    if identity.signature:
        yield from entry("tanda_tangan", identity.signature)


def _dates(identity: Identity) -> Iterator[str]:
    good: dict[str, Any] = {}
    for key in _DATES:
        if not (text := identity.fields.get(key, "")):
            continue
        try:
            read_date(text)
        except DateFault:
            yield doubted(f"tanggal {key} tertulis “{text}”; tidak terbaca sebagai tanggal")
        else:
            good[key] = text
    if good:
        yield from entry("tanggal", good)


def _boxes(identity: Identity) -> Iterator[str]:
    filled = [box for box in FORM.boxes if identity.boxes.get(box.key)]
    if filled:
        yield ""
    for box in filled:
        said = [_item(one) for one in identity.boxes[box.key]]
        yield from entry(box.key, said[0] if len(said) == 1 else said)


def _item(one: Item) -> Any:
    text = prose([one.text])
    return {"no": one.mark, "teks": text} if one.mark else text


def _form(charts: Sequence[Chart]) -> Iterator[str]:
    """Headings and columns, where they are not the standard ones."""
    first = charts[0]
    labels = {
        key: first.labels[key]
        for key in _STANDARD
        if key in first.labels and first.labels[key] != _STANDARD[key]
    }
    without = [column.key for column in FORM.columns if column.key not in first.columns]
    said: dict[str, Any] = {}
    if labels:
        said["label"] = labels
    if without:
        said["tanpa_kolom"] = without if len(without) > 1 else without[0]
    if first.numbered:
        said["nomor_kolom"] = "ya"
    if said:
        yield from entry("formulir", said)


def _flows(charts: Sequence[Chart], said: Sequence[Worded]) -> Iterator[str]:
    if len(charts) == 1:
        yield from _flow(charts[0], said[0], "judul_bagan", 0)
        return
    yield "bagan:"
    for k, (chart, words) in enumerate(zip(charts, said, strict=True), 1):
        chart.title = chart.title or f"Bagan {k}"
        lines = list(_flow(chart, words, "judul", 4))
        yield f"  - {lines[0].lstrip()}"
        yield from lines[1:]


def _flow(chart: Chart, said: Worded, title: str, indent: int) -> Iterator[str]:
    if chart.title:
        yield from entry(title, chart.title, indent)
    for doubt in chart.doubts:
        yield doubted(doubt, indent)
    yield from entry("pelaksana", said.lanes, indent)
    if chart.inferred:
        yield from entry("tafsiran", one_or_many([f"semua {part}" for part in chart.inferred]), indent)
    yield f"{' ' * indent}langkah:"
    for step, words in zip(chart.steps, said.steps, strict=True):
        for doubt in step.doubts:
            yield doubted(doubt, indent + 2)
        yield from item(words, indent + 2)
    if chart.footnotes:
        notes = [prose([note]) for note in chart.footnotes]
        yield from entry("catatan_kaki", notes if len(notes) > 1 else notes[0], indent)


def _source(sop: Recovered) -> dict[str, str]:
    said = {"berkas": sop.source}
    if sop.pages:
        first, last = sop.pages[0], sop.pages[-1]
        said["halaman"] = str(first) if first == last else f"{first}–{last}"
    if sop.digest:
        said = {"teks": f"Diimpor; SHA-256 {sop.digest[:16]}", **said}
    return said
