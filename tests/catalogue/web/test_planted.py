"""Thousands of SOPs with faults at known places: exactly these are found, and in time."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.web.health import health_of, lines_in
from sop_catalogue.catalogue.web.kinds import SnagKind
from sop_catalogue.pages.page_plan import PagePlan
from sop_catalogue.pages.plan import plan_pages
from tests.catalogue.folder import Folder
from tests.catalogue.web.planted import PER_UNIT, Expected, healthy, plant, write
from tests.studio import STUDIO

FEW, MANY = 1200, 3000
MOST_BYTES = 500_000


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, nightly: bool) -> tuple[Catalogue, Expected]:
    sops = healthy(MANY if nightly else FEW)
    expected = plant(sops)
    return write(sops, tmp_path_factory.mktemp("besar")).build(), expected


def test_a_healthy_catalogue_has_no_snag(tmp_path: Path) -> None:
    catalogue = write(healthy(20 * PER_UNIT), tmp_path).build()
    assert [finding.text() for finding in catalogue.findings] == []
    assert [snag for sop in catalogue.sops for snag in sop.snags] == []


def test_what_was_planted_is_found_and_nothing_else(planted: tuple[Catalogue, Expected]) -> None:
    catalogue, expected = planted
    found = {(line.snag.kind, sop.id, line.line) for sop in catalogue.sops for line in lines_in(sop)}
    assert sorted(found - expected) == []
    assert sorted(expected - found) == []
    assert {kind for kind, _, _ in expected} == set(SnagKind)


def test_only_doubt_and_circles_are_findings(planted: tuple[Catalogue, Expected]) -> None:
    catalogue, expected = planted
    weighty = {
        SnagKind.NEAR: "sop-mirip",
        SnagKind.AMBIGUOUS: "sop-ganda",
        SnagKind.CYCLE: "pengganti-berputar",
    }
    told = sorted((f.code, f.path.removesuffix(".yml"), f.line) for f in catalogue.findings if f.counts)
    assert told == sorted((weighty[kind], id_, line) for kind, id_, line in expected if kind in weighty)


def test_the_sops_under_a_revoked_law_are_known(planted: tuple[Catalogue, Expected]) -> None:
    catalogue, _ = planted
    (law,) = catalogue.laws
    assert law.data.status == "dicabut"
    assert len(law.sops) == 9


def test_same_names_are_one_line_of_work(planted: tuple[Catalogue, Expected]) -> None:
    unwritten = health_of(planted[0]).unwritten
    assert [(item.title, len(item.named_by)) for item in unwritten] == [
        ("Pemeriksaan Hewan Kurban", 7),
        ("Pemasangan Lampu Jalan", 1),
    ]


def test_no_page_is_too_long(planted: tuple[Catalogue, Expected]) -> None:
    plans = plan_pages(planted[0], False, STUDIO)
    some = [plan for plan in plans if not plan.edit] + [plan for plan in plans if plan.edit][::100]
    sizes = {plan.address: len(plan.make("").html.encode()) for plan in some}
    assert len(sizes) > 100
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


def test_a_unit_where_everything_is_wrong_has_several_pages(tmp_path: Path) -> None:
    sops = healthy(PER_UNIT)
    for sop in sops:
        sop.references = [f"SOP Pemeriksaan Hewan Kurban Nomor {i}{sop.file}" for i in range(30)]
    pages = list(_pages(write(sops, tmp_path).build()))
    assert len(pages) == 6
    assert all(len(plan.make("").html.encode()) < MOST_BYTES for plan in pages)
    assert sum(plan.make("").html.count('<th role="rowheader"') for plan in pages[1:]) == 32 * PER_UNIT


def test_guessing_grows_with_the_catalogue_and_no_faster(tmp_path: Path) -> None:
    """A busy machine may spoil one measurement, but not each of three."""
    small, large = (nearly_right(tmp_path / str(count), count) for count in (10 * PER_UNIT, 30 * PER_UNIT))
    assert any(seconds(large) < 4.5 * seconds(small) for _ in range(3))


def nearly_right(root: Path, count: int) -> Folder:
    """Every reference has a letter too few: the dearest case."""
    sops = healthy(count)
    for sop in sops:
        sop.references = [re.sub(r"\b(pe\w)\w", r"\1", text, count=1, flags=re.I) for text in sop.references]
    return write(sops, root)


def seconds(folder: Folder) -> float:
    start = time.process_time()
    catalogue = folder.build()
    took = time.process_time() - start
    near = sum(snag.kind is SnagKind.NEAR for sop in catalogue.sops for snag in sop.snags)
    assert near > len(catalogue.sops) * 0.9
    return took


def _pages(catalogue: Catalogue) -> Iterator[PagePlan]:
    return (plan for plan in plan_pages(catalogue, False, STUDIO) if plan.address.startswith("kesehatan/"))
