"""`python run.py pictures`: the guide's pictures anew, after a change of what they show."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium
from tests.pictures.brand import brand_pictures
from tests.pictures.report import report_pictures
from tests.site.build import REPOSITORY, build

PICTURES = REPOSITORY / "plugins" / "sop_catalogue" / "panduan" / "gambar"
BOOK = "cetak/buku/boalemo/diskominfo"
WIDTH = 560
"""In px; what is written on a sheet is just readable."""
SHEETS = {
    "pengesahan": "#sop-buku\\.pengesahan section",
    "riwayat": "#sop-buku\\.riwayat section",
    "distribusi": "#sop-buku\\.distribusi section",
    "punggung": "#sop-buku\\.punggung section",
    "pembatas": "#sop-buku\\.tab-1 section",
    "sambungan": "#sop-boalemo-diskominfo-lakip section:nth-of-type(2)",
}
SWITCHES = ("pengesahan", "riwayat", "distribusi", "punggung")


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        page = _book(Path(place))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=sandbox_options())
            paper = browser.new_page(viewport={"width": 1300, "height": 1300})
            paper.emulate_media(media="print")
            paper.goto(page.as_uri())
            for name, selector in SHEETS.items():
                sheet = paper.locator(selector).first
                wide = sheet.evaluate("sheet => sheet.getBoundingClientRect().width")
                paper.evaluate("zoom => { document.body.style.zoom = zoom }", WIDTH / wide)
                sheet.screenshot(path=PICTURES / f"{name}.png")
                paper.evaluate("document.body.style.zoom = 1")
            brand_pictures(browser, Path(place) / "merek", PICTURES)
            report_pictures(browser, Path(place) / "impor", PICTURES)
            browser.close()


def _book(place: Path) -> Path:
    """The binder of a unit of this repository, with all that a setting can add."""
    for folder in ("docs", "overrides", "sop_defs"):
        shutil.copytree(REPOSITORY / folder, place / folder)
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    switches = yaml.safe_dump(dict.fromkeys(SWITCHES, True), default_flow_style=True).strip()
    (place / "mkdocs.yml").write_text(
        settings.replace("      sop_defs: sop_defs", f"      cetak: {switches}"), "utf-8"
    )
    return build(place, place / "site").folder / f"{BOOK}.html"


if __name__ == "__main__":
    main()
