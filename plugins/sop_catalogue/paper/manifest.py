"""What a binder holds, sheet by sheet: written with every printing, so that the next prints only what has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from .settings import PaperSettings
from .values import PrintedSop, Sheet

VERSION = 1
KIND = "daftar-lembar-sop"
_HELP = "pakai berkas .manifest.json yang ditulis 'sop pdf', atau cetak ulang seluruhnya"


class ManifestError(ValueError):
    """A file that is no manifest, or one that cannot be compared with; says why."""


@dataclass(frozen=True, slots=True)
class SheetRecord:
    number: str
    """As printed at its foot."""
    kind: str
    hash: str


@dataclass(frozen=True, slots=True)
class SopRecord:
    id: str
    title: str
    sheets: tuple[SheetRecord, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    scope: str
    """What was printed, as `sop pdf` is told it; empty for the whole catalogue."""
    settings: Mapping[str, Any]
    """Of the paper: sheets of another layout cannot stand beside these."""
    sops: tuple[SopRecord, ...]


def manifest(scope: str, settings: PaperSettings, sops: Iterable[SopRecord]) -> Manifest:
    layout = {key: value for key, value in asdict(settings).items() if key != "pdf"}
    return Manifest(scope, layout, tuple(sops))


def record_of(sop: PrintedSop) -> SopRecord:
    return SopRecord(sop.id, sop.title, tuple(SheetRecord(s.number, s.kind, s.hash) for s in sop.sheets))


def to_json(manifest: Manifest) -> str:
    record = {
        "jenis": KIND,
        "versi": VERSION,
        "lingkup": manifest.scope,
        "pengaturan": dict(manifest.settings),
        "sop": [
            {
                "id": sop.id,
                "judul": sop.title,
                "lembar": [{"nomor": s.number, "macam": s.kind, "sidik": s.hash} for s in sop.sheets],
            }
            for sop in manifest.sops
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def from_json(text: bytes) -> Manifest:
    """Raises `ManifestError`."""
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise ManifestError(f"bukan JSON; {_HELP}") from None
    if not isinstance(record, dict) or record.get("jenis") != KIND:
        raise ManifestError(f"bukan daftar lembar SOP; {_HELP}")
    if record.get("versi") != VERSION:
        raise ManifestError(
            f"ditulis oleh versi lain ({record.get('versi')!r}, bukan {VERSION}); cetak ulang seluruhnya"
        )
    try:
        sops = tuple(_sop(item) for item in _list(record["sop"]))
        scope, settings = _text(record["lingkup"]), record["pengaturan"]
    except (KeyError, TypeError):
        raise ManifestError(f"isinya tidak lengkap; {_HELP}") from None
    if not isinstance(settings, dict) or len({sop.id for sop in sops}) < len(sops):
        raise ManifestError(f"isinya tidak lengkap; {_HELP}")
    return Manifest(scope, settings, sops)


def _sop(item: Any) -> SopRecord:
    sheets = tuple(
        SheetRecord(_text(s["nomor"]), _text(s["macam"]), _text(s["sidik"])) for s in _list(item["lembar"])
    )
    return SopRecord(_text(item["id"]), _text(item["judul"]), sheets)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


@dataclass(frozen=True, slots=True)
class Change:
    """What to do in the binder for one SOP. Sheets are counted from 1."""

    title: str
    what: str
    """`baru`, `dicabut` or `berubah`."""
    number: str
    """What its first sheet is numbered, today or when it was last printed."""
    out: tuple[int, ...]
    put: tuple[int, ...]
    sop: PrintedSop | None
    """Its sheets of today; None for one that is gone."""


def changes(before: Manifest, now: Sequence[PrintedSop], bolak_balik: bool) -> list[Change]:
    """In the order of today; what is gone stands last."""
    old = {record.id: record for record in before.sops}
    found = []
    for sop in now:
        record = old.get(sop.id)
        if record is None:
            found.append(Change(sop.title, "baru", _number(sop.sheets), (), _all(sop.sheets), sop))
        elif change := _changed(record, sop, bolak_balik):
            found.append(change)
    today = {sop.id for sop in now}
    gone = [record for record in before.sops if record.id not in today]
    return found + [
        Change(record.title, "dicabut", _number(record.sheets), _all(record.sheets), (), None)
        for record in gone
    ]


def _changed(record: SopRecord, sop: PrintedSop, bolak_balik: bool) -> Change | None:
    old, new = [sheet.hash for sheet in record.sheets], [sheet.hash for sheet in sop.sheets]
    most = max(len(old), len(new))
    differs = {i for i in range(most) if i >= len(old) or i >= len(new) or old[i] != new[i]}
    if bolak_balik:  # both sides of a leaf go together
        differs |= {i ^ 1 for i in differs}
    if not differs:
        return None
    out = tuple(i + 1 for i in sorted(differs) if i < len(old))
    put = tuple(i + 1 for i in sorted(differs) if i < len(new))
    return Change(sop.title, "berubah", _number(sop.sheets), out, put, sop)


def _number(sheets: Sequence[Sheet] | Sequence[SheetRecord]) -> str:
    return sheets[0].number if sheets else ""


def _all(sheets: Sequence[object]) -> tuple[int, ...]:
    return tuple(range(1, len(sheets) + 1))


def only(change: Change) -> PrintedSop | None:
    """The sheets to put in."""
    if not change.sop or not change.put:
        return None
    sheets: tuple[Sheet, ...] = tuple(change.sop.sheets[number - 1] for number in change.put)
    return PrintedSop(change.sop.id, change.sop.title, sheets)
