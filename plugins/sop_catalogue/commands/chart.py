"""`sop chart`: one chart as a picture for a letter, a slide, or a wall."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from ..chart import ChartError, Studio
from ..chart.graphviz.engine import LocalGraphviz
from ..pages.data import chart_file
from ..press.driving import picture
from ..refused import RefusedError
from .definitions import add_root, builder_for, find_root
from .lookup import find_sop
from .outcome import FINDINGS, OK
from .parser import Commands
from .paths import shown
from .report import faults_text

ENDINGS = (".svg", ".png", ".pdf")
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "chart",
        help="tulis bagan satu SOP sebagai gambar",
        description="Tulis bagan alur satu SOP sebagai SVG, PNG, atau PDF, menurut akhiran nama berkas hasilnya.\n"
        "PNG dan PDF dibuat dengan Chromium, Chrome, atau Edge di komputer ini.",
        epilog="Contoh: sop chart surat-masuk -o surat-masuk.png",
    )
    parser.add_argument(
        "id", metavar="ID", help="PEMDA/UNIT/SOP, atau SOP saja bila hanya satu yang bernama itu"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="BERKAS",
                        help="berkas hasil: .svg, .png, atau .pdf; tanpa ini: SVG ke layar")  # fmt: skip
    parser.add_argument("--bagan", type=int, default=1, metavar="N", help="bagan ke berapa (bawaan: 1)")
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    target: Path | None = args.output
    if target and target.suffix.lower() not in ENDINGS:
        raise RefusedError(f"akhiran '{target.name}' tidak dikenal; pakai {', '.join(ENDINGS)}")
    if target and not target.parent.is_dir():
        raise RefusedError(f"folder '{target.parent}' tidak ada")
    builder = builder_for(find_root(args.root))
    entry = find_sop(builder.build(), args.id)
    if entry.faults:
        print(faults_text(entry.faults, builder.prefix), file=sys.stderr)
        print("Bagan tidak ditulis, karena galat di atas. Betulkan dahulu.", file=sys.stderr)
        return FINDINGS
    many = len(entry.charts)
    if not 1 <= args.bagan <= many:
        raise RefusedError(f"{entry.id} memuat {many} bagan; --bagan {args.bagan} tidak ada")
    try:
        svg = chart_file(entry, entry.charts[args.bagan - 1], Studio(LocalGraphviz()))
    except ChartError as error:
        raise RefusedError(str(error)) from error
    if target is None:
        sys.stdout.write(svg)
        return OK
    target.write_bytes(_made(svg, target))
    print(f"Bagan {args.bagan} dari {many} ditulis ke {shown(target)}.")
    return OK


def _made(svg: str, target: Path) -> bytes:
    if target.suffix.lower() == ".svg":
        return svg.encode()
    size = _SIZE.search(svg)
    assert size
    return picture(svg, (float(size[1]), float(size[2])), target)
