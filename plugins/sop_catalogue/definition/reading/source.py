"""YAML text to plain values, with the place of every one of them.

Every scalar stays the text its author wrote: `001`, `no`, `2018-13-01` keep their letters, and what they
mean is decided by the field they stand in. Only the events of libyaml are used, so nothing is built, expanded
or executed before it has been counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from ..findings import Fault, Loc, Severity, shown
from .decode import Place, decode
from .events import LOADER
from .pasted import as_typed
from .yaml_faults import explain_yaml, hidden_line_break
from .yaml_spot import Complaint

MAX_DEPTH = 24
MAX_VALUES = 50_000
MAX_FAULTS = 100
"""Of one file: whoever has more is not helped by reading them all."""
_MAX_REREAD = 4_000_000
"""Characters read again after repairs, over all."""

_NOTHING = frozenset(("", "~", "null"))
_LOST_TEXT = re.compile(r"\s+(#\w.*)")
_QUOTE = "apit seluruh teksnya dengan tanda kutip"


@dataclass(slots=True)
class Source:
    """One file's values and where each stands."""

    value: Any = None
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    faults: list[tuple[Place, Fault]] = field(default_factory=list)
    """Faults of the text itself, which know their place already."""

    @property
    def broken(self) -> bool:
        """Whether the values cannot be trusted to be what the author meant."""
        return any(fault.severity is Severity.ERROR for _, fault in self.faults)

    def place(self, loc: Loc, *, on_key: bool = False) -> Place:
        """Where `loc` stands, or the nearest thing around it that was written."""
        while True:
            if loc in self.keys and (on_key or not isinstance(self.lookup(loc), str)):
                return self.keys[loc]
            if loc in self.places:
                return self.places[loc]
            if not loc:
                return (1, 1)
            loc, on_key = loc[:-1], False

    def lookup(self, loc: Loc) -> Any:
        value = self.value
        for part in loc:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def written(self, loc: Loc) -> Loc:
        """`loc` without the parts that only a shorthand's long form has."""
        value, out = self.value, []
        for part in loc:
            if (isinstance(value, dict) and part in value) or (
                isinstance(value, list) and isinstance(part, int)
            ):
                out.append(part)
                value = self.lookup(tuple(out))
        return tuple(out)


class _Stop(Exception):
    """The text cannot be read on; the fault is already noted."""


def read_yaml(data: bytes) -> Source:
    """Read one file; whatever happens, the answer is a Source, with faults where something is wrong.

    Where it is plain what an author meant, the line is read as meant after its fault is noted, so that one slip
    does not hide the faults below it.
    """
    text, faults = decode(data)
    if faults:
        return Source(faults=faults)
    text, repaired = as_typed(text)
    lines: list[str] | None = None
    seen: set[int] = set()
    budget = _MAX_REREAD
    while True:
        source, complaint = _read(text)
        if complaint is None:
            break
        number = complaint.place[0] - 1
        if number in seen:  # what follows from a slip is not one of its own
            break
        seen.add(number)
        repaired.append((complaint.place, complaint.fault))
        budget -= len(text) + 1000
        if complaint.repaired is None or budget < 0 or len(repaired) >= MAX_FAULTS:
            break
        lines = lines or re.split(r"(?<=\n)", text)
        end = "\n" if lines[number].endswith("\n") else ""
        lines[number] = complaint.repaired + end
        text = "".join(lines)
    source.faults = (repaired + source.faults)[:MAX_FAULTS]
    return source


def _read(text: str) -> tuple[Source, Complaint | None]:
    source = Source()
    if complaint := hidden_line_break(text):
        return source, complaint
    try:
        _Reader(source, text).document(yaml.parse(text, Loader=LOADER))
    except _Stop:
        source.value = None
    except yaml.YAMLError as error:
        return Source(), explain_yaml(error, text)
    except (ValueError, OverflowError, RecursionError) as error:  # PyYAML's own reader on odd characters
        source.value = None
        source.faults.append(((1, 1), Fault((), "yaml", f"berkas tidak terbaca: {shown(error)}")))
    return source, None


