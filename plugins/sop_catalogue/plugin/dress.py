"""Styles and scripts in a site: out of it go those that were written, in come those that browsers are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..theme.bundles import (
    BRAND,
    SEARCH_WORKER,
    SHIM,
    SITE_SCRIPTS,
    SITE_STYLES,
    Asset,
    made,
    packaged,
    print_fonts,
    sources,
)


@dataclass(frozen=True, slots=True)
class Dress:
    styles: tuple[Asset, ...] = ()
    """On every page, in this order."""
    scripts: tuple[Asset, ...] = ()
    worker: Asset | None = None
    """Behind the search box."""
    others: tuple[Asset, ...] = ()

    @property
    def assets(self) -> list[Asset]:
        return [*self.styles, *self.scripts, *([self.worker] if self.worker else []), *self.others]


def own_dress(files: Any, *, search: bool) -> Dress:
    """That of our theme. A source in a `custom_dir` or in the site's own pages goes before the one of its name here."""
    found = {path: file for path in sources() if (file := files.get_file_from_path(path))}
    for file in found.values():
        files.remove(file)

    def read(path: str) -> str:
        if path not in found:
            return packaged(path)
        text: str = found[path].content_bytes.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n")

    return Dress(
        (made(BRAND, read), made(SITE_STYLES, read)),
        (made(SITE_SCRIPTS, read),),
        made(SEARCH_WORKER, read) if search else None,
    )


def other_dress() -> Dress:
    """Where another theme dresses the site: what its search lacks on pages opened as files, and the letters of print pages."""
    return Dress(others=(Asset(SHIM, packaged(SHIM).encode()), *print_fonts()))
