"""`sop schema`: the JSON Schemas, for editors and for readers of the open data."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ..catalogue.opendata.types import opendata_schema
from ..definition.schema import KINDS, schema_for
from .definitions import find_root
from .outcome import OK
from .parser import Commands
from .paths import shown

CATALOGUE = "catalogue"
FOLDER = ".skema"
"""Below the definitions; the walker passes over names that begin with a dot."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "schema",
        help="cetak JSON Schema definisi",
        description="Cetak JSON Schema satu jenis berkas, atau tulis semuanya ke satu folder supaya editor (misalnya VS Code\n"
        "dengan ekstensi YAML dari Red Hat) melengkapi dan memeriksa definisi selagi diketik, tanpa jaringan.",
        epilog=f"Baris pertama berkas SOP lalu menunjuk skemanya:\n"
        f"  # yaml-language-server: $schema=../../{FOLDER}/sop.schema.json",
    )
    parser.add_argument("kind", nargs="?", metavar="JENIS", choices=(*KINDS, CATALOGUE), default="sop",
                        help=f"{', '.join(KINDS)}, atau {CATALOGUE} (data terbuka); tanpa ini: sop")  # fmt: skip
    parser.add_argument("--write", nargs="?", const=True, type=Path, metavar="FOLDER",
                        help=f"tulis semua skema ke folder ini; tanpa FOLDER: {FOLDER} di folder definisi")  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if args.write is None:
        print(_json(schema_of(args.kind)), end="")
        return OK
    folder = args.write if isinstance(args.write, Path) else find_root(None) / FOLDER
    write_schemas(folder)
    print(f"{len(KINDS) + 1} skema ditulis ke {shown(folder)}.")
    return OK


def schema_of(kind: str) -> dict[str, Any]:
    return opendata_schema() if kind == CATALOGUE else schema_for(kind)


def write_schemas(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind in (*KINDS, CATALOGUE):
        (folder / f"{kind}.schema.json").write_text(_json(schema_of(kind)), "utf-8", newline="\n")


def _json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
