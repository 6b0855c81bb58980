"""`sop pdf`: sheets for the ring binder, as PDF; all, or only those that changed."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..catalogue.changes import ended
from ..catalogue.model import Catalogue
from ..chart import Studio
from ..chart.graphviz.engine import LocalGraphviz
from ..paper.binder.binder import Chapter
from ..paper.binder.swap import swap_sheets
from ..paper.changes import changes, only
from ..paper.choice import Item
from ..paper.kept import KeptSheets
from ..paper.manifest import (
    Manifest,
    ManifestError,
    SopRecord,
    from_json,
    manifest,
    record_of,
    to_json,
)
from ..paper.qr import QrMarks, qr_marks
from ..paper.settings import DEFAULT, PaperSettings, SettingError, settings_from
from ..press.book import Book
from ..press.job import Job
from ..press.links import Outside, elsewhere
from ..press.piece import Piece
from ..press.press import set_up
from ..refused import RefusedError
from .definitions import add_root, builder_for, find_root
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import shown
from .pdf_held import beside_in, held_in, tell_beside, tell_held, tell_left_out
from .pdf_scope import Scope, about_of, followed, job_of, narrowed
from .progress import Progress
from .site import Site, site_of

ENDING = ".pdf"
MANIFEST = ".manifest.json"
_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
_PAPER = (
    ("kertas", "UKURAN", "A4, F4, Letter, atau Legal"),
    ("kertas_lebar", "UKURAN", "F4, Legal, atau A3 bagi SOP yang bagannya terlalu lebar"),
    ("kerapatan", "CARA", "rapat, biasa, atau lega"),
    ("jilid", "MM", "margin di sisi jilid"),
    ("bolak_balik", "YA|TIDAK", "dicetak di kedua sisi kertas"),
    ("kaki_bebas", "MM", "bagian bawah yang dikosongkan"),
    ("logo", "YA|TIDAK", "dengan lambang"),
    ("catatan_salinan", "TEKS", "catatan di kaki lembar"),
    ("nomor_lembar", "POLA", "nomor di kaki lembar"),
    ("tidak_berlaku", "YA|TIDAK", "buku memuat juga SOP yang sudah diganti atau dicabut"),
    ("pengesahan", "YA|TIDAK", "buku dengan lembar pengesahan"),
    ("riwayat", "YA|TIDAK", "buku dengan lembar riwayat revisi"),
    ("distribusi", "YA|TIDAK", "buku dengan daftar distribusi"),
    ("lampiran_keputusan", "YA|TIDAK", "keputusan di buku dengan lampiran daftar SOP"),
    ("punggung", "YA|TIDAK", "buku dengan label punggung ordner"),
)
"""The settings of mkdocs.yml that can be said here as well."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "pdf",
        help="cetak SOP, unit kerja, atau buku SOP ke PDF",
        description="Cetak lembar-lembar SOP ke PDF dengan Chromium, Chrome, atau Edge di komputer ini. Di samping PDF ditulis\n"
        f"daftar lembarnya (*{MANIFEST}); dengan --sejak hanya lembar yang berubah sesudah itu yang dicetak.\n"
        "Pengaturan kertas dibaca dari mkdocs.yml (cetak:), kecuali disebut di sini.",
        epilog="SOP yang menurut 'sop check' galat tidak dicetak; kode keluarnya lalu 1 (0 tercetak semua, 2 salah pakai).\n\n"
        "Contoh:\n  sop pdf surat-masuk\n  sop pdf balangan/dinas-kesehatan --kertas F4 --bolak-balik ya\n"
        "  sop pdf --binder -o buku.pdf\n  sop pdf --sejak buku.manifest.json -o perubahan.pdf",
    )
    parser.add_argument("apa", metavar="APA", nargs="?",
                        help="PEMDA/UNIT/SOP, nama SOP saja (revisi lama: SOP/riwayat/NOMOR), atau PEMDA/UNIT; dengan --binder atau --sejak boleh tanpa ini")  # fmt: skip
    parser.add_argument("-o", "--output", type=Path, metavar="BERKAS|FOLDER", help="berkas .pdf, atau folder hasil (bawaan: folder ini)")  # fmt: skip
    parser.add_argument("--binder", action="store_true", help="buku SOP lengkap untuk ordner: sampul, daftar isi, pembatas, daftar di belakang")  # fmt: skip
    parser.add_argument("--peran", metavar="ID", help="buku tugas satu peran: semua SOP tempat ia bekerja")
    parser.add_argument("--sejak", type=Path, metavar="MANIFEST", help="hanya yang berubah sejak daftar lembar ini, dipimpin daftar cabut dan pasang")  # fmt: skip
    many = parser.add_mutually_exclusive_group()
    many.add_argument("--satu-berkas", action="store_true", help="semua dalam satu berkas (bawaan)")
    many.add_argument(
        "--per-sop", action="store_true", help="satu berkas untuk setiap SOP, di dalam folder -o"
    )
    for key, metavar, help_ in _PAPER:
        parser.add_argument(f"--{key.replace('_', '-')}", metavar=metavar, help=help_)
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--draf", action="store_const", const="ya", help="cetak juga yang galat; setiap lembar bertanda KONSEP")  # fmt: skip
    state.add_argument("--resmi", action="store_const", const="tidak", dest="draf", help="lembar resmi, walau pengaturan atau daftar lembarnya konsep")  # fmt: skip
    parser.add_argument("--situs", metavar="ALAMAT", help="alamat situs untuk kode QR (bawaan: site_url di mkdocs.yml)")  # fmt: skip
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    root = find_root(args.root)
    site = site_of(root)
    before = _read(args.sejak) if args.sejak else None
    scope = _scope(args, before)
    paper = _paper(args, before, site)
    marks = _marks(args, before, site)
    builder = builder_for(root)
    catalogue = builder.build(site.privacy.paper)
    before = followed(before, catalogue) if before else None
    held = held_in(catalogue, scope, paper)
    beside = beside_in(catalogue, scope, builder.prefix)
    tell_held(held, builder.prefix)
    tell_beside(beside)
    tell_left_out(catalogue, scope, paper)
    try:
        sheets = KeptSheets(paper, Studio(LocalGraphviz()), marks)
        job = job_of(catalogue, scope, sheets, site.name, before.orders if before else {})
    except RefusedError:
        if held or beside:  # which has been told
            return FINDINGS
        raise
    if args.per_sop and before:
        raise RefusedError("--sejak menghasilkan satu berkas; tinggalkan --per-sop")
    before, staying = _parted(narrowed(before, scope, catalogue), held) if before else (None, ())
    task = _Task(
        catalogue,
        paper,
        elsewhere(catalogue, marks),
        _target(args.output, job, args.per_sop),
        manifest(scope.text, paper, [*map(record_of, job.sops), *staying], marks),
    )
    if marks is None:
        print(
            "Tanpa kode QR: site_url belum diatur di mkdocs.yml (atau sebutkan dengan --situs).",
            file=sys.stderr,
        )
    if before:
        task.changed(job, before)
    elif args.per_sop:
        task.each(job)
    else:
        task.whole(job)
    return FINDINGS if held or beside else OK


