"""Sites in which hostile texts stand in every field."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.site.build import SUBPATH, Site, build, copy_sample

from . import corpus
from .filled import Text
from .places import UNIT, Rotation, dumped, plain_text, write_place

TAME = "jinak"
"""The pemda in which the same fields hold plain words."""
PLACES = 6
"""Enough that every text has stood somewhere, and every field has held half a dozen of them; by night, of pairs, each."""


def hostile_site(folder: Path) -> Site:
    """All texts in turn over `PLACES` pemda."""
    rotation = Rotation(corpus.texts())
    site = _built(folder, [rotation] * PLACES)
    assert {text for _, text in rotation.given} == set(corpus.texts())
    return site


def site_of_pairs(folder: Path, texts: Sequence[str]) -> Site:
    """Each of the texts in every field of a pemda of its own."""
    return _built(folder, [Rotation([text]) for text in texts])


def _built(folder: Path, places: Sequence[Text]) -> Site:
    source = copy_sample(folder / "katalog")
    root = source / "sop_defs"
    shutil.rmtree(root)
    write_place(root / TAME, plain_text)
    (root / TAME / UNIT / "sempit.yml").write_text(dumped(_narrow()), "utf-8")
    for number, text in enumerate(places):
        write_place(root / f"p{number:03}", text)
    return build(source, folder / "repo", strict=False, url=SUBPATH)


def _narrow() -> dict[str, object]:
    """So many lanes, with heads that no syllable divides, that they stand on their side on paper; and a list of bullets."""
    lanes = [f"{'TRKBPSDM' * 2}-{number}" for number in range(12)]
    steps = [{"kegiatan": "Teks:\n• satu\n• dua", "pelaksana": lane} for lane in lanes]
    return {"nama": "Sempit", "langkah": steps}
