"""What goes wrong while a site is built: it comes out right, or the reason is told in words; and the next build is whole."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.chart.dot import dot
from sop_catalogue.chart.draw import plan
from sop_catalogue.pages.form.flowtable import lane_width
from sop_catalogue.pages.links import chart_address
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.kept_files import KeptFiles
from tests.site.build import Site, build, copy_sample, differing
from tests.site.trouble import (
    CACHE_FULL,
    CRASHING_LIBRARY,
    HANGING_LIBRARY,
    NO_PYGRAPHVIZ,
    SITE_FULL,
    UNREADABLE,
    broken_off,
    crashing_dot,
    damages,
    with_trouble,
)
from tests.studio import GRAPHVIZ

PLACES = ("definisi.json", "halaman", "cetak", "strips", "whole")
"""What the cache holds: parsed definitions, pages, sheets of paper, drawings in strips and as files."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return copy_sample(tmp_path / "katalog")


def _kept(source: Path) -> dict[str, bytes]:
    return {
        file.relative_to(source).as_posix(): file.read_bytes()
        for file in sorted(source.glob(".cache/**/*"))
        if file.is_file()
    }


def test_a_damaged_cache_is_made_anew(source: Path, sample: Site, tmp_path: Path) -> None:
    shutil.copytree(sample.source / ".cache", source / ".cache")
    good = _kept(source)
    assert all(any(place in path for path in good) for place in PLACES)
    for damage, path in zip(damages(), good, strict=False):
        damage(source / path)
    spoilt = _kept(source)
    assert all(spoilt[path] != data for path, data in good.items())
    built = build(source, tmp_path / "situs")
    assert (built.code, differing(built, sample)) == (0, []), built.log
    mended = _kept(source)
    assert mended.keys() == good.keys()
    assert [path for path, data in mended.items() if data == spoilt[path]] == []


def test_folders_where_kept_files_should_be_are_no_trouble(
    source: Path, sample: Site, tmp_path: Path
) -> None:
    for path in _kept(sample.source):
        (source / path).mkdir(parents=True)
    built = build(source, tmp_path / "situs")
    assert (built.code, differing(built, sample)) == (0, []), built.log


def test_a_full_disk_under_the_cache_costs_nothing_but_time(
    source: Path, sample: Site, tmp_path: Path
) -> None:
    full = build(source, tmp_path / "penuh", environment=with_trouble(tmp_path / "sebab", CACHE_FULL))
    assert (full.code, differing(full, sample)) == (0, []), full.log
    assert _kept(source) == {}


def test_a_full_disk_under_the_site_is_told(source: Path, sample: Site, tmp_path: Path) -> None:
    full = build(source, tmp_path / "situs", environment=with_trouble(tmp_path / "sebab", SITE_FULL))
    assert full.code != 0
    assert "Traceback" not in full.log
    assert "surat-masuk.html tidak dapat dibaca atau ditulis (ruang penyimpanan habis)" in full.log
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


def test_a_definition_that_cannot_be_read_is_told_and_costs_only_its_page(
    source: Path, sample: Site, tmp_path: Path
) -> None:
    refused = with_trouble(tmp_path / "sebab", UNREADABLE.format(names={"domisili.yml"}))
    strict = build(source, tmp_path / "ketat", environment=refused)
    assert strict.code != 0
    assert "Traceback" not in strict.log
    assert re.search(r"domisili\.yml:.* berkas ini tidak dapat dibuka \(tidak ada izin\)", strict.log), (
        strict.log
    )
    lenient = build(source, tmp_path / "situs", strict=False, environment=refused)
    assert lenient.code == 0, lenient.log
    assert "tidak ada izin" in lenient.page("sop/kabupaten-contoh/kecamatan-hulu/domisili")
    assert "Menerima amplop" in lenient.page("sop/kabupaten-contoh/dinas-arsip/surat-masuk")
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


def test_a_logo_that_cannot_be_read_is_told(source: Path, tmp_path: Path) -> None:
    refused = with_trouble(tmp_path / "sebab", UNREADABLE.format(names={"lambang.svg"}))
    strict = build(source, tmp_path / "ketat", environment=refused)
    assert strict.code != 0
    assert "Traceback" not in strict.log
    assert re.search(r"pemda\.yml:.* berkas logo ini tidak dapat dibuka", strict.log), strict.log


