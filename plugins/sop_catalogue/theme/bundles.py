"""What browsers are given of our styles and scripts: which sources, in which order, together in one file.

On a page of the site stand `BRAND`, `SITE_STYLES` and `SITE_SCRIPTS`; on one of an export, `BRAND`, `EXPORT_STYLES`,
`SITE_SCRIPTS` and `EXPORT_SCRIPTS`; on a print page, `PRINT_STYLES` and `PRINT_SCRIPTS`; in the report of an import,
`IMPORT_STYLES` and `IMPORT_SCRIPTS`; on one that leads on to another, `LEADING_SCRIPTS`. `SEARCH_WORKER` runs beside the pages of a site or an export.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .brand import DEFAULT, Brand
from .joining import Read, joined_scripts, joined_styles

_ROOT = Path(__file__).parent
STYLES, SCRIPTS = "assets/stylesheets", "assets/javascripts"
SHIM = f"{SCRIPTS}/iframe-worker.js"
"""Lets the search work on pages opened as files; Material would fetch it from the network. It stays a file of its own, as it was made."""


@dataclass(frozen=True, slots=True)
class Bundle:
    path: str
    """Of the finished file, without the mark of its content."""
    sources: tuple[str, ...]
    """By their paths inside the theme: styles in the order of their cascade, of scripts the one that imports the others."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A finished file."""

    path: str
    """Inside the site; another content has another name, so that no browser shows an old one from its store."""
    data: bytes


def _styles(name: str, *sources: str) -> Bundle:
    return Bundle(f"{STYLES}/{name}.css", tuple(f"{STYLES}/{source}.css" for source in sources))


def _scripts(name: str, entry: str) -> Bundle:
    return Bundle(f"{SCRIPTS}/{name}.js", (f"{SCRIPTS}/{entry}.js",))


BRAND = _styles("sop-merek", "sop-merek")
"""Made of its settings, and of what an office adds in a file of this name. It is no part of a larger file: what is wrong
in it spoils nothing else."""

SITE_STYLES = _styles(
    "sop-situs",
    *("situs/huruf", "situs/warna", "situs/kerangka", "situs/halaman", "situs/status", "situs/lipat"),
    "situs/jawaban",
    *("formulir/formulir", "formulir/alur", "formulir/lebar", "formulir/nyala"),
    *(
        "daftar/daftar",
        "situs/beranda",
        "situs/hero",
        "situs/rusak",
        "formulir/lampiran",
        "daftar/tabel",
        "daftar/sehat",
    ),
    *("daftar/saring", "daftar/peraturan", "formulir/waktu", "daftar/tugas", "daftar/matriks"),
    *(
        "daftar/dokumen",
        "daftar/peta",
        "daftar/perubahan",
        "daftar/layanan",
        "situs/banding",
        "formulir/kartu",
        "situs/cari",
        "situs/cetak",
    ),
)

EXPORT_STYLES = Bundle(
    f"{STYLES}/sop-ekspor.css",
    (*SITE_STYLES.sources, f"{STYLES}/ekspor/kerangka.css", f"{STYLES}/ekspor/cari.css"),
)

IMPORT_STYLES = Bundle(
    f"{STYLES}/sop-impor.css",
    tuple(
        f"{STYLES}/{name}.css"
        for name in (
            *("sop-merek", "situs/warna", "ekspor/kerangka", "formulir/formulir", "formulir/alur"),
            *("formulir/lebar", "formulir/kartu", "daftar/daftar", "daftar/tabel"),
            *("impor/kerangka", "impor/daftar", "impor/banding", "impor/cetak"),
        )
    ),
)
"""Without letters of its own: a report is looked at where it was made."""

COMPARISON_STYLES = _styles(
    "sop-beda", "sop-merek", *(f"situs/{name}" for name in ("warna", "banding")), "ekspor/beda"
)
"""Of a page that is one file, without letters of its own."""

PRINT_STYLES = _styles(
    "sop-lembar",
    "situs/huruf",
    *(f"lembar/{name}" for name in ("miring", "lembar", "formulir", "buku", "bagan", "layar")),
)
"""Always as shipped: sheets are measured by them."""

SITE_SCRIPTS = _scripts("sop-situs", "situs")
EXPORT_SCRIPTS = _scripts("sop-ekspor", "ekspor")
PRINT_SCRIPTS = _scripts("sop-lembar", "lembar")
IMPORT_SCRIPTS = _scripts("sop-impor", "impor")
LEADING_SCRIPTS = _scripts("sop-antar", "antar")
SEARCH_WORKER = _scripts("sop-cari", "cari")


def packaged(path: str) -> str:
    if path in BRAND.sources:
        return DEFAULT.styles
    return (_ROOT / path).read_text("utf-8")


def branded(brand: Brand, own: Callable[[str], str | None]) -> Asset:
    """The colours of the settings, and after them what `own` gives of the office's own file."""
    return made(BRAND, lambda path: brand.styles + (own(path) or ""))


def print_fonts() -> list[Asset]:
    """The letters of `PRINT_STYLES`, with their licence."""
    folder = _ROOT / "assets/fonts"
    return [Asset(f"assets/fonts/{file.name}", file.read_bytes()) for file in sorted(folder.glob("arimo*"))]


def sources() -> frozenset[str]:
    """All that bundles are made from, and that no site needs beside them."""
    return frozenset(BRAND.sources) | frozenset(
        file.relative_to(_ROOT).as_posix()
        for folder in (STYLES, SCRIPTS)
        for file in (_ROOT / folder).rglob("*")
        if file.is_file() and not file.name.startswith(Path(SHIM).stem)
    )


def made(bundle: Bundle, read: Read = packaged) -> Asset:
    if bundle.path.endswith(".css"):
        text = joined_styles(bundle.sources, bundle.path, read)
    else:
        text = joined_scripts(bundle.sources[0], read)
    stem, dot, ending = bundle.path.rpartition(".")
    mark = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    return Asset(f"{stem}.{mark}.min{dot}{ending}", text.encode())


@cache
def shipped(bundle: Bundle) -> Asset:
    """As it is where nobody has put a source of their own in the place of one."""
    return made(bundle)
