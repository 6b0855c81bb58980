"""A site in which hostile texts stand in every field."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.site.build import SUBPATH, Site, build, copy_sample

from . import corpus
from .places import Rotation, plain_text, write_place

TAME = "jinak"
"""The pemda in which the same fields hold plain words."""
PLACES = 12
"""Enough that every text has stood somewhere, and every field has held a dozen of them."""


def hostile_site(folder: Path, *, every: bool) -> Site:
    """`every`: each text in each field; else the texts in turn over `PLACES` pemda."""
    source = copy_sample(folder / "katalog")
    root = source / "sop_defs"
    shutil.rmtree(root)
    write_place(root / TAME, plain_text)
    if every:
        for number, text in enumerate(corpus.texts()):
            write_place(root / f"p{number:03}", Rotation([text]))
    else:
        rotation = Rotation(corpus.texts())
        for number in range(PLACES):
            write_place(root / f"p{number:03}", rotation)
        assert {text for _, text in rotation.given} == set(corpus.texts())
    return build(source, folder / "repo", strict=False, url=SUBPATH)
