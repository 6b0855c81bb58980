"""`sop new`: the skeleton of a definition, at the right place, under a safe name."""

from __future__ import annotations

import argparse
import json
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from random import Random
from secrets import choice

from pydantic import TypeAdapter, ValidationError

from ..catalogue.files import Kind, hidden, reserved
from ..definition.fields import Baris, slug
from ..definition.findings import did_you_mean
from ..refused import RefusedError
from .definitions import add_root, find_root
from .outcome import OK
from .parser import Commands
from .paths import real, shown, typed
from .schema import FOLDER, write_schemas

_LETTERS, _DIGITS = "bcdfghjkmnpqrstvwxz", "23456789"
"""Those that nobody takes for another."""
_KEPT = frozenset(kind.value for kind in Kind)


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "new",
        help="buat kerangka definisi SOP",
        description="Buat kerangka definisi SOP yang tinggal diisi. Berkas yang sudah ada tidak pernah ditimpa.",
    )
    parser.add_argument(
        "nama", metavar="NAMA", help='nama SOP dalam tanda kutip, misalnya "Pelayanan Surat Masuk"'
    )
    parser.add_argument("--unit", metavar="PEMDA/UNIT", help="folder unit; tanpa ini: unit tempat Anda berada, atau satu-satunya yang ada")  # fmt: skip
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    name = _checked_name(args.nama)
    root = find_root(args.root)
    file = unit_folder(args.unit, root) / f"{file_name(name)}.yml"
    _write_new(file, skeleton(name, schema_at(root), Codes(root).new()))
    print(f"Dibuat: {shown(file)}\nIsi berkas itu, lalu periksa: sop check {typed(file)}")
    return OK


def schema_at(root: Path) -> str:
    """The schema as a definition in a unit's folder names it; written where it is not there yet."""
    if not (root / FOLDER / "sop.schema.json").is_file():
        write_schemas(root / FOLDER)
    return f"../../{FOLDER}/sop.schema.json"


class Codes:
    """Those that no definition mentions. Without vowels they spell no word, and with a letter first they are no numbers."""

    def __init__(self, root: Path) -> None:
        self._root, self._given = root, set[str]()

    @cached_property
    def _known(self) -> bytes:
        return b"\n".join(file.read_bytes() for file in self._root.rglob("*.y*ml") if file.is_file())

    def new(self, by: str = "") -> str:
        """By the same text the same again, where nobody has it by now."""
        drawn = Random(by).choice if by else choice
        while True:
            code = drawn(_LETTERS) + "".join(drawn(_LETTERS + _DIGITS) for _ in range(5))
            if code not in self._given and code.encode() not in self._known:
                self._given.add(code)
                return code


def skeleton(name: str, schema: str, code: str) -> str:
    """A definition that passes the check as it stands, and says what to fill in."""
    text = files("sop_catalogue.starter").joinpath("kerangka.yml").read_text("utf-8")
    text = text.replace("ALAMAT_SKEMA", schema).replace("KODE_SOP", code)
    return text.replace('"NAMA_SOP"', json.dumps(name, ensure_ascii=False))


def _checked_name(name: str) -> str:
    try:
        return TypeAdapter(Baris).validate_python(name)
    except ValidationError as error:
        raise RefusedError(f"nama SOP: {error.errors()[0]['msg']}") from None


def file_name(name: str) -> str:
    """Of a definition; safe wherever it may be written."""
    plain = slug(name)
    if not plain:
        raise RefusedError(
            f"nama '{name}' tidak memuat huruf atau angka latin, jadi tidak dapat menjadi nama berkas"
        )
    return f"sop-{plain}" if plain in _KEPT or reserved(plain) else plain


def unit_folder(wanted: str | None, root: Path) -> Path:
    """As said; else where the user stands, or the only one there is."""
    units = {
        f"{unit.parent.name}/{unit.name}": unit
        for unit in sorted(root.glob("*/*"))
        if unit.is_dir() and not any(hidden(part) for part in (unit.name, unit.parent.name))
    }
    if wanted:
        name = wanted.replace("\\", "/").strip("/")
        if name in units:
            return units[name]
        raise RefusedError(
            f"unit '{wanted}' belum ada; {did_you_mean(name, units) or 'belum ada satu unit pun'}\n"
            f"Unit baru: buat foldernya di {shown(root)}, dengan berkas unit.yml berisi 'nama: …'"
        )
    here = next((unit for unit in units.values() if real(Path()).is_relative_to(unit)), None)
    if here:
        return here
    if len(units) == 1:
        return next(iter(units.values()))
    raise RefusedError(
        f"sebutkan unitnya dengan --unit PEMDA/UNIT; {did_you_mean('', units) or 'belum ada satu unit pun'}"
    )


def _write_new(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except FileExistsError:
        raise RefusedError(f"{shown(file)} sudah ada dan tidak ditimpa; pakai nama lain") from None
