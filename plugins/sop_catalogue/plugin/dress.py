"""Styles and scripts in a site: out of it go those that were written, in come those that browsers are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..theme.brand import Brand
from ..theme.bundles import (
    SEARCH_WORKER,
    SHIM,
    SITE_SCRIPTS,
    SITE_STYLES,
    Asset,
    branded,
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


def own_dress(files: Any, brand: Brand, *, search: bool) -> Dress:
    """That of our theme. A source in a `custom_dir` or in the site's own pages goes before the one of its name here;
    a stylesheet of the brand's name comes after the colours of the settings."""
    found = {path: file for path in sources() if (file := files.get_file_from_path(path))}
    for file in found.values():
        files.remove(file)

    def own(path: str) -> str | None:
        if path not in found:
            return None
        text: str = found[path].content_bytes.decode("utf-8-sig", "replace")
        return text.replace("\r\n", "\n")

    def read(path: str) -> str:
        text = own(path)
        return packaged(path) if text is None else text

    return Dress(
        (branded(brand, own), made(SITE_STYLES, read)),
        (made(SITE_SCRIPTS, read),),
        made(SEARCH_WORKER, read) if search else None,
    )


def other_dress() -> Dress:
    """Where another theme dresses the site: what its search lacks on pages opened as files, and the letters of print pages."""
    return Dress(others=(Asset(SHIM, packaged(SHIM).encode()), *print_fonts()))


def missing_pictures(files: Any, theme: Any) -> Iterator[str]:
    """What is wrong with the logo and the favicon that a site names."""
    for key in ("logo", "favicon"):
        named = str(theme.get(key) or "")
        if named and "//" not in named and not files.get_file_from_path(named):
            yield f"theme: {key}: berkas '{named}' tidak ada; taruh di folder halaman (docs), atau betulkan namanya"
