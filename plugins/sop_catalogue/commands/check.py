"""`sop check`: every fault of every definition, with its line and its remedy."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ..catalogue.files import SUFFIXES
from ..catalogue.model import SopEntry
from ..catalogue.web.health import advice, health_of
from ..catalogue.web.kinds import TWINS, SnagKind
from ..definition.findings import Fault, Finding, ordered
from ..definition.reading.acknowledge import Known, noted
from ..definition.reading.reader import located
from ..definition.reading.source import read_yaml
from ..paper.legibility import small_letters
from ..paper.settings import DEFAULT, PaperSettings
from ..refused import RefusedError
from .definitions import add_root, builder_for, find_root
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import inside, is_below, shown
from .report import JSON_HELP, as_json, as_text, colours_wanted
from .site import site_in


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="periksa definisi SOP",
        description="Periksa definisi SOP. Seluruh katalog selalu dibaca, supaya rujukan antar-SOP ikut diperiksa;\n"
        "dengan PATH, hanya temuan di berkas atau folder itu yang dilaporkan.",
        epilog=f"Kode keluar: 0 bersih, 1 ada temuan, 2 salah pakai.\n\n{JSON_HELP}",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", type=Path, help="berkas atau folder; tanpa ini: semuanya"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="bentuk laporan (bawaan: text)"
    )
    add_root(parser)
    parser.add_argument(
        "--web",
        action="store_true",
        help="sertakan kesehatan jaring rujukan: yang belum ada, satu arah, menyendiri",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    for path in args.paths:
        if not _exists(path):
            raise RefusedError(f"tidak ada berkas atau folder '{path}'")
    root = find_root(args.root, args.paths)
    wanted = [inside(path, root) for path in args.paths] or [""]
    builder = builder_for(root)
    catalogue = builder.build()
    files = [path for path in catalogue.files if is_below(path, wanted)]
    findings = [f for f in catalogue.findings if is_below(f.path.removeprefix(builder.prefix), wanted)]
    sops = [sop for sop in catalogue.sops if is_below(sop.path, wanted)]
    if paper := _paper(root):
        small = (_told(sop, fault, builder.prefix) for sop in sops for fault in small_letters(sop, paper))
        findings = ordered([*findings, *small])
    kinds = frozenset(SnagKind) if args.web else TWINS
    told = (replace(one, path=builder.prefix + one.path) for sop in sops for one in advice(sop, kinds))
    findings = ordered([*findings, *told])
    unwritten = None
    if args.web:
        here = set(sops)
        unwritten = [item for item in health_of(catalogue).unwritten if here.intersection(item.named_by)]
    _refuse_other_files(
        args.paths, wanted, {*catalogue.files, *(f.path.removeprefix(builder.prefix) for f in findings)}
    )
    if args.format == "json":
        print(as_json(findings, len(files), shown(root), unwritten))
    else:
        print(as_text(findings, len(files), colours=colours_wanted(), unwritten=unwritten or ()))
    return FINDINGS if any(finding.counts for finding in findings) else OK


def _paper(root: Path) -> PaperSettings | None:
    """What the site prints on. What cannot be read is told by who builds it."""
    try:
        site = site_in(root.parent)
        return site.paper if site else DEFAULT
    except RefusedError:
        return DEFAULT


def _told(sop: SopEntry, fault: Fault, prefix: str) -> Finding:
    found = located(prefix + sop.path, read_yaml(sop.source), fault)
    reason = Known(sop.sop).reason(fault.code, fault.loc)
    return noted(found, reason) if reason else found


def _exists(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except OSError:  # a folder above it cannot be entered: it exists, and reading it will tell
        return True


def _refuse_other_files(paths: list[Path], wanted: list[str], checked: set[str]) -> None:
    """What is no definition was not checked, and must not be called clean."""
    for path, name in zip(paths, wanted, strict=False):
        if name in checked or not path.is_file():
            continue
        named_right = path.suffix.lower() in SUFFIXES
        reason = "nama yang diawali . atau _ tidak dibaca" if named_right else "akhirannya bukan .yml"
        raise RefusedError(f"'{path}' bukan berkas definisi: {reason}")
