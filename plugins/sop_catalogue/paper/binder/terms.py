"""What a reader of the binder must know: what it covers, what its words and abbreviations mean, and the five symbols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from markupsafe import Markup

from ...catalogue.model import RoleEntry, SopEntry
from ...pages.render import plain
from ...pages.text.prose import words
from ..block import Block
from ..closing import text_blocks
from ..content.table import Picture
from ..frame import TEXT
from ..table.ruled import Cells, RuledTable
from ..values import PrintedSop
from .part import LARGE, PartMaker
from .table import table, under
from .tabs import Tab

TITLE = "Ruang Lingkup dan Pengertian"
_DRAWN = 34
"""The height of a symbol's cell, in px."""

_FORM = (
    "Formulir dan simbol mengikuti Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan "
    "(Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012)."
)
BASIS = (
    "Peraturan yang mendasari setiap SOP tercantum pada formulirnya dan pada Daftar Peraturan di bagian belakang. "
    "Halaman dihitung per SOP, sehingga satu SOP dapat diganti tanpa mengubah nomor halaman SOP lain."
)
_TABS = "SOP disebut dengan nomor urut seperti 2.1, yaitu SOP pertama di tab 2."
_NO_TABS = "SOP disebut dengan nomor urutnya pada Daftar Isi."
_MEANINGS = (
    ("Standar Operasional Prosedur (SOP)",
     "Serangkaian instruksi tertulis yang dibakukan mengenai berbagai proses penyelenggaraan aktivitas organisasi: "
     "bagaimana dan kapan harus dilakukan, di mana, dan oleh siapa."),
    ("Pelaksana", "Jabatan atau pihak yang melakukan langkah; satu kolom untuk setiap pelaksana."),
    ("Mutu baku", "Kelengkapan, waktu, dan output yang menjadi ukuran setiap langkah."),
    ("Kelengkapan", "Yang harus tersedia untuk melakukan langkah."),
    ("Output", "Hasil langkah."),
    ("Keterkaitan", "SOP lain yang mendahului, mengikuti, atau dipakai bersama SOP ini."),
)  # fmt: skip
_SYMBOLS = (
    ("Kapsul", '<rect x="2" y="3" width="52" height="20" rx="10"/>', "Kegiatan awal atau akhir."),
    ("Kotak", '<rect x="2" y="3" width="52" height="20"/>', "Kegiatan atau proses."),
    ("Belah ketupat", '<path d="M28 1 54 13 28 25 2 13Z"/>', "Pengambilan keputusan; jawabannya tertulis di panah."),
    ("Anak panah", '<path d="M2 13H46"/><path class="penuh" d="M46 8 54 13 46 18Z"/>', "Arah kegiatan."),
    ("Segi lima", '<path d="M16 2H40V15L28 24 16 15Z"/>',
     "Sambungan ke lembar lain; pasangannya berhuruf sama."),
)  # fmt: skip


def terms(
    said: str, basis: str, tabs: Sequence[Tab], entries: Sequence[SopEntry], maker: PartMaker
) -> PrintedSop:
    """`said` says what the binder covers, `basis` where the rules of its SOPs are told."""
    room = maker.room(TITLE)
    blocks = [maker.heading(TITLE)]
    blocks += under(maker.subheading("Ruang lingkup"), _text(said, maker, room))
    if len(tabs) > 1:
        rows: list[Cells] = [
            [words(str(tab.number)), words(tab.title), words(tab.above), words(str(len(tab.entries)))]
            for tab in tabs
        ]
        made = table("Tab", ("Tab", "Unit kerja", "Bagian dari", "SOP"), (7, 45, 40, 8), maker.width(), TEXT,
                      frozenset((0, 3)))  # fmt: skip
        blocks += made.blocks(rows, room)
    rules = " ".join(filter(None, (_FORM, basis, _TABS if len(tabs) > 1 else _NO_TABS)))
    blocks += under(maker.subheading("Dasar dan penomoran"), _text(rules, maker, room))
    meanings: list[Cells] = [[words(word), words(meaning)] for word, meaning in _MEANINGS]
    made = table("Pengertian", ("Istilah", "Pengertian"), (30, 70), maker.width())
    blocks += under(maker.subheading("Pengertian"), made.blocks(meanings, room - 60))
    blocks += under(maker.subheading("Simbol"), _symbols(maker).blocks(_symbol_rows(), room - 60))
    if short := short_names(entries):
        made = table("Singkatan", ("Singkatan dan sebutan", "Artinya"), (45, 55), maker.width())
        pairs: list[Cells] = [[words(said), words(meaning)] for said, meaning in short]
        blocks += under(maker.subheading("Singkatan, sebutan, dan jabatan"), made.blocks(pairs, room - 60))
    return maker.part("pengertian", TITLE, blocks, kind="buku")


def short_names(entries: Iterable[SopEntry]) -> list[tuple[str, str]]:
    """What the registers of the places and roles of these SOPs call things for short, and what they say of a role."""
    found: dict[str, dict[str, None]] = {}
    for short, whole in chain.from_iterable(map(_said_for, entries)):
        if short.casefold() != whole.casefold():
            found.setdefault(whole, {})[short] = None
    return sorted(
        ((", ".join(sorted(shorts, key=str.casefold)), whole) for whole, shorts in found.items()),
        key=lambda pair: (pair[0].casefold(), pair),
    )


def roles_of(entries: Iterable[SopEntry]) -> list[RoleEntry]:
    roles = dict.fromkeys(role for entry in entries for role in entry.roles)
    return sorted(roles, key=lambda role: (plain(role.data.nama).casefold(), role.id))


def _said_for(entry: SopEntry) -> Iterator[tuple[str, str]]:
    for place in (entry.unit.data, entry.unit.pemda.data):
        if place.singkatan:
            yield plain(place.singkatan), plain(place.nama)
    for role in entry.roles:
        for short in role.data.singkatan:
            yield plain(short), plain(role.data.nama)
        if role.data.uraian:
            yield plain(role.data.nama), plain(role.data.uraian)


def _text(text: str, maker: PartMaker, room: float) -> list[Block]:
    return text_blocks(words(text), maker.width(), room, LARGE, "catatan")


def _symbols(maker: PartMaker) -> RuledTable:
    return table("Simbol", ("Simbol", "Nama", "Arti"), (16, 24, 60), maker.width())


def _symbol_rows() -> list[Cells]:
    return [
        [Picture(_drawn(shape), _DRAWN), words(name), words(meaning)] for name, shape, meaning in _SYMBOLS
    ]


def _drawn(shape: str) -> Markup:
    return Markup(
        f'<svg class="simbol" viewBox="0 0 56 26" width="56" height="26" aria-hidden="true">{shape}</svg>'
    )
