"""The benchmark measures what it says: real variety, the same text on both sides, every row of the report."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.web.kinds import Verdict
from sop_catalogue.definition.findings import Severity
from sop_catalogue.pages.links import sop_address
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.store.disk import DiskFolder
from tests.studio import STUDIO

from .__main__ import one_round
from .measure import CAN_MEASURE, Run, build
from .peers.builds import changed, peer_rows, words
from .peers.hugo import write_hugo
from .peers.tools import own_tools
from .project import DEFINITIONS, REPOSITORY, Projects
from .report import BASELINE, COLD, OWN_ROWS, Report, Round, cpu, growth, peak
from .variants import write_catalogue

COUNT = 60
REAL = REPOSITORY / DEFINITIONS


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bench") / DEFINITIONS
    write_catalogue(target, REAL, COUNT)
    return target


@pytest.fixture(scope="module")
def catalogue(made: Path) -> Catalogue:
    return CatalogueBuilder(DiskFolder(made)).build()


def test_all_are_valid(catalogue: Catalogue) -> None:
    assert len(catalogue.sops) == COUNT and not catalogue.broken
    assert [f.text() for f in catalogue.findings if f.severity is Severity.ERROR] == []


def test_no_two_charts_are_equal(catalogue: Catalogue) -> None:
    flows = [(chart.flow.symbols, chart.flow.arrows) for sop in catalogue.sops for chart in sop.charts]
    assert len(set(flows)) == len(flows) >= COUNT


def test_variety(catalogue: Catalogue) -> None:
    assert len(catalogue.units) == 2
    arrows = [arrow for sop in catalogue.sops for chart in sop.charts for arrow in chart.flow.arrows]
    assert any(arrow.of_decision for arrow in arrows)
    verdicts = {reference.verdict for sop in catalogue.sops for reference in sop.references}
    assert {Verdict.LINKED, Verdict.MISSING} <= verdicts


def test_the_same_each_time(made: Path, tmp_path: Path) -> None:
    again = write_catalogue(tmp_path, REAL, COUNT)
    assert [file.read_bytes() for file in again] == [
        (made / file.relative_to(tmp_path)).read_bytes() for file in again
    ]


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Projects:
    made = Projects(tmp_path_factory.mktemp("bench") / "small")
    made.make(6)
    return made


@pytest.fixture(scope="module")
def round_(projects: Projects, nightly: bool) -> Round:
    """By day one build stands for all."""
    return one_round(projects.folder, 1) if nightly else dict.fromkeys(OWN_ROWS, build(projects.handwritten))


def test_both_sides_say_the_same(projects: Projects, round_: Round) -> None:
    """Whatever our page of an SOP can be found by stands on the hand-written page too."""
    assert round_[BASELINE].files
    catalogue = CatalogueBuilder(DiskFolder(projects.ours / DEFINITIONS)).build()
    plans = {plan.address: plan for plan in plan_pages(catalogue, False, STUDIO)}
    assert len(catalogue.sops) == 6
    for sop in catalogue.sops:
        address = sop_address(sop)
        page = (projects.handwritten / f"site/{address}.html").read_text("utf-8")
        words = _words(plans[address].make("").search_text)
        assert words
        assert not words - _words(re.sub(r"<[^>]*>", " ", page)), address


def test_report_has_every_row(round_: Round) -> None:
    report = Report(6, [round_])
    table = report.markdown()
    for row in OWN_ROWS:
        assert f"| {row} |" in table
        assert (report.typical(row, lambda run: run.files) or 0) > 6
        if CAN_MEASURE:
            assert report.ratio(row, lambda run: run.cpu)
    assert "CPU × 1.00" in growth(report, report) or not CAN_MEASURE


def test_a_figure_is_the_median_of_its_rounds_and_a_ratio_that_of_theirs() -> None:
    def run(seconds: float) -> Run:
        return Run(wall=1.0, cpu=seconds, peak=None)

    rounds = [{BASELINE: run(theirs), COLD: run(ours)} for theirs, ours in ((10, 5), (2, 8), (4, 12))]
    report = Report(6, rounds)
    assert report.typical(COLD, cpu) == 8
    assert report.ratio(COLD, cpu) == 3
    assert report.typical(COLD, peak) is None


@pytest.mark.parametrize("side", [0, 1], ids=["ours", "by hand"])
def test_an_edit_is_seen_and_taken_back(projects: Projects, side: int) -> None:
    tool = own_tools(projects)[side]

    def text() -> bytes:
        return b"".join(file.read_bytes() for file in tool.files())

    before = text()
    with changed(tool, 1):
        assert words(1).encode() in text()
    assert text() == before


def test_a_generator_that_ends_is_told_and_left_out(
    projects: Projects, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = own_tools(projects)[1]
    ends = replace(
        ours, name="Other", project=tmp_path, build=[sys.executable, "-c", "exit('too long a page')"]
    )
    works = replace(ours, name="Third", project=tmp_path, build=[sys.executable, "-c", ""])
    tools = [ends, works]
    assert list(peer_rows(tools, 1)) == ["Third"] and tools == [works]
    assert "too long a page" in (said := capsys.readouterr().err) and "Other is left out" in said


def test_hugo_gets_every_page_with_links_that_lead_somewhere(projects: Projects, tmp_path: Path) -> None:
    docs = projects.handwritten / "docs"
    content = write_hugo(tmp_path, docs)
    written = {file.relative_to(content).as_posix() for file in content.rglob("*.md")}
    assert len(written) == len([*docs.rglob("*.md")])
    for path in written:
        text = (content / path).read_text("utf-8")
        assert text.startswith('---\ntitle: "') and "\n# " in text
        for target in re.findall(r"\]\(([^)#:]+\.md)", text):
            assert (content / path).parent.joinpath(target).resolve().relative_to(
                content
            ).as_posix() in written


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", unescape(text).casefold()))
