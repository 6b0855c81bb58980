"""The order of the tests, and the sites that several of them look at, each built once a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium
from tests.browser.driving import firefox as system_firefox
from tests.browser.driving.firefox import Firefox
from tests.hostile.site import hostile_site as build_hostile_site
from tests.site.build import REPOSITORY, SUBPATH, Site, build, copy_sample

# How fast a machine is tells nothing of what runs on it.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

SLOWEST_LAST = ("site", "browser")

Builder = Callable[..., Site]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--nightly", action="store_true", help="try ten times as much; takes long")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A fault that a quick test can tell is told at once."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(here).parts[0]
        return SLOWEST_LAST.index(folder) + 1 if folder in SLOWEST_LAST else 0

    items.sort(key=rank)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Sites of the sample catalogue, or of this repository: `site("mkdocs", folder_urls=True, own=False)`."""
    built: dict[tuple[str, bool, bool], Site] = {}

    def get(tool: str = "mkdocs", *, folder_urls: bool = False, own: bool = False) -> Site:
        key = (tool, folder_urls, own)
        if key not in built:
            place = tmp_path_factory.mktemp("situs")
            source = REPOSITORY if own else copy_sample(place / "katalog")
            built[key] = build(
                source,
                place / "repo",
                tool=tool,
                folder_urls=folder_urls,
                url=SUBPATH if folder_urls or own else "",
            )
        return built[key]

    return get


@pytest.fixture(scope="session")
def sample(site: Builder) -> Site:
    return site()


@pytest.fixture(scope="session")
def own(site: Builder) -> Site:
    """This repository's catalogue, as it is published."""
    return site(own=True)


BROKEN_PLACE = "kabupaten-contoh/dinas-arsip/surat-rusak.yml"
BROKEN = """\
nama: Surat Rusak
langkah:
  - kegiatan: Mengetik
    pelaksana: Loket
    pelaksna: Loket
    ke: 9
"""


@pytest.fixture(scope="session")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample catalogue with one definition that cannot be read."""
    source = copy_sample(tmp_path_factory.mktemp("rusak") / "katalog")
    (source / "sop_defs" / BROKEN_PLACE).write_text(BROKEN, "utf-8")
    return source


@pytest.fixture(scope="session")
def faulty(spoilt: Path) -> Site:
    """What an author with a fault in a file gets to see."""
    return build(spoilt, spoilt.parent / "repo", strict=False)


@pytest.fixture(scope="session")
def nightly(pytestconfig: pytest.Config) -> bool:
    """Whether there is time to try everything."""
    return bool(pytestconfig.getoption("nightly"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    built = build_hostile_site(tmp_path_factory.mktemp("jahat"))
    assert built.code == 0, built.log
    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all folders of tests: two would not start in one session."""
    found = chromium.find()
    assert found, chromium.HELP
    options = sandbox_options()
    with sync_playwright() as playwright:
        engine = playwright.chromium.launch(executable_path=found, args=options, chromium_sandbox=not options)
        yield engine
        engine.close()


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    found = system_firefox.find()
    assert found, system_firefox.HELP
    with Firefox(found) as engine:
        yield engine
