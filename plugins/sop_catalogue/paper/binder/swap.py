"""The sheets that lead a printing of changes: what to take out of the binder, and what to put in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...pages.text.prose import prose, words
from ..block import Block
from ..changes import Change, Spot
from ..closing import text_blocks
from ..frame import TEXT
from ..settings import PaperSettings
from ..table.ruled import Cells
from ..values import PrintedSop
from .part import PartMaker
from .table import blank_row, table, under

TITLE = "Daftar cabut dan pasang"
_HEADS = ("No", "SOP", "Cabut lembar", "Pasang lembar", "Keterangan")
_SHARES = (6, 42, 13, 13, 26)
_DONE = "Sudah dikerjakan"
_NONE = "–"
_PAGE = " · hal. "
"""Where the number of a page begins; before it stands which SOP it is, for titles that several have."""
_INTRODUCTION = (
    "Kerjakan dari atas ke bawah: keluarkan lembar di kolom Cabut dari ordner, lalu masukkan lembar di kolom Pasang, "
    "yang tercetak sesudah daftar ini menurut urutan yang sama: di tempat lembar yang dicabut, atau di belakang lembar yang "
    "disebut di kolom Keterangan. Angkanya adalah nomor lembar di kaki lembar (hal.)."
)


def swap_sheets(found: Sequence[Change], settings: PaperSettings, book: str) -> PrintedSop:
    maker = PartMaker(settings, book)
    most = maker.room(TITLE)
    made = table(TITLE, _HEADS, _SHARES, maker.width(), TEXT, frozenset((0, 2, 3)))
    rows = [_row(i, change) for i, change in enumerate(found, 1)]
    blocks: list[Block] = [
        maker.heading(TITLE),
        *text_blocks(prose(_INTRODUCTION), maker.width(), most, TEXT, "catatan"),
        *made.blocks(rows, most),
        *_signed(maker, most),
    ]
    return maker.part("cabut-pasang", TITLE, blocks, kind="cabut")


def _row(number: int, change: Change) -> Cells:
    out, put = (ranges(numbers) or _NONE for numbers in (change.out, change.put))
    which = change.number.partition(_PAGE)[0]
    named = " · ".join(filter(None, dict.fromkeys((change.title, which))))
    said = change.said + (f", {_where(change.spot)}" if change.spot else "")
    return [words(text) for text in (str(number), named, out, put, said)]


def _where(spot: Spot) -> str:
    if not spot.sheet:
        return "paling depan"
    own = "di belakang" if spot.of else "yang bertambah di belakang"
    return " ".join(filter(None, (own, spot.of, f"hal. {spot.sheet}")))


def _signed(maker: PartMaker, most: float) -> list[Block]:
    """Who did it, and when."""
    made = table(_DONE, ("Tanggal", "Nama", "Paraf"), (24, 52, 24), maker.width())
    return under(maker.subheading(_DONE), made.blocks([blank_row(3)], most))


def ranges(numbers: Iterable[int]) -> str:
    """1, 2, 3, 5 as people write it: `1–3, 5`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
