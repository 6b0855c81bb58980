"""YAML text to plain values, with the place of every one of them.

Every scalar stays the text its author wrote: `001`, `no`, `2018-13-01` keep their letters, and what they
mean is decided by the field they stand in. Only the events of libyaml are used, so nothing is built, expanded
or executed before it has been counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .findings import Fault, Loc, shown
from .yaml_faults import explain_yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_VALUES = 50_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset(("", "~", "null"))

Place = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(slots=True)
class Source:
    """One file's values and where each stands."""

    value: Any = None
    places: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    faults: list[tuple[Place, Fault]] = field(default_factory=list)
    """Faults of the text itself, which know their place already."""

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
            if (isinstance(value, dict) and part in value) or (isinstance(value, list) and isinstance(part, int)):
                out.append(part)
                value = self.lookup(tuple(out))
        return tuple(out)


class _Stop(Exception):
    """The text cannot be read on; the fault is already noted."""


def decode(data: bytes) -> tuple[str, list[tuple[Place, Fault]]]:
    """Bytes to text: UTF-8, with or without the mark that Windows Notepad writes."""
    if len(data) > MAX_BYTES:
        fault = Fault(
            (),
            "berkas-besar",
            f"berkas berukuran {len(data) / 1e6:.1f} MB, terlalu besar untuk satu SOP",
            expected=f"paling besar {MAX_BYTES // 1_000_000} MB",
            remedy="pecah menjadi beberapa SOP, atau periksa apakah ini memang berkas definisi",
        )
        return "", [((1, 1), fault)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [((1, 1), _encoding("UTF-16"))]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return "", [((line, column), _encoding("bukan UTF-8", data[error.start : error.start + 1]))]


def _encoding(found: str, byte: bytes = b"") -> Fault:
    return Fault(
        (),
        "pengodean",
        f"huruf di berkas ini tidak terbaca ({found})",
        value=repr(byte)[2:-1],
        expected="teks UTF-8",
        remedy="buka di Notepad, pilih Simpan Sebagai, lalu pilih Pengodean: UTF-8",
    )


def read_yaml(data: bytes) -> Source:
    """Read one file; whatever happens, the answer is a Source, with faults where something is wrong."""
    text, faults = decode(data)
    source = Source(faults=faults)
    if faults:
        return source
    try:
        _Reader(source).document(yaml.parse(text, Loader=_LOADER))
    except _Stop:
        source.value = None
    except yaml.YAMLError as error:
        source.value = None
        source.faults.append(explain_yaml(error, text))
    except (ValueError, OverflowError) as error:  # PyYAML's own reader on odd characters
        source.value = None
        source.faults.append(((1, 1), Fault((), "yaml", f"berkas tidak terbaca: {shown(error)}")))
    return source


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.count = 0

    def document(self, events: Iterator[yaml.Event]) -> None:
        self.events = events
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.stop(
                        event,
                        "dua-dokumen",
                        "ada garis '---' kedua di tengah berkas",
                        "satu berkas memuat satu SOP: hapus garisnya, atau pindahkan ke berkas lain",
                    )
                self.source.value = self.value(next(events), (), 0)
        if documents == 0 or self.source.value is None:
            fault = Fault(
                (), "berkas-kosong", "berkas ini kosong", remedy="tulis definisinya, atau hapus berkasnya"
            )
            self.source.faults.append(((1, 1), fault))

    def value(self, event: yaml.Event, loc: Loc, depth: int) -> Any:
        mark = event.start_mark
        self.source.places[loc] = (mark.line + 1, mark.column + 1)
        self.count += 1
        if self.count > MAX_VALUES:
            self.stop(
                event,
                "terlalu-banyak",
                f"berkas memuat lebih dari {MAX_VALUES} isian",
                "pecah menjadi beberapa SOP",
            )
        if depth > MAX_DEPTH:
            self.stop(
                event,
                "terlalu-dalam",
                f"isian bertumpuk lebih dari {MAX_DEPTH} tingkat",
                "periksa kurung dan indentasinya",
            )
        if isinstance(event, yaml.AliasEvent):
            self.stop(
                event,
                "alias",
                f"'*{shown(event.anchor, 30)}' terbaca sebagai alias YAML, yang tidak dipakai di sini",
                'teks yang diawali * atau & harus diapit tanda kutip, misalnya "*) catatan"',
            )
        if getattr(event, "anchor", None):
            self.stop(
                event,
                "alias",
                f"'&{shown(event.anchor, 30)}' terbaca sebagai jangkar YAML, yang tidak dipakai di sini",
                'teks yang diawali * atau & harus diapit tanda kutip, misalnya "& lampiran"',
            )
        if getattr(event, "tag", None):
            self.stop(
                event,
                "tag",
                f"'{shown(event.tag, 30)}' terbaca sebagai tag YAML, yang tidak dipakai di sini",
                "teks yang diawali ! harus diapit tanda kutip",
            )
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            return None if plain and event.value.lower() in _EMPTY else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(loc, depth)
        return self.mapping(loc, depth)

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
                    "periksa indentasi dan kurung; teks yang diawali [ { * & diapit tanda kutip",
                )
            if event.tag or event.anchor:
                self.stop(event, "kunci", "kunci tidak boleh diawali ! atau &", "hapus tandanya")
            key, mark = event.value, event.start_mark
            here = (*loc, key)
            place = (mark.line + 1, mark.column + 1)
            if key not in items:
                self.source.keys[here] = place
                items[key] = self.value(next(self.events), here, depth + 1)
                continue
            first = self.source.keys[here][0]
            fault = Fault(
                here,
                "kunci-ganda",
                f"'{shown(key)}' ditulis dua kali; yang pertama di baris {first}",
                remedy="gabungkan keduanya, atau hapus salah satu",
            )
            self.source.faults.append((place, fault))
            self.value(next(self.events), (*here, "(kedua)"), depth + 1)
        return items

    def stop(self, event: yaml.Event, code: str, message: str, remedy: str) -> None:
        mark = event.start_mark
        self.source.faults.append(((mark.line + 1, mark.column + 1), Fault((), code, message, remedy=remedy)))
        raise _Stop
