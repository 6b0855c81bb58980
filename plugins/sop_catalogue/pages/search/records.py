"""What a search looks through: every page as a head, the boxes around its flow, and the steps one can go to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from ...catalogue.model import Chart, SopEntry
from ...definition.flow.model import Symbol
from ...definition.form import FORM
from ..form import identity
from ..form.words import row_anchors
from ..lists.sop_lines import sop_facts
from ..render import Page, plain

Slot = list[str]
"""The texts of one field."""


class Kind(IntEnum):
    """What a page is, in the order of the index; an SOP that says the same comes before all others."""

    SOP = 0
    ROLE = 1
    LAW = 2
    LIST = 3
    GUIDE = 4


_KINDS = {"peran": Kind.ROLE, "peraturan": Kind.LAW}
"""By the first part of an address."""


@dataclass(slots=True)
class Place:
    """A step of a flow, or a section of a hand-written page."""

    anchor: str
    number: str
    lanes: Slot
    """Who acts; for a section nobody."""
    text: Slot
    """The kegiatan, or the section's title."""
    cells: list[Slot]
    """In the order of `CELLS`; or the section's text."""


@dataclass(slots=True)
class Record:
    path: str
    """From the site's root."""
    title: str
    number: str
    other_names: Slot
    boxes: list[Slot]
    """In the order of `BOXES`."""
    places: list[Place]
    unit: str = ""
    """Id of the unit whose SOP this is."""
    status: str = ""
    time: str = ""
    """How long the SOP takes, as lists have it."""
    kind: Kind = Kind.SOP


BOXES = (
    *(box.found_as or box.label.capitalize() for box in FORM.boxes),
    "Layanan",
    "Catatan",
    "Pejabat",
    "Isi",
)
"""What the results call them; the last is the whole text of a page that is no SOP. The browser tells 16 apart."""


CELLS = (*(column.label for column in FORM.columns), "Simbol", "Jabatan")
"""The last holds the roles by the names of the register."""


def sop_record(entry: SopEntry, path: str) -> Record:
    sop = entry.sop
    boxes = [_texts(item.teks for item in sop.items(box)) for box in FORM.boxes]
    return Record(
        path,
        plain(entry.name),
        plain(sop.nomor or ""),
        _texts([sop.nama, *(chart.title for chart in entry.charts), sop.subunit or ""]),
        [*boxes, _texts(sop.layanan.texts if sop.layanan else ()), _notes(entry), _people(entry)],
        [place for chart in entry.charts for place in _steps(chart)],
        entry.unit.id,
        sop.keadaan,
        sop_facts(entry).at_least,
    )


def page_record(path: str, title: str, text: str, names: Iterable[str] = ()) -> Record:
    """A page of the catalogue that is no SOP; its words come line by line."""
    boxes: list[Slot] = [[] for _ in BOXES[:-1]]
    room, _, name = path.partition("/")
    kind = Kind.LIST if name in ("", "index.html") else _KINDS.get(room, Kind.LIST)
    return Record(path, title, "", list(names), [*boxes, _texts(text.splitlines())], [], kind=kind)


def told_records(url: str, page: Page) -> Iterator[Record]:
    """A page of the catalogue that is no SOP, and what can be found of it by itself."""
    yield page_record(url, page.title, page.search_text)
    for entry in page.entries:
        yield page_record(url + entry.end, entry.title, "", entry.other_names)


def _notes(entry: SopEntry) -> Slot:
    sop = entry.sop
    found = [*sop.catatan, *(note for chart in entry.charts for note in chart.footnotes)]
    for sheet in sop.lampiran:
        found += [sheet.judul, sheet.isi or "", *(table.judul or "" for table in sheet.tabel)]
    return _texts(found)


def _people(entry: SopEntry) -> Slot:
    sop = entry.sop
    signed = [person for person in (sop.disahkan_oleh, *sop.tanda_tangan) if person]
    return _texts(
        [*identity.kop(entry), *(t or "" for p in signed for t in (p.jabatan, p.named, p.numbered))]
    )


def _steps(chart: Chart) -> Iterator[Place]:
    flow = chart.flow
    anchors = row_anchors(flow, chart.number)
    by_row: dict[int, list[Symbol]] = {}
    for symbol in flow.symbols:
        by_row.setdefault(symbol.row, []).append(symbol)
    for i, (step, row) in enumerate(zip(chart.steps, flow.rows, strict=True)):
        symbols = by_row.get(i, [])
        lanes = dict.fromkeys(lane for symbol in symbols for lane in symbol.lanes)
        yield Place(
            anchors[i],
            row.number,
            _texts(flow.lanes[lane].name for lane in lanes),
            _texts([step.kegiatan]),
            [
                *(_texts(cell.teks) if cell else [] for cell in step.cells),
                _texts(symbol.text for symbol in symbols),
                _texts(role.data.nama for lane in lanes if (role := chart.roles[lane])),
            ],
        )


def _texts(texts: Iterable[str]) -> Slot:
    return list(dict.fromkeys(filter(None, map(plain, texts))))
