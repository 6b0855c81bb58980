"""What a hostile site gives away as data holds the texts as they were written, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from sop_catalogue.definition.fields import says_something
from sop_catalogue.pages.render import plain
from tests.browser.driving.server import served
from tests.browser.driving.visit import Door, Visit
from tests.browser.hostile import hostile_pages
from tests.hostile import corpus
from tests.hostile.site import PLACES
from tests.site.build import Site

UNPUBLISHED = {
    "sop": {"formulir", "kop", "sampul", "no", "singkatan", "peran", "catatan_penyunting", "diketahui", "pemda", "unit",
            "sop", "peraturan", "diganti_oleh", "pemohon"},
    "pemda": {"formulir", "logo", "aturan"},
    "unit": {"formulir", "logo", "layanan", "aturan"},
    "peran": {"uraian"},
    "peraturan": {"diganti_oleh", "diubah_oleh"},
}  # fmt: skip
"""Fields that are no data: how a form looks, what findings weigh, notes among editors, what names another record or a lane, what is
published with each service of a unit."""
SPREADSHEET_RUNS = re.compile(r"[\s\0]*[=+\-@＝＋－＠]")
RUNS_NOTHING = re.compile(r"[-–—]|-?\d[\d.]*(,\d+)?")
"""A dash alone, a number."""
SEPARATED = re.compile(r"([;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
SHOWN = """table => {
  const words = node => node.textContent.replace(/\\s+/g, " ").trim();
  const saved = cell => {
    const items = [...cell.querySelectorAll("li")].map(words);
    return cell.dataset.nilai ?? (items.length ? items.join("; ") : words(cell));
  };
  const rows = [table.tHead.rows[table.tHead.rows.length - 1], ...[...table.tBodies].flatMap(body => [...body.rows])];
  return rows.map(row => [...row.cells].map(saved));
}"""
SAVE = "Unduh CSV"
TEXTS = frozenset(corpus.texts())


@pytest.fixture(scope="module")
def hostile(hostile_site: Site) -> Iterator[Door]:
    yield from served(hostile_site)


def hostile_texts(value: Any, unpublished: set[str]) -> Iterator[str]:
    """Every hostile text in it, as a value or as a label."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in unpublished:
                yield from hostile_texts([key, part], unpublished)
    elif isinstance(value, list):
        for part in value:
            yield from hostile_texts(part, unpublished)
    elif value in TEXTS:
        yield value


def held_by(record: Any) -> set[str]:
    """Its texts, and the lines of those that have several."""
    if isinstance(record, dict | list):
        return set().union(*map(held_by, record.values() if isinstance(record, dict) else record))
    return {spaced(text) for text in (record, *record.splitlines())} if isinstance(record, str) else set()


def spaced(text: str) -> str:
    return " ".join(text.split())


def lost(file: Path, kind: str, held: set[str]) -> list[str]:
    """What the language reads, letters composed and single spaces, is held: at once, or line by line where a field
    takes lines. A reference of mere dashes is none."""
    texts = [
        unicodedata.normalize("NFC", text)
        for text in hostile_texts(yaml.safe_load(file.read_bytes()), UNPUBLISHED[kind])
    ]
    assert texts, file
    said = [text for text in texts if says_something(text)]
    return [
        text
        for text in said
        if spaced(text) not in held and not {*map(spaced, text.splitlines()), ""} <= {*held, ""}
    ]


def test_records_hold_the_texts_as_they_were_written(hostile_site: Site) -> None:
    catalogue = json.loads(hostile_site.read("catalogue.json"))
    sops = {sop["id"]: sop for sop in catalogue.pop("sop")}
    held = held_by(catalogue)
    for number in range(PLACES):
        place = hostile_site.source / f"sop_defs/p{number:03}"
        for name in ("berbagan", "berkolom", "singkat"):
            id_ = f"{place.name}/dinas/{name}"
            record = json.loads(hostile_site.read(f"sop/{id_}.json"))
            assert record == sops[id_]
            assert lost(place / f"dinas/{name}.yml", "sop", held_by(record)) == [], id_
            source = (place / f"dinas/{name}.yml").read_bytes()
            assert (hostile_site.folder / f"sop/{id_}.yml").read_bytes() == source
        for kind, file in (
            ("pemda", "pemda.yml"),
            ("unit", "dinas/unit.yml"),
            ("peran", "peran.yml"),
            ("peraturan", "peraturan.yml"),
        ):
            assert lost(place / file, kind, held) == [], (place.name, kind)


