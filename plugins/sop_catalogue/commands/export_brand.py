"""What an office puts in the place of the theme's files: its colours, logo and icon, as on its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from ..theme.brand import Brand
from ..theme.bundles import Asset, Bundle, branded, made, packaged, sources
from .site import Site

LOGO, ICON = "assets/images/logo.svg", "assets/images/favicon.svg"


@dataclass(frozen=True, slots=True)
class OfficeFiles:
    colours: Brand
    folders: list[Path]
    """Where the site looks for a file before it takes the theme's."""
    files: dict[str, Path]
    """Path inside the export, and where it is taken from."""
    logo: str
    icon: str

    def asset(self, bundle: Bundle) -> Asset:
        """Made from the office's own sources, where it has any."""
        return made(bundle, lambda path: self._own(path) or packaged(path))

    @property
    def brand(self) -> Asset:
        return branded(self.colours, self._own)

    def _own(self, path: str) -> str | None:
        own = _found(path, self.folders)
        return own.read_text("utf-8-sig", "replace") if own else None

    def over(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """All files, the office's own before what stood in their place, then those that stand in nobody's."""
        rest = dict(self.files)
        for path, data in files:
            rest.pop(path, None)
            own = _found(path, self.folders) if path.startswith("assets/") else None
            yield path, own.read_bytes() if own else data
        for path, own in rest.items():
            yield path, own.read_bytes()


def office_files(site: Site) -> OfficeFiles:
    """Raises `RefusedError`."""
    custom = site.custom_theme
    folders = [site.docs, *([custom] if custom else [])] if site.file else []
    files = dict(_assets(custom)) if custom else {}
    pictures = []
    for key, usual in (("logo", LOGO), ("favicon", ICON)):
        named = str(PurePosixPath(site.theme(key)))
        if own := _found(named, folders):
            files[named] = own
        pictures.append(named if own else usual)
    return OfficeFiles(site.brand, folders, files, *pictures)


def _assets(custom: Path) -> Iterator[tuple[str, Path]]:
    """What stands beside the sources of bundles, or in the place of a picture."""
    for file in sorted((custom / "assets").rglob("*")):
        path = file.relative_to(custom)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not hidden and path.as_posix() not in sources():
            yield path.as_posix(), file


def _found(name: str, folders: Iterable[Path]) -> Path | None:
    """Nothing that lies outside them, whatever the name says."""
    path = PureWindowsPath(name)  # which knows both kinds of slashes, and drives
    if path.anchor or ".." in path.parts:
        return None
    return next((file for folder in folders if (file := folder / name).is_file()), None)
