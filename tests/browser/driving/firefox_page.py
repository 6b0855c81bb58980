"""A page in Firefox: the few things of playwright's `Page` that the tests ask of it, by the same names."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import ViewportSize

from tests.browser.driving.bidi import Wire, as_json, value_of
from tests.browser.driving.patience import SECONDS

EVENTS = (
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.fetchError",
    "browsingContext.navigationCommitted",
    "browsingContext.userPromptOpened",
    "browsingContext.downloadWillBegin",
    "browsingContext.downloadEnd",
)
KEYS = {
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Escape": "\ue00c",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
}
GONE_ON = ("NS_BINDING_ABORTED", "NS_ERROR_ABORT")
"""What Firefox says of a request, a font's for one, whose page the reader has left."""
PLACE = """selector => {
  const found = document.querySelector(selector);
  found.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = found.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}"""


@dataclass
class Download:
    suggested_filename: str = ""
    file: str = ""

    def path(self) -> Path:
        return Path(self.file)


@dataclass
class Expected:
    value: Download = field(default_factory=Download)


class Keyboard:
    def __init__(self, page: FirefoxPage) -> None:
        self._page = page

    def press(self, key: str) -> None:
        self.type([key])

    def type(self, text: str | list[str]) -> None:
        values = [KEYS.get(key, key) for key in text]
        moves = [{"type": way, "value": value} for value in values for way in ("keyDown", "keyUp")]
        self._page.act("key", *moves)


