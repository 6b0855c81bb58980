"""Which regulation a citation names, however it is written.

Abbreviations are written out, noise is dropped, and what remains is kind, issuer, number, year and, for what every
region numbers anew, the region. Where a citation leaves room for doubt, two regulations stay two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..definition.daftar import Peraturan
from ..definition.fields import slug
from ..definition.markup import plain


class LawKey(NamedTuple):
    """What makes two citations one regulation."""

    kind: str
    """With its issuer: `undang-undang`, `peraturan menteri dalam negeri`."""
    number: str
    year: str
    region: str = ""
    """For regulations that every region numbers anew."""

    @property
    def id(self) -> str:
        return slug(" ".join((self.kind, self.region, self.number, self.year)))


class Region(NamedTuple):
    """A region as citations name it: `kabupaten`, `blitar`."""

    level: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        return " ".join(filter(None, self))

    def is_same(self, other: Region) -> bool:
        """Where one of them leaves the level out, the name decides."""
        return self.name == other.name and (self.level == other.level or "" in (self.level, other.level))


NOWHERE = Region()

_ENOUGH = 500
"""Characters within which a citation has named its regulation."""

_LONG_FORMS: tuple[tuple[str, str], ...] = (
    (r"undang\s*-?\s*undang|\buu(?!d)", "undang-undang"),
    (r"\buud(?=\b|nri\b)(?:nri)?", "undang-undang dasar"),
    (r"\bperp+u\b", "peraturan pemerintah pengganti undang-undang"),
    (r"\bpp\b", "peraturan pemerintah"),
    (r"\bpmk\b", "peraturan menteri keuangan"),
    (r"\bpma\b", "peraturan menteri agama"),
    (r"\bpermen\s*-?", "peraturan menteri "),
    (r"\bkepmen\s*-?", "keputusan menteri "),
    (r"\bper(?=pres\b|da\b|bup\b|gub\b|wali\b|wako\b|kada\b|ka\b|des\b)", "peraturan "),
    (r"\bkep(?=pres\b|bup\b|gub\b|wali\b|wako\b|ka\b)|\bsk\b", "keputusan "),
    (r"\bin(?=pres\b|mendagri\b)", "instruksi "),
    (r"\bse\b", "surat edaran "),
    (r"\bpres\b", "presiden"),
    (r"\bda\b", "daerah"),
    (r"\bbup\b", "bupati"),
    (r"\bgub\b", "gubernur"),
    (r"\b(?:wali\s*kota|wali|wako)\b", "walikota"),
    (r"\bdes\b", "desa"),
    (r"\bka\b", "kepala"),
    (r"\bkada\b", "kepala daerah"),
    (r"\bmen(?=dagri|dikbud|diknas|pan|keu|kes|kominfo|sos|hub|kumham|pupr|lhk)", "menteri "),
    (r"\bkab\b\.?", "kabupaten"),
    (r"\bprop(?:insi)?\b\.?|\bprov\b\.?", "provinsi"),
    (r"republik\s+indonesia|\bri\b", " "),
)
_BODIES: tuple[tuple[str, str], ...] = (
    (r"dagri\b", "dalam negeri"),
    (r"pendayagunaan aparatur negara(?: (?:dan|&) reformasi birokrasi)?|pan\s*(?:dan|&|-)?\s*rb\b|\bpan\b", "pan"),
    (r"dikbudristek\b", "pendidikan kebudayaan riset dan teknologi"),
    (r"dikbud\b", "pendidikan dan kebudayaan"),
    (r"diknas\b", "pendidikan nasional"),
    (r"\bkeu\b", "keuangan"),
    (r"\bkes\b", "kesehatan"),
    (r"\bkominfo\b", "komunikasi dan informatika"),
    (r"\bsos\b", "sosial"),
    (r"\bhub\b", "perhubungan"),
    (r"\bkumham\b", "hukum dan hak asasi manusia"),
    (r"\bpupr\b", "pekerjaan umum dan perumahan rakyat"),
    (r"\blhk\b", "lingkungan hidup dan kehutanan"),
    (r"kebijakan pengadaan barang jasa pemerintah", "lkpp"),
    (r"kepegawaian negara", "bkn"),
    (r"administrasi negara", "lan"),
    (r"pusat statistik", "bps"),
    (r"arsip nasional", "anri"),
    (r"siber dan sandi negara", "bssn"),
)  # fmt: skip
_INSTRUMENT = re.compile(r"undang-undang|peraturan|keputusan|instruksi|surat edaran")
_CONSTITUTION = "undang-undang dasar"
_LOCAL = re.compile(r"\b(?:daerah|bupati|walikota|gubernur|desa)\b")
_LEVEL_OF = {"bupati": "kabupaten", "walikota": "kota", "gubernur": "provinsi"}
_HEADED = re.compile(r"\b(?:kepala|badan|lembaga)\b(?! daerah)")

_YEAR = r"(?:\s*/\s*|\s*,?\s*\b(?:tahun|thn|th)\b\.?\s*)((?:19|20)\d\d)\b"
_NUMBERS = (
    re.compile(r"\b(?:nomor|nomer|no|nmr)\b\s*[.:]*\s*((?:[a-z]+[./-])*\d[\w.]*?(?:[/-][\w.]+?)*?)" + _YEAR),
    re.compile(r"\b(\d{1,3}[a-z]?)" + _YEAR),
)


@lru_cache(maxsize=512)
def region_of(name: str) -> Region:
    """`Pemerintah Kabupaten Blitar` → kabupaten, blitar."""
    words = _spaced(_written_out(plain(name).casefold()))
    level = next((w for w in words.split() if w in ("kabupaten", "kota", "provinsi")), "")
    return Region(level, _spaced(re.sub(r"\b(?:pemerintah|daerah|kabupaten|kota|provinsi)\b", " ", words)))


@lru_cache(maxsize=8192)
def law_key(text: str, region: Region = NOWHERE) -> LawKey | None:
    """The regulation that `text` begins with; None when it names none by kind, number and year.

    `region` is the one the citing SOP belongs to: what a region issues and does not name is its own.
    """
    words = " ".join(plain(text[:_ENOUGH]).casefold().replace("–", "-").split())
    number = next((m for pattern in _NUMBERS if (m := pattern.search(words))), None)
    head = _written_out(words[: number.start()] if number else words)
    instrument = _INSTRUMENT.search(head)
    if not instrument or "tentang" in head[: instrument.start()]:
        return None
    kind = _spaced(head[instrument.start() :].partition("tentang")[0])
    if kind.startswith(_CONSTITUTION):
        return LawKey(_CONSTITUTION, "", "1945")
    if not number:
        return None
    kind, place = _issuer(kind, region)
    return LawKey(kind, _plain_number(number[1]), number[2], place)


def regulation_key(law: Peraturan, region: Region = NOWHERE) -> LawKey | None:
    if law.jenis and law.nomor and law.tahun:
        return law_key(f"{law.jenis} nomor {law.nomor} tahun {law.tahun}", region)
    return law_key(law.judul, region)


def _written_out(words: str) -> str:
    for pattern, long in _LONG_FORMS:
        words = re.sub(pattern, long, words)
    return words


def _issuer(kind: str, own: Region) -> tuple[str, str]:
    """The kind without the name of a region, and that region."""
    local = _LOCAL.search(kind)
    if not local:
        for pattern, name in _BODIES:
            kind = re.sub(pattern, name, kind)
        return _spaced(_HEADED.sub(" ", kind)), ""
    named = region_of(kind[local.end() :])
    if not named.name:
        return kind[: local.end()], own.key
    named = named._replace(level=named.level or _LEVEL_OF.get(local[0], ""))
    return kind[: local.end()], own.key if named.is_same(own) else named.key


def _spaced(words: str) -> str:
    """Only words, one blank between; what stands in brackets only repeats them."""
    return " ".join(re.sub(r"\([^)]*\)?|[^\w-]|(?<!g)-", " ", words).split())


def _plain_number(number: str) -> str:
    return number.strip(".").lstrip("0") or "0"
