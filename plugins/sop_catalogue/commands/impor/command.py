"""`sop impor`: documents that an office has already become definitions."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from ...refused import RefusedError
from ..definitions import add_root, find_root
from ..new import schema_at, unit_folder
from ..outcome import FINDINGS, OK
from ..parser import Commands
from .kinds import kind_of, read_in_folders
from .reader import Reader
from .writer import FAILED, READY, TO_SEE, Writer


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "impor",
        help="jadikan PDF SOP yang sudah ada definisi",
        description="Baca SOP yang sudah ada (PDF dari Word, Excel, atau Visio) menjadi definisi, lengkap dengan bagannya.\n"
        "Yang meragukan ditandai '# PERIKSA: …' di barisnya. Berkas yang sudah ada tidak pernah ditimpa.",
        epilog="Kode keluar: 0 semua terbaca, 1 ada yang gagal, 2 salah pakai.\n\n"
        "Contoh:\n  sop impor surat-masuk.pdf\n  sop impor SOP-lama/ --unit balangan/dinas-kesehatan",
    )
    parser.add_argument("sumber", metavar="BERKAS|FOLDER", nargs="+", type=Path,
                        help="berkas PDF, atau folder yang semua PDF-nya dibaca")  # fmt: skip
    parser.add_argument("--unit", metavar="PEMDA/UNIT", help="folder unit; tanpa ini: unit tempat Anda berada, atau satu-satunya yang ada")  # fmt: skip
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    files = list(dict.fromkeys(_files(args.sumber)))
    if not files:
        raise RefusedError("tidak ada PDF di sana; simpan dokumennya sebagai PDF dahulu")
    _check_installed(files)
    root = find_root(args.root)
    writer = Writer(unit_folder(args.unit, root))
    told: Counter[str] = Counter()
    with Reader(schema_at(root)) as reader:
        for k, file in enumerate(files, 1):
            _counting(f"Membaca {k} dari {len(files)} berkas")
            answer = reader.read(file)
            _counting("")
            for line in writer.lines(file, answer):
                told[line.state] += 1
                print(line, flush=True)
    print(_summary(told))
    if told[TO_SEE]:
        print(
            "Cari '# PERIKSA' di berkas yang perlu dilihat, bandingkan dengan dokumennya, lalu hapus tandanya."
        )
    return FINDINGS if told[FAILED] else OK


def _counting(text: str) -> None:
    """On a terminal, in a line that the next one takes."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


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
            raise RefusedError(f"'{path}' bukan PDF; buka di Word atau Excel, lalu simpan sebagai PDF")
        else:
            yield path


def _summary(told: Counter[str]) -> str:
    return ", ".join(f"{told[state]} {state}" for state in (READY, TO_SEE, FAILED)) + "."
