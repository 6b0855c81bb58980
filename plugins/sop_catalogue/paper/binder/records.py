"""The records that an office keeps in a binder: who approves it, what was revised when, who has a copy.

They say what the definitions say; the rest is ruled, to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...catalogue.model import SopEntry
from ...pages.form.identity import signer
from ...pages.render import plain
from ...pages.text.prose import Prose, words
from ..frame import TEXT
from ..identity_form import SIGNING
from ..table.ruled import Cells
from ..values import PrintedSop
from .lists import ranges
from .part import PartMaker
from .table import blank_row, by_hand, table

_APPROVAL = ("No", "Pejabat", "SOP", "Tanggal", "Tanda tangan"), (6, 40, 16, 14, 24)
_HISTORY = ("Tanggal", "No", "SOP", "Rev.", "Yang berubah", "Paraf"), (14, 8, 32, 7, 27, 12)
_COPIES = ("Salinan", "Penerima", "Tanggal", "Nama", "Paraf"), (9, 35, 16, 26, 14)
_APPROVING, _REVISIONS, _COPIED = 3, 12, 20
"""So many rows are left to be filled in."""


def records(orders: Mapping[SopEntry, str], maker: PartMaker) -> list[PrintedSop]:
    """Those that the office wishes."""
    wished = maker.settings
    return [
        *([_approval(orders, maker)] if wished.pengesahan else []),
        *([_history(orders, maker)] if wished.riwayat else []),
        *([_copies(maker)] if wished.distribusi else []),
    ]


def _approval(orders: Mapping[SopEntry, str], maker: PartMaker) -> PrintedSop:
    """Everyone who signs an SOP, as first written, with those that he signs."""
    signers: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    for entry, order in orders.items():
        if lines := [plain(text) for _, text in signer(entry)]:
            who = tuple("".join(filter(str.isalnum, line)).casefold() for line in lines)
            signers.setdefault(who, (lines, []))[1].append(order)
    room = by_hand(SIGNING)
    rows: list[Cells] = [
        [words(str(i)), _lines(lines), words(ranges(signed)), (), room]
        for i, (lines, signed) in enumerate(signers.values(), 1)
    ]
    rows += [blank_row(5, SIGNING)] * _APPROVING
    return _part("pengesahan", "Lembar Pengesahan", _APPROVAL, rows, maker, {0, 2})


def _history(orders: Mapping[SopEntry, str], maker: PartMaker) -> PrintedSop:
    """The revisions that the SOPs have dates of, the oldest first."""
    found = [
        (day, order, entry, number)
        for entry, order in orders.items()
        if entry.sop.tanggal
        for number, day in enumerate((d for d in entry.sop.tanggal.revisi if d and d.iso), 1)
    ]
    rows: list[Cells] = [
        [
            words(day.tampil),
            words(order),
            words(plain(entry.name), entry.id),
            words(str(number)),
            (),
            by_hand(),
        ]
        for day, order, entry, number in sorted(found, key=lambda revision: revision[0].iso)
    ]
    rows += [blank_row(6)] * _REVISIONS
    return _part("riwayat", "Lembar Riwayat Revisi", _HISTORY, rows, maker, {1, 3})


def _copies(maker: PartMaker) -> PrintedSop:
    rows: list[Cells] = [[words(str(i)), *blank_row(4)] for i in range(1, _COPIED + 1)]
    return _part("distribusi", "Daftar Distribusi", _COPIES, rows, maker, {0})


def _part(
    name: str,
    title: str,
    columns: tuple[Sequence[str], Sequence[float]],
    rows: Sequence[Cells],
    maker: PartMaker,
    middle: set[int],
) -> PrintedSop:
    heading = maker.heading(title)
    made = table(title, *columns, maker.width(), TEXT, frozenset(middle))
    return maker.part(name, title, [heading, *made.blocks(rows, maker.room(title) - 40)], kind="buku")


def _lines(texts: Sequence[str]) -> Prose:
    return tuple(para for text in texts for para in words(text))
