"""The wire to a browser: WebDriver BiDi, the W3C's own protocol, which Firefox speaks without any driver beside it.

https://w3c.github.io/webdriver-bidi/ ; only what the tests of this repository say and hear.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.driving.patience import SECONDS

Listener = Callable[[dict[str, Any]], None]


class Refused(Exception):
    """The browser's answer to a command that it would not or could not carry out."""


class Wire:
    """Commands, one at a time; events are heard while an answer is awaited."""

    def __init__(self, address: str) -> None:
        self._open = ExitStack()
        # A picture or a PDF comes as one message.
        connecting = connect(address, max_size=None, proxy=None, open_timeout=SECONDS)
        self._socket: ClientConnection = self._open.enter_context(connecting)
        self._numbers = count(1)
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def ignore(self, listener: Listener) -> None:
        self._listeners.remove(listener)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(timeout=SECONDS))
            if message["type"] == "event":
                for listener in self._listeners:
                    listener(message)
            elif message.get("id") == number:
                return _result(method, message)

    def close(self) -> None:
        self._open.close()


def _result(method: str, message: dict[str, Any]) -> dict[str, Any]:
    if message["type"] == "error":
        raise Refused(f"{method}: {message['error']}: {message['message']}")
    result: dict[str, Any] = message["result"]
    return result


def value_of(answer: dict[str, Any]) -> Any:
    """What a script gave back as JSON text."""
    if answer["type"] == "exception":
        raise Refused(answer["exceptionDetails"]["text"])
    text = answer["result"].get("value")
    return None if text is None else json.loads(text)


def as_json(expression: str) -> str:
    """A function that gives the value of `expression`, or what it gives for what it is told; both as JSON text."""
    return f"""async told => {{
      const found = ({expression});
      return JSON.stringify(await (typeof found === 'function' ? found(JSON.parse(told)) : found)) ?? null;
    }}"""
