"""What is hidden, found in any text, and a sign in its place."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from ...definition.daftar import HIDDEN_NAME, HIDDEN_NIP, Pejabat, hidden_name
from ...definition.findings import Fault, Finding
from ...store.past import Commit
from ..officials.people import bare_name, digits
from .known import People
from .settings import Hiding

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?:[ \t\xa0.,*_~’-]{0,8}|'|[ \t.,]*(?:\r?\n[ \t#]*)+)\Z")
"""What may stand between the words of one name: also the end of a line, and the beginning of a comment's next."""
_NUMBER = re.compile(r"\d(?:[\s.-]{0,3}\d){7,}")
_NIP = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?:0[1-9]|1[0-2])[12]\d{3}"
)
"""Of anybody: days of birth and of appointment, one or two, and a number."""
_FEWEST_LETTERS = 3
"""Of a name that is one word."""

Words = tuple[str, ...]
Told = TypeVar("Told", Fault, Finding)


@dataclass(frozen=True)
class Veil:
    hiding: Hiding
    people: People
    numbers: dict[Words, int] | None = field(default=None, compare=False)
    """Of people, where each has one."""

    def over(self, data: bytes) -> Veil:
        """For one definition: if several are named in it, they stay several, the first of them 1."""
        counting = replace(self, numbers={})
        counting.source(data)
        return replace(self, numbers={}) if len(counting.numbers or ()) > 1 else self

    def text(self, text: str) -> str:
        if self.hiding.names:
            text = self._without_names(text)
        return self._without_nips(text) if self.hiding.nips else text

    def source(self, data: bytes) -> bytes:
        """A definition's text, with as many lines as before."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return data
        hidden = self.text(unicodedata.normalize("NFC", text))
        return data if hidden == text else hidden.encode()

    def value(self, value: Any) -> Any:
        """Plain values, all texts in them."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.value(key): self.value(inner) for key, inner in value.items()}
        return [self.value(inner) for inner in value] if isinstance(value, list) else value

    def person(self, person: Pejabat) -> Pejabat:
        hidden = {
            "nama": HIDDEN_NAME if self.hiding.names and person.nama else person.nama,
            "nip": HIDDEN_NIP if self.hiding.nips and person.nip else person.nip,
        }
        return person.model_copy(update=hidden)

    def told(self, said: Told) -> Told:
        """A fault or a finding, whatever it quotes."""
        texts = (said.message, said.value, said.expected, said.remedy)
        message, value, expected, remedy = map(self.text, texts)
        return replace(said, message=message, value=value, expected=expected, remedy=remedy)

    def commit(self, commit: Commit) -> Commit:
        author, subject = self.text(commit.author), self.text(commit.subject)
        return replace(commit, author=author, subject=subject)

    def _without_names(self, text: str) -> str:
        found = list(_WORD.finditer(text))
        words = [_folded(match[0]) for match in found]
        out: list[str] = []
        done = i = 0
        while i < len(words):
            length = self._name_at(text, found, words, i)
            if not length:
                i += 1
                continue
            last = found[i + length - 1]
            gaps = (
                text[a.end() : b.start()] for a, b in zip(found[i:], found[i + 1 : i + length], strict=False)
            )
            out += [
                text[done : found[i].start()],
                self._sign(tuple(words[i : i + length])),
                *(gap for gap in gaps if "\n" in gap),
            ]
            done = last.end()
            i += length
        return "".join([*out, text[done:]]) if out else text

    def _name_at(self, text: str, found: Sequence[re.Match[str]], words: Sequence[str], i: int) -> int:
        """Of how many words the longest name is that begins with this one."""
        for name in self._names.get(words[i], ()):
            end = i + len(name)
            if tuple(words[i:end]) != name:
                continue
            if len(name) == 1 and found[i][0] not in self._single:
                continue
            if all(
                _BETWEEN.match(text[a.end() : b.start()])
                for a, b in zip(found[i:], found[i + 1 : end], strict=False)
            ):
                return len(name)
        return 0

    def _sign(self, name: Words) -> str:
        if self.numbers is None:
            return HIDDEN_NAME
        person = self._bare.get(name, name)
        return hidden_name(self.numbers.setdefault(person, len(self.numbers) + 1))

    @cached_property
    def _bare(self) -> dict[Words, Words]:
        """Of names with titles, those without."""
        return {_words(name): _words(bare_name(name)) for name in self.people.names}

    @cached_property
    def _names(self) -> dict[str, list[Words]]:
        """By their first words, the longest first; without the titles around them, too."""
        offices = {_words(office) for office in self.people.offices}
        names: set[Words] = set()
        for name in self.people.names:
            whole, bare = _words(name), _words(bare_name(name))
            if whole in offices or not whole:
                continue
            names.add(whole)
            if len(bare) > 1:
                names.add(bare)
        by_first: dict[str, list[Words]] = defaultdict(list)
        for found in sorted(names, key=lambda one: (-len(one), one)):
            if len(found) > 1 or len(found[0]) >= _FEWEST_LETTERS:
                by_first[found[0]].append(found)
        return by_first

    @cached_property
    def _single(self) -> frozenset[str]:
        """Names of one word count only as they are written, or in capitals: they may be a word of the language."""
        written = [match[0] for name in self.people.names for match in _WORD.finditer(name)]
        return frozenset((*written, *map(str.upper, written)))

    def _without_nips(self, text: str) -> str:
        return _NUMBER.sub(self._hidden_number, text)

    def _hidden_number(self, match: re.Match[str]) -> str:
        """The run of digits without every NIP in it."""
        run = match[0]
        at = [i for i, c in enumerate(run) if c.isdecimal()]
        plain = "".join(run[i] for i in at)
        for first, end in self._nips_in(plain):
            kept = "".join(c for c in run[at[first] : at[end - 1]] if c in "\r\n")
            return (
                self._without_nips(run[: at[first]])
                + HIDDEN_NIP
                + kept
                + self._without_nips(run[at[end - 1] + 1 :])
            )
        return run

    def _nips_in(self, plain: str) -> Iterator[tuple[int, int]]:
        if len(plain) == 18 and _NIP.fullmatch(plain):
            yield 0, 18
        for length in self._lengths:
            for first in range(len(plain) - length + 1):
                if plain[first : first + length] in self._nips:
                    yield first, first + length

    @cached_property
    def _nips(self) -> frozenset[str]:
        return frozenset(filter(None, map(digits, self.people.nips)))

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(nip) for nip in self._nips}, reverse=True)


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _words(name: str) -> Words:
    return tuple(_folded(match[0]) for match in _WORD.finditer(name))
