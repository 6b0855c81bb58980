"""`sop impor`: documents that an office has already become definitions."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from ..refused import RefusedError
from .definitions import add_root, find_root
from .impor_reader import Answer, Imported, Reader
from .new import file_name, schema_at, unit_folder
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import shown

KINDS = (".pdf",)
READY, TO_SEE, FAILED = "siap", "perlu dilihat", "gagal"
_MOST_NAMESAKES, _LONGEST_NAME = 500, 55
_SOURCE = re.compile(r"SHA-256 [0-9a-f]{16}")


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
    if find_spec("pypdfium2") is None:
        raise RefusedError(
            'membaca PDF memerlukan pypdfium2; pasang dengan: pip install "sop-catalogue[impor]"'
        )
    files = list(dict.fromkeys(_files(args.sumber)))
    if not files:
        raise RefusedError("tidak ada PDF di sana; simpan dokumennya sebagai PDF dahulu")
    root = find_root(args.root)
    writer = _Writer(unit_folder(args.unit, root))
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


def _files(named: Sequence[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in KINDS and p.is_file())
        elif not path.is_file():
            raise RefusedError(f"'{path}' tidak ada")
        elif path.suffix.lower() not in KINDS:
            raise RefusedError(f"'{path}' bukan PDF; buka di Word atau Excel, lalu simpan sebagai PDF")
        else:
            yield path


@dataclass(frozen=True, slots=True)
class _Line:
    """What became of one SOP, or of a document in which there is none."""

    state: str
    file: Path
    about: str

    def __str__(self) -> str:
        return f"{self.state:<14} {shown(self.file)}{self.about}"


@dataclass(slots=True)
class _Writer:
    """Writes definitions into a unit's folder; never over another file."""

    folder: Path

    def lines(self, file: Path, answer: Answer) -> Iterator[_Line]:
        if isinstance(answer, str):
            yield _Line(FAILED, file, f": {answer}")
            return
        for sop in answer:
            yield self._written(file, sop)

    def _written(self, file: Path, sop: Imported) -> _Line:
        target, new = self._place(sop)
        if new:
            with target.open("x", encoding="utf-8", newline="\n") as out:
                out.write(sop.text)
        state = TO_SEE if sop.doubts or sop.faults or not sop.symbols else READY
        about = f" → {shown(target)}: {sop.symbols} simbol, {sop.arrows} panah"
        if sop.doubts:
            about += f", {sop.doubts} perlu diperiksa"
        if sop.faults:
            about += f"; galat: {sop.faults[0]}"
        return _Line(state, file, about if new else f"{about} (sudah diimpor; tidak ditulis lagi)")

    def _place(self, sop: Imported) -> tuple[Path, bool]:
        """Beside a namesake, unless that was read from the same document."""
        name = _name(sop)
        for k in range(1, _MOST_NAMESAKES):
            target = self.folder / f"{name if k == 1 else f'{name}-{k}'}.yml"
            if not target.exists():
                return target, True
            if _same_source(target, sop):
                return target, False
        raise RefusedError(f"terlalu banyak berkas bernama {name}.yml di {shown(self.folder)}")


def _name(sop: Imported) -> str:
    """With room for the number of a namesake."""
    try:
        return file_name(sop.name)[:_LONGEST_NAME].strip("-")
    except RefusedError:
        return "sop-impor"


def _same_source(target: Path, sop: Imported) -> bool:
    mark = _SOURCE.search(sop.text)
    try:
        return mark is not None and mark[0] in target.read_text("utf-8", errors="replace")
    except OSError:
        return False


def _summary(told: Counter[str]) -> str:
    return ", ".join(f"{told[state]} {state}" for state in (READY, TO_SEE, FAILED)) + "."
