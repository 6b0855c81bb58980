"""The small Markdown of text fields: *miring*, **tebal**, lists, paragraphs, line breaks.

Nothing else is markup. Whatever does not parse as one of these is text, and all text is escaped: this is the
one way from an author's text to HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

_MARKUP = re.compile(r"[*\n]|^\s*(?:[-•]|\d{1,3}[.)])\s")
_ITEM = re.compile(r"(\s*)(?:([-•])|(\d{1,3})[.)])\s+(?=\S)")
_STARS = re.compile(r"\\\*|\*+")
_FOOTNOTE = frozenset(")]},.;:!?")
_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Em:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list. Numbers run on from `start`; None where each item has the same mark."""

    start: int | None
    items: tuple[tuple[Block, ...], ...]
    mark: str = ""
    """As written; empty for numbers."""


Inline = Text | Break | Em | Strong
Block = Paragraph | Items


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text; any text has some reading."""
    return _blocks(text.splitlines(), 0)


def to_html(text: str, block: bool = True) -> str:
    """Safe HTML. A lone paragraph stays bare; without `block`, lists become lines, so the text fits anywhere."""
    if not _MARKUP.search(text):
        return escape(text)
    return _blocks_html(parse(text)) if block else inline_html(line(text))


def line(text: str) -> tuple[Inline, ...]:
    """What stands where only a line fits: lists become lines with their marks."""
    if not _MARKUP.search(text):
        return (Text(text),)
    found: list[Inline] = []
    for i, nodes in enumerate(_lines(parse(text))):
        found += [Break(), *nodes] if i else nodes
    return tuple(found)


def inline_html(nodes: Iterable[Inline]) -> str:
    return "".join(_node_html(node) for node in nodes)


def inline_text(nodes: Iterable[Inline]) -> str:
    """The words alone; breaks are new lines."""
    return "".join(_node_text(node) for node in nodes)


def plain(text: str) -> str:
    """The text alone, in one line: for indexes, titles, file names."""
    if "*" in text:
        text = "\n".join(inline_text(_inline(part)) for part in re.split(r"\n\s*\n", text))
    return " ".join(text.split())


def _blocks(lines: Sequence[str], depth: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        if not lines[i].strip():
            i += 1
        elif depth < _MAX_DEPTH and _ITEM.match(lines[i]):
            found, i = _items(lines, i, depth)
            blocks.append(found)
        else:
            start = i
            while i < len(lines) and lines[i].strip() and (i == start or not _ITEM.match(lines[i])):
                i += 1
            blocks.append(Paragraph(_inline("\n".join(line.strip() for line in lines[start:i]))))
    return tuple(blocks)


def _items(lines: Sequence[str], i: int, depth: int) -> tuple[Items, int]:
    """The list at line `i`, and the line after it. Another mark, or a number out of turn, starts a list of its own."""
    items: list[tuple[Block, ...]] = []
    start, mark = None, ""
    while i < len(lines) and (m := _ITEM.match(lines[i])):
        number = int(m[3]) if m[3] else None
        if not items:
            start, mark = number, m[2] or ""
        elif (number, m[2] or "") != (None if start is None else start + len(items), mark):
            break
        inner = [lines[i][m.end() :]]
        i += 1
        while i < len(lines) and _belongs(lines, i, len(m[1])):
            inner.append(lines[i])
            i += 1
        items.append(_blocks(inner, depth + 1))
    return Items(start, tuple(items), mark), i


def _belongs(lines: Sequence[str], i: int, indent: int) -> bool:
    """Whether line `i` continues an item whose mark stands at `indent`: it is written further in."""
    line = lines[i]
    if not line.strip():
        return i + 1 < len(lines) and bool(lines[i + 1].strip()) and _belongs(lines, i + 1, indent)
    return len(line) - len(line.lstrip()) > indent


def _inline(text: str) -> tuple[Inline, ...]:
    """Emphasis by runs of one, two or three stars, each closed by a run that fits; other stars are text."""
    frames: list[tuple[int, list[Inline]]] = [(0, [])]
    position = 0
    for m in _STARS.finditer(text):
        _add(frames[-1][1], text[position : m.start()])
        position = m.end()
        run = len(m[0])
        before = text[max(m.start() - 1, 0) : m.start()]
        after = text[m.end() : m.end() + 1]
        product = before.isdigit() and after.isdigit()
        if m[0] == "\\*" or run > 3 or product:
            _add(frames[-1][1], m[0].removeprefix("\\"))
            continue
        left = run
        if before.strip() and not (before in "([{" and after.isalnum()):
            left = _close(frames, run)
        opens = after.strip() and after not in _FOOTNOTE and not (before.isalnum() and left != run)
        if left and opens and len(frames) <= _MAX_DEPTH:
            frames.append((left, []))
        else:
            _add(frames[-1][1], "*" * left)
    _add(frames[-1][1], text[position:])
    return tuple(_flat(frames))


def _close(frames: list[tuple[int, list[Inline]]], run: int) -> int:
    """Close what a run of stars can close; the number of stars left over."""
    while run and len(frames) > 1:
        want = next((s for s, _ in reversed(frames[1:]) if s in (run, 3) or run == 3), 0)
        if not want:
            break
        k = max(i for i, (stars, _) in enumerate(frames) if i and stars == want)
        children = tuple(_flat([(0, frames[k][1]), *frames[k + 1 :]]))
        del frames[k:]
        used = min(want, run)
        node: Inline = Em(children) if used == 1 else Strong(children)
        if used == 3:
            node = Strong((Em(children),))
        if want > used:
            frames.append((want - used, [node]))
        else:
            frames[-1][1].append(node)
        run -= used
    return run


def _flat(frames: Iterable[tuple[int, list[Inline]]]) -> list[Inline]:
    """What was opened and never closed is text, stars and all."""
    out: list[Inline] = []
    for stars, children in frames:
        _add(out, "*" * stars)
        out += children
    return out


def _add(out: list[Inline], text: str) -> None:
    for i, line in enumerate(text.split("\n")):
        if i:
            out.append(Break())
        if line:
            out.append(Text(line))


def _node_text(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Break():
            return "\n"
        case Em(children) | Strong(children):
            return inline_text(children)


def _node_html(node: Inline) -> str:
    match node:
        case Text(text):
            return escape(text)
        case Break():
            return "<br>"
        case Em(children):
            return f"<em>{inline_html(children)}</em>"
        case Strong(children):
            return f"<strong>{inline_html(children)}</strong>"


def _blocks_html(blocks: Sequence[Block]) -> str:
    several = sum(isinstance(block, Paragraph) for block in blocks) > 1
    return "".join(_block_html(block, several) for block in blocks)


def _block_html(block: Block, wrapped: bool) -> str:
    if isinstance(block, Paragraph):
        inner = inline_html(block.children)
        return f"<p>{inner}</p>" if wrapped else inner
    items = "".join(f"<li>{_blocks_html(item)}</li>" for item in block.items)
    if block.start is None:
        return f'<ul data-tanda="{block.mark}">{items}</ul>'
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>{items}</ol>"


def _lines(blocks: Iterable[Block]) -> Iterator[Sequence[Inline]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.children
            continue
        for i, item in enumerate(block.items):
            mark = Text(f"{block.mark} " if block.start is None else f"{block.start + i}. ")
            first, *rest = [*_lines(item)] or [()]
            yield (mark, *first)
            yield from rest
