"""What nobody has used for a month goes; what is in use, or not ours, stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sop_catalogue.chart import Drawing, Strip
from sop_catalogue.chart.kept import KeptDrawings
from sop_catalogue.store.digest import digest
from sop_catalogue.store.kept_files import DAY, KeptFiles

KEY = digest("kunci")


def aged(file: Path, days: float) -> Path:
    then = time.time() - days * DAY
    os.utime(file, (then, then))
    return file


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(("days", "stays"), [(0, True), (29, True), (31, False), (-29, True), (-31, False)])
def test_a_month_unused_is_enough(days: float, stays: bool, tmp_path: Path) -> None:
    kept, place = KeptFiles(tmp_path), "halaman/pemda/unit/surat.json"
    kept.keep(place, KEY, ["nilai"])
    file = aged(tmp_path / place, days)
    kept.sweep()
    assert file.exists() is stays


def test_what_was_found_again_stays(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    for name in ("dipakai", "lain", "usang"):
        kept.keep(name, KEY, name)
        aged(tmp_path / name, 31)
    assert kept.value("dipakai", KEY) == "dipakai"
    assert kept.value("usang", digest("baru")) is None
    kept.sweep()
    assert files(tmp_path) == ["dipakai"]


def test_a_day_of_use_is_written_down_once(tmp_path: Path) -> None:
    kept, file = KeptFiles(tmp_path), tmp_path / "nilai"
    kept.keep("nilai", KEY, 1)
    before = aged(file, 0.5).stat().st_mtime_ns
    assert kept.value("nilai", KEY) == 1
    assert file.stat().st_mtime_ns == before


def test_a_drawing_is_in_use_as_long_as_its_chart(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    drawings = KeptDrawings(kept)
    for key in (KEY, digest("lama")):
        drawings.keep_strips(key, Drawing(84.0, (Strip(40.0, "<svg/>"),)))
        drawings.keep_whole(key, "<svg/>")
    for name in files(tmp_path):
        aged(tmp_path / name, 31)
    assert drawings.whole(KEY)
    kept.sweep()
    assert drawings.strips(KEY)
    assert files(tmp_path) == [f"{KEY[:2]}/{KEY}.strips", f"{KEY[:2]}/{KEY}.whole"]


def test_printed_files_go_too(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    for name in ("dipakai.pdf", "usang.pdf"):
        kept.keep_data(name, KEY, b"%PDF-1.7 isi")
        aged(tmp_path / name, 31)
    assert kept.data("dipakai.pdf", KEY)
    kept.sweep()
    assert files(tmp_path) == ["dipakai.pdf"]


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    strange = {
        "catatan.json": b'{"nilai": 1}',
        "kosong": b"",
        "laporan.pdf": b"%PDF-1.7 laporan tahunan",
        "sop-lama.tmp": b"",
        "unit/bagan.strips": b"<svg/>",
    }
    for name, data in strange.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
        aged(tmp_path / name, 400)
    KeptFiles(tmp_path).sweep()
    assert files(tmp_path) == sorted(strange)


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    KeptFiles(tmp_path).keep("luar/nilai", KEY, 1)
    aged(tmp_path / "luar/nilai", 31)
    (tmp_path / "dalam").mkdir()
    try:
        (tmp_path / "dalam/folder").symlink_to(tmp_path / "luar", target_is_directory=True)
        (tmp_path / "dalam/berkas").symlink_to(tmp_path / "luar/nilai")
    except OSError:
        pytest.skip("this system lets no user make links")
    KeptFiles(tmp_path / "dalam").sweep()
    assert (tmp_path / "dalam/berkas").is_symlink()
    assert files(tmp_path / "luar") == ["nilai"]


CUT_SHORT = """
import os, sys
from pathlib import Path
from sop_catalogue.store import whole_file
os.fdopen = lambda *_: os._exit(0)
whole_file.write(Path(sys.argv[1], "nilai"), b"isi")
"""


def test_what_a_killed_build_was_writing_goes_after_a_day(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CUT_SHORT, str(tmp_path)], check=True)
    (left,) = tmp_path.iterdir()
    kept = KeptFiles(tmp_path)
    kept.sweep()
    assert left.exists()
    aged(left, 1.1)
    kept.sweep()
    assert not left.exists()


def test_what_cannot_be_removed_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("dipakai")

    KeptFiles(tmp_path / "tidak-ada").sweep()
    kept = KeptFiles(tmp_path)
    kept.keep("nilai", KEY, 1)
    aged(tmp_path / "nilai", 31)
    for method in ("unlink", "open"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, method, refused)
            kept.sweep()
    with monkeypatch.context() as patch:
        patch.setattr("os.utime", refused)
        assert kept.value("nilai", KEY) == 1
