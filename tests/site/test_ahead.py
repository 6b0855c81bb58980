"""Processes beside a build: what they keep is what the build would have kept, and it never waits for them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from sop_catalogue.ahead import CountingKept, Helpers, Job, processes
from sop_catalogue.ahead_process import work
from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.policy.policy import SILENT
from sop_catalogue.catalogue.privacy.settings import Privacy
from sop_catalogue.pages.links import sop_address
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.past import Past
from tests.site.build import Site, build, copy_sample, differing
from tests.site.trouble import with_trouble

EDITED = "https://git.example.invalid/contoh/katalog/edit/main/sop_defs"
AT_ONCE = """
import os, sys, time
from pathlib import Path
note = Path({note!r})
if "sop_catalogue.ahead_process" in sys.orig_argv:
    from sop_catalogue.ahead import CountingKept
    keep = CountingKept.keep
    def noted(*what):
        note.touch()
        {then}
    CountingKept.keep = noted
elif not any("worker" in word for word in sys.orig_argv):
    import sop_catalogue.ahead as ahead
    ahead._ENOUGH = 1
    start = ahead.Helpers.start
    def waiting(*what):
        start(*what)
        end = time.monotonic() + 120
        while not note.exists() and time.monotonic() < end:
            time.sleep(0.05)
    ahead.Helpers.start = waiting
"""
"""Processes beside a build from its first page on, which waits until they have something to keep."""


@pytest.fixture
def job(sample: Site, tmp_path: Path) -> Job:
    definitions = sample.source / "sop_defs"
    sops = CatalogueBuilder(DiskFolder(definitions)).build().sops
    edits = {sop_address(sop): f"{EDITED}/{sop.path}" for sop in sops}
    return Job(
        definitions,
        "sop_defs",
        tmp_path / "simpanan",
        False,
        DEFAULT,
        False,
        None,
        edits,
        Past(),
        SILENT,
        Privacy(),
    )


def kept(folder: Path) -> dict[str, bytes]:
    """Pages and sheets; binders are made by the build alone."""
    files = [*folder.glob("halaman/**/*.json"), *folder.glob("cetak/A4/**/*.json")]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_they_keep_what_the_build_keeps(job: Job, sample: Site) -> None:
    wanted = kept(sample.source / ".cache/plugin/sop-catalogue")
    assert len(wanted) > 8
    helpers = Helpers()
    helpers.start(lambda share, shares: replace(job, share=share, shares=shares), 2)
    try:
        end = time.monotonic() + 120
        while kept(job.cache).keys() != wanted.keys() and time.monotonic() < end:
            time.sleep(0.1)
    finally:
        helpers.stop()
    assert kept(job.cache) == wanted


def test_they_stop_where_the_build_has_come(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sop_catalogue.ahead_process._MET", 2)
    work(job)
    made = kept(job.cache)
    oldest, *_ = sorted(path for path in made if path.startswith("halaman/"))
    (job.cache / oldest).unlink()
    work(job)
    assert made.keys() - kept(job.cache).keys() == {oldest}


@pytest.mark.parametrize("then", ["keep(*what)", "os._exit(1)"], ids=["helping", "dying"])
def test_a_site_is_the_same_with_them(sample: Site, tmp_path: Path, then: str) -> None:
    source, note = copy_sample(tmp_path / "katalog"), tmp_path / "bekerja"
    file = source / "mkdocs.yml"
    settings = file.read_text("utf-8")
    file.write_text(settings.replace("  - sop-catalogue\n", "  - sop-catalogue: {kerja: 3}\n"), "utf-8")
    environment = with_trouble(tmp_path / "keadaan", AT_ONCE.format(note=str(note), then=then))
    built = build(source, tmp_path / "situs", url=sample.url, environment=environment)
    assert (built.code, differing(built, sample)) == (0, []), built.log
    assert note.exists()


def test_little_is_made_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sop_catalogue.ahead._ENOUGH", 2)
    called: list[int] = []
    store = CountingKept(tmp_path, lambda: called.append(store.made))
    for place in ("halaman/a.json", "ab/c.strips", "cetak/A4/a.json", "halaman/b.json"):
        store.keep(place, "0" * 32, place)
    assert called == [2]


def test_how_many() -> None:
    assert processes(1) == 1
    assert processes(7) == 7
    assert 1 <= processes(None) <= 4
