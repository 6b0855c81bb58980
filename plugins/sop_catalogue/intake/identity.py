"""The identity block of an SOP: what stands in its boxes, by the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..definition.fields import says_something
from .primitives import Box, Word
from .recovered import Identity, Item
from .table.boxes import Ruled, boxes_of
from .table.rules import Rules
from .text import ITEM, TextLine, lines_of, paragraphs, plain

_DAY = r"(?:tanggal|tgl\.?)\s*"
_SOP = r"(?:s\.?o\.?p\.?(?:[\s-]*a\.?p\.?)?|standar(?:d|t)?\s+operasional\s+prosedur(?:\s*\(sop\))?)"
_LABELS = (
    ("pembuatan", rf"{_DAY}(?:pem?buatan|dibuat|penyusunan)"),
    ("revisi", rf"{_DAY}(?:revisi|perubahan)"),
    ("efektif", rf"{_DAY}(?:efektif|berlaku|pelaksanaan|diberlakukan)"),
    ("pengesahan", rf"{_DAY}(?:pengesahan|disahkan)"),
    ("nomor", rf"(?:nomor|no\.?)\s*(?:{_SOP}|dokumen)"),
    ("nama", rf"(?:nama|judul)\s*{_SOP}"),
    ("disahkan", r"(?:disahkan|ditetapkan|disetujui|disyahkan)(?:\s*oleh)?"),
    ("dasar_hukum", r"dasar\s+hukum"),
    ("kualifikasi_pelaksana", r"(?:kualifikasi|kualitas)\s*(?:pelaksana\w*)?"),
    ("keterkaitan", r"keterkaitan(?:\s+(?:dengan\s+)?(?:sop|prosedur)\b(?:\s+lain\w*)?)?"),
    ("peralatan_perlengkapan", r"peralatan(?:\s*(?:/|dan|&)?\s*(?:per|ke)lengkapan)?"),
    ("peringatan", r"peringatan"),
    ("pencatatan_pendataan", r"pencatatan(?:\s*(?:/|dan|&)?\s*pendataan)?"),
)
STARTS = [(key, re.compile(rf"{pattern}\s*(?::|$|\s(?=\S))", re.I)) for key, pattern in _LABELS]
BOXES = {key for key, _ in _LABELS[7:]}
NIP = re.compile(r"n\s?i\s?p\b", re.I)


@dataclass(slots=True)
class _Value:
    words: list[Word] = field(default_factory=list)
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))


def identity_of(words: Sequence[Word], rules: Rules) -> Identity:
    """From the words of one page that stand outside of its flow table."""
    boxes = boxes_of(words, rules)
    values: dict[str, _Value] = {}
    for ruled in boxes:
        for key, value in _labelled(ruled):
            if key not in values or not values[key].words:
                values[key] = value if value.words else _beside(ruled, boxes, key)
    found = Identity()
    for key, value in values.items():
        _put(found, key, value)
    if values:
        found.head = _head(boxes)
    return found


def label_of(text: str) -> tuple[str, int] | None:
    """Which label a line begins with, and where what it says begins."""
    for key, pattern in STARTS:
        if match := pattern.match(text):
            rest = text[match.end() :]
            if key in BOXES or key == "disahkan":
                if match[0].rstrip().endswith(":") or not rest.strip(" :") or key == "disahkan":
                    return key, match.end()
                continue
            return key, match.end()
    return None


def _labelled(ruled: Ruled) -> Iterator[tuple[str, _Value]]:
    """Labels in a box, each with the words behind it up to the next one."""
    current: tuple[str, _Value] | None = None
    lines = ruled.lines
    told = 0
    """Lines that a label over two of them took."""
    for k, line in enumerate(lines):
        if k < told:
            continue
        label = label_of(line.text)
        rest = line.words
        if label is None and k + 1 < len(lines) and current is None:
            both = f"{line.text} {lines[k + 1].text}"
            label = label_of(both)
            if label and len(both) - label[1] > len(lines[k + 1].text):
                label = None
            elif label:
                rest = ()
                told = k + 2 if not both[label[1] :].strip(" :") else 0
        if label:
            if current:
                yield current
            current = label[0], _Value([*_behind(line, label[1])] if rest else [], ruled.box)
        elif current:
            current[1].words.extend(_without_label_rest(line, current[1]))
    if current:
        yield current


def _without_label_rest(line: TextLine, value: _Value) -> Iterable[Word]:
    """A label's second line is none of its value: "Nama Standar Operasional / Prosedur"."""
    if not value.words and re.fullmatch(
        r"(?:operasional\s+)?prosedur\s*:?|sop\s*:?|pelaksana\s*:?|oleh\s*:?|:", line.text, re.I
    ):
        return ()
    return line.words


