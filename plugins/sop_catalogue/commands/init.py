"""`sop init`: a catalogue to begin with, which builds at once."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..options import SOP_DEFS
from ..refused import RefusedError
from .outcome import OK
from .parser import Commands
from .paths import shown, typed
from .schema import FOLDER as SCHEMAS
from .schema import write_schemas

PACKAGE = "sop-catalogue"
WHEELS = "paket"
"""Folder of a new catalogue for the package itself."""
_DOT = "titik-"
"""Names in the package begin with this where the catalogue's begin with a dot: builds and tools pass over those."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "init",
        help="buat katalog baru",
        description="Buat katalog baru yang langsung dapat dibangun: pengaturan, halaman, contoh SOP, daftar-daftar, dan alur\n"
        "penerbitan ke GitHub Pages. Berkas yang sudah ada tidak pernah ditimpa.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder katalog; dibuat bila belum ada")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    folder: Path = args.folder
    contents = dict(starter())
    taken = [name for name in contents if (folder / name).exists()]
    if folder.exists() and not folder.is_dir():
        raise RefusedError(f"'{folder}' berkas, bukan folder")
    if taken:
        some = ", ".join(str(name) for name in taken[:5])
        raise RefusedError(f"di '{folder}' sudah ada {some}; tidak ada yang ditulis. Pakai folder kosong")
    for name, data in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    write_schemas(folder / SOP_DEFS / SCHEMAS)
    print(_farewell(folder, len(contents)))
    return OK


def starter() -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every file of a new catalogue: its path and what is in it."""
    yield from _below(files("sop_catalogue.starter").joinpath("katalog"), PurePosixPath())
    if wheel := _wheel():
        yield PurePosixPath(WHEELS, wheel.name), wheel.read_bytes()
    yield PurePosixPath("requirements.txt"), f"{requirement()}\n".encode()


def requirement() -> str:
    """This very package, as pip finds it again: from where it was installed, where others can reach that."""
    origin = _origin()
    source, url = origin.get("vcs_info"), str(origin.get("url", ""))
    if source:
        return f"{PACKAGE} @ {source['vcs']}+{url}@{source['commit_id']}"
    if url.startswith("https:"):
        return f"{PACKAGE} @ {url}"
    if wheel := _wheel():
        return f"./{WHEELS}/{wheel.name}"
    try:
        return f"{PACKAGE}=={version(PACKAGE)}"
    except PackageNotFoundError:
        return PACKAGE


def _origin() -> dict[str, Any]:
    """What pip noted of where it found the package; nothing where that was a registry."""
    try:
        noted = distribution(PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        noted = None
    return dict(json.loads(noted or "{}"))


def _wheel() -> Path | None:
    """The file on this machine that the package was installed from; a new catalogue takes it along."""
    url = urlsplit(str(_origin().get("url", "")))
    file = Path(url2pathname(url.path))
    return file if url.scheme == "file" and file.suffix == ".whl" and file.is_file() else None


def _only_here() -> bool:
    """Whether the package was installed from a folder, which no other machine has."""
    return "dir_info" in _origin()


def _below(folder: Traversable, here: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = here / (f".{item.name.removeprefix(_DOT)}" if item.name.startswith(_DOT) else item.name)
        if item.name == "__pycache__":
            continue
        if item.is_dir():
            yield from _below(item, name)
        else:
            yield name, item.read_bytes()


def _farewell(folder: Path, count: int) -> str:
    here = folder.resolve() == Path.cwd()
    where, go = ("", "") if here else (f" ke {shown(folder)}", f"  cd {typed(folder)}\n")
    elsewhere = (
        "\n\nPaket ini dipasang dari sebuah folder, jadi mesin lain tidak menemukannya dari requirements.txt. Sebelum menerbitkan,\n"
        "ganti isinya dengan alamat repositori paket (sop-catalogue @ git+https://…), atau isi variabel PAKET_KATALOG: lihat README.md."
    )
    return (
        f"{count} berkas ditulis{where}. Selanjutnya:\n{go}"
        "  sop serve           lihat katalognya di peramban\n"
        '  sop new "Nama SOP"  tambah SOP\n'
        "  sop check           periksa semuanya" + (elsewhere if _only_here() else "")
    )
