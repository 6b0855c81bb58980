"""Reads a built site as a browser does and tells every link that leads nowhere and every call to the network."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HERE = "http://site.invalid"
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest",
                 "apple-touch-icon", "alternate", "shortcut"}  # fmt: skip
LOADING_ATTRIBUTES = ("src", "srcset", "poster", "data", "action", "formaction", "background")
CSS_URL = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3""")
# Material's own scripts name hosts that they ask only for features which no page here uses; the browser tests watch them.
UPSTREAM_SCRIPT = re.compile(r"assets/javascripts/(bundle|workers/search|lunr)[./]")

# Print pages stand alone; every other page carries the theme's configuration.
OWN_SHELL = "cetak/"


@dataclass(frozen=True)
class Reference:
    value: str
    loads: bool
    """The browser fetches it by itself."""


@dataclass
class Page(HTMLParser):
    """Ids and references of one page."""

    ids: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)
    config: str = ""
    leads_on: bool = False
    """It only says where something stands now."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attributes}
        self.leads_on |= have.get("http-equiv") == "refresh"
        self.ids |= {have[name] for name in ("id", "name") if have.get(name) and (name == "id" or tag == "a")}
        for name, value in have.items():
            if name == "srcset":
                self._add((part.split()[0] for part in value.split(",") if part.split()), loads=True)
            elif name in LOADING_ATTRIBUTES and not (tag == "object" and name != "data"):
                self._add([value], loads=True)
            elif name in ("href", "xlink:href"):
                loads = tag in ("use", "image", "feimage") or (
                    tag == "link" and bool(LOADING_LINKS & set(have.get("rel", "").lower().split()))
                )
                if tag != "base":
                    self._add([value], loads=loads)
            elif name == "style":
                self._add(css_references(value), loads=True)
        if tag in ("style", "script"):
            self._inside.append("config" if have.get("id") == "__config" else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script") and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        match self._inside[-1:]:
            case ["style"]:
                self._add(css_references(data), loads=True)
            case ["config"]:
                self.config += data
            case []:
                self.text.append(data)

    def _add(self, values: Iterator[str] | list[str], *, loads: bool) -> None:
        self.references += [Reference(value.strip(), loads) for value in values]


def css_references(css: str) -> Iterator[str]:
    for found in CSS_URL.finditer(re.sub(r"/\*.*?\*/", "", css, flags=re.S)):
        yield found[2] if found[2] is not None else found[4]


def read_page(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


@dataclass
class Walk:
    """All faults of one built site."""

    root: Path
    base: str = "/"
    """Path under which the site is served."""
    folder_urls: bool = False
    faults: list[str] = field(default_factory=list)
    checked: int = 0

    def __post_init__(self) -> None:
        self.files = {f.relative_to(self.root).as_posix() for f in self.root.rglob("*") if f.is_file()}
        self.pages = {
            f: read_page((self.root / f).read_text("utf-8")) for f in self.files if f.endswith(".html")
        }
        for path, page in sorted(self.pages.items()):
            for reference in page.references:
                self._check(path, reference)
            if not page.config and (path.startswith(OWN_SHELL) or page.leads_on):
                continue
            config = json.loads(page.config)
            for key, what in (("base", config["base"]), ("search", config["search"])):
                where = self._target(
                    path, what if key == "search" else posixpath.join(what, "catalogue.json")
                )
                if where not in self.files:
                    self.faults.append(f"{path}: {key} of the page's configuration leads to {where}")
        for path in sorted(f for f in self.files if f.endswith((".css", ".svg", ".js"))):
            self._asset(path)

    def _asset(self, path: str) -> None:
        text = (self.root / path).read_text("utf-8")
        if path.endswith(".js"):
            code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.S | re.M)
            if not UPSTREAM_SCRIPT.search(path) and not path.startswith("search/"):
                hosts = set(re.findall(r"https?://(?!www\.w3\.org/)[^\s\"'`)]*", code))
                self.faults += [f"{path}: names {host}" for host in sorted(hosts)]
            return
        references = (
            [Reference(value, True) for value in css_references(text)]
            if path.endswith(".css")
            else [r for r in read_page(text).references if not r.value.startswith("#")]
        )
        for reference in references:
            self._check(path, reference)

    def _check(self, path: str, reference: Reference) -> None:
        """One reference, seen from the file at `path`."""
        self.checked += 1
        parts = urlsplit(reference.value)
        if parts.scheme in ("http", "https") or (not parts.scheme and parts.netloc):
            if reference.loads:
                self.faults.append(f"{path}: loads {reference.value} from the network")
            return
        if parts.scheme:
            if parts.scheme not in ("mailto", "tel", "data"):
                self.faults.append(f"{path}: {reference.value[:60]!r} is no address")
            return
        if parts.path.startswith("/") and path != "404.html":
            self.faults.append(f"{path}: {reference.value} breaks under a sub-path and from a folder")
            return
        target = self._target(path, reference.value)
        if target not in self.files:
            self.faults.append(f"{path}: {reference.value} leads to {target}, which is not there")
        elif parts.fragment and target in self.pages:
            wanted = unquote(parts.fragment)
            if wanted not in self.pages[target].ids:
                self.faults.append(f"{path}: {reference.value} names a part that {target} has not")

    def _target(self, path: str, reference: str) -> str:
        """The file that a reference means; outside the site, an address that no file has."""
        where = urlsplit(urljoin(f"{HERE}{self.base}{path}", reference)).path
        if not where.startswith(self.base):
            return where
        inside = unquote(where.removeprefix(self.base))
        if inside.endswith("/") or not inside:
            # From a folder of files nothing answers for a folder.
            return f"{inside}index.html" if self.folder_urls or path == "404.html" else inside or "./"
        return inside
