"""The sheets of a duty book: what one post does in each SOP, what it receives from whom, what it produces for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...catalogue.model import SopEntry
from ...catalogue.work.duties import Duty, Partner, SopDuties, UnitDuties
from ...definition.tafsiran import called
from ...pages.people.duty_rows import NAMELESS
from ...pages.people.roles import time_text
from ...pages.render import plain
from ...pages.text.prose import Prose, prose, words
from ..block import Block
from ..foot import shortened
from ..frame import TEXT
from ..table.ruled import Cells
from ..values import PrintedSop
from .names import listed_name
from .part import PartMaker
from .table import table, under
from .tabs import Listing

_HEADS = ("Langkah", "Kegiatan", "Waktu", "Diterima", "Dihasilkan")
_SHARES = (7, 31, 10, 26, 26)


def duty_sheets(
    found: UnitDuties, name: str, title: str, orders: Mapping[SopEntry, str], maker: PartMaker
) -> PrintedSop:
    """SOP after SOP; `orders` are their numbers in the list of contents."""
    room = maker.room(title, landscape=True)
    blocks = [maker.heading(title, landscape=True)]
    for item in found.sops:
        blocks += _sop(item, orders[item.sop], room, maker)
    return maker.part(name, title, blocks, kind="tugas", landscape=True)


def duty_listing(found: Iterable[UnitDuties], orders: Mapping[SopEntry, str]) -> Listing:
    """With the number of steps in each SOP."""
    rows: dict[SopEntry, Cells] = {}
    for unit in found:
        for item in unit.sops:
            entry, order = item.sop, orders[item.sop]
            name = words(listed_name(entry), entry.id)
            rows[entry] = [words(order), name, words(entry.sop.nomor or "–"), words(str(len(item.duties)))]
    return Listing(("Langkah",), rows)


def _sop(found: SopDuties, order: str, room: float, maker: PartMaker) -> list[Block]:
    label = f"{order} {listed_name(found.sop)}"
    time = time_text(found.time)
    text = f"{label} (waktu sendiri: {time})" if time else label
    heading = maker.subheading(text, TEXT, landscape=True)
    made = table(label, _HEADS, _SHARES, maker.width(True), TEXT, frozenset((0, 2)))
    return under(heading, made.blocks(map(_row, found.duties), room - heading.height - 60))


def _row(duty: Duty) -> list[Prose]:
    received = [
        *_partners(duty.receives, ("Dari", "Kembali dari"), duty.needs),
        *_things("Perlu", duty.needs),
    ]
    produced = [
        *_things("Hasil", duty.produces),
        *_partners(duty.hands_on, ("Kepada", "Kembali ke"), duty.produces),
    ]
    return [
        words(shortened(duty.number)),
        _activity(duty),
        words(_waktu(duty)),
        _lines(received),
        _lines(produced),
    ]


def _activity(duty: Duty) -> Prose:
    marks = ["Keputusan"] if duty.decides else []
    if duty.together:
        marks.append(f"bersama {', '.join(map(_named, duty.together))}")
    if duty.inferred:
        marks.append(f"disimpulkan: {called(duty.inferred)}")
    note = words(f"({'; '.join(marks)})") if marks else ()
    return (*prose(duty.activity), *note)


def _partners(partners: Iterable[Partner], said: tuple[str, str], besides: Sequence[str]) -> Iterator[str]:
    """Of what passes, only what the cell does not say anyway."""
    known = {plain(text).casefold() for text in besides}
    for partner in partners:
        things = [plain(text) for text in partner.things if plain(text).casefold() not in known]
        condition = f" (bila {plain(partner.label)})" if partner.label else ""
        told = f": {'; '.join(things)}" if things else ""
        yield f"{said[partner.returning]} {_named(partner.name)}, {shortened(partner.step)}{condition}{told}"


def _things(label: str, texts: Sequence[str]) -> list[str]:
    return [f"{label}: {'; '.join(map(plain, texts))}"] if texts else []


def _named(name: str) -> str:
    return plain(name) or NAMELESS


def _lines(texts: Iterable[str]) -> Prose:
    return tuple(para for text in texts for para in words(text))


def _waktu(duty: Duty) -> str:
    first, last = duty.shared_rows or ("", "")
    shared = f" (langkah {first}–{last})" if first else ""
    return f"{plain(duty.waktu)}{shared}" if duty.waktu else "–"
