"""Texts as short strings: every word a character, the commonest words first.

UTF-8 then writes a common word in one byte and most others in two, and a browser reads the words back with
`charCodeAt`. A text that stands at several places is given a character of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .records import Place, Record, Slot

ITEM_END, SLOT_END, PART_END, RECORD_END = ",", " ", "!", "#"
FIRST = 0x30
"""The character of the first entry; what closes something stands before it."""
SINGLE = 0xD800 - FIRST
"""So many entries are one character; the others are two, of which the first comes from U+E000 on."""
SPELLED = "\x7f"
"""Before an entry that is a whole text, spelled in the characters of its words."""


class Packer:
    """Gives out the characters for all texts of `records`."""

    def __init__(self, records: Iterable[Record]) -> None:
        texts = Counter(
            text for record in records for part in _parts(record) for slot in part for text in slot
        )
        shared = {text for text, count in texts.items() if count > 1 and " " in text}
        seen: Counter[str] = Counter()
        for text, count in texts.items():
            for word in text.split():
                seen[word] += 1 if text in shared else count
        for text in shared:
            seen[text] = texts[text]
        ordered = sorted(seen, key=lambda entry: (-seen[entry], entry))
        self._codes = {entry: _code(i) for i, entry in enumerate(ordered)}
        self._shared = shared
        self.texts = list(texts)
        """Each once."""

    def entries(self) -> str:
        """All entries in the order of their characters, with spaces between."""
        return " ".join(
            SPELLED + self._spelled(entry) if entry in self._shared else entry for entry in self._codes
        )

    def record(self, record: Record) -> str:
        parts = [SLOT_END.join(map(self._slot, part)) for part in _parts(record)]
        return PART_END.join(part.rstrip(SLOT_END) for part in parts) + RECORD_END

    def _slot(self, slot: Slot) -> str:
        return ITEM_END.join(
            self._codes[text] if text in self._shared else self._spelled(text) for text in slot
        )

    def _spelled(self, text: str) -> str:
        return "".join(self._codes[word] for word in text.split())


def _parts(record: Record) -> list[list[Slot]]:
    """The head, the boxes, then every place."""
    head = [[record.title], [record.number] if record.number else [], record.other_names]
    return [head, record.boxes, *map(_place, record.places)]


def _place(place: Place) -> list[Slot]:
    return [[place.anchor], [place.number] if place.number else [], place.lanes, place.text, *place.cells]


def _code(i: int) -> str:
    if i < SINGLE:
        return chr(FIRST + i)
    lead, rest = divmod(i - SINGLE, 4096)
    return chr(0xE000 + lead) + chr(FIRST + rest)
