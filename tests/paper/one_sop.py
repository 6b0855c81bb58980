"""A catalogue of one SOP, for what a single form is enough."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.store.disk import DiskFolder


def made(folder: Path, text: str, *, logo: bool = False) -> Catalogue:
    place = folder / "kab" / "dinas"
    place.mkdir(parents=True, exist_ok=True)
    (folder / "kab" / "pemda.yml").write_text(
        f"nama: Kabupaten Contoh\n{'logo: l.svg' if logo else ''}\n", "utf-8"
    )
    if logo:
        (folder / "kab" / "l.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (place / "unit.yml").write_text("nama: Dinas Contoh\n", "utf-8")
    (place / "satu.yml").write_text(text, "utf-8")
    return CatalogueBuilder(DiskFolder(folder), "sop_defs").build()


def sop(**more: str) -> str:
    fields = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"nama: Satu\n{fields}langkah:\n  - {{kegiatan: Menulis, pelaksana: Staf}}\n  - {{kegiatan: Membaca, pelaksana: Kadin}}\n"
