"""What stands beside the form: the words of a cover; notes and signatures under the last chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..definition.identitas import TandaTangan
from ..definition.sop import Sop
from ..pages.form import identity
from ..pages.text.prose import Prose, lines, prose
from .block import Block
from .content.form import Signatures, Signed
from .content.words import Centred, Text
from .frame import Type
from .identity_form import signed
from .text.cutting import pieces

_SIGNATURE = 300


def notes(texts: Iterable[str], room: int, most: float, kind: Type) -> list[Block]:
    """Each note a block; one longer than a sheet is several."""
    return [block for text in texts for block in text_blocks(prose(text), room, most, kind, "catatan")]


def text_blocks(found: Prose, room: int, most: float, kind: Type, what: str) -> list[Block]:
    limit = max(1, int(most / kind.line))
    return [
        Block((Text(part, kind, what),), lines(part, room, kind.size) * kind.line)
        for part in pieces(found, limit, room, kind.size)
    ]


def signatures(signs: Sequence[TandaTangan], room: int, kind: Type) -> list[Block]:
    """Side by side, as many as a row holds."""
    fit = max(1, room // _SIGNATURE)
    return [_signed_row(signs[i : i + fit], kind) for i in range(0, len(signs), fit)]


def _signed_row(signs: Sequence[TandaTangan], kind: Type) -> Block:
    made = [_signature(sign, kind) for sign in signs]
    row = Signatures(tuple(sign for sign, _ in made), _SIGNATURE, kind)
    return Block((row,), max(high for _, high in made))


def _signature(sign: TandaTangan, kind: Type) -> tuple[Signed, float]:
    day = sign.tanggal.tampil if sign.tanggal else ""
    place = ", ".join(filter(None, (sign.tempat, day)))
    return signed(identity.official(sign), _SIGNATURE, kind, [place] if place else [])


def cover(sop: Sop, room: float) -> Block | None:
    """The words of the document's cover, in the middle of a sheet."""
    return Block((Centred(prose(sop.sampul), room),), room) if sop.sampul else None
