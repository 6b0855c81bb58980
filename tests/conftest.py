"""The order of the tests, and the sites that several of them look at, each built once a session."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from sop_catalogue.press.browser import sandbox_options
from tests.browser.driving import chromium
from tests.browser.driving import firefox as system_firefox
from tests.browser.driving.firefox import Firefox
from tests.browser.driving.windows import Windows
from tests.site.build import REPOSITORY, SUBPATH, Builder, Site, build, copy_sample
from tests.site.faulty import faulty_site
from tests.site.shared import SharedSites
from tests.turns import Share, case_of, left_for_the_night, number

# How fast a machine is tells nothing of what runs on it.
settings.register_profile("day", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
settings.register_profile("night", settings.get_profile("day"), max_examples=1_000)

SLOWEST_LAST = ("search", "intake", "cli", "press", "bench", "hostile", "chart", "paper", "site", "browser")
"""Folders that take more than a moment; run.py keeps to the order on all cores."""
LONGEST_FIRST = ("test_axe.py", "test_keyboard.py", "test_cells.py")
"""Files of the last folder that keep one core for a minute or more, so that no other waits for them in the end."""
TOLD_AT_THE_END = ("charts", "search")
"""Names under which tests `record_property`."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nightly",
        action="store_true",
        help="only the tests that can try more, ten times as much, and what is left for it; takes long",
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("night" if config.getoption("nightly") else "day")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A fault that a quick test can tell is told at once."""
    number(items)
    night = config.getoption("nightly")
    wanted = {item: _at_night(item) if night else not left_for_the_night(item) for item in items}
    config.hook.pytest_deselected(items=[item for item in items if not wanted[item]])
    items[:] = [item for item in items if wanted[item]]
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> tuple[int, bool]:
        folder = item.path.relative_to(here).parts[0]
        late = SLOWEST_LAST.index(folder) + 1 if folder in SLOWEST_LAST else 0
        return late, item.path.name not in LONGEST_FIRST

    items.sort(key=rank)


def _at_night(item: pytest.Item) -> bool:
    chosen_by_chance = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    return chosen_by_chance or left_for_the_night(item) or "nightly" in getattr(item, "fixturenames", ())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests recorded for people to read, from whichever process."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [one for report in reports for one in report.user_properties]
    for section in TOLD_AT_THE_END:
        if lines := [line for name, line in told if name == section]:
            terminalreporter.section(section)
            terminalreporter.write_line("\n".join(lines))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> SharedSites:
    folder = tmp_path_factory.getbasetemp()
    return SharedSites(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture(scope="session")
def site(shared: SharedSites) -> Builder:
    """Sites of the sample catalogue, or of this repository: `site("mkdocs", folder_urls=True, own=False)`."""

    def get(tool: str = "mkdocs", *, folder_urls: bool = False, own: bool = False) -> Site:
        def make(place: Path) -> Site:
            source = REPOSITORY if own else copy_sample(place / "katalog")
            url = SUBPATH if folder_urls or own else ""
            return build(source, place / "repo", tool=tool, folder_urls=folder_urls, url=url)

        style = "folders" if folder_urls else "files"
        return shared.get(f"{'own' if own else 'sample'}-{tool}-{style}", make)

    return get


@pytest.fixture(scope="session")
def sample(site: Builder) -> Site:
    return site()


@pytest.fixture(scope="session")
def own(site: Builder) -> Site:
    """This repository's catalogue, as it is published."""
    return site(own=True)


@pytest.fixture(scope="session")
def faulty(shared: SharedSites) -> Site:
    """What an author with a fault in a file gets to see."""
    return shared.get("faulty", faulty_site)


@pytest.fixture(scope="session")
def nightly(pytestconfig: pytest.Config) -> bool:
    """Whether there is time to try everything."""
    return bool(pytestconfig.getoption("nightly"))


@pytest.fixture(scope="session")
def only_by_night(nightly: bool) -> None:
    if not nightly:
        pytest.skip("takes long: python run.py nightly")


@pytest.fixture
def share(request: pytest.FixtureRequest, nightly: bool) -> Share:
    """By day this case's share of what its test looks at; see turns.py."""
    return Share(case_of(request.node), nightly)


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
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture(scope="session")
def firefox() -> Iterator[Firefox]:
    found = system_firefox.find()
    assert found, system_firefox.HELP
    with Firefox(found) as engine:
        yield engine
