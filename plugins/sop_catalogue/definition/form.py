"""The official form as one table: the rows of its head, its boxes, the columns of its flow table, each once and in order.

Model, pages, sheets, search, open data, editors' schema and the guide's reference are made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal


class Kind(Enum):
    """What a row of the head shows, or what the items of a box are."""

    TEXT = auto()
    NAME = auto()
    DATE = auto()
    OFFICIAL = auto()
    LAW = auto()
    SOP = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """What the form has a word for."""

    key: str
    label: str
    """The word, where an office has none of its own."""
    such_as: str = field(default="", kw_only=True)
    """A word that some office has instead."""


@dataclass(frozen=True, slots=True)
class Row(Part):
    """A row of the head, beside the office's name."""

    kind: Kind = Kind.TEXT
    instead_of: str = ""
    """Stands only where it is filled; the row it names then stands only where that is filled, too."""


@dataclass(frozen=True, slots=True)
class Box(Part):
    """A box below the head. They stand two by two; the last of an odd number is as wide as two."""

    about: str
    """What an author writes there, as the guide and editors say it."""
    kind: Kind = Kind.TEXT
    found_as: str = ""
    """What a search calls it, where the label is too long."""
    optional: bool = False
    """Stands only where an SOP fills it; the others are prescribed, and on every form."""


@dataclass(frozen=True, slots=True)
class Column(Part):
    """A column of the flow table behind the lanes. Its cells may be merged over several rows."""

    mutu_baku: bool = True
    """Whether it stands under that heading; those that do come first."""
    names_sops: bool = True
    """Whether an SOP named in its cells becomes a link."""


@dataclass(frozen=True, slots=True)
class Form:
    head: tuple[Row, ...]
    boxes: tuple[Box, ...]
    headings: tuple[Part, ...]
    """Of the flow table, beside the lanes' and those of `columns`."""
    columns: tuple[Column, ...]

    @property
    def heads(self) -> tuple[Part, ...]:
        """Of the flow table."""
        return (*self.headings, *self.columns)

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.head, *self.boxes, *self.heads)


FORM = Form(
    head=(
        Row("nomor", "Nomor SOP"),
        Row("pembuatan", "Tanggal Pembuatan", Kind.DATE),
        Row("revisi", "Tanggal Revisi", Kind.DATE),
        Row("efektif", "Tanggal Efektif", Kind.DATE),
        Row("pengesahan", "Tanggal Pengesahan", Kind.DATE, instead_of="efektif"),
        Row("disahkan_oleh", "Disahkan oleh", Kind.OFFICIAL),
        Row("nama", "Nama SOP", Kind.NAME),
    ),
    boxes=(
        Box("dasar_hukum", "Dasar Hukum", "Peraturan yang mendasari; satu peraturan satu butir.", Kind.LAW),
        Box(
            "kualifikasi_pelaksana", "Kualifikasi Pelaksana", "Kemampuan yang harus dimiliki para pelaksana."
        ),
        Box("keterkaitan", "Keterkaitan", "SOP lain yang terkait, disebut dengan namanya.", Kind.SOP),
        Box(
            "peralatan_perlengkapan",
            "Peralatan/Perlengkapan",
            "Alat dan bahan yang dipakai.",
            found_as="Peralatan",
        ),
        Box("peringatan", "Peringatan", "Akibat bila SOP ini tidak dijalankan sebagaimana mestinya."),
        Box(
            "pencatatan_pendataan",
            "Pencatatan dan Pendataan",
            "Apa yang dicatat, dan di mana disimpan.",
            found_as="Pencatatan",
        ),
    ),
    headings=(
        Part("no", "No"),
        Part("kegiatan", "Kegiatan", such_as="Uraian Prosedur"),
        Part("pelaksana", "Pelaksana"),
        Part("mutu_baku", "Mutu Baku"),
    ),
    columns=(
        Column("kelengkapan", "Kelengkapan"),
        Column("waktu", "Waktu", names_sops=False),
        Column("output", "Output"),
        Column("keterangan", "Keterangan", mutu_baku=False),
    ),
)

if TYPE_CHECKING:
    ColumnKey = str
    NamingKey = str
else:
    ColumnKey = Literal[tuple(column.key for column in FORM.columns)]
    NamingKey = Literal[tuple(column.key for column in FORM.columns if column.names_sops)]
