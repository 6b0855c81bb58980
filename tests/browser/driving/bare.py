"""A page as a file, with our styles and scripts and nothing else of a theme."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.theme.bundles import BRAND, SITE_SCRIPTS, SITE_STYLES
from tests.dressed import put


def write_bare(file: Path, html: str) -> Path:
    styles = [put(file.parent, bundle).as_uri() for bundle in (BRAND, SITE_STYLES)]
    links = "".join(f'<link rel="stylesheet" href="{style}">' for style in styles)
    script = put(file.parent, SITE_SCRIPTS).as_uri()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<!doctype html><meta charset="utf-8">{links}<body data-md-color-scheme="default"><main class="md-typeset">{html}</main><script src="{script}"></script>',
        "utf-8",
    )
    return file
