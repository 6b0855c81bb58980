"""One browser a session, the sites behind a server or as plain files, and ears for every complaint of a page."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sop_catalogue.commands.csp import policy
from tests.browser.driving.firefox_visit import FirefoxVisit
from tests.browser.driving.reader import Reader
from tests.browser.driving.visit import Door, Visit
from tests.browser.everything import build_everything
from tests.conftest import Builder
from tests.site.build import SUBPATH, Site, build, copy_sample

HARD_PLACE = "kabupaten-contoh/dinas-arsip/sulit.yml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _Silent(SimpleHTTPRequestHandler):
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """A server's log helps nobody here."""


def served(site: Site, policy: str = "") -> Iterator[Door]:
    """The site under `/repo/`, as a project page is."""
    kind = type("_Guarded", (_Silent,), {"policy": policy})
    handler = partial(kind, directory=str(site.folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Door(site, f"http://127.0.0.1:{server.server_port}/repo/")
        server.shutdown()


@pytest.fixture(scope="session")
def http(sample: Site) -> Iterator[Door]:
    yield from served(sample)


@pytest.fixture(scope="session")
def file(sample: Site) -> Door:
    return Door(sample, sample.folder.as_uri() + "/")


@pytest.fixture(scope="session")
def faulty_file(faulty: Site) -> Door:
    return Door(faulty, faulty.folder.as_uri() + "/")


@pytest.fixture(scope="session")
def own_http(site: Builder) -> Iterator[Door]:
    yield from served(site(own=True))


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The sample catalogue and an SOP with every shape that is hard to draw."""
    place = tmp_path_factory.mktemp("sulit")
    source = copy_sample(place / "katalog")
    shutil.copy(Path(__file__).with_name("sulit.yml"), source / "sop_defs" / HARD_PLACE)
    yield from served(build(source, place / "repo", url=SUBPATH))


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with every kind of page; see everything.py."""
    return build_everything(tmp_path_factory.mktemp("semua"))


@pytest.fixture(scope="session")
def every_http(everything: Site) -> Iterator[Door]:
    yield from served(everything)


@pytest.fixture(scope="session")
def every_file(everything: Site) -> Door:
    return Door(everything, everything.folder.as_uri() + "/")


@pytest.fixture(scope="session")
def guarded(everything: Site) -> Iterator[Door]:
    """The same behind a server that sends the policy of `sop csp`."""
    pages = sorted(everything.folder.rglob("*.html"))
    yield from served(everything, policy(page.read_text("utf-8") for page in pages))


@pytest.fixture(params=["http", "file"])
def door(request: pytest.FixtureRequest) -> Door:
    """The sample catalogue, from a server and from a folder."""
    found: Door = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Someone with one browser, and someone with the other."""
    visitor: Reader
    if request.param == "chromium":
        visitor = Visit(request.getfixturevalue("browser"))
    else:
        visitor = FirefoxVisit(request.getfixturevalue("firefox"))
    yield visitor
    visitor.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    visitor = Visit(browser)
    yield visitor
    visitor.close()
