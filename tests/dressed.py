"""What pages wear, written beside a page of a test."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.theme.bundles import Bundle, print_fonts, shipped


def put(folder: Path, bundle: Bundle) -> Path:
    """The file of a bundle below `folder`, with the letters that it names."""
    for asset in (shipped(bundle), *print_fonts()):
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.data)
    return folder / shipped(bundle).path
