"""SOPs that the cells of a flow table name: "Lihat SOP Surat Masuk"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ...definition.form import FORM
from ...definition.langkah import Langkah
from ..model import Mention, SopEntry
from .kinds import Verdict
from .references import ReferenceIndex, meaning
from .titles import NAMES_OF_SOP, title_key

_COLUMNS = tuple(column.key for column in FORM.columns if column.names_sops)
_NAMED = re.compile(rf"\b{NAMES_OF_SOP}\b".replace(" ", r"\s+"), re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+|&")
_NUMBER = re.compile(r"\s*(?:nomor|no\b\.?)\s*(?::\s*)?(\S*\d\S*?)[.,;)]*(?=\s|$)", re.IGNORECASE)
_PASSED = ("ap", "tentang")
"""May stand between "SOP" and the title."""
_JOINS = ("dan", "serta", "atau")
_END = re.compile(
    r"\*{0,3}\s*(?:$|[\n.;:)\]\"”’']|\(|(?:yang|maka|agar|supaya|apabila|jika|bila|sebelum|sesudah|setelah|kemudian|lalu)\b)",
    re.IGNORECASE,
)
"""What follows a title that has been said to its end."""

_LEAD = re.compile(
    r"[\W\d_]*(?:(?:lihat|baca|sesuai|mengacu|merujuk|mengikuti|menurut|berdasarkan|melalui|terkait|selanjutnya"
    r"|(?:di)?lanjut(?:kan)?|masuk|ref(?:erensi)?)\b[\s.:]*(?:(?:dengan|pada|ke|kepada|di|dalam)\b\s*)?)?",
    re.IGNORECASE,
)
"""What may stand before "SOP", from the line's start, where the rest of the line is its title."""
_NO_TITLE = frozenset((
    "yang", "ini", "itu", "tersebut", "dimaksud", "telah", "sudah", "belum", "akan", "dan", "atau", "serta",
    "untuk", "di", "ke", "dari", "pada", "dengan", "oleh", "sebagai", "dalam", "baru", "lama", "lain",
    "lainnya", "terkait", "terbaru", "hasil", "draf", "draft", "konsep", "rancangan", "final", "asli", "revisi",
    "dokumen", "masing", "ap", "skpd", "opd", "unit", "perangkat", "bagian", "dinas", "kabupaten", "kota",
))  # fmt: skip
"""No title begins with these; "SOP yang telah disahkan" is a document, not a reference."""
_PARTICIPLE = re.compile(r"\b(?:yang|telah|sudah|belum)\b", re.IGNORECASE)
_LONGEST_WORDING = 16
_MOST_WORDS = 100
"""Of a line that may belong to the titles after one "SOP"."""


def mentions_in(entry: SopEntry, index: ReferenceIndex) -> Iterator[Mention]:
    """Everything in the cells of `entry` that names an SOP, or clearly means to."""
    reader = _Reader(entry, index)
    for number, chart in enumerate(entry.charts):
        for row, step in enumerate(chart.steps):
            yield from _in_step(step, number, row, reader)


def steps_naming(source: SopEntry, target: SopEntry) -> list[str]:
    """The numbers of the steps of `source` that name `target`, each once."""
    named = (mention for mention in source.mentions if mention.target is target)
    return list(dict.fromkeys(source.charts[m.chart].flow.rows[m.row].briefly for m in named))


def _in_step(step: Langkah, chart: int, row: int, reader: _Reader) -> Iterator[Mention]:
    for column in _COLUMNS:
        cell = step.cell(column)
        for item, text in enumerate(cell.teks if cell else ()):
            for found in reader.read(text):
                wording = text[found.start : found.end]
                if found.target or not reader.index.is_elsewhere(wording, reader.entry):
                    yield Mention(chart, row, column, item, wording, *found)


class _Found(NamedTuple):
    """What a mention says beside its place and its words."""

    start: int
    end: int
    verdict: Verdict
    target: SopEntry | None
    maybe: tuple[SopEntry, ...]


