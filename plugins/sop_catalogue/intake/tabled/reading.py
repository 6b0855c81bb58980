"""The lines and tables of a document become the SOPs that are in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..identity import NIP, official_of
from ..primitives import UnreadableError
from ..recovered import Chart, Identity, Recovered
from ..text import ITEM, clean
from .flow import chart_of
from .heads import Head, head_at
from .identity import IdentityReader, label_at
from .model import Block, Line, Rows, Table
from .steps import Steps

_MONTH = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_PLACE = re.compile(rf"([A-Z][\w .'-]{{2,40}}),\s*((?:\d{{1,2}}\s+)?(?:{_MONTH})\s+\d{{4}})", re.I)
_LONGEST_SIGNATURE, _LONGEST_TITLE = 10, 3
_ENTITLED = re.compile(
    r"(?:sop|standar|prosedur|tahapan|bagan|flow\s?chart|diagram|alur|mekanisme|proses|pelaksanaan)\b", re.I
)
_OF_SOP = re.compile(r"(?:sop|standar\s+operasional)\b", re.I)
_TELLING = {"nama", "nomor", "pembuatan", "efektif"}


@dataclass(slots=True)
class _Flow:
    head: Head
    steps: Steps
    title: str = ""
    after: list[str] = field(default_factory=list)
    """Lines behind it, up to the next identity or flow."""


@dataclass(slots=True)
class _Sop:
    identity: Identity | None = None
    flows: list[_Flow] = field(default_factory=list)


def recovered(blocks: Sequence[Block], name: str, digest: str) -> list[Recovered]:
    """`UnreadableError` where no SOP is in it."""
    reading = _Reading()
    for block in blocks:
        reading.take(block)
    found = [sop for sop in (_closed(one, name, digest) for one in reading.closed()) if sop.charts]
    if not found:
        raise UnreadableError("tabel langkah (Kegiatan, Pelaksana, Mutu Baku) tidak ditemukan")
    return found


class _Reading:
    def __init__(self) -> None:
        self.sops: list[_Sop] = []
        self.waiting: list[Block] = []
        """Since the last flow table."""
        self.flow: _Flow | None = None
        """The one that a table without a head may go on."""

    def take(self, block: Block) -> None:
        found = head_at(block) if isinstance(block, Table) else None
        if isinstance(block, Table) and found:
            self._table(block, *found)
        elif isinstance(block, Table) and self._continues(block):
            assert self.flow
            self.flow.steps.take(block.rows)
            self.waiting = []
        else:
            self.waiting.append(block)

    def closed(self) -> list[_Sop]:
        self._settle(None)
        return self.sops

    def _table(self, table: Table, top: int, head: Head) -> None:
        """A table may hold identity above its head, and several flows."""
        if top:
            self.waiting.append(Table(table.rows[:top], table.exact))
        below = head_at(table, head.body)
        end = below[0] if below else len(table.rows)
        rows = table.rows[head.body : end]
        if self._same(head, rows, table.exact):
            assert self.flow
            self.flow.steps.take(rows)
            self.waiting = []
        else:
            self._begin(head, rows, table.exact)
        if below:
            self._table(Table(table.rows[end:], table.exact), 0, below[1])

    def _begin(self, head: Head, rows: Rows, exact: bool) -> None:
        title = self._title()
        parted = self._settle(title)
        if not self.sops or (self.sops[-1].flows and (parted or not self._another_chart(title))):
            self.sops.append(_Sop())
        steps = Steps(head, exact)
        steps.take(rows)
        self.flow = _Flow(head, steps, title)
        self.sops[-1].flows.append(self.flow)

    def _another_chart(self, title: str) -> bool:
        """Of the same SOP: it has an identity, and the title is not that of an SOP."""
        return self.sops[-1].identity is not None and not _OF_SOP.match(title)

    def _same(self, head: Head, rows: Rows, exact: bool) -> bool:
        """The same lanes again, and numbers that go on."""
        if not self.flow or any(_keys(block) & _TELLING for block in self.waiting):
            return False
        names = [[one.columns[k].name for k in one.lanes] for one in (self.flow.head, head)]
        steps = Steps(head, exact)
        steps.take(rows)
        number = next((row.step.number for row in steps.rows if row.step.number), "")
        return names[0] == names[1] and number not in ("1", "01")

    def _continues(self, table: Table) -> bool:
        signed = any(_signed(block.text) for block in self.waiting if isinstance(block, Line))
        if not self.flow or signed or any(_keys(block) for block in (*self.waiting, table)):
            return False
        width = max(map(len, table.rows), default=0)
        return abs(width - len(self.flow.head.columns)) <= 2

    def _title(self) -> str:
        """The lines above the table, apart from what stands above them."""
        lines: list[str] = []
        while self.waiting and isinstance(self.waiting[-1], Line):
            text = clean(self.waiting[-1].text)
            if not text and lines:
                break
            self.waiting.pop()
            if text:
                lines.insert(0, text)
        if not lines:
            return ""
        if len(lines) <= _LONGEST_TITLE and not any(
            label_at(one) or ITEM.match(one) or _signed(one) for one in lines
        ):
            text = " ".join(lines)
            if text.isupper() or _ENTITLED.match(text) or not any(_keys(block) for block in self.waiting):
                return text
        self.waiting += [Line(one) for one in lines]
        return ""

    def _settle(self, title: str | None) -> bool:
        """What waits are identities: of the flow before, where that has none, and of the one with this title; None at the end.

        Says whether there were any.
        """
        readers = self._readers()
        parted = bool(readers)
        before = self.sops[-1] if self.sops else None
        self.waiting, self.flow = [], None
        if readers and before and before.flows and before.identity is None:
            first = readers[0].identity()
            name = first.fields.get("nama", "")
            own = before.flows[-1].title
            if title is None or len(readers) > 1 or _alike(name, own) > _alike(name, title):
                before.identity = first
                readers = readers[1:]
        if title is not None:
            self.sops += [_Sop(reader.identity()) for reader in readers]
        return parted

    def _readers(self) -> list[IdentityReader]:
        readers: list[IdentityReader] = []
        loose: list[str] = []
        for block in self.waiting:
            keys = _keys(block)
            if keys & _TELLING and (not readers or keys & _TELLING & readers[-1].keys):
                readers.append(IdentityReader())
                readers[-1].above += loose[-1:]
            elif keys and not readers:
                readers.append(IdentityReader())
            if readers:
                readers[-1].read(block)
            elif isinstance(block, Line):
                loose += [block.text] if block.text else []
                if self.sops and self.sops[-1].flows:
                    self.sops[-1].flows[-1].after.append(block.text)
        return [reader for reader in readers if len(reader.keys) >= 3 or "nama" in reader.keys]


def _keys(block: Block) -> set[str]:
    reader = IdentityReader()
    reader.read(block)
    return reader.keys


def _alike(name: str, title: str) -> int:
    words = [set(re.findall(r"[^\W\d_]{4,}", text.lower())) for text in (name, title)]
    return len(words[0] & words[1])


def _signed(line: str) -> bool:
    return bool(NIP.match(line) or _PLACE.fullmatch(line))


def _closed(sop: _Sop, name: str, digest: str) -> Recovered:
    charts: list[Chart] = []
    identity = sop.identity or Identity()
    for flow in sop.flows:
        if flow.steps.rows:
            charts.append(chart_of(flow.head, flow.steps.rows))
            charts[-1].title = flow.title
            identity.signature = identity.signature or _signature(flow.after)
    return Recovered(identity, charts, (), name, digest)


def _signature(lines: Iterable[str]) -> dict[str, str]:
    """Place and day, position, name and number below a flow."""
    rest = [line for line in map(clean, lines) if line][:_LONGEST_SIGNATURE]
    end = next((k for k, line in enumerate(rest) if NIP.match(line)), None)
    if end is None:
        return {}
    start = next((k for k, line in enumerate(rest) if _PLACE.fullmatch(line)), None)
    found: dict[str, str] = {}
    if start is not None and (match := _PLACE.fullmatch(rest[start])):
        found = {"tempat": match[1], "tanggal": match[2]}
    return found | official_of(rest[0 if start is None else start + 1 : end + 1])
