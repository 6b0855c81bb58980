"""A chart that is a file of its own, with some of its parts marked, to stand in a page beside another."""

from __future__ import annotations

import re
from collections.abc import Collection

from .svg import safe

MARK = "beda"
"""The class of what is marked; a page's styles say how that looks."""
_GROUP = re.compile(
    r'<g id="(?P<id>bagan|simbol_(?P<symbol>\w+)_jalur_[\d_]+|panah_(?P<arrow>\d+)_\w+|kolom_(?P<lane>\d+))" class="(?P<kind>\w+)"'
)


def marked(
    svg: str, prefix: str, symbols: Collection[str], arrows: Collection[int], lanes: Collection[int]
) -> str:
    """Symbols by their keys, arrows and lanes by their places in the flow; every id begins with `prefix`.

    Nothing an author wrote is taken for one of our groups: in it, `<` is written otherwise.
    """

    def told(found: re.Match[str]) -> str:
        arrow, lane = found["arrow"], found["lane"]
        is_marked = (
            found["symbol"] in symbols
            or (arrow is not None and int(arrow) - 1 in arrows)
            or (lane is not None and int(lane) - 1 in lanes)
        )
        kind = f"{found['kind']} {MARK}" if is_marked else found["kind"]
        return f'<g id="{safe(prefix)}{found["id"]}" class="{kind}"'

    return _GROUP.sub(told, svg[svg.index("<svg") :])
