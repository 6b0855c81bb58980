"""What the documents hold, cell by cell as their scans were read: made from them, and not from the definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "dokumen"
COLUMNS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]|NIP[. ]*")
"""Where lines may end; and what only some forms write before the number of an official."""
_COUNTED = re.compile(r"^(\d+)\.?(?!\d)", re.MULTILINE)
"""The number of an item, with or without its dot."""

Words = dict[str, str]
"""Place on the form → its words, parted by single spaces."""


def words(text: str) -> str:
    """Compared are letters, digits and signs in their order; not how far they stand apart."""
    return " ".join(_TOKEN.findall(_UNSEEN.sub("", _COUNTED.sub(r"\1", text))))


@dataclass(frozen=True)
class Document:
    name: str
    sop: str
    """Id of the SOP that was transcribed from it."""
    file: str
    """What the scan was read into."""
    words: Words
    """With the repairs that the SOP's notes tell; places without a word are left out."""
    left: tuple[Mapping[str, str], ...]
    """What is left of the drawing in each row, by lane."""
    doers: tuple[str, ...]
    """Who does each, where the document says so beside the flow table."""


def documents() -> list[Document]:
    return [_document(path) for path in sorted(HERE.glob("*.yml"))]


def _document(path: Path) -> Document:
    data = yaml.safe_load(path.read_text("utf-8"))
    read = dict(_places(data))
    repairs = {words(wrong): words(right) for wrong, right in data.get("dibaca", {}).items()}
    for wrong in repairs:
        assert any(_has(text, wrong) for text in read.values()), f"{path.name}: nothing to read as {wrong!r}"
    corrected = {place: _repaired(text, repairs) for place, text in read.items()}
    left = tuple(step.get("tersisa", {}) for step in data["langkah"])
    doers = tuple(step.get("pelaku", "") for step in data["langkah"])
    return Document(path.stem, data["sop"], data["berkas"], said(corrected), left, doers)


def _places(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for place in ("sampul", "kop", "identitas", "judul", "nomor_kolom", "tanda_tangan", "lampiran"):
        yield place, words(data.get(place, ""))
    for label, text in data.get("kotak", {}).items():
        yield f"kotak {words(label)}", words(text)
    yield "kepala", words("\n".join(chain(data["kepala"], data["jalur"], data["kolom"])))
    for row, step in enumerate(data["langkah"], 1):
        for column in ("nomor", *COLUMNS):
            yield f"baris {row} {column}", words(str(step.get(column, "")))


def said(words: Words) -> Words:
    return {place: text for place, text in words.items() if text}


def _has(text: str, part: str) -> bool:
    return f" {part} " in f" {text} "


def _repaired(text: str, repairs: Mapping[str, str]) -> str:
    for wrong, right in repairs.items():
        text = f" {text} ".replace(f" {wrong} ", f" {right} " if right else " ").strip()
    return text
