"""Values written as YAML the way authors here write it: short lists in one line, quotes only where they are needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDTH = 110
_PLAIN = re.compile(r"[^\W_](?:[^\n#:\x00-\x1f]|:(?=\S)|(?<=\S)#)*")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_NOTHING = ("null", "~")
UNWRITTEN = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufeff\\ufffe\\uffff"
"""Ranges of what no definition may hold, or what would end a line of it."""
_UNWRITTEN = re.compile(f"[{UNWRITTEN}]")


def writable(text: str) -> str:
    """File names and texts that were not cleaned of such letters come here, too."""
    return _UNWRITTEN.sub("\ufffd", text)


def scalar(text: str, *, in_flow: bool = False) -> str:
    text = writable(text)
    plain = (
        _PLAIN.fullmatch(text)
        and not text.endswith((":", " "))
        and text.lower() not in _NOTHING
        and not (in_flow and (_IN_FLOW.search(text) or ":" in text))
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def inline(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{scalar(str(key), in_flow=True)}: {inline(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    return scalar(str(value), in_flow=True)


def entry(key: str, value: Any, indent: int = 0) -> Iterator[str]:
    """The lines of `key: value`."""
    space = " " * indent
    name = scalar(key, in_flow=True)
    if isinstance(value, Mapping | list | tuple):
        if _fits(value, indent + len(name)):
            yield f"{space}{name}: {inline(value)}"
            return
        yield f"{space}{name}:"
        if isinstance(value, Mapping):
            for inner, one in value.items():
                yield from entry(str(inner), one, indent + 2)
        else:
            for one in value:
                yield from item(one, indent + 2)
    elif "\n" in str(value) and not re.search(r"[ \t]\n|^\s", str(value)):
        yield f"{space}{name}: |"
        yield from (f"{space}  {line}" if line else "" for line in writable(str(value)).split("\n"))
    else:
        yield f"{space}{name}: {scalar(str(value))}"


def item(value: Any, indent: int) -> Iterator[str]:
    """The lines of one of a list."""
    space = " " * indent
    if not isinstance(value, Mapping):
        yield f"{space}- {inline(value) if isinstance(value, list | tuple) else scalar(str(value))}"
        return
    if _fits(value, indent):
        yield f"{space}- {inline(value)}"
        return
    lines = [line for key, one in value.items() for line in entry(str(key), one, indent + 2)]
    yield f"{space}- {lines[0].lstrip()}"
    yield from lines[1:]


def _fits(value: Mapping[str, Any] | Sequence[Any], indent: int) -> bool:
    """In one line, and without a sentence in it."""
    inner = value.values() if isinstance(value, Mapping) else value
    texts = [one for one in inner if isinstance(one, str)]
    if not isinstance(value, Mapping) and any(isinstance(one, Mapping) for one in value):
        return False
    if isinstance(value, Mapping) and set(value) == {"no", "teks"}:
        return len(inline(value)) + indent <= _WIDTH + 30
    if any(len(text) > 40 or "\n" in text for text in texts):
        return False
    return len(inline(value)) + indent <= _WIDTH - 30