def test_without_graphviz_it_says_what_to_install(source: Path, tmp_path: Path) -> None:
    missing = {**with_trouble(tmp_path / "sebab", NO_PYGRAPHVIZ), "PATH": str(tmp_path)}
    built = build(source, tmp_path / "situs", environment=missing)
    assert built.code != 0
    assert "Traceback" not in built.log
    assert "Graphviz tidak ditemukan" in built.log
    assert "pip install pygraphviz" in built.log


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Graphviz")
def test_graphviz_that_crashes_costs_only_pictures(source: Path, sample: Site, tmp_path: Path) -> None:
    crashing = crashing_dot(tmp_path / "sebab")
    built = build(source, tmp_path / "situs", strict=False, environment=crashing)
    assert built.code == 0, built.log
    assert "Traceback" not in built.log
    assert set(built.digests()) == set(sample.digests())
    told = [line for line in built.log.splitlines() if line.startswith("WARNING")]
    assert any("surat-masuk.yml: bagan 1 tampil tanpa gambar" in line for line in told)
    assert any("surat-masuk.yml: peta tampil tanpa gambar" in line for line in told)
    assert any("surat-masuk.yml: cetakannya memuat bagan tanpa gambar" in line for line in told)
    assert any("Peta SOP: peta tampil tanpa gambar" in line for line in told)
    page = built.page("sop/kabupaten-contoh/dinas-arsip/surat-masuk")
    assert "Menerima amplop" in page
    assert "Gambar ini tidak dapat dibuat" in page
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


@pytest.mark.halved
@pytest.mark.parametrize(
    ("trouble", "reason"),
    [(CRASHING_LIBRARY, "berhenti mendadak"), (HANGING_LIBRARY, "tidak selesai dalam 3 detik")],
    ids=["crash", "hang"],
)
def test_one_chart_that_ends_graphviz_costs_one_picture(
    trouble: str, reason: str, source: Path, sample: Site, tmp_path: Path
) -> None:
    entry = next(
        sop
        for sop in CatalogueBuilder(DiskFolder(source / "sop_defs")).build().sops
        if sop.id.endswith("/surat-masuk")
    )
    (chart,) = entry.charts
    layout, _ = plan(chart.flow, lane_width=lane_width(chart.flow))
    cause = with_trouble(tmp_path / "sebab", trouble.format(dot=dot(layout), limit=3.0))
    built = build(source, tmp_path / "situs", environment=cause)
    assert built.code != 0
    assert "Traceback" not in built.log
    told = [line for line in built.log.splitlines() if line.startswith("WARNING")]
    assert len(told) == 1, built.log
    assert "dinas-arsip/surat-masuk.yml: bagan 1 tampil tanpa gambar" in told[0]
    assert reason in told[0]
    assert set(built.digests()) == set(sample.digests())
    page = "sop/kabupaten-contoh/dinas-arsip/surat-masuk.html"
    assert differing(built, sample) == [chart_address(entry, 1), page]
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


def test_what_graphviz_refused_once_is_drawn_by_the_next_build(
    source: Path, sample: Site, tmp_path: Path
) -> None:
    """The same Graphviz, so that whatever was kept of the poor build would be found again."""
    refusing = with_trouble(
        tmp_path / "sebab",
        "from sop_catalogue.chart import errors\n"
        "from sop_catalogue.chart.graphviz import engine\n"
        "def refuse(self, dot, program=''): raise errors.GraphvizFailed('memori habis')\n"
        "engine.LocalGraphviz.render = refuse\n",
    )
    poor = build(source, tmp_path / "situs", strict=False, environment=refusing)
    assert poor.code == 0, poor.log
    assert differing(poor, sample)
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


def test_two_builds_at_once_share_a_cache(source: Path, sample: Site, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda name: build(source, tmp_path / name), ("satu", "dua")))
    for built in both:
        assert (built.code, differing(built, sample)) == (0, []), built.log
    assert _kept(source).keys() == _kept(sample.source).keys()


def test_a_build_lets_go_of_what_none_has_used_for_a_month(
    source: Path, sample: Site, tmp_path: Path
) -> None:
    shutil.copytree(sample.source / ".cache", source / ".cache")
    good = _kept(source)
    cache, pages = source / ".cache/plugin/sop-catalogue", "halaman/kabupaten-contoh"
    KeptFiles(cache).keep(f"{pages}/dihapus.json", "0" * 32, "halaman lama")
    note = cache / pages / "catatan.txt"
    note.write_text("bukan milik kita", "utf-8")
    for path in _kept(source):
        os.utime(source / path, (1_000_000_000, 1_000_000_000))
    built = build(source, tmp_path / "situs")
    assert (built.code, differing(built, sample)) == (0, []), built.log
    assert _kept(source).keys() - good.keys() == {note.relative_to(source).as_posix()}
    assert good.items() <= _kept(source).items()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.halved
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL], ids=lambda sign: sign.name)
def test_a_build_broken_off_leaves_nothing_that_the_next_one_believes(
    sign: signal.Signals, source: Path, sample: Site, tmp_path: Path
) -> None:
    code, said = broken_off(source, tmp_path / "situs", sign)
    assert code != 0
    assert "Traceback" not in said
    assert len(_kept(source)) < len(_kept(sample.source))
    again = build(source, tmp_path / "situs")
    assert (again.code, differing(again, sample)) == (0, []), again.log


def test_the_engine_is_the_library() -> None:
    """Or the cases without it would try nothing."""
    assert GRAPHVIZ.version.startswith("pygraphviz")
    assert GRAPHVIZ.library and GRAPHVIZ.library.works()
