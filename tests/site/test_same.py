"""One state of the files gives one site, whatever machine, day and folder it is built on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.build import SUBPATH, Builder, Site, build, copy_sample, differing
from tests.site.trouble import with_trouble

ANOTHER_DAY = """
import datetime, time, mkdocs.utils
mkdocs.utils.get_build_datetime = lambda: datetime.datetime(2031, 7, 9, tzinfo=datetime.timezone.utc)
time.time = lambda: 1_941_000_000.0
"""
ONE_CORE = """
import os
os.cpu_count = lambda: 1
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])
"""
KINDS = (
    "sop",
    "peraturan",
    "peran",
    "dokumen",
    "peta",
    "kesehatan",
    "serah-terima",
    "cetak",
    "skema",
    "search",
)
"""Folders of a whole site, so that no kind of page is left out here unnoticed."""


@pytest.mark.halved
@pytest.mark.parametrize(
    ("circumstances", "cores", "cold"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura", "LC_ALL": "tr_TR.UTF-8"}, ONE_CORE, True),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Caracas", "LC_ALL": "C"}, "", False),
    ],
    ids=["cold", "warm"],
)
def test_two_builds_are_byte_identical(
    circumstances: dict[str, str], cores: str, cold: bool, site: Builder, tmp_path: Path
) -> None:
    first = site(folder_urls=True)
    assert set(KINDS) <= {path.parts[0] for path in map(Path, first.digests())}
    circumstances |= with_trouble(tmp_path / "keadaan", ANOTHER_DAY + cores)
    source = copy_sample(tmp_path / "salinan") if cold else first.source
    again = build(
        source, tmp_path / "lagi", folder_urls=True, url=first.url, cwd=tmp_path, environment=circumstances
    )
    assert again.code == 0, again.log
    assert differing(again, first) == []


def test_two_exports_are_byte_identical(tmp_path: Path) -> None:
    source = copy_sample(tmp_path / "katalog")
    for seed, zone in (("1", "Asia/Jayapura"), ("2", "America/Caracas")):
        command = [
            sys.executable,
            "-m",
            "sop_catalogue.cli",
            "export",
            str(tmp_path / seed),
            "--root",
            str(source / "sop_defs"),
        ]
        done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone})
        assert done.returncode == 0
        shutil.rmtree(source / ".cache")
    one, two = (Site(tmp_path / seed, source, False, "", 0, "") for seed in "12")
    assert len(one.digests()) > 100
    assert differing(one, two) == []


def test_a_date_from_outside_stands_in_the_sitemap(tmp_path: Path) -> None:
    """`SOURCE_DATE_EPOCH`, which packagers set: https://reproducible-builds.org/specs/source-date-epoch/"""
    source = copy_sample(tmp_path / "katalog")
    built = build(source, tmp_path / "situs", url=SUBPATH, environment={"SOURCE_DATE_EPOCH": "1600000000"})
    assert built.code == 0, built.log
    assert set(re.findall(r"<lastmod>(.*)</lastmod>", built.read("sitemap.xml"))) == {"2020-09-13"}


def test_an_edit_leaves_no_stale_page(sample: Site, tmp_path: Path) -> None:
    """What a build makes of what an earlier one kept is what a clean build makes."""
    source = shutil.copytree(sample.source, tmp_path / "katalog")
    for name, old, new in (
        ("surat-masuk", "nama: ", "nama: Tata Cara "),
        ("legalisasi", "kegiatan: ", "kegiatan: Segera "),
    ):
        file = source / f"sop_defs/kabupaten-contoh/dinas-arsip/{name}.yml"
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert (source / ".cache").is_dir()
    kept = build(source, tmp_path / "kini", strict=False)
    shutil.rmtree(source / ".cache")
    clean = build(source, tmp_path / "bersih", strict=False)
    assert (kept.code, clean.code) == (0, 0), kept.log
    assert kept.digests() == clean.digests() != sample.digests()
