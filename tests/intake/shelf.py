"""A shelf of documents of a kind made for tests, read in this very process: what the desk does with them needs no PDF.

A document is JSON: its title, a number that its flow is made by, and what is doubtful about it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest

from sop_catalogue.commands.impor import kinds, session
from sop_catalogue.commands.impor.given import given
from sop_catalogue.commands.impor.kinds import Kind
from sop_catalogue.commands.impor.read import DocumentReader
from sop_catalogue.commands.impor.readings import Reading
from sop_catalogue.commands.impor.shown import Office
from sop_catalogue.intake.page_pictures import Picture, grey_png
from sop_catalogue.intake.primitives import Box, UnreadableError
from sop_catalogue.intake.recovered import Identity, Item, Recovered, Spot
from sop_catalogue.intake.scanned.letters import Letters, NoLetters
from tests.chart.lifelike import lifelike
from tests.intake.flows import chart_of

WIDTH, HEIGHT, ROW = 600, 420, 30


def recovered(name: str, data: bytes, _: Letters) -> list[Recovered]:
    said = json.loads(data)
    if why := said.get("gagal"):
        raise UnreadableError(why)
    found = []
    for k, title in enumerate(said["judul"] if isinstance(said["judul"], list) else [said["judul"]]):
        chart = chart_of(lifelike(Random(said.get("benih", 1) + k)))
        for n, step in enumerate(chart.steps):
            acts = said.get("kegiatan") or [f"Kegiatan ke-{n + 1} dari {len(title)}"]
            step.activity = [acts[n % len(acts)]]
            step.spots = [Spot(1, Box(30, 60 + ROW * n, WIDTH - 30, 60 + ROW * (n + 1)))]
        for n, doubt in enumerate(said.get("ragu", ())):
            chart.steps[n % len(chart.steps)].doubt(doubt, "panah")
        chart.doubts += said.get("ragu_bagan", ())
        chart.spots = [Spot(1, Box(30, 40, WIDTH - 30, HEIGHT))]
        boxes = {"dasar_hukum": [Item(text) for text in said.get("hukum", ())]}
        identity = Identity({"nama": title, "pembuatan": said.get("tanggal", "")}, boxes=boxes)
        found.append(Recovered(identity, [chart], (1,), name, hashlib.sha256(data).hexdigest()))
    return found


def pictures(_data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    """Grey bands, a row each."""
    for page in pages:
        rows = [bytes([255 - 40 * (y // ROW % 2)]) * WIDTH for y in range(HEIGHT)]
        yield Picture(page, WIDTH, HEIGHT, grey_png(b"".join(rows), WIDTH, HEIGHT, WIDTH))


KIND = Kind("uji", (".uji",), "json", recovered, pictures=pictures)
PLAIN = Kind("teks uji", (".polos",), "json", recovered)


class Beside:
    """Stands for the process that reads."""

    read_so_far: ClassVar[list[str]] = []

    def __init__(self, office: Office) -> None:
        self._reader = DocumentReader(office)

    def read(self, file: Path) -> Reading:
        self.read_so_far.append(file.name)
        answer = self._reader.read(given(file), NoLetters())
        return Reading(answer, 0.1, self._reader.proof())

    def end(self) -> None:
        """Has nothing to end."""


def take_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on `sop impor` reads these documents, and here."""
    known = (*kinds.KINDS, KIND, PLAIN)
    monkeypatch.setattr(kinds, "KINDS", known)
    monkeypatch.setattr(session, "Reader", Beside)
    Beside.read_so_far.clear()


def put(file: Path, title: str | list[str], **said: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"judul": title, **said}), "utf-8")
    return file


def office(place: Path) -> Path:
    """A catalogue with one unit, still without an SOP; its folder of definitions."""
    unit = place / "sop_defs/kab/dinas"
    unit.mkdir(parents=True)
    (unit.parent / "pemda.yml").write_text("nama: Kabupaten Contoh\n", "utf-8")
    (unit / "unit.yml").write_text("nama: Dinas Contoh\n", "utf-8")
    return unit


def defined(unit: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in unit.glob("*.yml") if file.name != "unit.yml"}