class _Reader:
    """Follows the events of one text; every scalar, list and mapping is counted as it comes."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.lines = text.splitlines() if " #" in text or "\t#" in text else []
        self.count = 0

    def document(self, events: Iterator[Any]) -> None:
        self.events = events
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.note(
                        event,
                        "dua-dokumen",
                        "ada garis '---' kedua di tengah berkas; isi sesudahnya tidak dibaca",
                        "satu berkas memuat satu definisi: hapus garisnya, atau pindahkan isinya ke berkas lain",
                    )
                    break
                self.source.value = self.value(next(events), (), 0)
        if documents == 0 or self.source.value is None:
            fault = Fault(
                (),
                "berkas-kosong",
                "berkas ini belum berisi apa-apa",
                remedy="tulis definisinya, atau hapus berkasnya",
            )
            self.source.faults.append(((1, 1), fault))

    def value(self, event: Any, loc: Loc, depth: int) -> Any:
        self.source.places[loc] = _place(event)
        self.count += 1
        if self.count > MAX_VALUES:
            self.stop(
                event,
                "terlalu-banyak",
                f"berkas memuat lebih dari {MAX_VALUES} isian",
                "pecah menjadi beberapa berkas",
            )
        if depth > MAX_DEPTH:
            self.stop(
                event,
                "terlalu-dalam",
                f"isian bertumpuk lebih dari {MAX_DEPTH} tingkat",
                "periksa kurung dan indentasi baris ini",
            )
        self.check_signs(event)
        if isinstance(event, yaml.AliasEvent):
            return f"*{event.anchor}"
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(loc, depth)
        return self.mapping(loc, depth)

    def check_signs(self, event: Any) -> None:
        """The signs with which YAML means more than text."""
        if isinstance(event, yaml.AliasEvent):
            name = shown(event.anchor, 30)
            self.note(
                event,
                "tanda-khusus",
                f"tanda * di awal teks punya arti khusus: '*{name}' terbaca sebagai alias",
                f'{_QUOTE}, misalnya "*{name}"',
            )
        elif event.anchor:
            name = shown(event.anchor, 30)
            self.note(
                event,
                "tanda-khusus",
                f"tanda & di awal teks punya arti khusus: '&{name}' terbaca sebagai jangkar",
                f'{_QUOTE}, misalnya "&{name} …"',
            )
        elif event.tag and event.tag != "!":
            tag = shown(event.tag, 30)
            self.note(
                event,
                "tanda-khusus",
                f"tanda ! di awal teks punya arti khusus: '{tag}' terbaca sebagai tag",
                f'{_QUOTE}, misalnya "{tag} …"',
            )

    def scalar(self, event: Any, loc: Loc) -> str | None:
        if not event.implicit[0]:
            return str(event.value)
        end = event.end_mark
        if (
            self.lines
            and end.line < len(self.lines)
            and (m := _LOST_TEXT.match(self.lines[end.line], end.column))
        ):
            fault = Fault(
                loc,
                "komentar",
                f"'{shown(m[1], 30)}' terbaca sebagai komentar, jadi hilang dari teksnya",
                shown(f"{event.value} {m[1]}"),
                remedy=f"{_QUOTE}; bila memang komentar, beri spasi sesudah #",
                severity=Severity.WARNING,
            )
            self.source.faults.append(((end.line + 1, m.start(1) + 1), fault))
        return None if event.value.lower() in _NOTHING else str(event.value)

    def sequence(self, loc: Loc, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*loc, len(items)), depth + 1))
        return items

    def mapping(self, loc: Loc, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.stop(
                    event,
                    "kunci",
                    "sebelum titik dua harus ada satu kata kunci",
                    "periksa indentasi dan kurung; teks yang diawali [ { * atau & diapit tanda kutip",
                )
            self.check_signs(event)
            key, place = str(event.value), _place(event)
            if glued := event.implicit[0] and re.match(r"-(?=\w)", key):
                key = key[glued.end() :]
                remedy = f"tulis '- {shown(key, 40)}: …'"
                self.note(event, "spasi", "sesudah tanda - di awal butir harus ada spasi", remedy)
            here = (*loc, key)
            if key not in items:
                self.source.keys[here] = place
                items[key] = self.value(next(self.events), here, depth + 1)
                continue
            if not glued:
                self.note(
                    event,
                    "kunci-ganda",
                    f"'{shown(key, 40)}' sudah ditulis di baris {self.source.keys[here][0]}",
                    "hapus salah satu, atau gabungkan; bila ini butir baru dalam daftar, awali dengan '- '",
                    here,
                )
            self.value(next(self.events), (*here, "(kedua)"), depth + 1)
        return items

    def note(self, event: Any, code: str, message: str, remedy: str, loc: Loc = ()) -> None:
        self.source.faults.append((_place(event), Fault(loc, code, message, remedy=remedy)))
        if len(self.source.faults) >= MAX_FAULTS:
            raise _Stop

    def stop(self, event: Any, code: str, message: str, remedy: str) -> NoReturn:
        self.note(event, code, message, remedy)
        raise _Stop


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1
