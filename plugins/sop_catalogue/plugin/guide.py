"""The authoring guide that the package brings: a site whose nav asks for it always has the guide of the version it runs."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from .folding import folded

ALL = "panduan/"
"""In a nav: every page of the guide that stands nowhere else in it."""
ON_SEARCHING = "panduan/mencari"
_ORDER = (
    *("index", "langkah", "identitas", "daftar", "impor", "kesehatan", "cetak"),
    *("situs", "pesan", "rujukan", "mencari", "data"),
)
_ROOT = Path(__file__).parents[1] / "panduan"
_EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "tables": {},
    "toc": {"permalink": True, "permalink_title": "Tautan ke bagian ini"},
    "pymdownx.highlight": {"pygments_lang_class": True},
    "pymdownx.superfences": {},
    "pymdownx.details": {},
}


class GuidePage(Page):
    """Rendered with what the guide is written for, whatever a site's own pages are written with."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        own = copy(config)
        own["markdown_extensions"], own["mdx_configs"] = list(_EXTENSIONS), _EXTENSIONS
        super().render(own, files)
        self.content = folded(self.content or "")


def unfolded(nav: Any) -> Any:
    """The nav with the guide's pages in the place of `panduan/`."""
    named = set(_named(nav))
    rest = [page for page in (f"{ALL}{name}.md" for name in _ORDER) if page not in named]
    return _unfold(nav, rest)


def asked_for(nav: Any) -> bool:
    return any(name.startswith(ALL) for name in _named(nav))


def guide_files(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Its pages and pictures; where the site has a file of its own of that name, that one stays."""
    for source in sorted(path for path in _ROOT.rglob("*") if path.is_file()):
        name = ALL + source.relative_to(_ROOT).as_posix()
        if files.get_file_from_path(name):
            continue
        file = File.generated(config, name, content=source.read_bytes(), inclusion=InclusionLevel.NOT_IN_NAV)
        if file.is_documentation_page():
            file.edit_uri = _edit_uri(source, config)
            GuidePage(None, file, config)
        yield file


def _named(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(item)


def _unfold(nav: Any, pages: list[str]) -> Any:
    if isinstance(nav, dict):
        return {title: pages if item == ALL else _unfold(item, pages) for title, item in nav.items()}
    if isinstance(nav, list):
        return [page for item in nav for page in (pages if item == ALL else [_unfold(item, pages)])]
    return nav


def _edit_uri(source: Path, config: MkDocsConfig) -> str | None:
    """Where it can be edited: in a repository that holds the package itself, not where that is installed."""
    base = Path(config.config_file_path or ".").resolve().parent
    if not source.is_relative_to(base) or "site-packages" in source.parts:
        return None
    docs = Path(config.docs_dir)
    ups = "../" * len(docs.relative_to(base).parts) if docs.is_relative_to(base) else "../"
    return ups + source.relative_to(base).as_posix()
