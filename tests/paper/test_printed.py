"""Real pages of a real browser: as planned, to the sheet and to the millimetre."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.definition.suku_kata import ANYWHERE, with_breaks
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.paper.settings import DEFAULT, PAPERS, settings_from
from sop_catalogue.paper.values import Sheet
from tests.browser.driving.firefox import Firefox
from tests.paper.document import Document, Look, opened, sheets_of, write
from tests.paper.form_words import form_words, stands_in
from tests.paper.printed import printed
from tests.studio import STUDIO, draw
from tests.turns import Share

pytestmark = pytest.mark.browser
Make = Callable[..., Document]


def dividable(word: str) -> str:
    return with_breaks(word, lambda _: True).replace(ANYWHERE, "")


def flow_sheets(sheets: list[Sheet]) -> list[int]:
    return [i for i, sheet in enumerate(sheets) if 'class="alur"' in sheet.printed]


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_every_planned_sheet_is_one_page(binder: Make, look: Look, paper: str) -> None:
    made = binder(kertas=paper)
    found = look(made).printed
    sheets = sheets_of(made.sops)
    assert len(found.reader.pages) == len(sheets)
    for sheet, text in zip(sheets, found.texts, strict=True):
        assert "".join(sheet.number.split()) in text


@pytest.mark.parametrize("paper", PAPERS)
def test_the_size_of_the_paper(tmp_path: Path, real: Catalogue, look: Look, paper: str) -> None:
    short, long = PAPERS[paper]
    found = look(write(tmp_path, real.sops[:2], settings_from({"kertas": paper}))).printed
    assert found.sizes == {(round(long), round(short))}


@pytest.mark.halved
@pytest.mark.parametrize(
    "settings", [{}, {"kertas": "F4", "kaki_bebas": 15, "jilid": 30, "bolak_balik": True}]
)
def test_a_ruler_of_100_mm_is_100_mm(binder: Make, page: Page, settings: dict[str, Any]) -> None:
    """A browser makes the whole document smaller when one thing is wider than its page."""
    opened(page, binder(**settings).address).evaluate("""() => {
      const ruler = document.createElement("p");
      ruler.style = "position:relative;height:0;margin:0";
      ruler.innerHTML = "<b style='position:absolute;left:0'>AWALMISTAR</b><b style='position:absolute;left:100mm'>UJUNGMISTAR</b>";
      document.querySelector(".isi").prepend(ruler);
    }""")
    found = printed(page)
    assert found.place(0, "UJUNGMISTAR") - found.place(0, "AWALMISTAR") == pytest.approx(100, abs=0.2)


def test_the_head_stands_on_every_flow_sheet(binder: Make, look: Look, real: Catalogue) -> None:
    made = binder()
    found = look(made).printed
    at = 0
    for entry, sop in zip(real.sops, made.sops, strict=True):
        for sheet in flow_sheets(list(sop.sheets)):
            text = found.texts[at + sheet].casefold()
            for chart in entry.charts:
                for lane in chart.flow.lanes:
                    name = dividable("".join(lane.name.split()).casefold())
                    assert stands_in(text, name), (sop.id, sheet, lane.name)
        at += len(sop.sheets)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_nothing_is_cut_or_covered(binder: Make, look: Look, paper: str) -> None:
    for i, sheet in enumerate(look(binder(kertas=paper)).boxes):
        left, top, right, bottom = sheet["sheet"]
        assert bottom - top <= sheet["least"] + 0.6, f"sheet {i + 1} is higher than planned"
        for part in sheet["parts"]:
            assert left <= part[0] and part[2] <= right + 0.1 and part[1] >= top
            assert sheet["foot"] is None or part[3] <= sheet["foot"][1] + 0.6, f"sheet {i + 1}"
        for row in sheet["rows"]:
            assert all(over <= 1 for cell in row["cells"] for over in cell), f"sheet {i + 1}"
            for symbol in row["symbols"]:
                assert row["row"][1] <= symbol[1] and symbol[3] <= row["row"][3], f"sheet {i + 1}"


def test_the_drawing_is_as_wide_as_its_lanes(binder: Make, look: Look) -> None:
    for sheet in look(binder()).boxes:
        if sheet["drawing"]:
            assert sheet["drawing"][2] - sheet["drawing"][0] == pytest.approx(
                sheet["lanes"][-1][2] - sheet["lanes"][0][0], abs=1.1
            )


def test_no_letter_is_smaller_than_8_points_nor_in_a_drawing_than_7(binder: Make, look: Look) -> None:
    for i, sheet in enumerate(look(binder()).boxes):
        assert min(sheet["letters"]) * 0.75 >= 7.99, f"sheet {i + 1}"
        assert min(sheet["drawn"], default=99) * 0.75 >= 6.99, f"sheet {i + 1}"


def test_every_word_of_the_form_is_printed(binder: Make, look: Look, real: Catalogue) -> None:
    made = binder()
    found = look(made).printed
    at = 0
    for entry, sop in zip(real.sops, made.sops, strict=True):
        text = "".join(found.texts[at : at + len(sop.sheets)])
        at += len(sop.sheets)
        web = sop_page(entry, Links(f"sop/{entry.id}"), [draw(chart.flow) for chart in entry.charts], STUDIO)
        missing = [word for word in form_words(web.html) if not stands_in(text, dividable(word))]
        assert not missing, (sop.id, missing)


def test_every_arrow_that_crosses_goes_on_where_it_is_said(binder: Make, real: Catalogue) -> None:
    """Letters on a sheet, and the sheets that its words name, are those of the sheets where they go on."""
    crossed = 0
    for entry, sop in zip(real.sops, binder().sops, strict=True):
        shown: dict[int, set[str]] = {}
        said: set[tuple[int, str, str, int]] = set()
        for number, sheet in enumerate(sop.sheets, 1):
            shown[number] = set(
                re.findall(r"sop-simbol--segilima.*?<text[^>]*>([A-Z]+)</text>", sheet.printed)
            )
            for letters, way, to in re.findall(r"([A-Z, ]+) (ke|dari) hal\. (\d+)", sheet.printed):
                said |= {(number, letter.strip(), way, int(to)) for letter in letters.split(",")}
        assert {(number, letter) for number in shown for letter in shown[number]} == {
            (number, letter) for number, letter, *_ in said
        }
        mates = {(to, letter, {"ke": "dari", "dari": "ke"}[way], number) for number, letter, way, to in said}
        assert mates == said, sop.id
        flows = sum('class="alur"' in sheet.printed for sheet in sop.sheets)
        assert (flows > len(entry.charts)) == bool(said), sop.id
        crossed += len(said)
    assert crossed


def test_paper_is_black_on_white_whatever_the_screen(binder: Make, page: Page) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    opened(page, binder().address)
    inks = page.evaluate("""() => [...new Set([...document.querySelectorAll(".lembar *")].flatMap((e) => {
      const style = getComputedStyle(e);
      return e.ownerSVGElement ? [style.stroke, style.fill] : [style.color];
    }))]""")
    assert set(inks) <= {"none", "rgb(0, 0, 0)", "rgb(255, 255, 255)"}


def test_firefox_prints_the_same_sheets(
    tmp_path: Path, real: Catalogue, firefox: Firefox, share: Share
) -> None:
    """By day every other SOP."""
    made = write(tmp_path, share.some(real.sops), DEFAULT)
    window = firefox.page()
    window.goto(made.address)
    found = PdfReader(io.BytesIO(window.pdf()))
    assert len(found.pages) == len(sheets_of(made.sops))


# How far things move, in px, when all that is only heard is taken out.
_MOVED = """() => {
  const boxes = () => [...document.querySelectorAll(".alur :is(tr, th, td)")].map((e) => e.getBoundingClientRect());
  const before = boxes();
  const heard = document.querySelectorAll(".l > [role='img']");
  heard.forEach((e) => e.remove());
  const far = boxes().map((box, i) => Math.max(...["top", "left", "right", "bottom"].map((side) => Math.abs(box[side] - before[i][side]))));
  return [heard.length, Math.max(...far)];
}"""


def test_what_is_only_heard_takes_no_room(binder: Make, page: Page, firefox: Firefox) -> None:
    opened(page, binder().address)
    window = firefox.page()
    window.goto(binder().address)
    for heard, moved in (page.evaluate(_MOVED), window.evaluate(_MOVED)):
        assert heard > 100
        assert moved == 0
