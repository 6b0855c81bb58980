"""A reader with either browser: what a test may ask of both.

The names are playwright's: a page in Chromium is playwright's own, one in Firefox is FirefoxPage.
"""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, Literal, Protocol

from playwright.sync_api import Error, ViewportSize

from tests.browser.driving.bidi import Refused
from tests.browser.driving.patience import SECONDS
from tests.browser.driving.visit import Door

SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
"""Light is `default`, dark is `slate`, as when a reader presses the theme's button."""


class Keyboard(Protocol):
    def press(self, key: str) -> None: ...
    def type(self, text: str) -> None: ...


class Download(Protocol):
    @property
    def suggested_filename(self) -> str: ...
    def path(self) -> Path: ...


class Expected(Protocol):
    @property
    def value(self) -> Download: ...


class AnyPage(Protocol):
    @property
    def url(self) -> str: ...
    @property
    def keyboard(self) -> Keyboard: ...
    def goto(self, url: str) -> Any: ...
    def evaluate(self, expression: str, arg: Any = None) -> Any: ...
    def hover(self, selector: str) -> None: ...
    def click(self, selector: str) -> None: ...
    def focus(self, selector: str) -> None: ...
    def expect_download(self) -> AbstractContextManager[Expected]: ...
    def set_viewport_size(self, viewport_size: ViewportSize) -> None: ...
    def emulate_media(
        self,
        *,
        media: Literal["print", "screen"] | None = None,
        reduced_motion: Literal["no-preference", "reduce"] | None = None,
    ) -> None: ...


class Reader(Protocol):
    @property
    def complaints(self) -> list[str]:
        """What pages said on their console, whom they asked beyond their site, what they did not get."""

    def page(
        self,
        door: Door,
        *,
        width: int = 1440,
        zoom: float = 1,
        dark: bool = False,
        scripts: bool = True,
        script: str = "",
    ) -> AnyPage:
        """An empty page of a window `width` wide at 100 %, that knows of no other page; `script` runs before each of its own."""

    def close(self) -> None: ...


def until(page: AnyPage, expression: str) -> None:
    """Wait for it to be true. Asked from outside: under a strict policy a page cannot ask itself."""
    latest = time.monotonic() + SECONDS
    while time.monotonic() < latest:
        with suppress(Error, Refused):  # by a page that is just going
            if page.evaluate(f"Boolean({expression})"):
                return
        time.sleep(0.05)
    raise AssertionError(f"never true: {expression}")
