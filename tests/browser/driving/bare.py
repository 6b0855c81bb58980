"""A page as a file, with our styles and scripts and nothing else of a theme."""

from __future__ import annotations

from pathlib import Path

import sop_catalogue

ASSETS = Path(sop_catalogue.__file__).with_name("theme") / "assets"


def write_bare(file: Path, html: str, *scripts: str) -> Path:
    styles = sorted(ASSETS.glob("stylesheets/*.css"))
    links = "".join(f'<link rel="stylesheet" href="{style.as_uri()}">' for style in styles)
    tags = "".join(
        f'<script src="{(ASSETS / "javascripts" / name).as_uri()}.js"></script>' for name in scripts
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><meta charset="utf-8">{links}<body data-md-color-scheme="default"><main class="md-typeset">{html}</main>{tags}',
        "utf-8",
    )
    return file
