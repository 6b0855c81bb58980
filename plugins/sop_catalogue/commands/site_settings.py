"""What the settings of the site (mkdocs.yml) say that paper must know: its address, and how it is printed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..paper.settings import DEFAULT, PaperSettings, SettingError, paper_settings
from ..refused import RefusedError
from ..store import CACHE
from .project import FOLDER, PLUGIN, SETTINGS, option_pairs, shown

_MOST_PARENTS = 8
_NAME = "Katalog SOP"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    paper: PaperSettings = DEFAULT
    url: str = ""
    directory_urls: bool = True
    name: str = _NAME
    cache: Path | None = None
    """Where its builds keep what they have made."""


def site_settings(root: Path) -> SiteSettings:
    """Those of the nearest mkdocs.yml above the definitions, if there is one."""
    file = next(
        (folder / name for folder in root.parents for name in SETTINGS if _is_of(folder / name, root)), None
    )
    if file is None:
        return SiteSettings()
    found = _Found(list(_with_parents(file)))
    try:
        paper = paper_settings(found.plugin("cetak")) or DEFAULT
    except SettingError as error:
        raise RefusedError(f"{shown(file)}: cetak: {error}") from None
    return SiteSettings(
        paper,
        str(found.top("site_url") or ""),
        found.top("use_directory_urls") is not False,
        str(found.top("site_name") or _NAME),
        file.parent / str(found.plugin("cache_dir") or CACHE),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    files: list[dict[str, Any]]
    """The site's own first, then what it inherits from."""

    def top(self, key: str) -> Any:
        return next((settings[key] for settings in self.files if key in settings), None)

    def plugin(self, key: str) -> Any:
        for settings in self.files:
            for name, options in option_pairs(settings.get("plugins")):
                if name == PLUGIN and isinstance(options, dict) and key in options:
                    return options[key]
        return None


def _is_of(file: Path, root: Path) -> bool:
    settings = _Found(list(_with_parents(file)))
    said = settings.plugin("sop_defs")
    return (
        bool(settings.files)
        and Path(os.path.realpath(file.parent / (said if isinstance(said, str) else FOLDER))) == root
    )


def _with_parents(file: Path) -> Iterator[dict[str, Any]]:
    for _ in range(_MOST_PARENTS):
        try:
            settings = yaml.load(file.read_bytes(), Loader=_Reader)
        except (OSError, yaml.YAMLError, ValueError, RecursionError):
            return
        if not isinstance(settings, dict):
            return
        yield settings
        if not isinstance(settings.get("INHERIT"), str):
            return
        file = file.parent / settings["INHERIT"]


class _Reader(yaml.SafeLoader):
    """`!ENV` as MkDocs has it; other tags are not needed here."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """The first variable that is set, else the last item, as YAML reads it."""
    if isinstance(node, yaml.ScalarNode):
        names, default = [loader.construct_scalar(node)], None
    elif isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node) or [None]
    else:
        return None
    value = next((os.environ[str(name)] for name in names if str(name) in os.environ), None)
    return default if value is None else yaml.safe_load(value)


_Reader.add_multi_constructor("", lambda _loader, _tag, _node: None)
_Reader.add_constructor("!ENV", _environment)
