"""What an office puts in the place of the theme's files: its colours, logo and icon, as on its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .site import Site

LOGO, ICON = "assets/images/logo.svg", "assets/images/favicon.svg"


@dataclass(frozen=True, slots=True)
class Brand:
    files: dict[str, Path]
    """Path inside the export, and where it is taken from."""
    logo: str
    icon: str

    def over(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """All files, the office's own before what stood in their place, then those that stand in nobody's."""
        rest = dict(self.files)
        for path, data in files:
            own = rest.pop(path, None)
            yield path, own.read_bytes() if own else data
        for path, own in rest.items():
            yield path, own.read_bytes()


def brand_of(site: Site) -> Brand:
    """Raises `RefusedError`."""
    custom = site.custom_theme
    files = dict(_assets(custom)) if custom else {}
    pictures = []
    for key, usual in (("logo", LOGO), ("favicon", ICON)):
        named = _named(site.theme(key), [custom, site.docs] if custom else [site.docs])
        files |= named
        pictures.append(next(iter(named), usual))
    return Brand(files, *pictures)


def _assets(custom: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted((custom / "assets").rglob("*")):
        path = file.relative_to(custom)
        if file.is_file() and not any(part.startswith(".") for part in path.parts):
            yield path.as_posix(), file


def _named(name: str, folders: Iterable[Path]) -> dict[str, Path]:
    """A picture as the theme's settings name it, if one of the folders has it; nothing that lies outside them."""
    path = PurePosixPath(name)
    if not path.name or path.is_absolute() or ".." in path.parts:
        return {}
    return next(({str(path): folder / path} for folder in folders if (folder / path).is_file()), {})
