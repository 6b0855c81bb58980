"""The annex of a decree: the SOPs that it puts into force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from ...catalogue.model import PemdaEntry, SopEntry, UnitEntry
from ...definition.surat_keputusan import SuratKeputusan
from ...pages.render import plain
from ...pages.text.prose import prose, words
from ..block import Block, stacked
from ..choice import bound
from ..frame import TEXT
from ..settings import PaperSettings
from ..table.ruled import Cells, Group
from ..values import PrintedSop
from .decree import BLANK, DecreeText
from .names import listed_name
from .part import PartMaker
from .table import table, under

TITLE = "Lampiran Keputusan"
_LISTED = "Daftar Standar Operasional Prosedur"
_COLUMNS = ("No", "Nama SOP", "Nomor SOP"), (8, 64, 28)


def annex(place: UnitEntry | PemdaEntry, data: SuratKeputusan, maker: PartMaker) -> PrintedSop:
    """Lists all SOPs under the decree, whichever of them stand in the binder."""
    text = DecreeText(data, place.data.kepala, maker, TITLE)
    head = stacked([*_head(data, text), text.centred([_LISTED.upper()])])
    made = table(_LISTED, *_COLUMNS, maker.width(), TEXT, frozenset((0,)))
    room = text.most - head.height - text.signature().height
    rows = made.blocks(_rows(_under(place, maker.settings)), room)
    *blocks, last = under(head, rows) if rows else [head]
    end = replace(stacked([last, text.signature()]), head=last.head)
    return maker.part(f"lampiran-{place.id}", TITLE, [*blocks, end], kind="buku")


def _head(data: SuratKeputusan, text: DecreeText) -> Iterable[Block]:
    day = data.tanggal.tampil if data.tanggal else BLANK
    said = (
        ("Lampiran", data.judul),
        ("Nomor", data.nomor or BLANK),
        ("Tanggal", day),
        ("Tentang", data.tentang),
    )
    return (text.labelled(label, "", prose(value)) for label, value in said)


def _under(place: UnitEntry | PemdaEntry, settings: PaperSettings) -> list[tuple[UnitEntry, list[SopEntry]]]:
    """What is in force. Units with a decree of their own are not under that of their government."""
    units = [place] if isinstance(place, UnitEntry) else [unit for unit in place.units if not unit.decree]
    in_force = replace(settings, tidak_berlaku=False)
    return [(unit, found) for unit in units if (found := bound(unit.sops, in_force))]


def _rows(found: Sequence[tuple[UnitEntry, Sequence[SopEntry]]]) -> list[Cells | Group]:
    """Counted through; several units each under its name."""
    rows: list[Cells | Group] = []
    numbers = count(1)
    for unit, sops in found:
        if len(found) > 1:
            rows.append(Group(words(plain(unit.data.nama))))
        rows += [[words(str(next(numbers))), *_named(entry)] for entry in sops]
    return rows


def _named(entry: SopEntry) -> Cells:
    return words(listed_name(entry), entry.id), words(entry.sop.nomor or "–")
