"""How much paper SOPs take: real ones, and such as offices sign."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.paper.assemble import printed
from sop_catalogue.paper.settings import DENSITIES, PAPERS, settings_from
from tests.paper.one_sop import made
from tests.paper.samples.modelled import modelled
from tests.studio import STUDIO

MOST = {"A4": (38, 57), "F4": (36, 57), "Letter": (38, 58), "Legal": (36, 57)}
"""Sheets of the twenty modelled and of the real ones; seven of the latter begin with a cover of their document."""
WIDER = ("A4", "F4"), ("Letter", "Legal")


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return modelled(tmp_path_factory.mktemp("modelled") / "sop_defs")


def sheets(entry: SopEntry, **settings: object) -> int:
    return len(printed(entry, settings_from(settings), STUDIO).sheets)


def kinds(entry: SopEntry) -> Iterator[str]:
    return (sheet.kind for sheet in printed(entry, settings_from({}), STUDIO).sheets)


@pytest.mark.parametrize("paper", PAPERS)
def test_as_few_sheets_as_ever(signed: Catalogue, real: Catalogue, paper: str) -> None:
    found = (sum(sheets(entry, kertas=paper) for entry in catalogue.sops) for catalogue in (signed, real))
    assert all(now <= most for now, most in zip(found, MOST[paper], strict=True))


def test_more_room_never_costs_a_sheet(signed: Catalogue, real: Catalogue, nightly: bool) -> None:
    """By day for every third of them."""
    for entry in (*signed.sops, *real.sops[::3])[:: 1 if nightly else 3]:
        ways = [[sheets(entry, jilid=bound) for bound in (40, 30, 25, 10)]]
        ways += [[sheets(entry, kertas=paper) for paper in papers] for papers in WIDER]
        ways += [[sheets(entry, kerapatan=density) for density in reversed(DENSITIES)]]
        assert all(less >= more for way in ways for less, more in pairwise(way)), (entry.id, ways)


def test_a_chart_is_not_cut_where_that_saves_nothing(signed: Catalogue) -> None:
    """Below the identity there is room for two rows and more."""
    found = [list(kinds(entry)) for entry in signed.sops]
    one, two = ["identitas alur"], ["identitas", "alur"]
    assert found[:12] == [one, one, one, two, one, *[two] * 7]


def test_it_is_begun_below_the_identity_where_that_does(tmp_path_factory: pytest.TempPathFactory) -> None:
    steps = "".join(f"  - {{kegiatan: Tahap {i}, pelaksana: P{i % 4}}}\n" for i in range(30))
    (entry,) = made(tmp_path_factory.mktemp("panjang"), f"nama: Satu\nlangkah:\n{steps}").sops
    assert list(kinds(entry)) == ["identitas alur", "alur", "alur"]
