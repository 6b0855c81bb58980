"""`sop beda`: what changed between two files or two commits of an SOP, in words, as a page, as data."""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ...chart import ChartError, Studio
from ...chart.graphviz.engine import LocalGraphviz
from ...definition.comparison.compare import compare
from ...definition.comparison.values import Comparison, RowPair
from ...definition.comparison.wording import count, sentence
from ...pages.comparison.view import Side, comparison_html
from ...pages.render import plain, render
from ...refused import RefusedError
from ...theme.bundles import COMPARISON_STYLES, shipped
from ..definitions import add_root
from ..outcome import FINDINGS, OK
from ..parser import Commands
from ..paths import shown
from .sides import Asked, sides_of

VERSION = "1.0"
_DARK = (
    'if (matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme = "slate"'
)
_JSON_HELP = """\
Bentuk JSON (versi 1.0):
  versi, sebelum, sesudah   versi bentuk ini; apa yang dibandingkan
  perubahan                 daftar; tiap butir: jenis (baru, hilang, berubah, pindah), tentang, tempat, bagian,
                            sebelum, sesudah, kalimat
  bagan                     daftar; tiap butir: langkah, yaitu pasangan baris (sebelum, sesudah, dihitung dari 1; null bila
                            tidak ada) dan jenisnya
"""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "beda",
        help="ceritakan apa yang berubah pada satu SOP",
        description="Ceritakan dengan kata-kata apa yang berubah pada satu SOP: antara dua berkas atau\n"
        "dua commit git. Langkah dicocokkan menurut bunyinya, bukan nomornya.",
        epilog="Contoh:\n  sop beda surat-masuk.lama.yml surat-masuk --html beda.html\n"
        "  sop beda surat-masuk --dari HEAD~5\n\n"
        f"Kode keluar: 0 isinya sama, 1 ada perubahan, 2 salah pakai.\n\n{_JSON_HELP}",
    )
    parser.add_argument("one", metavar="A", help="yang lama: berkas atau ID; dengan --dari: SOP-nya")
    parser.add_argument("other", metavar="B", nargs="?", default="", help="yang baru: berkas atau ID")
    parser.add_argument("--dari", default="", metavar="COMMIT", help="commit git yang lama")
    parser.add_argument(
        "--ke", default="", metavar="COMMIT", help="commit git yang baru (bawaan: berkas sekarang)"
    )
    parser.add_argument(
        "--html", type=Path, metavar="BERKAS", help="tulis juga halaman HTML yang berdiri sendiri"
    )
    parser.add_argument("--json", type=Path, metavar="BERKAS", help="tulis juga datanya")
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    for target in filter(None, (args.html, args.json)):
        if not target.parent.is_dir():
            raise RefusedError(f"folder '{target.parent}' tidak ada")
    before, after = sides_of(Asked(args.one, args.other, args.dari, args.ke, args.root))
    found = _compared(before, after)
    print(as_text(before, after, found))
    if args.json:
        args.json.write_text(as_json(before, after, found), "utf-8")
        print(f"Data ditulis ke {shown(args.json)}.")
    if args.html:
        args.html.write_text(as_page(before, after), "utf-8")
        print(f"Halaman ditulis ke {shown(args.html)}.")
    return FINDINGS if found.changes else OK


def _compared(before: Side, after: Side) -> Comparison:
    flows = ([chart.flow for chart in side.entry.charts] for side in (before, after))
    return compare(before.entry.sop, after.entry.sop, *flows)


def as_text(before: Side, after: Side, found: Comparison) -> str:
    lines = [f"{plain(after.entry.name)}: dari {before.title} ke {after.title}"]
    lines += [f"  - {sentence(change)}" for change in found.changes]
    return "\n".join([*lines, f"{count(found.changes)}."])


def as_json(before: Side, after: Side, found: Comparison) -> str:
    record: dict[str, Any] = {
        "versi": VERSION,
        "sebelum": before.title,
        "sesudah": after.title,
        "perubahan": [
            {
                "jenis": change.kind.value,
                "tentang": change.about.value,
                "tempat": change.place,
                "bagian": change.part or None,
                "sebelum": change.before or None,
                "sesudah": change.after or None,
                "kalimat": sentence(change),
            }
            for change in found.changes
        ],
        "bagan": [{"langkah": [_row(row) for row in pair.rows]} for pair in found.charts],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _row(row: RowPair) -> dict[str, Any]:
    places = {"sebelum": row.before, "sesudah": row.after}
    counted = {key: None if place is None else place + 1 for key, place in places.items()}
    return {**counted, "jenis": row.kind.value if row.kind else "tetap"}


def as_page(before: Side, after: Side) -> str:
    title = plain(after.entry.name)
    try:
        content = comparison_html(before, after, Studio(LocalGraphviz()), title=title)
    except ChartError as error:
        raise RefusedError(str(error)) from error
    styles = shipped(COMPARISON_STYLES).data.decode()
    values = {
        "title": f"Perubahan: {title}",
        "content": Markup(content),
        "styles": Markup(styles),
        "script": Markup(_DARK),
        "hash": base64.b64encode(hashlib.sha256(_DARK.encode()).digest()).decode(),
    }
    return render("beda.html", values, "sop_catalogue.commands")
