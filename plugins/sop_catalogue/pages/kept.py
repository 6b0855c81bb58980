"""Finished pages kept from build to build, by all that they were made from.

The page of an SOP is made from its own file and what was found wrong with it, from the registers, and from what the
catalogue concludes about all SOPs together: their names and addresses, and who refers to whom. The last two are one
digest for all pages: an edit that changes no name and no reference makes one page anew, any other makes all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..catalogue.kept_values import write_whole
from ..catalogue.model import Catalogue, SopEntry
from ..chart import engine
from .render import Page, Toc

_PACKAGE = Path(__file__).parents[1]


class PageShelf:
    """A folder with one file a page. Whatever is unreadable or outdated there is made again."""

    def __init__(self, folder: Path, catalogue: Catalogue, directory_urls: bool) -> None:
        self.folder = folder
        self._common = _common(catalogue, directory_urls)

    def page(self, entry: SopEntry, edit: str, make: Callable[[], Page]) -> Page:
        key = _digest(self._common, entry.path, entry.source, entry.findings, edit).hex()
        file = self.folder / f"{entry.id}.json"
        if kept := _read(file, key):
            return kept
        page = make()
        toc = [(item.id, item.title) for item in page.toc]
        with suppress(OSError, ValueError):  # a cache that cannot be written is no reason to fail
            write_whole(file, [key, page.html, page.title, toc, page.description, page.search_text])
        return page


def _common(catalogue: Catalogue, directory_urls: bool) -> bytes:
    """All that a page may say of others."""
    facts: list[Any] = [_edition(), engine.version(), directory_urls]
    facts += [(pemda.id, pemda.data, pemda.logo) for pemda in catalogue.pemdas]
    facts += [(unit.id, unit.data, unit.logo) for unit in catalogue.units]
    facts += [(role.id, role.data) for role in catalogue.roles]
    facts += [(law.id, law.data) for law in catalogue.laws]
    for sop in catalogue.sops:
        references = [(r.verdict.value, r.target and r.target.id) for r in sop.references]
        laws = [c.law and c.law.id for c in sop.citations]
        roles = [[role and role.id for role in lanes] for lanes in sop.lane_roles]
        replaced = sop.replaced_by and sop.replaced_by.id
        facts.append(
            (sop.id, sop.name, sop.sop.nomor, sop.sop.keadaan, sop.unit.id, references, laws, roles, replaced)
        )
    return _digest(*facts)


@lru_cache(maxsize=1)
def _edition() -> bytes:
    """Changes whenever the code or a template does."""
    files = [*_PACKAGE.rglob("*.py"), *(_PACKAGE / "pages").rglob("*.html")]
    return _digest(*(file.read_bytes() for file in sorted(files)))


def _digest(*parts: object) -> bytes:
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        text = repr(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:%s" % (len(text), text))
    return found.digest()


def _read(file: Path, key: str) -> Page | None:
    try:
        found, html, title, toc, description, words = json.loads(file.read_bytes())
        if found != key:
            return None
        return Page(html, title, tuple(Toc(*item) for item in toc), description, words)
    except (OSError, ValueError, TypeError):
        return None
