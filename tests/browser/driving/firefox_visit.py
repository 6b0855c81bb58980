"""The same reader as visit.py's, with Firefox."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.browser.driving.firefox import Firefox
from tests.browser.driving.firefox_page import FirefoxPage
from tests.browser.driving.visit import Door, within


@dataclass
class FirefoxVisit:
    firefox: Firefox
    _pages: list[tuple[Door, FirefoxPage]] = field(default_factory=list)

    def page(
        self,
        door: Door,
        *,
        width: int = 1440,
        zoom: float = 1,
        dark: bool = False,
        scripts: bool = True,
        script: str = "",
    ) -> FirefoxPage:
        page = self.firefox.page(width=width, zoom=zoom, dark=dark, scripts=scripts)
        if script:
            page.add_init_script(script)
        self._pages.append((door, page))
        return page

    @property
    def complaints(self) -> list[str]:
        return [
            said
            for door, page in self._pages
            for said in [
                *page.complaints,
                *(f"asks for {url}" for url in page.requests if not within(door, url)),
            ]
        ]

    def close(self) -> None:
        for _, page in self._pages:
            page.close()
