"""A reader with a browser: opens pages and notes what they complain of and whom they ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request

from tests.browser.driving.patience import SECONDS
from tests.browser.driving.windows import Kind, Windows
from tests.site.build import Site

UNIT = "sop/kabupaten-contoh/dinas-arsip"


@dataclass(frozen=True)
class Door:
    """A built site and the address where it is entered."""

    site: Site
    url: str

    def to(self, address: str) -> str:
        return f"{self.url}{address}.html"


def within(door: Door, url: str) -> bool:
    """Whether a request stays with the site, or even with the page."""
    return url.startswith((door.url, "data:", "blob:", "about:"))


def _origin(door: Door) -> str:
    parts = urlsplit(door.url)
    return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True)
class _Taken:
    """A window with what is heard of it meanwhile."""

    kind: Kind
    page: Page
    origin: str
    ears: dict[str, Callable[..., None]]
    spoilt: bool
    """By a script that would run for the next reader, too."""


@dataclass
class Visit:
    windows: Windows
    complaints: list[str] = field(default_factory=list)
    _taken: list[_Taken] = field(default_factory=list)

    def page(
        self,
        door: Door,
        *,
        width: int = 1440,
        zoom: float = 1,
        dark: bool = False,
        scripts: bool = True,
        script: str = "",
    ) -> Page:
        """An empty page of a window `width` wide at 100 %; zoomed as a browser does, with fewer, larger pixels."""
        kind = zoom, scripts
        page = self.windows.open(kind)
        page.set_viewport_size({"width": round(width / zoom), "height": round(900 / zoom)})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_default_timeout(SECONDS * 1_000)
        ears: dict[str, Callable[..., None]] = {
            "pageerror": lambda error: self.complaints.append(f"{page.url}: {error}"),
            "dialog": self._refuse,
            "requestfailed": self._failed,
            "request": lambda request: self._watch(request, door),
            "console": lambda message: self._listen(page, message),
        }
        for event, ear in ears.items():
            page.on(event, ear)  # type: ignore[call-overload]
        if script:
            page.add_init_script(script)
        self._taken.append(_Taken(kind, page, _origin(door), ears, bool(script)))
        return page

    def _refuse(self, dialog: Dialog) -> None:
        """No page of ours asks anything."""
        self.complaints.append(f"says {dialog.message}")
        dialog.dismiss()

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it was there
            self.complaints.append(f"{request.failure}: {request.url}")

    def _watch(self, request: Request, door: Door) -> None:
        if not within(door, request.url):
            self.complaints.append(f"asks for {request.url}")

    def _listen(self, page: Page, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{page.url}: {message.text}")

    def close(self) -> None:
        for taken in self._taken:
            for event, ear in taken.ears.items():
                taken.page.remove_listener(event, ear)
            if taken.spoilt:
                taken.page.context.close()
            else:
                self.windows.leave(taken.kind, taken.page, taken.origin)
