"""Real definitions and registers gone wrong, each by a number that gives the same one every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sop_catalogue.catalogue.files import find_files
from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.store.disk import DiskFolder

from . import corpus

_REPOSITORY = Path(__file__).resolve().parents[2]
_FOLDERS = ("sop_defs", "tests/site/katalog/sop_defs")
_PIECES = [*":-{}[]\"'*&!|>#%@`,?\t\n\r\\", ": ", "- ", "\n  ", "\n- ", "---\n", "...", "<<: ", "&a ", "*a", "\x00", "\x85", "\u2028",
           "\ufeff", "é", "{a: ", "ke: ", "keputusan:", "|\n", "? ", "!!python/object:os.system "]  # fmt: skip
_BYTES = [
    b"\xff",
    b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\xaf",
    b"\x00",
    b"\x1b[2J",
    b"\r",
    b"\xe2\x80\xae",
]
_ODD: list[Any] = [None, "", " ", [], {}, [[]], [{}], {"": ""}, {"a": {"b": ["c"]}}, [None], 0, -1, 1.5, "true", "lanjut", "selesai",
                   "9999999999999999999999", "0", "1-1-1", "2026-02-30", "https://", "x" * 20_000, ["a"] * 500, "a\n" * 500]  # fmt: skip


@dataclass(frozen=True)
class Input:
    kind: str
    data: bytes
    origin: str


@cache
def originals() -> list[Input]:
    return [
        Input(item.kind.value, (_REPOSITORY / folder / item.path).read_bytes(), f"{folder}/{item.path}")
        for folder in _FOLDERS
        for item in find_files(DiskFolder(_REPOSITORY / folder))[0]
    ]


def mutation(number: int) -> Input:
    """The definition that went wrong in the way of this number."""
    chance = random.Random(number)
    original = chance.choice(originals())
    change = chance.choice([_changed_values, _changed_text, _changed_bytes])
    return Input(original.kind, change(original.data, chance), f"{original.origin}, mutation {number}")


def _changed_bytes(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(_BYTES) + data[at + chance.randint(0, 2) :]
    return data[: chance.randint(0, len(data))] if chance.random() < 0.3 else data


def _changed_text(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode("utf-8-sig").splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        line = lines[at]
        column = chance.randint(0, len(line))
        match chance.randrange(7):
            case 0:
                lines[at] = line[:column] + chance.choice(_PIECES) + line[column:]
            case 1:
                lines[at] = line[:column] + line[column + chance.randint(1, 8) :]
            case 2:
                lines[at] = " " * chance.randint(0, 9) + line.lstrip(" ")
            case 3:
                lines[at] = ""
            case 4:
                lines.insert(at, chance.choice(lines))
            case 5:
                lines.insert(chance.randrange(len(lines)), lines.pop(at))
            case _:
                lines[at] = line * chance.choice((2, 200))
    return "".join(lines).encode()


def _changed_values(data: bytes, chance: random.Random) -> bytes:
    value = deepcopy(read_yaml(data).value)
    for _ in range(chance.randint(1, 4)):
        places = list(_places(value))
        if places:
            _change(*chance.choice(places), chance, [holder[key] for holder, key in places])
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every value below: what holds it, and its key there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _change(holder: Any, key: Any, chance: random.Random, others: list[Any]) -> None:
    match chance.randrange(8):
        case 0:
            del holder[key]
        case 1:
            holder[key] = deepcopy(chance.choice(_ODD))
        case 2:
            holder[key] = chance.choice([*corpus.texts(), *corpus.refused()])
        case 3:
            holder[key] = deepcopy(chance.choice(others))
        case 4:
            holder[key] = [deepcopy(holder[key])] * 2
        case 5:
            holder[key] = {chance.choice(("teks", "nama", "di", "ke", "<<", "1")): holder[key]}
        case 6 if isinstance(holder, dict):
            holder[str(key)[:-1] if chance.random() < 0.5 else chance.choice(corpus.texts())] = holder.pop(
                key
            )
        case _:
            for _ in range(chance.choice((3, 30))):
                holder[key] = [holder[key]]
