"""A box more in the table of the form is a box more everywhere: what can be written, shown, printed, found, and read as data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser

from sop_catalogue.catalogue.opendata.chart_types import LangkahRecord
from sop_catalogue.catalogue.opendata.types import SopRecord, TanggalSopRecord
from sop_catalogue.definition import identitas
from sop_catalogue.definition.form import FORM
from sop_catalogue.definition.identitas import TanggalSop
from sop_catalogue.definition.langkah import Langkah
from sop_catalogue.definition.sop import Sop
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import settings_from
from sop_catalogue.theme.bundles import SITE_STYLES
from tests.dressed import put
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, catalogue, entry, page
from tests.paper.document import opened, write
from tests.search.unpacked import unpacked
from tests.studio import STUDIO

ROOT = Path(__file__).parents[1]
FILLED, EMPTY, RENAMED = "kab/dinas/ini", "kab/dinas/tanpa", "kab/dinas/kata"
ITEMS = ["Berkas hilang", "Pejabat tidak di tempat"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What every floor made of the longer form; in a process of its own, for the table is read at import."""
    command = [sys.executable, "-m", "tests.longer_form", str(tmp_path_factory.mktemp("katalog"))]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=path, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def boxes(form: Node) -> dict[str, str]:
    return {box.one("h3").text: box.text for box in form.all(css="sop-kotak")}


def test_it_can_be_written_and_has_a_word_of_its_own(told: dict[str, Any]) -> None:
    assert told["findings"] == []
    editor = told["editor schema"]
    keys = list(editor["properties"])
    assert keys[keys.index("pencatatan_pendataan") + 1] == "risiko"
    assert editor["properties"]["risiko"]["description"] == "Apa yang dapat menggagalkan SOP ini."
    assert editor["definitions"]["Label"]["properties"]["risiko"]["description"] == 'Pengganti "Risiko".'
    rows = [line for line in told["reference"].splitlines() if line.startswith("| `risiko`")]
    assert rows == [
        "| `risiko` | teks atau [Butir](#butir), atau daftarnya | Apa yang dapat menggagalkan SOP ini. |",
        '| `risiko` | teks | Pengganti "Risiko". |',
    ]


def test_it_stands_on_the_page_where_an_sop_fills_it(told: dict[str, Any]) -> None:
    shown = {id_: boxes(parse(html)) for id_, html in told["pages"].items()}
    assert list(shown[FILLED])[-1] == "Risiko"
    assert shown[FILLED]["Risiko"].endswith(" ".join(ITEMS))
    assert shown[RENAMED]["Bahaya"].endswith("Satu")
    assert list(shown[EMPTY]) == [box.label for box in FORM.boxes]


def test_it_stands_on_the_sheets_where_an_sop_fills_it(told: dict[str, Any]) -> None:
    sheets = {id_: "".join(found) for id_, found in told["sheets"].items()}
    assert all(word in sheets[FILLED] for word in (">Risiko<", "<em>hilang</em>", ITEMS[1]))
    assert ">Bahaya<" in sheets[RENAMED]
    assert sheets[EMPTY].count('class="kotak"') == len(FORM.boxes)


def test_it_is_searched_under_its_name(told: dict[str, Any]) -> None:
    names = json.loads(told["index"].removeprefix("SOP_CARI="))["kotak"]
    slot = names.index("Risiko")
    found = {page.path: page.boxes for page in unpacked(told["index"].encode())}
    assert found[f"sop/{FILLED}.html"][slot] == ITEMS
    assert found[f"sop/{EMPTY}.html"][slot] == []


def test_it_is_open_data_as_the_schema_says(told: dict[str, Any]) -> None:
    schema = told["data schema"]
    jsonschema.Draft202012Validator.check_schema(schema)
    of_sop = {**schema, **schema["$defs"]["SopRecord"], "additionalProperties": False}
    records = {record["id"]: record for record in told["records"]}
    for record in records.values():
        jsonschema.validate(record, of_sop)
    assert records[FILLED]["risiko"] == ["Berkas *hilang*", ITEMS[1]]
    assert "risiko" not in records[EMPTY]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**records[FILLED], "risiko": "teks"}, of_sop)


