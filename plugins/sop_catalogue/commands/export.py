"""`sop export`: the whole catalogue as plain files that need no server, no network and no site generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..catalogue.privacy.editions import editions
from ..chart import ChartError
from ..refused import RefusedError
from ..store.git import GitPast
from ..store.kept_files import kept_in
from .definitions import add_root, builder_for, find_root
from .export_brand import office_files
from .export_files import Export
from .export_folder import LIST, write_export
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import real, shown
from .report import as_text, colours_wanted
from .site import NAME, site_of

_MARKS = (LIST, "catalogue.json")
"""A folder that holds one of them is an earlier export, and may be written again."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "export",
        help="tulis katalog sebagai berkas HTML biasa",
        description="Tulis seluruh katalog sebagai berkas HTML biasa, dengan pencarian, lembar cetak, dan data terbukanya.\n"
        "Hasilnya dapat dibuka langsung dari flashdisk, tanpa server dan tanpa jaringan. Ekspor lama di folder yang sama\n"
        "diganti seluruhnya. Nama situs, cetak, dan lambang mengikuti mkdocs.yml; halaman yang ditulis tangan (docs/)\n"
        "tidak ikut, karena MkDocs yang membuatnya.",
        epilog="Kode keluar: 0 bersih, 1 ada temuan (semua halaman tetap ditulis), 2 salah pakai.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder hasil")
    parser.add_argument("--judul", help=f"nama katalog di kepala halaman (bawaan: site_name di mkdocs.yml, atau {NAME})")  # fmt: skip
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    root = find_root(args.root)
    _check_target(args.folder, root)
    site = site_of(root)
    office, title = office_files(site), args.judul or site.name
    privacy = site.privacy
    past = GitPast(root, _warn, names=privacy.editors)
    said = editions(builder_for(root, kept_in(site.cache), past).build, privacy)
    catalogue = said.pages
    try:
        export = Export(said, site, office, title, _warn)
        count = sum(path.endswith(".html") for path in write_export(args.folder, office.over(export.files())))
    except ChartError as error:
        raise RefusedError(str(error)) from error
    counted = [finding for finding in catalogue.findings if finding.counts]
    if counted:
        print(as_text(counted, len(catalogue.files), colours=colours_wanted()))
    print(f"{count} halaman ditulis ke {shown(args.folder)}; buka {shown(args.folder / 'index.html')}.")
    return FINDINGS if counted else OK


def _warn(fault: str) -> None:
    print(fault, file=sys.stderr)


def _check_target(folder: Path, root: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"'{folder}' berkas, bukan folder")
    if real(folder).is_relative_to(root) or root.is_relative_to(real(folder)):
        raise RefusedError(f"'{folder}' bertumpuk dengan folder definisi; pakai folder lain")
    if folder.is_dir() and any(folder.iterdir()) and not any((folder / mark).is_file() for mark in _MARKS):
        raise RefusedError(f"'{folder}' berisi berkas lain; tidak ada yang ditulis. Pakai folder kosong")
