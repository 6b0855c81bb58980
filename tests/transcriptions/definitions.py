"""The definitions of this repository as a catalogue, also with a word of them altered."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.folder import PlainFolder

ROOT = Path(__file__).parents[2] / "sop_defs"


def catalogue() -> Catalogue:
    return CatalogueBuilder(DiskFolder(ROOT)).build()


def altered(id_: str, edit: tuple[str, str]) -> SopEntry:
    """One SOP alone with its registers, its first `edit[0]` written as `edit[1]`."""
    own = f"{id_}.yml"
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in ROOT.rglob("*.yml")
        if path.stem in ("unit", "pemda", "peran", "peraturan") or path == ROOT / own
    }
    text = files[own].decode()
    assert edit[0] in text
    files[own] = text.replace(*edit, 1).encode()
    (sop,) = CatalogueBuilder(PlainFolder(files)).build().sops
    return sop
