"""`sop pindah`: an SOP, a unit or a pemda at another address, to which the old one leads on."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...store.disk import DiskFolder
from ..definitions import add_root, find_root
from ..outcome import FINDINGS, OK
from ..parser import Commands
from ..paths import shown
from ..report import as_text, colours_wanted
from ..rewriting.carry import carry
from .aims import aim
from .plan import Plan, plan

_MOST_NAMED = 10


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "pindah",
        help="pindahkan SOP, unit, atau pemda; alamat lamanya tetap sampai",
        description="Pindahkan berkas SOP, folder unit, atau folder pemda, dan catat alamat sebelumnya di 'alamat_lama', sehingga tautan dan\n"
        "kode QR yang sudah beredar tetap sampai. Rujukan SOP lain yang menyebut alamat itu disesuaikan. Yang sudah ada tidak ditimpa.",
        epilog="Contoh:\n"
        "  sop pindah blitar/umum/surat-masuk blitar/tata-usaha/surat-masuk\n"
        "  sop pindah blitar/umum blitar/tata-usaha\n"
        "  sop pindah blitar kabupaten-blitar\n"
        "  sop pindah --gabung blitar/umum blitar/tata-usaha\n\n"
        "Kode keluar: 0 berhasil, 1 ditolak karena menimbulkan galat, 2 salah pakai.",
    )
    parser.add_argument("lama", metavar="LAMA", help="alamat atau berkas yang dipindah")
    parser.add_argument("baru", metavar="BARU", help="alamat barunya; untuk SOP boleh unit yang dituju")
    parser.add_argument(
        "--gabung", action="store_true", help="gabungkan unit LAMA ke unit BARU yang sudah ada"
    )
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    root = find_root(args.root)
    wanted = aim(root, args.lama, args.baru, merge=args.gabung)
    found = plan(DiskFolder(root), wanted, shown(root))
    if found.faults:
        print(as_text(found.faults, len(found.faults), colours=colours_wanted()))
        print("Tidak ada yang dipindah: perpindahan ini menimbulkan galat di atas.")
        return FINDINGS
    carry(root, found)
    print("\n".join(_told(root, found)))
    return OK


def _told(root: Path, found: Plan) -> list[str]:
    moves = found.moves[:_MOST_NAMED]
    lines = [f"Dipindah: {shown(root / old)} → {shown(root / new)}" for old, new in moves]
    if len(found.moves) > len(moves):
        lines.append(f"… dan {len(found.moves) - len(moves)} berkas lagi")
    lines += [f"Disalin: {shown(root / old)} → {shown(root / new)}" for old, new in found.copies]
    lines.append(f"{found.sops} SOP beralamat baru; alamat lamanya mengantar ke sana.")
    if found.references:
        lines.append(f"Rujukan disesuaikan di: {', '.join(shown(root / path) for path in found.references)}")
    if found.warnings:
        lines += ["", as_text(found.warnings, len(found.warnings), colours=colours_wanted())]
    return lines
