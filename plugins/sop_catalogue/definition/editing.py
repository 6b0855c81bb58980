"""A field of a definition's text set, added to or taken away; whatever else stands there keeps its letters, comments and order.

What was edited is read back: it says what was wanted, and nothing else than before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from .findings import Loc, field_name
from .reading.layout import Pair, Part, laid_out
from .reading.source import Source, read_yaml
from .yaml_text import entry, inline, item

Value = str | Sequence[Any] | Mapping[str, Any]
"""Texts, lists and mappings of them; numbers are texts, too."""


class NotEditable(Exception):
    """The text cannot be edited there; says why, and what to do, without naming the file."""


def with_field(text: str, path: str | Loc, value: Value, order: Sequence[str] = ()) -> str:
    """The text with `value` there; mappings around it are begun where they are missing.

    `order`: the fields of the mapping that a new one comes into, as they usually follow each other.
    """
    loc, wanted = _loc(path), _plain(value)

    def put(values: Any) -> None:
        _reach(values, loc)[loc[-1]] = wanted

    return _edited(text, lambda file: _put(file, loc, wanted, order), put, loc)


def with_item(text: str, path: str | Loc, value: Value, order: Sequence[str] = ()) -> str:
    """The text with `value` behind what the list there holds; one text alone becomes a list."""
    loc = _loc(path)
    held = _held(text, loc)
    if held is None:
        return with_field(text, loc, [value], order)
    if not isinstance(held, list):
        return with_field(text, loc, [held, value], order)
    wanted = _plain(value)

    def put(values: Any) -> None:
        _reach(values, loc)[loc[-1]].append(wanted)

    return _edited(text, lambda file: _append(file, file.part(loc), wanted), put, loc)


def without_field(text: str, path: str | Loc) -> str:
    """The text without the field; as it is where there is none."""
    loc = _loc(path)
    if loc[-1] not in (_held(text, loc[:-1]) or {}):
        return text

    def take(values: Any) -> None:
        del _reach(values, loc)[loc[-1]]

    return _edited(text, lambda file: _taken(file, loc), take, loc)


def field_of(text: str, path: str | Loc) -> Any:
    """What stands there as it is written: texts, lists, mappings; None for nothing."""
    return _held(text, _loc(path))


@dataclass(slots=True)
class _File:
    text: str
    root: Part

    @property
    def newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def part(self, loc: Loc) -> Part:
        part = self.root
        for step in loc:
            part = part.pairs[str(step)].value if part.pairs is not None else (part.items or [])[int(step)]
        return part

    def line_end(self, at: int) -> int:
        """Where the line ends that `at` stands in, a comment behind it included."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def last_letter(self, part: Part) -> int:
        """Where it ends without the empty lines that a text may keep below it."""
        return part.start + len(self.text[part.start : part.end].rstrip("\r\n "))

    def replaced(self, start: int, end: int, new: str) -> str:
        return f"{self.text[:start]}{new}{self.text[end:]}"

    def line_after(self, at: int, lines: Sequence[str]) -> str:
        """With lines of their own behind the one that `at` stands in."""
        end = self.line_end(at)
        if at and self.text[at - 1 : at] == "\n":  # a text that keeps the empty lines below it
            return self.replaced(at, at, self.newline.join((*lines, "")))
        return self.replaced(end, end, self.newline.join(("", *lines)))


def _edited(text: str, edit: Callable[[_File], str], change: Callable[[Any], None], loc: Loc) -> str:
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    source = _read(body)
    if source.broken or not isinstance(source.value, dict):
        first = next(iter(source.faults), None)
        where = f" di baris {first[0][0]} ({first[1].message})" if first else ""
        raise NotEditable(f"isinya belum dapat dibaca{where}; perbaiki dulu, periksa dengan 'sop check'")
    wanted = deepcopy(source.value)
    try:
        change(wanted)
        edited = edit(_File(body, laid_out(body)))
        found = _read(edited)
    except (yaml.YAMLError, LookupError, TypeError, ValueError) as error:
        raise _refused(source, loc) from error
    if found.broken or _said(found.value) != _said(wanted) or len(found.faults) > len(source.faults):
        raise _refused(source, loc)
    return mark + edited


def _read(text: str) -> Source:
    return read_yaml(text.encode("utf-8"))


