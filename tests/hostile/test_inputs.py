"""Whatever a file holds: no traceback, no hang, a file and a line for what is wrong, and the good file beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.site.build import Site, build, copy_sample

from . import corpus
from .filled import filled
from .mutations import Input, mutation
from .places import Rotation, dumped
from .shapes import inputs
from .trial import Trial
from .wiring import with_steps

FEW, MANY = 400, 9_000
"""Mutations tried at every change, and every night."""
FEW_SHAPES, MANY_SHAPES = 120, 3_000
WHOLE_EACH = 10
"""Every so manieth input is also made into pages where time is short."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("masukan"))


def test_real_files_gone_wrong(trial: Trial, nightly: bool) -> None:
    for number in range(MANY if nightly else FEW):
        given_ = mutation(number)
        try:
            trial.of(given_, whole=nightly or number % WHOLE_EACH == 0)
        except Exception as error:
            pytest.fail(f"{given_.origin}: {type(error).__name__}: {error}\n{given_.data[:2000]!r}")


def test_any_shape_of_values(trial: Trial, nightly: bool) -> None:
    turn = 0

    @settings(
        max_examples=MANY_SHAPES if nightly else FEW_SHAPES,
        derandomize=not nightly,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs())
    def tried(given_: Input) -> None:
        nonlocal turn
        turn += 1
        trial.of(given_, whole=nightly or turn % WHOLE_EACH == 0)

    tried()


@pytest.mark.parametrize("group", corpus.NOT_TEXT)
def test_what_no_text_may_hold_is_told_with_its_line(trial: Trial, group: str) -> None:
    """In every text field of an SOP; the line is the one that holds it."""
    for bad in corpus.groups()[group]:
        rotation = Rotation([bad, "Teks"])
        sop = dumped(with_steps(filled("sop", rotation)))
        found = trial.of(Input("sop", sop.encode(), "filled"), whole=False)
        (broken,) = found.broken
        assert {finding.code for finding in broken.findings} & {"karakter", "kutip", "yaml"}, bad.encode(
            "utf-8", "replace"
        )


def test_a_very_long_word_in_any_field(trial: Trial, nightly: bool) -> None:
    """One field of each file: a file may hold no more than a few such words."""
    fields = Rotation(["Teks"])
    with_steps(filled("sop", fields))
    for place in range(0, len(fields.given), 1 if nightly else 60):
        words = ["Teks"] * len(fields.given)
        words[place] = corpus.LONG_WORD
        sop = dumped(with_steps(filled("sop", Rotation(words))))
        found = trial.of(Input("sop", sop.encode(), "long"), whole=True)
        assert len(found.sops) == 2, found.broken


def test_bad_files_leave_no_partial_site_and_cost_no_good_page(sample: Site, tmp_path: Path) -> None:
    """Strict: nothing is written. While an author works: every page that was there before."""
    source = copy_sample(tmp_path / "katalog")
    unit = source / "sop_defs/kabupaten-contoh/dinas-arsip"
    for number in range(40):
        (unit / f"masukan-{number}.yml").write_bytes(mutation(number).data)
    strict = build(source, tmp_path / "ketat", strict=True)
    assert strict.code != 0 and "Traceback" not in strict.log
    assert not (list(strict.folder.rglob("*.html")) if strict.folder.exists() else [])
    served = build(source, tmp_path / "kerja", strict=False)
    assert served.code == 0, served.log
    assert set(sample.digests()) <= set(served.digests())
    pages = [f"sop/kabupaten-contoh/dinas-arsip/masukan-{number}.html" for number in range(40)]
    assert [page for page in pages if not (served.folder / page).is_file()] == []
