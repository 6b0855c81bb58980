"""Chromium's windows for one reader after the other: to open one and have it read its first page costs a second."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Page

Kind = tuple[float, bool]
"""The pixels of the screen to one of a page, and whether scripts run: what a window cannot change later."""


@dataclass
class Windows:
    """No two readers are with one at a time, and none finds what another has kept."""

    browser: Browser
    _free: dict[Kind, list[tuple[Page, str]]] = field(default_factory=lambda: defaultdict(list))

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
        page, origin = self._free[kind].pop()
        devices = page.context.new_cdp_session(page)
        devices.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        devices.send("Page.resetNavigationHistory")
        devices.detach()
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
        return page

    def leave(self, kind: Kind, page: Page, origin: str) -> None:
        """What the reader kept was kept for that origin."""
        for other in page.context.pages:
            if other is not page:
                other.close()
        try:
            if not page.url.startswith(origin):
                raise Error("it has gone elsewhere")
            page.evaluate("() => { sessionStorage.clear(); window.name = '' }")
            page.mouse.move(-1, -1)
            page.goto("about:blank")
        except Error:  # it has gone or hangs
            page.context.close()
        else:
            page.context.clear_cookies()
            self._free[kind].append((page, origin))
