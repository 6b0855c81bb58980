"""`sop impor`: documents that an office has already become definitions."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from ...catalogue.files import Kind
from ...refused import RefusedError
from ..definitions import add_root, find_root
from ..new import schema_at, unit_folder
from ..outcome import FINDINGS, OK
from ..parser import Commands
from ..paths import real, shown
from .counting import Counting
from .folder import PROPOSED, ReportFolder
from .kinds import kind_of, read_in_folders
from .overview import Outcome, note, summary, told
from .proposed import Proposals
from .session import Session
from .shown import Office
from .writer import Became, Placed, State

REPORT = "laporan-impor"
_FORM = (Kind.PEMDA, Kind.UNIT)
_REGISTERS = (*_FORM, Kind.ROLES, Kind.LAWS)


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "impor",
        help="jadikan SOP yang sudah ada di Word, Excel, atau PDF definisi",
        description="Baca SOP yang sudah ada (Word, Excel, PDF, atau teks) menjadi definisi, lengkap dengan bagannya.\n"
        "Yang meragukan ditandai '# PERIKSA: …' di barisnya, dan ditunjukkan di laporan di sebelah dokumennya.\n"
        "Berkas yang sudah ada tidak pernah ditimpa. Yang sudah terbaca dan tidak berubah tidak dibaca lagi.",
        epilog="Kode keluar: 0 semua terbaca, 1 ada yang gagal, 2 salah pakai.\n\n"
        "Contoh:\n  sop impor surat-masuk.pdf\n  sop impor SOP-lama/ --unit balangan/dinas-kesehatan",
    )
    parser.add_argument("sumber", metavar="BERKAS|FOLDER", nargs="+", type=Path,
                        help="dokumen, atau folder yang semua dokumennya dibaca")  # fmt: skip
    parser.add_argument("--unit", metavar="PEMDA/UNIT", help="folder unit; tanpa ini: unit tempat Anda berada, atau satu-satunya yang ada")  # fmt: skip
    parser.add_argument("--laporan", metavar="FOLDER", type=Path,
                        help=f"folder laporannya (bawaan: {REPORT} di sebelah folder definisi)")  # fmt: skip
    parser.add_argument("--kerja", metavar="N", type=int, default=min(2, os.cpu_count() or 1),
                        help="berapa dokumen dibaca sekaligus (bawaan: dua, bila prosesornya lebih dari satu)")  # fmt: skip
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.kerja < 1:
        raise RefusedError(f"--kerja {args.kerja}: paling sedikit 1")
    files = list(dict.fromkeys(_files(args.sumber)))
    if not files:
        raise RefusedError("tidak ada dokumen yang dapat dibaca di sana (Word, Excel, PDF, atau .txt)")
    _check_installed(files)
    root = find_root(args.root)
    unit = unit_folder(args.unit, root)
    folder = ReportFolder(args.laporan or root.parent / REPORT)
    _check_folder(folder, root)
    office, around = (_office(unit, root, kinds) for kinds in (_FORM, _REGISTERS))
    session = Session(office, around, root, unit, folder)
    _work(session, files, args.kerja)
    _tell_end(session, session.close(stopped=False))
    return FINDINGS if told(session.outcomes)[State.FAILED] else OK


def _work(session: Session, files: Sequence[Path], workers: int) -> None:
    counting = Counting(len(files))
    counting.show()
    try:
        for outcome, known in session.run(files, min(workers, len(files))):
            counting.clear()
            for line in _lines(outcome):
                print(line, flush=True)
            counting.done += 1
            counting.read += not known
            counting.show()
    except KeyboardInterrupt:
        counting.clear()
        session.close(stopped=True)
        print(
            f"Dihentikan setelah {len(session.outcomes)} dari {len(files)} berkas. Jalankan lagi perintah yang sama: "
            "yang sudah terbaca tidak dibaca ulang."
        )
        raise


def _lines(outcome: Outcome) -> Iterator[str]:
    if outcome.failure:
        yield f"{State.FAILED:<14} {outcome.name}: {outcome.failure}"
    for one in outcome.placed:
        yield f"{one.state:<14} {outcome.name} → {shown(one.target)}: {_said(one)}"


def _said(one: Placed) -> str:
    said = f"{one.sop.symbols} simbol, {one.sop.arrows} panah"
    if why := note(one):
        said += f"; {why}"
    if one.became is Became.THERE:
        said += " (sudah diimpor; tidak ditulis lagi)"
    if one.change:
        said += f" (definisi yang ada dibiarkan; yang lain: {'; '.join(one.change.said) or 'lihat laporan'})"
    return said


def _tell_end(session: Session, found: Proposals) -> None:
    print(summary(session.outcomes))
    for copy in found.copies:
        print(f"Ada dua kali: {copy}")
    if found.roles or found.laws:
        print(
            f"Belum terdaftar: {len(found.roles)} pelaksana, {len(found.laws)} peraturan; usulannya di "
            f"{shown(session.folder.path / PROPOSED)}."
        )
    print(f"Periksa hasilnya di sebelah dokumennya: buka {shown(session.folder.path / 'index.html')}.")


def _office(unit: Path, root: Path, kinds: Sequence[Kind]) -> Office:
    """With what files of these kinds say in the unit's folder and above it."""
    places = [folder / f"{kind}.yml" for folder in (root, unit.parent, unit) for kind in kinds]
    files = {place.relative_to(root).as_posix(): place.read_bytes() for place in places if place.is_file()}
    return Office(unit.relative_to(root).as_posix(), files, schema_at(root))


def _check_folder(folder: ReportFolder, root: Path) -> None:
    place = real(folder.path)
    if place.is_relative_to(root) or root.is_relative_to(place):
        raise RefusedError(
            f"'{folder.path}' bertumpuk dengan folder definisi; pakai --laporan dengan folder lain"
        )
    folder.check()


def _check_installed(files: Sequence[Path]) -> None:
    for kind in dict.fromkeys(kind_of(file) for file in files):
        if kind and kind.package and find_spec(kind.package) is None:
            raise RefusedError(
                f'membaca {kind.name} memerlukan {kind.package}; pasang dengan: pip install "sop-catalogue[impor]"'
            )


def _files(named: Sequence[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if read_in_folders(p) and p.is_file())
        elif not path.is_file():
            raise RefusedError(f"'{path}' tidak ada")
        elif not kind_of(path):
            raise RefusedError(
                f"'{path}' bukan Word, Excel, PDF, gambar, atau teks; buka di program asalnya, lalu simpan sebagai PDF"
            )
        else:
            yield path
