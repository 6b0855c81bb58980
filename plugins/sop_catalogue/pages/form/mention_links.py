"""Links inside the cells of a flow table, on the words that name another SOP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from markupsafe import escape

from ...catalogue.model import Chart, Mention, SopEntry
from ...catalogue.web.kinds import Verdict
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
        in_order = sorted(mentions, key=_place)
        groups = iter([list(group) for _, group in groupby(in_order, key=_place)])

        def link(found: re.Match[str]) -> str:
            name, targets = found[1], [sop for mention in next(groups) for sop in mention.targets]
            if not targets or not _is_whole(name):
                return name
            if len(targets) == 1:
                return self._to(targets[0], name)
            return f'{name} <span class="sop-ket">({"; ".join(self._to(t, escape(t.name)) for t in targets)})</span>'

        return _SPAN.sub(link, html)

    def _to(self, target: SopEntry, html: str) -> str:
        return f'<a href="{escape(self.links.sop(target))}">{html}</a>'


def marked(texts: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    """The texts with a mark before and after each name."""
    out = list(texts)
    for item, start, end in sorted({_place(m) for m in mentions}, reverse=True):
        text = out[item]
        out[item] = f"{text[:start]}{_OPEN}{text[start:end]}{_CLOSE}{text[end:]}"
    return out


def _place(mention: Mention) -> tuple[int, int, int]:
    """The same for words that name several SOPs."""
    return mention.item, mention.start, mention.end


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
