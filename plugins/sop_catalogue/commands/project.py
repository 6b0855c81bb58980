"""Where the definitions are, as seen from where the user stands."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from ..catalogue.build import CatalogueBuilder
from ..refused import RefusedError

FOLDER = "sop_defs"
SETTINGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
PLUGIN = "sop-catalogue"


def find_root(explicit: Path | None, paths: Sequence[Path] = ()) -> Path:
    """The definitions' folder: as given, else the nearest one upwards from `paths`, or from here."""
    if explicit is not None:
        root = real(explicit)
        if not root.is_dir():
            raise RefusedError(f"folder definisi '{explicit}' tidak ada; betulkan --root")
        return root
    found = dict.fromkeys(_root_around(real(path)) for path in paths or (Path(),))
    if len(found) > 1:
        raise RefusedError("berkas-berkas itu dari katalog yang berlainan; periksa satu per satu")
    (root_or_none,) = found
    if root_or_none is None:
        raise RefusedError(
            f"tidak ada folder '{FOLDER}' di sini atau di atasnya; pindah ke folder katalog, sebutkan foldernya "
            "dengan --root, atau buat katalog baru dengan 'sop init'"
        )
    if not root_or_none.is_dir():
        raise RefusedError(f"folder definisi '{shown(root_or_none)}', yang disebut di mkdocs.yml, tidak ada")
    return root_or_none


def builder_for(root: Path, cache: Path | None = None) -> CatalogueBuilder:
    """Its messages name files as the user would from here. `cache` is the folder that a site's builds keep things in."""
    return CatalogueBuilder(root, shown(root), cache / "definisi.json" if cache else None)


def shown(path: Path) -> str:
    """A path as a message says it: from here, with forward slashes; in full where that is shorter to read."""
    try:
        relative = Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return path.as_posix() if relative.startswith("../../..") else relative


def real(path: Path) -> Path:
    """The one absolute spelling of a path; a link is followed to its folder, but not itself."""
    if path.is_dir():
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent), path.name)


def _root_around(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if folder.name == FOLDER and folder.is_dir():
            return folder
        if option := next(_options(folder), None):
            return Path(os.path.realpath(folder / option))
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    return None


def _options(folder: Path) -> Iterator[str]:
    """What the settings of a site in `folder` say about the plugin."""
    for name in SETTINGS:
        try:
            settings = yaml.load((folder / name).read_bytes(), Loader=_Settings)
        except (OSError, yaml.YAMLError, ValueError, RecursionError):
            continue
        plugins = settings.get("plugins") if isinstance(settings, dict) else None
        for plugin, options in option_pairs(plugins):
            if plugin == PLUGIN:
                said = options.get("sop_defs") if isinstance(options, dict) else None
                yield said if isinstance(said, str) and said else FOLDER


def option_pairs(plugins: Any) -> Iterable[tuple[Any, Any]]:
    """Plugins are a list of names and of one-key mappings, or one mapping."""
    if isinstance(plugins, dict):
        return plugins.items()
    items = plugins if isinstance(plugins, list) else []
    return [pair for item in items for pair in (item.items() if isinstance(item, dict) else [(item, None)])]


class _Settings(yaml.SafeLoader):
    """Reads a mkdocs.yml whatever tags it holds; their values are not needed here."""


_Settings.add_multi_constructor("", lambda _loader, _tag, _node: None)
