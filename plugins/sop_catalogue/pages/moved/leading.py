"""Files that stand where something stood before, or at a code: pages lead on, other files are there once more.

Each is made of HTML alone, and works without a server of its own and without a script; a script only takes along what
stands behind the address. No search and no map of the site knows them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from urllib.parse import quote

from ...catalogue.model import Catalogue, SopEntry
from ...theme.bundles import LEADING_SCRIPTS, shipped
from ..late import LateFile
from ..links import code_address, page_path, relative, sop_address
from ..render import plain, render
from .old_paths import OldPaths, Thing


class Leading:
    """Is shown all that a site has before it says what else should stand there; what the site has stays."""

    def __init__(
        self, catalogue: Catalogue, directory_urls: bool, site_url: str, pages: Iterable[str]
    ) -> None:
        """`pages` are addresses."""
        self._catalogue, self._directory_urls, self._site_url = catalogue, directory_urls, site_url
        self._paths = OldPaths(catalogue)
        self._there: set[str] = set()
        self._old: dict[str, Callable[[], bytes]] = {}
        for address in pages:
            url = page_path(address, directory_urls)
            self._see(_file(url), url, None)

    def see(self, file: LateFile) -> LateFile:
        path, make = file
        self._see(path, path, None if path.endswith(".html") else make)
        return file

    def files(self, taken: Container[str] = ()) -> Iterator[LateFile]:
        """`taken` are paths that a site's own pages and files have."""
        found = dict(self._codes()) | self._old
        free = {path: make for path, make in found.items() if path not in self._there and path not in taken}
        yield from free.items()
        if free:
            script = shipped(LEADING_SCRIPTS)
            yield script.path, partial(bytes, script.data)

    def _see(self, path: str, url: str, make: Callable[[], bytes] | None) -> None:
        self._there.add(path)
        for thing, old in self._paths.of(path):
            self._old.setdefault(old, make or partial(self._page, old, url, _name(thing)))

    def _codes(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        for entry in self._catalogue.sops:
            if entry.kode:
                path, url = self._place(entry.kode), self._url(entry)
                yield path, partial(self._page, path, url, _name(entry))
        for code, entries in self._catalogue.shared_codes.items():
            path = self._place(code)
            yield path, partial(self._choice, path, code, entries)

    def _place(self, code: str) -> str:
        return _file(page_path(code_address(code), self._directory_urls))

    def _url(self, entry: SopEntry) -> str:
        return page_path(sop_address(entry), self._directory_urls)

    def _page(self, path: str, url: str, name: str) -> bytes:
        values = {
            "name": name,
            "url": relative(path, url),
            "canonical": f"{self._site_url.rstrip('/')}/{quote(url)}" if self._site_url else "",
            "script": relative(path, shipped(LEADING_SCRIPTS).path),
        }
        return render("pindah/antar.html", values).encode()

    def _choice(self, path: str, code: str, entries: Iterable[SopEntry]) -> bytes:
        ways = [(relative(path, self._url(entry)), _name(entry), entry.unit.data.nama) for entry in entries]
        return render("pindah/pilih.html", {"code": code, "ways": ways}).encode()


def _name(thing: Thing) -> str:
    return plain(thing.name) if isinstance(thing, SopEntry) else thing.data.nama


def _file(url: str) -> str:
    return f"{url}index.html" if url.endswith("/") or not url else url
