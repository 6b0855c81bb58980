"""HTML as a tree that a test can ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", css: str = "") -> list[Node]:
        """Every node below of this tag, of this class."""
        return [n for n in self._below() if tag in ("", n.tag) and (not css or css in n.classes)]

    def one(self, tag: str = "", css: str = "", id: str = "") -> Node:
        found = [n for n in self.all(tag, css) if not id or n.attributes.get("id") == id]
        assert len(found) == 1, f"{len(found)} × {tag} {css} {id}"
        return found[0]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The words, as a reader sees them."""
        return " ".join(self._text().split())

    def _text(self) -> str:
        inner = "".join(child if isinstance(child, str) else child._text() for child in self.children)
        return inner if self.tag in ("span", "em", "strong", "a", "wbr", "code") else f" {inner} "

    def _below(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child._below()


class _Reader(HTMLParser):
    """Refuses what is not well formed: every tag closed, in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"attribute twice in <{tag}>: {names}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"never closed: {[n.tag for n in reader.open[1:]]}"
    return reader.open[0]