class _Reader:
    """Reads the texts of one SOP's cells."""

    def __init__(self, entry: SopEntry, index: ReferenceIndex) -> None:
        self.entry, self.index = entry, index
        self.declared = {
            title_key(r.text): r.targets
            for r in entry.references
            if r.targets and not (r.others and index.both(title_key(r.text), entry))
        }
        """Wordings whose meaning the SOP's own keterkaitan gives; not those that say themselves which two they are."""

    def read(self, text: str) -> Iterator[_Found]:
        end = 0
        for name in _NAMED.finditer(text):
            if name.start() < end:
                continue
            found = self._numbered(text, name) or self._titled(text, name) or self._meant(text, name)
            yield from found
            end = max([end, *(item.end for item in found)])

    def _numbered(self, text: str, name: re.Match[str]) -> list[_Found]:
        number = _NUMBER.match(text, name.end())
        hits = self.index.numbered(number[1], self.entry) if number else []
        return [self._found(name.start(), number.end(1), hits)] if number and hits else []

    def _titled(self, text: str, name: re.Match[str]) -> list[_Found]:
        found = _WORD.finditer(text, name.end(), _line_end(text, name.end()))
        words = list(islice(found, _MOST_WORDS))
        while words and words[0][0].casefold() in _PASSED:
            del words[0]
        titles = self._titles(text, words)
        return [
            self._found(name.start() if part[0] is words[0] else part[0].start(), part[-1].end(), hits)
            for part, hits in titles
        ]

    def _titles(
        self, text: str, words: Sequence[re.Match[str]]
    ) -> list[tuple[Sequence[re.Match[str]], list[SopEntry]]]:
        """The title that `words` begin with, and those joined to it: only what is said from end to end.

        Of "Surat Masuk dan Keluar", where two titles share their first words, the second is "Keluar" alone.
        Words that keterkaitan ties to several SOPs are there once for each.
        """
        for count in range(min(len(words), 2 * self.index.longest_title), 0, -1):
            key = " ".join("dan" if word[0] == "&" else word[0].casefold() for word in words[:count])
            titled = self.index.titled(key, self.entry)
            meant = [titled] if titled else [[sop] for sop in self.declared.get(key, ())]
            named = [(words[:count], hits) for hits in meant]
            end, rest = words[count - 1].end(), words[count:]
            if not named:
                if both := _END.match(text, end) and self.index.both(key, self.entry):
                    first = key[: key.rindex(" dan ")].count(" ") + 1
                    return [(words[:first], both[0]), (words[first + 1 : count], both[1])]
                continue
            if _END.match(text, end):
                return named
            joined = (
                rest[1:] if rest and rest[0][0].casefold() in _JOINS else rest if text[end] in ",/" else []
            )
            if joined and _NAMED.match(text, joined[0].start()):
                return named
            if more := self._titles(text, joined):
                return [*named, *more]
        return []

    def _meant(self, text: str, name: re.Match[str]) -> list[_Found]:
        """A wording that is clearly a title, though no SOP bears it."""
        line = text.rfind("\n", 0, name.start()) + 1
        if not _LEAD.fullmatch(text, line, name.start()):
            return []
        stop = re.compile(r"[\n;()]|\.\s|\.?$").search(text, name.end())
        end = stop.start() if stop else len(text)
        words = [word[0].casefold() for word in _WORD.finditer(text, name.end(), end)]
        is_title = 2 <= len(words) <= _LONGEST_WORDING and words[0] not in _NO_TITLE
        if not is_title or _PARTICIPLE.search(text, name.end(), end):
            return []
        wording = text[name.start() : end].rstrip(" ,:*")
        near = self.index.near(wording, self.entry)
        return [self._found(name.start(), name.start() + len(wording), [], near)]

    def _found(self, start: int, end: int, hits: list[SopEntry], near: tuple[SopEntry, ...] = ()) -> _Found:
        return _Found(start, end, *meaning(hits, near, self.entry))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
