"""Chromium's windows for one reader after the other: to open one and have it read its first page costs seconds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

Kind = tuple[float, bool]
"""The pixels of the screen to one of a page, and whether scripts run: what a window cannot change later."""


@dataclass
class Windows:
    """No two readers are with one at a time, and none finds what another has kept."""

    browser: Browser
    _free: dict[Kind, list[tuple[BrowserContext, str]]] = field(default_factory=lambda: defaultdict(list))

    def open(self, kind: Kind) -> Page:
        """An empty page in a window where nobody is."""
        if not self._free[kind]:
            scale, scripts = kind
            return self.browser.new_context(
                device_scale_factor=scale,
                java_script_enabled=scripts,
                locale="id-ID",
                viewport={"width": 1440, "height": 900},
            ).new_page()
        window, origin = self._free[kind].pop()
        page = window.new_page()
        forget = {"origin": origin, "storageTypes": "all"}
        window.new_cdp_session(page).send("Storage.clearDataForOrigin", forget)
        return page

    def leave(self, kind: Kind, window: BrowserContext, origin: str) -> None:
        """What the reader kept was kept for that origin."""
        for page in window.pages:
            page.close()
        window.clear_cookies()
        self._free[kind].append((window, origin))