def _parted(before: Manifest, held: Sequence[Item]) -> tuple[Manifest, Sequence[SopRecord]]:
    """The list without what is at fault now; of that, the sheets stay where they are."""
    ids = {item.id for item in held}
    staying = [record for record in before.sops if record.id in ids]
    return replace(before, sops=tuple(record for record in before.sops if record.id not in ids)), staying


@dataclass(frozen=True, slots=True)
class _Task:
    catalogue: Catalogue
    paper: PaperSettings
    outside: Outside
    target: Path
    manifest: Manifest

    def whole(self, job: Job) -> None:
        book = Book(self.outside)
        for piece in self.printed(job, job.below):
            book.add(piece)
        self.target.write_bytes(book.finished(job.about, job.outline()))
        self.note(self.target.with_suffix(MANIFEST))
        print(f"{job.count}{len(book.pdf.pages)} lembar {self.paper.kertas} ditulis ke {shown(self.target)}.")

    def each(self, job: Job) -> None:
        sheets = 0
        for piece in self.printed(job):
            for i, sop in enumerate(piece.sops):
                book = Book(self.outside)
                book.add(piece, i)
                file = self.target / f"{sop.id}{ENDING}"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(book.finished(about_of(self.catalogue, sop), []))
                sheets += len(sop.sheets)
        self.note(self.target / f"{job.name}{MANIFEST}")
        print(f"{job.count}{sheets} lembar {self.paper.kertas} ditulis ke {shown(self.target)}.")

    def changed(self, job: Job, before: Manifest) -> None:
        why = {entry.id: said for entry in self.catalogue.sops if (said := ended(entry))}
        found = changes(before, job.sops, self.paper.bolak_balik, why)
        if not found:
            print("Tidak ada lembar yang berubah; tidak ada yang ditulis.")
            return
        put = [sop for change in found if (sop := only(change))]
        lead = swap_sheets(found, self.paper, job.about.title)
        about = replace(job.about, title=f"{lead.title}: {job.about.title}")
        self.whole(replace(job, about=about, chapters=(Chapter("", (lead, *put)),)))
        print(f"{len(found)} perubahan; ikuti daftar cabut dan pasang di lembar pertama.")

    def printed(self, job: Job, below: Collection[str] = ()) -> Iterator[Piece]:
        folder = self.target if self.target.suffix != ENDING else self.target.parent
        with set_up("PDF", self.catalogue, self.paper, folder) as press:
            yield from press.pieces(job.sops, Progress(), below)

    def note(self, file: Path) -> None:
        file.write_text(to_json(self.manifest), "utf-8", newline="\n")


