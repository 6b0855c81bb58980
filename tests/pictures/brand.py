"""A new office's home page in colours of its own, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize

from sop_catalogue.cli import main
from tests.site.build import build

COLOURS = 'merek: {utama: "#7a1f1f", aksen: "#e8b04a"}'
SIZE: ViewportSize = {"width": 1000, "height": 460}
SCHEMES: dict[str, Literal["light", "dark"]] = {"terang": "light", "gelap": "dark"}


def brand_pictures(browser: Browser, place: Path, pictures: Path) -> None:
    """`place` is a folder that is not there yet."""
    main(["init", str(place)])
    settings = place / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert f"# {COLOURS}" in text
    settings.write_text(text.replace(f"# {COLOURS}", COLOURS), "utf-8")
    site = build(place, place / "site")
    for name, scheme in SCHEMES.items():
        page = browser.new_page(viewport=SIZE, color_scheme=scheme)
        page.goto((site.folder / "index.html").as_uri())
        page.evaluate("document.fonts.ready")
        page.screenshot(path=str(pictures / f"merek-{name}.png"))
        page.close()