def test_the_record_of_what_is_to_be_mended_quotes_the_references(hostile_site: Site) -> None:
    whole = json.loads(hostile_site.read("catalogue.json"))
    references = {sop["id"]: held_by(sop["keterkaitan"]) for sop in whole["sop"]}
    health = json.loads(hostile_site.read("kesehatan.json"))
    quoted = [
        (found["sop"], found["teks"]) for unit in health["unit"] for found in unit["temuan"] if found["teks"]
    ]
    assert len(quoted) > PLACES
    assert [(id_, text) for id_, text in quoted if spaced(text) not in references[id_]] == []


def test_the_spreadsheet_of_a_regulation_holds_what_the_records_hold(hostile_site: Site) -> None:
    catalogue = json.loads(hostile_site.read("catalogue.json"))
    sops = {sop["url"]: sop for sop in catalogue["sop"]}
    pemdas = {pemda["id"]: pemda for pemda in catalogue["pemda"]}
    units = {unit["id"]: unit for pemda in catalogue["pemda"] for unit in pemda["unit"]}
    tried = 0
    for law in catalogue["peraturan"]:
        if not law["sop"]:
            continue
        head, *rows = cells((hostile_site.folder / f"peraturan/{law['id']}.csv").read_bytes())
        for row in rows:
            said = dict(zip(head, row, strict=True))
            sop = sops[said["Halaman"]]
            wanted = {
                "Pemda": pemdas[sop["pemda"]]["nama"],
                "Unit kerja": units[sop["unit"]]["nama"],
                "Nama SOP": plain(sop["judul"]),
                "Nomor SOP": sop["nomor"] or "",
            }
            assert {key: said[key] for key in wanted} == {key: guarded(text) for key, text in wanted.items()}
            tried += 1
    assert tried > PLACES


def cells(saved: bytes) -> list[list[str]]:
    """The file as a spreadsheet reads it; no cell of it may be run."""
    found = list(csv.reader(io.StringIO(saved.decode("utf-8-sig"), newline=""), strict=True))
    run = [
        cell
        for row in found
        for cell in row
        if SPREADSHEET_RUNS.match(cell) and not RUNS_NOTHING.fullmatch(cell)
    ]
    assert run == []
    return found


def guarded(text: str) -> str:
    """An apostrophe before what a spreadsheet would run, also where semicolons part cells."""
    inside = SEPARATED.sub(r"\1'", text)
    return f"'{inside}" if SPREADSHEET_RUNS.match(text) and not RUNS_NOTHING.fullmatch(text) else inside


def saved_by(page: Page, number: int) -> list[list[str]]:
    with page.expect_download() as got:
        page.get_by_role("button", name=SAVE).nth(number).click()
    return cells(Path(got.value.path()).read_bytes())


def test_every_table_is_saved_as_it_stands(visit: Visit, hostile: Door) -> None:
    page = visit.page(hostile)
    tables = [
        path for path in hostile_pages.documents(hostile.site) if "data-csv=" in hostile.site.read(path)
    ]
    tried = set()
    for path in hostile_pages.of_each_kind(tables, 3):
        page.goto(hostile.url + path)
        for number, table in enumerate(page.locator("table[data-csv]").all()):
            shown: list[list[str]] = table.evaluate(SHOWN)
            assert saved_by(page, number) == [[*map(guarded, row)] for row in shown], path
            tried.add(table.get_attribute("data-csv"))
    assert {
        "dokumen",
        "peran",
        "peraturan",
        "identitas-menurut-unit",
        "rujukan-menurut-unit",
        "peta-menurut-unit",
    } <= tried
    assert visit.complaints == []


def test_the_list_of_all_sops_is_saved_as_the_records_say(visit: Visit, hostile: Door) -> None:
    catalogue = json.loads(hostile.site.read("catalogue.json"))
    pemdas = {pemda["id"]: pemda["nama"] for pemda in catalogue["pemda"]}
    units = {unit["id"]: unit["nama"] for pemda in catalogue["pemda"] for unit in pemda["unit"]}
    page = visit.page(hostile)
    page.goto(hostile.to("sop/index"))
    head, *rows = saved_by(page, 0)
    said = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["Nama SOP"], row["Nomor"], row["Unit kerja"], row["Pemda"]) for row in said] == [
        tuple(
            map(guarded, (plain(sop["judul"]), sop["nomor"] or "", units[sop["unit"]], pemdas[sop["pemda"]]))
        )
        for sop in catalogue["sop"]
    ]
    assert visit.complaints == []
