"""What a cell of Kelengkapan or Output names: documents, each with its state, compared as people mean them.

Two names are one document when they say the same but for case, punctuation, markup, leading numbers, doubled words
("berkas-berkas"), spelling of "di-" and of "draft". What was done to it ("yang telah ditandatangani") is kept apart
as its state: a signed letter does for no unsigned one, nor the other way round. Nothing is matched by likeness.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...definition.fields import says_something
from ...definition.markup import plain

_MARK = re.compile(
    r"\s*(?:(?:\d{1,3}\.)+\d{0,3}\.?\)?\s|\d{1,3}[.)]\s|[a-z][.)]\s|[-–—•*·])\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"[,;\n](?![^()]{0,300}\))")
"""Not within brackets; to look further for their end would take for ever."""
_REST = re.compile(r"^(?:dan|serta|dll|dsb|dst)\b\.?\s*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+(?:/[^\W_]+)*")
_SPLIT_DI = re.compile(r"\bdi (?=[a-z]{3})")
_DOUBLED = re.compile(r"\b(\w{3,})[ -]+\1\b")
_SPELLINGS = (
    (re.compile(r"\b(?:foto|photo|poto) ?(?:copy|kopi|copi)\b|\bfc\b"), "fotokopi"),
    (re.compile(r"\b(di ?)?tanda tangan"), r"\1tandatangan"),
    (re.compile(r" (?:dll|dsb|dst)$"), ""),
    (re.compile(r"\b(?:draft|draf|konsep)\b"), "konsep"),
    (re.compile(r"\bsoft ?copy\b"), "softcopy"),
    (re.compile(r"\bhard ?copy\b"), "hardcopy"),
)
_STATE = re.compile(
    r"\b(?:yang|telah|sudah|siap pakai|ditandatangani|diparaf|didisposisi(?:kan)?|diagendakan|disetujui|disahkan|diteliti|"
    r"diverifikasi|divalidasi|dikoreksi|direvisi|distempel|dicap|diberi|dilegalisir|dilegalisasi|diasistensi|diarsipkan)\b"
)
_EMPTY = re.compile(r"\b(?:yang|telah|sudah)\b")
_NO_DOCUMENT = re.compile(r"ter\w+nya\b|(?:mem)?(?:beri(?:kan)? )?paraf\b")
"""'Terlaksananya kegiatan', 'Paraf Kabid': what has come about or was put on a document, not what is handed on."""

_VAGUE = frozenset({
    "agenda", "arsip", "asli", "bahan", "berkas", "blanko", "buku", "bukti", "catatan", "data",
    "dinas", "disposisi", "dokumen", "dokumentasi", "ekspedisi", "file", "formulir", "hasil",
    "informasi", "kartu", "kegiatan", "kelengkapan", "keluar", "keputusan", "konsep", "kendali",
    "lainnya", "lampiran", "laporan", "lembar", "masuk", "naskah", "nota", "notulen", "notulensi",
    "paraf", "pendukung", "pengantar", "permohonan", "persyaratan", "perintah", "proses",
    "rancangan", "rapat", "register", "rekomendasi", "sk", "surat", "tanda", "terima", "tindak",
    "lanjut", "tugas", "undangan", "usul", "usulan", "verifikasi",
})  # fmt: skip
"""Words that tell no document of one SOP from that of another, however many of them stand together."""

_TOOLS = frozenset({
    "alat tulis", "alat tulis kantor", "atk", "ballpoint", "balpoin", "computer", "filling kabinet",
    "handphone", "hp", "internet", "jaringan internet", "kamera", "kertas", "kertas hvs",
    "komputer", "komputer/laptop", "koneksi internet", "laptop", "laptop/komputer", "lemari",
    "lemari arsip", "meja", "mesin fotokopi", "pena", "pensil", "polpen", "printer", "pulpen",
    "ruang rapat", "scanner", "stempel", "telepon", "telepon/hp", "wifi",
})  # fmt: skip
"""Written under Kelengkapan, but nobody hands them on."""


@dataclass(frozen=True, slots=True)
class DocumentName:
    """One thing that a cell names."""

    shown: str
    """As written, without marks."""
    base: str
    """What it is, for comparing."""
    state: str
    """What was done to it, for comparing; often empty."""

    @property
    def vague(self) -> bool:
        """Whether every SOP may have one of its own: "Surat", "Lembar disposisi"."""
        return all(word in _VAGUE for word in self.base.split())


@lru_cache(maxsize=65536)
def documents_in(texts: tuple[str, ...]) -> tuple[DocumentName, ...]:
    """The documents that a cell's texts name, each once. Commas part a text that stands alone, not one of a list."""
    found = _in_text(texts[0]) if len(texts) == 1 else filter(None, map(document_name, texts))
    return tuple({(name.base, name.state): name for name in found}.values())


def is_tool(base: str) -> bool:
    """Whether it is worked with in any office, and handed on by nobody."""
    return base in _TOOLS


def _in_text(text: str) -> tuple[DocumentName, ...]:
    parts: list[str] = []
    for part in _BETWEEN.split("\n".join(map(plain, text.split("\n")))):
        if parts and _STATE.match(_spelled(part)):
            parts[-1] += f", {part.strip()}"  # "surat telah ditandatangani, diberi nomor dan cap"
        else:
            parts.append(part)
    return tuple(name for part in parts if (name := document_name(part)))


@lru_cache(maxsize=32768)
def document_name(text: str) -> DocumentName | None:
    """What one name means; None for what names no document."""
    shown = _unmarked(text)
    if not says_something(shown):
        return None
    words = _spelled(shown)
    if not words or _NO_DOCUMENT.match(words):
        return None
    at = _STATE.search(words)
    start = at.start() if at else len(words)
    base, state = words[:start].strip(), " ".join(_EMPTY.sub(" ", words[start:]).split())
    if base.startswith("konsep ") and len(base) > len("konsep "):
        base, state = base.removeprefix("konsep "), f"konsep {state}".strip()
    return DocumentName(shown, base, state) if base else None


def _unmarked(text: str) -> str:
    text = text.strip()
    while (mark := _MARK.match(text)) and mark.end():
        text = text[mark.end() :]
    return _REST.sub("", text).strip(" .:;,")


def _spelled(text: str) -> str:
    words = " ".join(_WORDS.findall(text.casefold()))
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return _DOUBLED.sub(r"\1", _SPLIT_DI.sub("di", words))
