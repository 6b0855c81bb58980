"""`sop csp`: the Content-Security-Policy under which a built site works, for the server that serves it."""

from __future__ import annotations

import argparse
import base64
import hashlib
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from ..refused import RefusedError
from .outcome import OK
from .parser import Commands

_RUN = {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}
"""What a script element may be typed to be more than data."""


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "csp",
        help="cetak kebijakan keamanan isi (CSP) situs jadi",
        description="Cetak nilai tajuk Content-Security-Policy untuk situs yang sudah dibangun. Di bawah kebijakan itu peramban\n"
        "hanya menjalankan skrip milik situs, dan tidak memanggil alamat lain. Ulangi setiap kali situs dibangun.",
        epilog='Di nginx: add_header Content-Security-Policy "…" always;',
    )
    parser.add_argument("site", metavar="FOLDER", type=Path, help="folder situs jadi, misalnya site")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    pages = sorted(args.site.rglob("*.html"))
    if not pages:
        raise RefusedError(
            f"tidak ada halaman HTML di {args.site}; bangun situsnya dulu dengan 'mkdocs build'"
        )
    print(policy(page.read_text("utf-8") for page in pages))
    return OK


def policy(pages: Iterable[str]) -> str:
    """Scripts are the site's files, and of those written into its pages only these; styles may stand in pages."""
    scripts = {script for page in pages for script in inline_scripts(page)}
    hashes = sorted(f"'sha256-{_digest(script)}'" for script in scripts)
    rules = {
        # Firefox fetches the next page ahead, as the theme's rel=next asks, by this rule alone.
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "worker-src": ["'self'"],
        "connect-src": ["'self'"],
        # Attributes carry the measures of print pages and the rows' depth of lists.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())


def inline_scripts(page: str) -> set[str]:
    """What a browser would run of the page's own text."""
    found = _Scripts()
    found.feed(page)
    found.close()
    return found.texts


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        if tag == "script" and "src" not in have and (have.get("type") or "").lower() in _RUN:
            self._parts = []

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._parts is not None:
            # Browsers read every line end as one character before they hash.
            self.texts.add("".join(self._parts).replace("\r\n", "\n").replace("\r", "\n"))
            self._parts = None