def _read(file: Path) -> Manifest:
    try:
        return from_json(file.read_bytes())
    except OSError as error:
        raise RefusedError(f"{shown(file)}: tidak dapat dibaca ({error.strerror})") from None
    except ManifestError as error:
        raise RefusedError(f"{shown(file)}: {error}") from None


def _scope(args: argparse.Namespace, before: Manifest | None) -> Scope:
    said = Scope(args.apa or "", args.peran or "", args.binder)
    if before is None:
        if not (said.what or said.role or said.binder):
            raise RefusedError("sebutkan SOP atau unit kerja, atau --binder untuk seluruh katalog")
        return said
    kept = Scope.read(before.scope)
    if kept == Scope() and said == Scope(said.what):
        return said  # part of the whole catalogue's list
    if said != Scope() and said != kept:
        raise RefusedError(
            f"daftar lembar itu untuk '{before.scope}'; tinggalkan pilihan lain di samping --sejak"
        )
    return kept


def _paper(args: argparse.Namespace, before: Manifest | None, site: Site) -> PaperSettings:
    """As said here; else as in the binder that is brought up to date; else as in mkdocs.yml."""
    try:
        base = settings_from(before.settings) if before else site.paper or DEFAULT
    except SettingError as error:
        raise RefusedError(f"{shown(args.sejak)}: {error}; cetak ulang seluruhnya") from None
    try:
        return settings_from(
            {key: getattr(args, key) for key in (*(key for key, _, _ in _PAPER), "draf")}, base
        )
    except SettingError as error:
        raise RefusedError(f"--{str(error).replace('_', '-', 1)}") from None


def _marks(args: argparse.Namespace, before: Manifest | None, site: Site) -> QrMarks | None:
    """The same goes for where codes lead."""
    if not args.situs and before and before.site is not None:
        return qr_marks(before.site, before.folder_urls)
    return qr_marks(_address(args.situs) or site.url, site.directory_urls)


def _address(said: str | None) -> str:
    if said and not _ADDRESS.fullmatch(said):
        raise RefusedError(f"--situs '{said}' bukan alamat; tulis misalnya https://sop.contoh.go.id/")
    return said or ""


def _target(said: Path | None, job: Job, per_sop: bool) -> Path:
    if per_sop:
        if said and (said.suffix.lower() == ENDING or said.is_file()):
            raise RefusedError(f"'{said}' berkas; --per-sop memerlukan folder")
        return said or Path(job.name)
    if said is None:
        return Path(job.name + ENDING)
    if said.suffix.lower() != ENDING or said.is_dir():
        return said / (job.name + ENDING)
    if not said.parent.is_dir():
        raise RefusedError(f"folder '{said.parent}' tidak ada")
    return said
