"""Links inside the cells of a flow table, on the words that name another SOP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from ...catalogue.model import Chart, Mention, SopEntry, Verdict
from ..links import Links

_OPEN, _CLOSE = "\x02", "\x03"
"""No text of an author holds these: the reader refuses them."""
_SPAN = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")


@dataclass(frozen=True)
class CellNames:
    """What the cells of one chart name."""

    entry: SopEntry
    chart: Chart
    links: Links

    def of(self, row: int, column: str) -> list[Mention]:
        return self._by_cell.get((row, column), [])

    @cached_property
    def _by_cell(self) -> dict[tuple[int, str], list[Mention]]:
        named: dict[tuple[int, str], list[Mention]] = {}
        for mention in self.entry.mentions:
            if mention.chart == self.chart.number - 1 and mention.verdict is Verdict.LINKED:
                named.setdefault((mention.row, mention.column), []).append(mention)
        return named

    def linked(self, html: str, mentions: Sequence[Mention]) -> str:
        """The HTML of marked texts with its names as links; none where emphasis begins or ends inside a name."""
        targets = iter(sorted(mentions, key=lambda m: (m.item, m.start)))

        def link(found: re.Match[str]) -> str:
            target = next(targets).target
            if target is None or not _is_whole(found[1]):
                return found[1]
            return f'<a href="{escape(self.links.sop(target))}">{found[1]}</a>'

        return _SPAN.sub(link, html)


def marked(texts: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    """The texts with a mark before and after each name."""
    out = list(texts)
    for mention in sorted(mentions, key=lambda m: -m.start):
        text = out[mention.item]
        name = text[mention.start : mention.end]
        out[mention.item] = f"{text[: mention.start]}{_OPEN}{name}{_CLOSE}{text[mention.end :]}"
    return out


def _is_whole(html: str) -> bool:
    """Whether every tag of a piece of HTML is opened and closed in it."""
    open_tags: list[str] = []
    for closing, name in _TAG.findall(html):
        if name == "br":
            continue
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags
