"""The sites behind a server or as plain files, and ears for every complaint of a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.commands.csp import policy
from tests.browser.driving.firefox_visit import FirefoxVisit
from tests.browser.driving.reader import Reader
from tests.browser.driving.server import served
from tests.browser.driving.visit import Door, Visit
from tests.browser.driving.windows import Windows
from tests.browser.everything import LONG_PAGES, SITE_PAGES, build_everything
from tests.hostile.site import hostile_site as build_hostile_site
from tests.site.build import SUBPATH, Builder, Site, build, copy_sample
from tests.site.shared import SharedSites

HARD_PLACE = "kabupaten-contoh/dinas-arsip/sulit.yml"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def pages(nightly: bool) -> list[str]:
    """A page of every kind that the theme frames; the long ones at night only."""
    return [address for address in SITE_PAGES if nightly or address not in LONG_PAGES]


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
def hard(shared: SharedSites) -> Iterator[Door]:
    """The sample catalogue and an SOP with every shape that is hard to draw."""

    def make(place: Path) -> Site:
        source = copy_sample(place / "katalog")
        shutil.copy(Path(__file__).with_name("sulit.yml"), source / "sop_defs" / HARD_PLACE)
        return build(source, place / "repo", url=SUBPATH)

    yield from served(shared.get("hard", make))


@pytest.fixture(scope="session")
def everything(shared: SharedSites) -> Site:
    """The site with every kind of page; see everything.py."""
    return shared.get("everything", build_everything)


@pytest.fixture(scope="session")
def hostile_site(shared: SharedSites) -> Site:
    built = shared.get("hostile", build_hostile_site)
    assert built.code == 0, built.log
    return built


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
        visitor = Visit(request.getfixturevalue("windows"))
    else:
        visitor = FirefoxVisit(request.getfixturevalue("firefox"))
    yield visitor
    visitor.close()


@pytest.fixture
def visit(windows: Windows) -> Iterator[Visit]:
    visitor = Visit(windows)
    yield visitor
    visitor.close()
