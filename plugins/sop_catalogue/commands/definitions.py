"""Where the definitions are, as seen from where the user stands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..catalogue.build import CatalogueBuilder
from ..catalogue.policy.policy import SILENT, Policy
from ..options import SOP_DEFS
from ..refused import RefusedError
from ..store.disk import DiskFolder
from ..store.kept import NOTHING, Kept
from ..store.past import AskPast, no_past
from .paths import real, shown
from .site import site_in, site_of


def add_root(parser: argparse.ArgumentParser) -> None:
    """The option that says it."""
    parser.add_argument(
        "--root", type=Path, metavar="FOLDER", help="folder definisi; tanpa ini: dicari dari sini ke atas"
    )


def find_root(explicit: Path | None, paths: Sequence[Path] = ()) -> Path:
    """The definitions' folder: as given, else the nearest one upwards from `paths`, or from here."""
    if explicit is not None:
        root = real(explicit)
        if not root.is_dir():
            raise RefusedError(f"folder definisi '{explicit}' tidak ada; betulkan --root")
        return root
    found = dict.fromkeys(_root_around(real(path)) for path in paths or (Path(),))
    if len(found) > 1:
        raise RefusedError("berkas-berkas itu dari katalog yang berlainan; periksa satu per satu")
    (root_or_none,) = found
    if root_or_none is None:
        raise RefusedError(
            f"tidak ada folder '{SOP_DEFS}' di sini atau di atasnya; pindah ke folder katalog, sebutkan foldernya "
            "dengan --root, atau buat katalog baru dengan 'sop init'"
        )
    return root_or_none


def builder_for(root: Path, kept: Kept = NOTHING, past: AskPast = no_past) -> CatalogueBuilder:
    """Its messages name files as the user would from here. `kept` is what a site's builds keep."""
    return CatalogueBuilder(DiskFolder(root), shown(root), kept, past=past, policy=_policy(root))


def _policy(root: Path) -> Policy:
    """What its site has settled. Settings that cannot be read are told by who builds it."""
    try:
        site = site_of(root)
    except RefusedError:
        return SILENT
    return site.policy


def _root_around(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if folder.name == SOP_DEFS and folder.is_dir():
            return folder
        if root := _root_in(folder):
            return root
    return None


def _root_in(folder: Path) -> Path | None:
    """What the settings of a site in `folder` say; where they cannot be read, or there are none, the usual place."""
    usual = folder / SOP_DEFS
    try:
        site = site_in(folder)
    except RefusedError:
        if not usual.is_dir():
            raise
        return usual
    if not site:
        return usual if usual.is_dir() else None
    if not site.definitions.is_dir():
        raise RefusedError(
            f"{shown(site.file or folder)}: folder definisi '{shown(site.definitions)}' tidak ada; betulkan sop_defs "
            "di sana (bila ditulis dengan !ENV, isi dulu variabelnya), atau sebutkan foldernya dengan --root"
        )
    return site.definitions
