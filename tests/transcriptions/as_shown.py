"""What the page of an SOP shows in the places that its document has, the page's own additions left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_catalogue.catalogue.model import SopEntry
from sop_catalogue.pages.form.identity import EMPTY
from tests.pages.parsed import Node, parse
from tests.pages.sample import page

from .as_read import COLUMNS, Words, words

_OURS = {"sop-status", "sop-ket", "sop-tanda", "sop-tersembunyi", "kartu"}
"""Chips, notes beside links, stars, and what only screen readers and phones are told."""
_INLINE = {"a", "code", "em", "i", "span", "strong", "wbr"}


def shown(sop: SopEntry) -> Words:
    html = parse(page(sop).html)
    places = (_about(html), _boxes(html), _table(html.one("table", "sop-alur")))
    return {place: words(text) for found in places for place, text in found}


def _about(html: Node) -> Iterator[tuple[str, str]]:
    yield "sampul", _lines(html.all(css="sop-lembar--sampul"))
    yield "kop", _lines(html.one(css="sop-kop").all("p"))
    yield "identitas", _lines(html.one("dl", "sop-data").all("div"))
    yield "judul", _lines(html.one(css="sop-alir").all("h3"))
    yield "tanda_tangan", _lines(line for block in html.all(css="sop-ttd") for line in block.all("p"))
    sheets = (n for n in html.all("section", "sop-lampiran") if not n.all(css="sop-lembar--sampul"))
    yield "lampiran", _lines(sheets)


def _boxes(html: Node) -> Iterator[tuple[str, str]]:
    for box in html.all(css="sop-kotak"):
        title, *content = _inside(box)
        yield f"kotak {words(_lines([title]))}", "\n".join(_items(content))


def _items(content: Iterable[Node]) -> Iterator[str]:
    """With the number or mark that each is shown with."""
    for node in content:
        if node.tag == "ol":
            yield from (f"{number} {_content(item)}" for number, item in enumerate(_inside(node), 1))
        elif "sop-bernomor" in node.classes:
            yield from map(_content, _inside(node))
        else:
            yield _lines([node])


def _table(table: Node) -> Iterator[tuple[str, str]]:
    yield "kepala", _lines(table.one("thead").all("th"))
    yield "nomor_kolom", _lines(table.all("tr", "nomor-kolom")).translate({ord("("): None, ord(")"): None})
    for row, cells in enumerate(table.one("tbody").all("tr"), 1):
        yield f"baris {row} nomor", _lines(cells.all("th"))
        for column in COLUMNS:
            yield f"baris {row} {column}", _lines(cells.all("td", column))


def _inside(node: Node) -> list[Node]:
    return [child for child in node.children if isinstance(child, Node)]


def _lines(nodes: Iterable[Node]) -> str:
    return "".join(_said(node).rstrip() + "\n" for node in nodes)


def _said(node: Node) -> str:
    if _OURS & set(node.classes):
        return ""
    inner = _content(node)
    if inner.strip() == EMPTY:
        return "\n"
    if node.tag == "li" and "n" not in node.classes:
        return f"\n- {inner}\n"
    return inner if node.tag in _INLINE else f"\n{inner}\n"


def _content(node: Node) -> str:
    return "".join(child if isinstance(child, str) else _said(child) for child in node.children)
