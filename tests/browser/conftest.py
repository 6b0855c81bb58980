"""One browser a session, the sites behind a server or as plain files, and ears for every complaint of a page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sop_catalogue.commands.browser import sandbox_options
from tests.browser import chromium
from tests.browser.visit import Door, Visit
from tests.conftest import Builder
from tests.site.build import Site


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = chromium.find()
    assert found, chromium.HELP
    options = sandbox_options()
    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(executable_path=found, args=options, chromium_sandbox=not options)
        yield engine
        engine.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """A server's log helps nobody here."""


def _served(site: Site) -> Iterator[Door]:
    """The site under `/repo/`, as a project page is."""
    handler = partial(_Silent, directory=str(site.folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Door(site, f"http://127.0.0.1:{server.server_port}/repo/")
        server.shutdown()


@pytest.fixture(scope="session")
def http(sample: Site) -> Iterator[Door]:
    yield from _served(sample)


@pytest.fixture(scope="session")
def file(sample: Site) -> Door:
    return Door(sample, sample.folder.as_uri() + "/")


@pytest.fixture(scope="session")
def faulty_file(faulty: Site) -> Door:
    return Door(faulty, faulty.folder.as_uri() + "/")


@pytest.fixture(scope="session")
def own_http(site: Builder) -> Iterator[Door]:
    yield from _served(site(own=True))


@pytest.fixture(params=["http", "file"])
def door(request: pytest.FixtureRequest) -> Door:
    """The sample catalogue, from a server and from a folder."""
    found: Door = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    visitor = Visit(browser)
    yield visitor
    visitor.close()