@pytest.fixture(params=[1, 6, 7, 8, 12])
def count(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A form with so many boxes, some of them twice."""
    number: int = request.param
    monkeypatch.setattr(identitas, "FORM", replace(FORM, boxes=(FORM.boxes * 2)[:number]))
    return number


LONG = " ".join(f"Perda {i} lama" for i in range(300))


def test_any_number_of_boxes_stands_on_a_page(tmp_path: Path, count: int) -> None:
    assert len(parse(page(entry(tmp_path, STEPS)).html).all(css="sop-kotak")) == count


def test_any_number_of_boxes_goes_over_sheets(tmp_path: Path, count: int) -> None:
    found = entry(tmp_path, f"{STEPS}dasar_hukum: [{LONG}, {LONG}]\nketerkaitan: [{LONG}]\n")
    text = "".join(sheet.printed for sheet in KeptSheets(settings_from({}), STUDIO).printed(found).sheets)
    assert text.count('class="kotak"><h') >= count
    times = [box.key for box in found.sop.boxes].count("dasar_hukum")
    assert text.count("Perda 299 lama") == 2 * times + [b.key for b in found.sop.boxes].count("keterkaitan")


ROOMS = """selector => [...document.querySelectorAll(selector)].map(box => ({
  whole: box.offsetWidth > 0.9 * box.parentElement.offsetWidth,
  over: box.parentElement.offsetHeight - (parseFloat(box.parentElement.style.minHeight) || Infinity),
}))"""


@pytest.mark.browser
def test_the_last_of_an_odd_number_is_as_wide_as_two(tmp_path: Path, count: int, browser: Browser) -> None:
    """And on paper its words have the room that was planned for them."""
    text = f"{STEPS}dasar_hukum: [{LONG}]\nketerkaitan: [{LONG[:2000]}]\n"
    screen = tmp_path / "layar.html"
    style = put(tmp_path, SITE_STYLES).as_uri()
    screen.write_text(
        f'<!doctype html><link rel="stylesheet" href="{style}">{page(entry(tmp_path, text)).html}'
    )
    paper = write(tmp_path, catalogue(tmp_path, {"ini.yml": text}).sops, settings_from({}))
    tab = browser.new_page()
    for address, selector in ((screen.as_uri(), ".sop-kotak"), (paper.address, ".kotak")):
        seen = opened(tab, address).evaluate(ROOMS, selector)
        whole = [box["whole"] for box in seen]
        assert whole == sorted(whole)
        assert whole[-1] == (count % 2 == 1)
        assert all(box["over"] < 0.6 for box in seen)
    tab.close()


def test_the_model_has_what_the_table_says() -> None:
    """The fields that the model declares by itself; those of boxes and labels are made of the table."""
    assert [row.key for row in FORM.head if row.kind.name == "DATE"] == list(TanggalSop.model_fields)
    assert {row.key for row in FORM.head if row.kind.name != "DATE"} <= set(Sop.model_fields)
    cells = [key for key, kind in Langkah.__annotations__.items() if kind == "SelOpsional"]
    assert cells == [column.key for column in FORM.columns]
    under = [column.mutu_baku for column in FORM.columns]
    assert under == sorted(under, reverse=True)


def test_the_open_data_spells_out_what_is_prescribed() -> None:
    """Its readers rely on that, whatever the table says tomorrow."""
    assert {box.key for box in FORM.boxes if not box.optional} <= set(SopRecord.__annotations__)
    assert {column.key for column in FORM.columns} <= set(LangkahRecord.__annotations__)
    assert list(TanggalSopRecord.__annotations__) == list(TanggalSop.model_fields)


def test_the_skeleton_of_a_new_definition_offers_every_prescribed_box() -> None:
    text = files("sop_catalogue.starter").joinpath("kerangka.yml").read_text("utf-8")
    keys = re.findall(r"^# ([a-z_]+):", text, re.MULTILINE)
    assert keys[keys.index(FORM.boxes[0].key) :] == [box.key for box in FORM.boxes if not box.optional]