def _said(value: Any) -> Any:
    """Without the empty lines below a text, which no field keeps."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one) for one in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def _refused(source: Source, loc: Loc) -> NotEditable:
    line, _ = source.place(loc)
    return NotEditable(
        f"isian '{field_name(loc)}' tidak dapat disunting otomatis tanpa mengubah isian lain (sekitar baris {line}); "
        "sunting dengan tangan"
    )


def _held(text: str, loc: Loc) -> Any:
    try:
        return _read(text).lookup(loc)
    except UnicodeEncodeError:
        return None


def _loc(path: str | Loc) -> Loc:
    return (path,) if isinstance(path, str) else tuple(path)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value).rstrip("\n")


def _reach(values: Any, loc: Loc) -> Any:
    """What holds the last step; begun where there is nothing."""
    for step in loc[:-1]:
        if isinstance(values, dict) and values.get(str(step)) is None:
            values[str(step)] = {}
        values = values[step]
    return values


def _put(file: _File, loc: Loc, value: Any, order: Sequence[str]) -> str:
    around = file.root
    for at, step in enumerate(loc):
        if around.pairs is None:
            part = (around.items or [])[int(step)]
        elif pair := around.pairs.get(str(step)):
            part = pair.value
        else:
            inner = _wrapped(loc[at + 1 :], value)
            return _added(file, around, str(step), inner, order if at == len(loc) - 1 else ())
        if at == len(loc) - 1 or part.start == part.end:
            return _replaced(file, around, part, step, _wrapped(loc[at + 1 :], value))
        around = part
    raise LookupError(loc)


def _wrapped(loc: Loc, value: Any) -> Any:
    for step in reversed(loc):
        value = {str(step): value}
    return value


def _added(file: _File, around: Part, key: str, value: Any, order: Sequence[str]) -> str:
    assert around.pairs is not None
    before = _neighbour(around.pairs, key, order)
    if around.in_flow:
        at = before.value.end if before else around.start + 1
        new = f"{inline(key)}: {inline(value)}"
        return file.replaced(at, at, f", {new}" if before else new)
    assert before  # a mapping without brackets holds something
    return file.line_after(before.value.end, list(entry(key, value, around.column)))


def _neighbour(pairs: Mapping[str, Pair], key: str, order: Sequence[str]) -> Pair | None:
    """The nearest that stands before `key` by `order`; else the last."""
    if key in order:
        earlier = list(order[: order.index(key)])
        found = [pair for name, pair in pairs.items() if name in earlier]
        nearest = max(
            (name for name in pairs if name in earlier), key=lambda name: earlier.index(name), default=""
        )
        if found:
            return pairs[nearest]
    return list(pairs.values())[-1] if pairs else None


def _replaced(file: _File, around: Part, part: Part, step: str | int, value: Any) -> str:
    if around.in_flow or (part.in_flow and around.pairs is None):
        return file.replaced(part.start, part.end, inline(value))
    if around.pairs is None:  # an item behind its hyphen
        lines = list(item(value, around.column))
        new = file.newline.join((lines[0].lstrip(" ").removeprefix("- "), *lines[1:]))
        return file.replaced(part.start, part.end, new)
    pair, end = around.pairs[str(step)], file.last_letter(part)
    first, *rest = entry(str(step), value, around.column)
    behind = first.lstrip(" ").removeprefix(f"{inline(str(step))}:")
    colon = file.text.index(":", pair.key_end) + 1
    if file.line_start(part.start) > colon:  # on lines of its own; comments between stay
        begin = file.line_start(part.start)
        if rest and behind:  # a text of several lines would take those comments in
            behind, rest = f" {inline(value)}", []
        below = file.newline.join(rest)
        if not rest:
            end = min(file.line_end(end) + len(file.newline), len(file.text))
        return f"{file.text[:colon]}{behind}{file.text[colon:begin]}{below}{file.text[end:]}"
    if rest:
        comment = file.text[end : file.line_end(end)]
        return file.replaced(colon, file.line_end(end), file.newline.join((behind + comment, *rest)))
    gap = file.text[colon : part.start] or " "
    return file.replaced(colon, end, gap + behind.lstrip(" "))


def _append(file: _File, part: Part, value: Any) -> str:
    items = part.items or []
    if part.in_flow:
        at = items[-1].end if items else part.start + 1
        return file.replaced(at, at, f", {inline(value)}" if items else inline(value))
    return file.line_after(part.end, list(item(value, part.column)))


def _taken(file: _File, loc: Loc) -> str:
    around = file.part(loc[:-1])
    assert around.pairs is not None
    pair = around.pairs[str(loc[-1])]
    if around.in_flow:
        ends = [one.value.end for one in around.pairs.values()]
        at = ends.index(pair.value.end)
        if at:
            return file.replaced(ends[at - 1], pair.value.end, "")
        following = [one.key for one in around.pairs.values()][1:2]
        return file.replaced(pair.key, following[0] if following else pair.value.end, "")
    begin = file.line_start(pair.key)
    if file.text[begin : pair.key].strip():  # the first of an item, behind its hyphen
        begin = pair.key
    end = pair.value.end
    if file.text[end - 1 : end] != "\n":
        end = min(file.line_end(end) + len(file.newline), len(file.text))
    if begin == pair.key and begin != file.line_start(pair.key):
        end += len(file.text[end:]) - len(file.text[end:].lstrip(" "))
    return file.replaced(begin, end, "")