def _behind(line: TextLine, start: int) -> Iterator[Word]:
    """The words of a line from a place of its text on, without the colon."""
    at = 0
    for word in line.words:
        place = line.text.find(word.text, at)
        at = max(at, place + len(word.text))
        if place >= start - 1 and place >= 0 and at > start and word.text.strip(":"):
            yield word


def _beside(label: Ruled, boxes: Sequence[Ruled], key: str) -> _Value:
    """A label that fills its box speaks of the box to its right, or, of a list, of the one below."""
    below = [
        other
        for other in boxes
        if abs(other.box.left - label.box.left) < 4 and -3 < other.box.top - label.box.bottom < 6
    ]
    right = [
        other
        for other in boxes
        if -3 < other.box.left - label.box.right < 6
        and min(other.box.bottom, label.box.bottom) - max(other.box.top, label.box.top)
        > 0.5 * label.box.height
    ]
    for found in [*below, *right] if key in BOXES else right:
        if not any(label_of(line.text) for line in found.lines[:1]):
            return _Value(list(_without_colon(found.words)), found.box)
    return _Value(box=label.box)


def _without_colon(words: Iterable[Word]) -> Iterator[Word]:
    return (word for word in words if word.text != ":")


def _put(found: Identity, key: str, value: _Value) -> None:
    if key == "disahkan":
        found.official = list(_signed(lines_of(value.words)))
    elif key in BOXES:
        found.boxes[key] = items_of(paragraphs(value.words, value.box.left, value.box.right))
    else:
        text = plain(value.words).lstrip(": ").strip()
        if says_something(text):
            found.fields[key] = text


def _signed(lines: Sequence[TextLine]) -> Iterator[str]:
    """With an empty line where room for the signature is."""
    for k, line in enumerate(lines):
        if k and line.box.top - lines[k - 1].box.bottom > 1.5 * line.box.height:
            yield ""
        yield line.text.lstrip(": ")


def items_of(texts: Sequence[str]) -> list[Item]:
    """Numbers in turn are none of a text; other marks, and the number of an only item, stay beside it."""
    found: list[Item] = []
    for text in texts:
        match = ITEM.match(text)
        mark = match[0].strip() if match else ""
        rest = text[match.end() :].strip() if match else text
        if rest:
            found.append(Item(rest, "-" if mark == "o" else mark))
    in_turn = all(item.mark.rstrip(" .)") == str(k) for k, item in enumerate(found, 1))
    if in_turn and len(found) > 1:
        return [Item(one.text) for one in found]
    return found


def _head(boxes: Sequence[Ruled]) -> list[str]:
    """The office: the first box at the left, where it says no label."""
    if not boxes:
        return []
    left = min(box.box.left for box in boxes)
    first = next((box for box in boxes if box.box.left < left + 4), None)
    if first is None or any(label_of(line.text) for line in first.lines):
        return []
    return [line.text for line in first.lines][:6]


_TITLED = re.compile(r",\s*(?:[A-Z][A-Za-z]{0,5}\.)|^(?:dr|drs|dra|ir|prof|h|hj)\.\s", re.I)
"""A name with a degree."""


def official_of(lines: Sequence[str]) -> dict[str, str]:
    """Position, name and number of who approved it, from the lines of that box."""
    found: dict[str, str] = {}
    for k, line in enumerate(lines):
        if match := NIP.match(line):
            number = line[match.end() :].strip(" .:-–…_")
            found = {"nip": number} if number else {}
            lines = lines[:k]
            break
    rest = [line for line in lines if line.strip(" .,:;-–_()")]
    apart = len(rest) > 1 and (bool(found) or list(lines[-2:]) == ["", rest[-1]])
    if rest and (apart or _TITLED.search(rest[-1])):
        found = {"nama": rest[-1], **found}
        rest = rest[:-1]
    return {"jabatan": " ".join(rest), **found} if rest else found
