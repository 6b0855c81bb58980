"""A site under `mkdocs serve`: of the catalogue, a rebuild makes nothing; a file is made when a browser asks for it."""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import click
from jinja2 import ChoiceLoader, DictLoader, Environment
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ..pages.late import LateFile

NOT_YET = "sop-nanti.html"
"""The template of pages that are not made yet."""
_POLL = "/livereload/"


def reloads() -> bool:
    """Whether the server will ask us before it starts; with --no-livereload it does not."""
    context = click.get_current_context(silent=True)
    return bool(context and context.params.get("livereload"))


class LateSite:
    """What the last build left to be made, and the server in front of it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._compiled = _Compiled()
        self._pages: dict[str, Callable[[], bytes]] = {}
        self._left: dict[str, Callable[[], bytes]] = {}
        self._known: set[str] = set()
        self._gone: set[str] = set()
        """What the last build could make, and what the one before could that this one cannot."""
        self._state = 0
        """Another one whenever a build begins or ends."""

    def leave_pages(self, pages: Sequence[Page], finish: Callable[[Page], bytes], env: Environment) -> None:
        """While a build begins: those that it leaves out."""
        assert env.loader
        env.loader = ChoiceLoader([env.loader, DictLoader({NOT_YET: ""})])
        env.bytecode_cache = self._compiled
        self._finish, self._known = finish, set()
        self._pages = {page.file.dest_uri: partial(finish, page) for page in pages}
        _UNSAID.pages = {f"'{page.file.src_uri}'." for page in pages}

    def leave(self, files: Iterable[LateFile], pages: Iterable[Page] = ()) -> None:
        """At its end: what it leaves out beside those. `pages` are others that are no longer as they were written."""
        others = {page.file.dest_uri: partial(self._finish, page) for page in pages}
        self._left = {**self._pages, **others, **dict(files)}
        self._gone = self._known - self._left.keys()
        self._known = set(self._left)

    def attach(
        self, server: LiveReloadServer, again: Callable[[], bool], failed: Callable[[Exception], str]
    ) -> None:
        """`again` builds only what has changed, or says that it cannot.

        `failed` tells of a file that could not be made, and returns it in words.
        """
        build = server.builder

        def rebuild() -> None:
            with self._lock:
                self._left = {}
                self._state += 1
                if not again():
                    build()
                for path in self._gone:
                    Path(server.root, path).unlink(missing_ok=True)
                self._state += 1

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = _path(environ, server.mount_path)
            while True:
                state, reply = self._state, _Reply()
                try:
                    self._make(path, Path(server.root))
                except Exception as error:
                    return _refuse(failed(error), start_response)
                # This waits for a build that has begun; what was made before is gone then.
                body = server.serve_request(environ, reply)
                if state == self._state or environ["PATH_INFO"].startswith(_POLL):
                    reply.pass_on(start_response)
                    return body
                if hasattr(body, "close"):
                    body.close()

        server.builder = rebuild
        server.set_app(answer)

    def _make(self, path: str, root: Path) -> None:
        with self._lock:
            for file in (path, posixpath.join(path, "index.html")):
                if make := self._left.get(file):
                    write_file(make(), str(root / file))
                    del self._left[file]


def finished(page: Page, config: MkDocsConfig, nav: Navigation, files: Files, env: Environment) -> bytes:
    """A page through MkDocs' templates and all plugins, as a build writes it."""
    page.active = True
    try:
        context = get_context(nav, files, config, page)
        template = env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        return output.encode("utf-8", errors="xmlcharrefreplace")
    finally:
        page.active = False


class _Compiled(BytecodeCache):
    """Templates from one rebuild to the next; compiling the theme's takes longer than a page."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, Any]] = {}
        """By the key of a template's name: what its source adds up to, and its code."""

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._kept.get(bucket.key)
        if kept and kept[0] == bucket.checksum:
            bucket.code = kept[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.checksum, bucket.code


class _Unsaid(logging.Filter):
    """MkDocs tells of every page that came out empty; those that are only not made yet are no news."""

    pages: Container[str] = ()

    def filter(self, record: logging.LogRecord) -> bool:
        words = record.getMessage().split()
        return words[:2] != ["Page", "skipped:"] or words[2] not in self.pages


_UNSAID = _Unsaid()
for _name in ("mkdocs.commands.build", "properdocs.commands.build"):
    logging.getLogger(_name).addFilter(_UNSAID)


class _Reply:
    """A status and headers, kept until it is known that they are the right ones."""

    def __init__(self) -> None:
        self._said: tuple[Any, ...] = ()

    def __call__(self, *said: Any) -> None:
        self._said = said

    def pass_on(self, start_response: Any) -> None:
        start_response(*self._said)


def _path(environ: dict[str, Any], mount: str) -> str:
    """Inside the site, as the server finds its file."""
    path = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "ignore").removeprefix(mount)
    path += "index.html" if not path or path.endswith("/") else ""
    return posixpath.normpath("/" + path).lstrip("/")


def _refuse(reason: str, start_response: Any) -> list[bytes]:
    start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
    return [reason.encode()]
