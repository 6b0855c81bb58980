"""`sop revisi`: keeps the definition of an SOP as it stands, and begins its next revision."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ...catalogue.files import HISTORY
from ...catalogue.model import BrokenSop, Catalogue, SopEntry
from ...definition.editing import NotEditable
from ...definition.fields import Baris
from ...definition.findings import Severity
from ...definition.reading.reader import read_definition
from ...definition.sop import Sop
from ...definition.tanggal import DateFault, Tanggal, read_date, surely_before
from ...refused import RefusedError
from ...store.digest import text_digest
from ...store.whole_file import write
from ..definitions import add_root, builder_for, find_root
from ..lookup import find_sop
from ..outcome import OK
from ..parser import Commands
from ..paths import real, shown, typed
from .text import Kept, next_revision


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "revisi",
        help="simpan naskah SOP seperti adanya, lalu mulai revisi berikutnya",
        description="Simpan naskah sebuah SOP seperti adanya di folder riwayat, lalu mulai revisi berikutnya di berkasnya: nomornya naik,\n"
        "tanggalnya ditulis, alasannya dicatat. Komentar dan tata letak berkas tetap; naskah lama tidak pernah ditimpa.\n"
        "Jalankan ini sebelum menyunting isinya.",
    )
    parser.add_argument("sop", metavar="SOP", help="id SOP, nama berkasnya, atau berkasnya")
    parser.add_argument(
        "--alasan", required=True, metavar="TEKS", help='mengapa direvisi, misalnya "Loket pindah"'
    )
    parser.add_argument("--tanggal", metavar="TANGGAL", help="tanggal revisi; tanpa ini: hari ini")
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    day, why = _day(args.tanggal), _reason(args.alasan)
    path = Path(args.sop)
    root = find_root(args.root, [path] if path.is_file() else ())
    entry = _entry(builder_for(root).build(), args.sop, path, root)
    _may_be_revised(entry, day)
    file = root / entry.path
    kept = file.parent / HISTORY / file.stem / f"rev-{entry.sop.revision}.yml"
    text = _next(entry, kept.name, day, why, file)
    _write(root, kept, entry.source, file, text)
    number = entry.sop.revision
    print(
        f"Disimpan: {shown(kept)} (revisi {number})\n"
        f"Sunting isinya: {shown(file)} (revisi {number + 1}, {day.tampil})\n"
        f"Sesudah itu periksa: sop check {typed(file)}\n"
        f"Yang berubah: sop beda {typed(kept)} {typed(file)}"
    )
    return OK


def _day(said: str | None) -> Tanggal:
    try:
        day = read_date(said if said is not None else date.today().isoformat())
    except DateFault as fault:
        raise RefusedError(f"--tanggal: {fault}; {fault.remedy}") from None
    if not day.iso:
        raise RefusedError("--tanggal: tulis tanggalnya, misalnya 2026-03-04 atau 4 Maret 2026")
    return day


def _reason(said: str) -> str:
    try:
        return TypeAdapter(Baris).validate_python(said)
    except ValidationError as error:
        raise RefusedError(f"--alasan: {error.errors()[0]['msg']}") from None


def _entry(catalogue: Catalogue, said: str, path: Path, root: Path) -> SopEntry:
    if not path.is_file():
        return find_sop(catalogue, said)
    place = real(path)
    inside = place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
    items: list[SopEntry | BrokenSop] = [*catalogue.sops, *catalogue.broken]
    found = next((item for item in items if item.path == inside), None)
    if isinstance(found, SopEntry):
        return found
    if found:
        raise RefusedError(f"{shown(path)} belum terbaca; periksa dengan 'sop check'")
    raise RefusedError(f"{shown(path)} bukan definisi SOP di folder definisi '{shown(root)}'")


def _may_be_revised(entry: SopEntry, day: Tanggal) -> None:
    if entry.present:
        raise RefusedError(
            f"'{entry.id}' naskah lama; yang direvisi ialah yang sekarang, '{entry.present.id}'"
        )
    if any(found.severity is Severity.ERROR for found in entry.findings):
        raise RefusedError(
            f"'{entry.id}' bergalat, jadi naskahnya belum layak disimpan; periksa dengan 'sop check'"
        )
    if entry.sop.keadaan == "konsep":
        raise RefusedError(
            f"'{entry.id}' masih konsep; sunting langsung berkasnya. Revisi baru ada sesudah sebuah SOP berlaku"
        )
    if not entry.in_force:
        raise RefusedError(f"'{entry.id}' sudah {entry.sop.keadaan}, jadi tidak direvisi lagi")
    last = _last_day(entry)
    if last and surely_before(day, last):
        raise RefusedError(
            f"tanggal revisi ({day.tampil}) mendahului yang terakhir ({last.tampil}); betulkan --tanggal"
        )


def _last_day(entry: SopEntry) -> Tanggal | None:
    """Of the revision as it stands."""
    if entry.revisions:
        return entry.revisions[-1].day
    dates = entry.sop.tanggal
    known = (*reversed(dates.revisi), dates.pembuatan) if dates else ()
    return next((one for one in known if one and one.iso), None)


def _next(entry: SopEntry, name: str, day: Tanggal, reason: str, file: Path) -> bytes:
    kept = Kept(name, text_digest(entry.source), _last_day(entry))
    try:
        text = next_revision(entry.source.decode("utf-8"), entry.sop, kept, day, reason)
    except NotEditable as refusal:
        raise RefusedError(f"{shown(file)}: {refusal}") from None
    data = text.encode("utf-8")
    read = read_definition(entry.path, data, Sop).model
    if read is None or read.revision != entry.sop.revision + 1:
        raise RefusedError(
            f"{shown(file)}: revisi berikutnya tidak dapat ditulis otomatis; tulis 'riwayat' dan 'tanggal' dengan tangan"
        )
    return data


def _write(root: Path, kept: Path, old: bytes, file: Path, new: bytes) -> None:
    """Both or none; never over what was kept, nor through a link."""
    if any(
        place.is_symlink() for place in (file, *file.parents) if place.is_relative_to(root) and place != root
    ):
        raise RefusedError(f"{shown(file)} ada di balik tautan (symlink), jadi tidak ditulis")
    for folder in (kept.parent.parent, kept.parent):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise RefusedError(f"{shown(folder)} bukan folder biasa; ganti namanya, lalu ulangi")
    if file.read_bytes() != old:
        raise RefusedError(f"{shown(file)} berubah selagi dibaca; ulangi perintahnya")
    made = [folder for folder in (kept.parent.parent, kept.parent) if not folder.exists()]
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        with kept.open("xb") as out:
            out.write(old)
    except FileExistsError:
        raise RefusedError(
            f"{shown(kept)} sudah ada, dan naskah lama tidak pernah ditimpa; sebutkan di 'riwayat', atau pindahkan"
        ) from None
    try:
        write(file, new)
    except BaseException:
        kept.unlink()
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
