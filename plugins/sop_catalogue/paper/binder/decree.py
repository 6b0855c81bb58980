"""The decree at the front of a binder, in the form that offices give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...definition.daftar import Pejabat
from ...definition.surat_keputusan import SuratKeputusan
from ...pages.form import identity
from ...pages.text.prose import Prose, lines, prose
from ..block import Block, stacked
from ..content.book import Clause, DecreeHead
from ..content.form import Signatures
from ..identity_form import signed
from ..text.cutting import pieces
from ..text.line import text_lines
from ..values import PrintedSop
from .part import LARGE, PartMaker

TITLE = "Keputusan"
_LABEL, _MARK, _SIGNATURE = 124, 30, 330
"""Columns of a clause, and the width of the signature, in px."""
BLANK = "........................"
"""For what is not known yet, to be filled in by hand."""
_UNITS = ("", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN")


def decree(data: SuratKeputusan, head: Pejabat | None, name: str, maker: PartMaker) -> PrintedSop:
    """`head` signs it where it names no one else."""
    return maker.part(name, TITLE, DecreeText(data, head, maker, TITLE).blocks(), kind="buku")


class DecreeText:
    """Blocks of the part with that title."""

    def __init__(self, data: SuratKeputusan, head: Pejabat | None, maker: PartMaker, title: str) -> None:
        self.data, self.signer = data, data.ditetapkan_oleh or head
        self.width = maker.width()
        self.most = maker.room(title)

    def blocks(self) -> list[Block]:
        data = self.data
        opening = [
            self.centred(
                [data.judul.upper(), f"NOMOR {data.nomor or BLANK}", "TENTANG", data.tentang.upper()],
                titled=True,
            )
        ]
        if self.signer and self.signer.jabatan:
            opening.append(self.centred([f"{self.signer.jabatan.upper()},"]))
        out = [stacked(opening)]
        out += self.clause("Menimbang", data.menimbang, (f"{letter(i)}." for i in range(len(data.menimbang))))
        for label, texts in (("Mengingat", data.mengingat), ("Memperhatikan", data.memperhatikan)):
            out += self.clause(label, texts, (f"{i}." for i in range(1, len(texts) + 1)))
        decided = [
            block
            for i, text in enumerate(data.menetapkan, 1)
            for block in self.items(f"{ordinal(i)}", prose(text), "")
        ]
        lead = [
            self.centred(["MEMUTUSKAN:"]),
            self.labelled("Menetapkan", "", prose(data.tentang.upper() + ".")),
        ]
        first, *rest = decided
        out += [stacked([*lead, first]), *rest]
        closing = stacked([out.pop(), self.signature()])
        return [*out, closing]

    def centred(self, texts: Sequence[str], *, titled: bool = False) -> Block:
        tall = sum(text_lines(text, self.width, LARGE, bold=True) for text in texts)
        return Block((DecreeHead(tuple(texts), LARGE, titled),), tall * LARGE.line)

    def clause(self, label: str, texts: Sequence[str], marks: Iterable[str]) -> list[Block]:
        """Its name stands before its first item only."""
        single = len(texts) == 1
        out: list[Block] = []
        for text, mark in zip(texts, marks, strict=True):
            out += self.items("" if out else label, prose(text), "" if single else mark)
        return out

    def items(self, label: str, text: Prose, mark: str) -> list[Block]:
        """One block, or several where it is longer than a sheet."""
        limit = max(1, int(self.most / 2 / LARGE.line))
        out: list[Block] = []
        for part in pieces(text, limit, self.room(mark), LARGE.size):
            out.append(self.labelled("" if out else label, "" if out else mark, part, indented=bool(mark)))
        return out

    def labelled(self, label: str, mark: str, text: Prose, *, indented: bool = False) -> Block:
        room = self.room(mark or ("." if indented else ""))
        tall = max(lines(text, room, LARGE.size), text_lines(label, _LABEL, LARGE) if label else 1)
        clause = Clause(label, mark if mark or indented else None, text, LARGE)
        return Block((clause,), tall * LARGE.line)

    def room(self, mark: str) -> int:
        return self.width - _LABEL - 14 - (_MARK if mark else 0)

    def signature(self) -> Block:
        day = self.data.tanggal.tampil if self.data.tanggal else BLANK
        where = [f"Ditetapkan di {self.data.tempat or BLANK}", f"pada tanggal {day}"]
        sign, high = signed(identity.official(self.signer), _SIGNATURE, LARGE, where)
        return Block((Signatures((sign,), _SIGNATURE, LARGE, "penetapan"),), high)


def letter(i: int) -> str:
    """a, b, … z, aa, ab, …, counted from 0."""
    return (letter(i // 26 - 1) if i > 25 else "") + chr(ord("a") + i % 26)


def ordinal(i: int) -> str:
    """KESATU, KEDUA, … as decrees number what they order."""
    return f"KE{_number(i)}"


def _number(i: int) -> str:
    if i < 10:
        return _UNITS[i]
    if i < 12:
        return ("SEPULUH", "SEBELAS")[i - 10]
    if i < 20:
        return f"{_UNITS[i - 10]} BELAS"
    if i < 100:
        return f"{_UNITS[i // 10]} PULUH {_UNITS[i % 10]}".strip()
    return f"{i}"
