"""One evil text, and a look at a page for what it made of itself."""

from __future__ import annotations

from tests.pages.parsed import Node, parse

EVIL = """<script>x()</script>"'><img src=x onerror=x()>&amp;{{7*7}}{% raw %}javascript:x()"""


def evil(where: str) -> str:
    """A text that tells where it stands."""
    return f"{where} {EVIL}"


def harmless(html: str) -> Node:
    """The page, after a look for anything that the text made of itself."""
    tree = parse(html)
    assert not tree.all("script")
    for node in tree.all():
        assert not [name for name in node.attributes if name.startswith("on")], node.tag
        assert node.attributes.get("src", "") != "x"
        address = node.attributes.get("href", "")
        assert not address.startswith("javascript:")
        assert node.tag != "img"
    assert "49" not in tree.text.replace("{{7*7}}", "")
    return tree
