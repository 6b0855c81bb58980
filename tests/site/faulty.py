"""What an author with a fault in a file gets to see."""

from __future__ import annotations

from pathlib import Path

from tests.site.build import Site, build, copy_sample

BROKEN_PLACE = "kabupaten-contoh/dinas-arsip/surat-rusak.yml"
BROKEN = """\
nama: Surat Rusak
langkah:
  - kegiatan: Mengetik
    pelaksana: Loket
    pelaksna: Loket
    ke: 9
"""


def faulty_site(place: Path) -> Site:
    """The sample catalogue with one definition that cannot be read."""
    source = copy_sample(place / "katalog")
    (source / "sop_defs" / BROKEN_PLACE).write_text(BROKEN, "utf-8")
    return build(source, place / "repo", strict=False)
