"""A page in Firefox: the few things of playwright's `Page` that the tests ask of it, by the same names."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from tests.browser.bidi import Wire, as_json, value_of

KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowUp": "\ue013"}
PLACE = """() => {
  const found = document.querySelector(%s);
  found.scrollIntoView({block: 'center', behavior: 'instant'});
  const box = found.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}"""


class FirefoxPage:
    def __init__(self, wire: Wire, width: int, height: int, zoom: float, dark: bool) -> None:
        self._wire = wire
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.url = "about:blank"
        self._context: str = wire.send("browsingContext.create", type="tab")["context"]
        wire.listen(self._hear)
        wire.send(
            "browsingContext.setViewport",
            context=self._context,
            viewport={"width": width, "height": height},
        )
        # Firefox remembers the zoom by site, and would go back to 100 % at every new address.
        self._chrome("FullZoom.onLocationChange = () => {}")
        self._browse(f"fullZoom = {zoom}")
        self._browse(f"prefersColorSchemeOverride = {json.dumps('dark' if dark else 'light')}")

    def _browse(self, setting: str) -> None:
        """Set a value of the tab's BrowsingContext, as Firefox's own menus do."""
        self._wire.send("browsingContext.activate", context=self._context)
        self._chrome(f"gBrowser.selectedBrowser.browsingContext.{setting}")

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
        if event["method"] == "network.beforeRequestSent":
            self.requests.append(said["request"]["url"])
        elif said.get("level") in ("error", "warn"):
            self.complaints.append(f"{self.url}: {said['text']}")

    def goto(self, url: str) -> None:
        self.url = url
        self._wire.send("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def set_viewport_size(self, size: dict[str, int]) -> None:
        self._wire.send("browsingContext.setViewport", context=self._context, viewport=size)

    def emulate_media(self, *, media: str) -> None:
        self._browse(f"mediumOverride = {json.dumps('' if media == 'screen' else media)}")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression, or of a function without parameters, as JSON can carry it."""
        answer = self._wire.send(
            "script.callFunction",
            functionDeclaration=as_json(expression),
            target={"context": self._context},
            awaitPromise=True,
            userActivation=True,
        )
        return value_of(answer)

    def wait_for(self, expression: str) -> None:
        """Until the expression is true, for ten seconds at most."""
        found = self.evaluate(f"""async () => {{
          for (let tries = 0; tries < 200; tries++) {{
            if ({expression}) return true;
            await new Promise(done => setTimeout(done, 50));
          }}
        }}""")
        assert found, f"never true: {expression}"

    def hover(self, selector: str) -> None:
        x, y = self.evaluate(PLACE % json.dumps(selector))
        self._act("pointer", {"type": "pointerMove", "x": x, "y": y})

    def click(self, selector: str) -> None:
        self.hover(selector)
        self._act("pointer", {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def press(self, key: str) -> None:
        value = KEYS.get(key, key)
        self._act("key", {"type": "keyDown", "value": value}, {"type": "keyUp", "value": value})

    def type(self, selector: str, text: str) -> None:
        self.click(selector)
        for letter in text:
            self.press(letter)

    def _act(self, kind: str, *actions: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions)}
        self._wire.send("input.performActions", context=self._context, actions=[source])

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
        self._wire.send("browsingContext.close", context=self._context)


def _kept(data: str, path: Path | str | None) -> bytes:
    content = base64.b64decode(data)
    if path:
        Path(path).write_bytes(content)
    return content