class FirefoxPage:
    def __init__(
        self, wire: Wire, width: int, height: int, zoom: float, dark: bool, scripts: bool = True
    ) -> None:
        self._wire = wire
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.keyboard = Keyboard(self)
        self._downloads: list[Download] = []
        self._at = "about:blank"
        # What a page says that is being left concerns nobody.
        self._leaving = False
        # A container, as Firefox calls it: what other pages keep is not there.
        self._container: str = wire.send("browser.createUserContext")["userContext"]
        made = wire.send("browsingContext.create", type="tab", userContext=self._container)
        self._context: str = made["context"]
        # Where a page's own scripts are off, ours run beside it.
        self._target = {"context": self._context} | ({} if scripts else {"sandbox": "tests"})
        wire.listen(self._hear)
        self.set_viewport_size({"width": width, "height": height})
        # Firefox remembers the zoom by site, and would go back to 100 % at every new address.
        self._chrome("FullZoom.onLocationChange = () => {}")
        self._browse(
            fullZoom=zoom, prefersColorSchemeOverride="dark" if dark else "light", allowJavascript=scripts
        )

    @property
    def url(self) -> str:
        (tree,) = self._wire.send("browsingContext.getTree", root=self._context, maxDepth=0)["contexts"]
        return str(tree["url"])

    def _browse(self, **settings: str | float | bool) -> None:
        """Set values of the tab's BrowsingContext, as Firefox's own menus do."""
        self._wire.send("browsingContext.activate", context=self._context)
        self._chrome(f"Object.assign(gBrowser.selectedBrowser.browsingContext, {json.dumps(settings)})")

    def _chrome(self, statement: str) -> None:
        tree = self._wire.send("browsingContext.getTree", **{"moz:scope": "chrome", "maxDepth": 0})
        (window,) = tree["contexts"]
        answer = self._wire.send(
            "script.evaluate",
            expression=f"{statement}; null",
            target={"context": window["context"]},
            awaitPromise=False,
        )
        value_of(answer)

    def _hear(self, event: dict[str, Any]) -> None:
        said = event["params"]
        if said.get("context", said.get("source", {}).get("context")) != self._context:
            return
        match event["method"]:
            case "network.beforeRequestSent":
                self.requests.append(said["request"]["url"])
            case "browsingContext.navigationCommitted":
                self._leaving = False
            case "network.fetchError":
                self._complain(said["errorText"], f" {said['request']['url']}")
            case "log.entryAdded" if said["level"] in ("error", "warn"):
                self._complain(said["text"])
            case "browsingContext.userPromptOpened":
                self._complain(f"says {said['message']}")
            case "browsingContext.downloadWillBegin":
                self._downloads.append(Download(said["suggestedFilename"]))
            case "browsingContext.downloadEnd":
                self._downloads[-1].file = said["filepath"]

    def _complain(self, said: str, of: str = "") -> None:
        if not self._leaving and not said.startswith(GONE_ON):
            self.complaints.append(f"{self._at}: {said}{of}")

    def goto(self, url: str) -> None:
        # The Tab key may have left the last page for the window around it.
        self._wire.send("browsingContext.activate", context=self._context)
        self._chrome("gBrowser.selectedBrowser.focus()")
        self._at, self._leaving = url, True
        self._wire.send("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def set_viewport_size(self, viewport_size: ViewportSize) -> None:
        self._wire.send("browsingContext.setViewport", context=self._context, viewport=viewport_size)

    def emulate_media(
        self,
        *,
        media: Literal["print", "screen"] | None = None,
        reduced_motion: Literal["no-preference", "reduce"] | None = None,
    ) -> None:
        if media:
            self._browse(mediumOverride="" if media == "screen" else media)
        if reduced_motion:
            self._browse(prefersReducedMotionOverride=reduced_motion)

    def add_init_script(self, script: str) -> None:
        self._wire.send(
            "script.addPreloadScript", functionDeclaration=f"() => {{ {script} }}", contexts=[self._context]
        )

    def evaluate(self, expression: str, arg: Any = None) -> Any:
        """The value of an expression, or of a function of `arg`, as JSON can carry it."""
        answer = self._wire.send(
            "script.callFunction",
            functionDeclaration=as_json(expression),
            arguments=[{"type": "string", "value": json.dumps(arg)}],
            target=self._target,
            awaitPromise=True,
            userActivation=True,
        )
        return value_of(answer)

    def hover(self, selector: str) -> None:
        """Once nothing covers it any more; Firefox answers before the page has felt the mouse."""
        for _ in range(SECONDS * 20):
            x, y = self.evaluate(PLACE, selector)
            self.act("pointer", {"type": "pointerMove", "x": x, "y": y})
            if self.evaluate("selector => document.querySelector(selector).matches(':hover')", selector):
                return
            time.sleep(0.05)
        raise AssertionError(f"covered or moving: {selector}")

    def click(self, selector: str) -> None:
        self.hover(selector)
        self.act("pointer", {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def focus(self, selector: str) -> None:
        self.evaluate("selector => document.querySelector(selector).focus()", selector)

    def act(self, kind: str, *actions: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions)}
        self._wire.send("input.performActions", context=self._context, actions=[source])

    @contextmanager
    def expect_download(self) -> Iterator[Expected]:
        """What is saved meanwhile; `value` is there at the end."""
        before, expected = len(self._downloads), Expected()
        yield expected
        for _ in range(SECONDS * 20):
            if len(self._downloads) > before and self._downloads[-1].file:
                expected.value = self._downloads[-1]
                return
            self.evaluate("null")  # events are heard while an answer is awaited
            time.sleep(0.05)
        raise AssertionError("nothing was saved")

    def screenshot(self, path: Path | str | None = None, *, full_page: bool = False) -> bytes:
        answer = self._wire.send(
            "browsingContext.captureScreenshot",
            context=self._context,
            origin="document" if full_page else "viewport",
        )
        return _kept(answer["data"], path)

    def pdf(
        self, path: Path | str | None = None, *, centimetres: tuple[float, float] = (29.7, 21.0)
    ) -> bytes:
        """The page as it is printed, on a sheet of this width and height: an `@page` rule does not change it."""
        width, height = centimetres
        answer = self._wire.send(
            "browsingContext.print",
            context=self._context,
            background=True,
            page={"width": width, "height": height},
        )
        return _kept(answer["data"], path)

    def close(self) -> None:
        self._wire.ignore(self._hear)
        self._wire.send("browsingContext.close", context=self._context)
        self._wire.send("browser.removeUserContext", userContext=self._container)


def _kept(data: str, path: Path | str | None) -> bytes:
    content = base64.b64decode(data)
    if path:
        Path(path).write_bytes(content)
    return content
