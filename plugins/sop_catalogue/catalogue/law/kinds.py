"""The kinds of regulations in their order of rank, and a regulation's name without its subject."""

from __future__ import annotations

import re

from ...definition.markup import plain
from ..model import LawEntry

_KINDS: tuple[tuple[str, str], ...] = (
    ("undang-undang dasar", "Undang-Undang Dasar"),
    ("ketetapan", "Ketetapan MPR"),
    ("peraturan pemerintah pengganti", "Perppu"),
    ("undang-undang", "Undang-Undang"),
    ("peraturan pemerintah", "Peraturan Pemerintah"),
    ("peraturan presiden", "Peraturan Presiden"),
    ("keputusan presiden", "Keputusan Presiden"),
    ("instruksi presiden", "Instruksi Presiden"),
    ("peraturan menteri", "Peraturan Menteri"),
    ("keputusan menteri", "Keputusan Menteri"),
    ("peraturan daerah|qanun", "Peraturan Daerah"),
    ("peraturan (?:gubernur|bupati|walikota|kepala daerah)", "Peraturan Kepala Daerah"),
    ("keputusan (?:gubernur|bupati|walikota|kepala daerah)", "Keputusan Kepala Daerah"),
    ("peraturan desa", "Peraturan Desa"),
    ("surat edaran", "Surat Edaran"),
    ("instruksi", "Instruksi"),
    ("peraturan", "Peraturan Badan/Lembaga"),
    ("keputusan", "Keputusan Lain"),
)
OTHER = "Lainnya"
RANKS = {name: rank for rank, name in enumerate((*(name for _, name in _KINDS), OTHER))}

_ABOUT = re.compile(r",?\s+tentang\s+", re.IGNORECASE)


def kind_of(law: LawEntry) -> str:
    kind = law.key.kind if law.key else (law.data.jenis or "").casefold()
    return next((name for pattern, name in _KINDS if re.match(pattern, kind)), OTHER)


def name_of(law: LawEntry) -> str:
    """Kind, number and year, as far as the title has them apart from the subject."""
    return _ABOUT.split(plain(law.data.judul), maxsplit=1)[0]


def subject_of(law: LawEntry) -> str:
    """What it is about; may be empty."""
    return (*_ABOUT.split(plain(law.data.judul), maxsplit=1), "")[1]


def order(law: LawEntry) -> tuple[int, str, str, str]:
    """By rank, the newest first within one."""
    year = law.key.year if law.key else law.data.tahun or ""
    newest_first = "".join(str(9 - int(digit)) for digit in year if digit.isdecimal() and digit.isascii())
    return RANKS[kind_of(law)], newest_first or "~", name_of(law).casefold(), law.id
