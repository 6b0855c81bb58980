"""What nobody has used for a month goes; what is in use, or not ours, stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sop_catalogue.chart import Drawing, DrawingCache, Strip
from sop_catalogue.press.site_pdf import _Kept
from sop_catalogue.store.digest import digest
from sop_catalogue.store.keep import DAY, keep, kept
from sop_catalogue.store.sweep import sweep

KEY = DrawingCache.key("kunci")


def aged(file: Path, days: float) -> Path:
    then = time.time() - days * DAY
    os.utime(file, (then, then))
    return file


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(("days", "stays"), [(0, True), (29, True), (31, False), (-29, True), (-31, False)])
def test_a_month_unused_is_enough(days: float, stays: bool, tmp_path: Path) -> None:
    file = tmp_path / "halaman/pemda/unit/surat.json"
    keep(file, KEY, ["nilai"])
    sweep(aged(file, days).parents[3])
    assert file.exists() is stays


def test_what_was_found_again_stays(tmp_path: Path) -> None:
    for name in ("dipakai", "lain", "usang"):
        keep(tmp_path / name, KEY, name)
        aged(tmp_path / name, 31)
    assert kept(tmp_path / "dipakai", KEY) == "dipakai"
    assert kept(tmp_path / "usang", DrawingCache.key("baru")) is None
    sweep(tmp_path)
    assert files(tmp_path) == ["dipakai"]


def test_a_day_of_use_is_written_down_once(tmp_path: Path) -> None:
    file = tmp_path / "nilai"
    keep(file, KEY, 1)
    before = aged(file, 0.5).stat().st_mtime_ns
    assert kept(file, KEY) == 1
    assert file.stat().st_mtime_ns == before


def test_a_drawing_is_in_use_as_long_as_its_chart(tmp_path: Path) -> None:
    cache = DrawingCache(tmp_path)
    unused = DrawingCache.key("lama")
    for key in (KEY, unused):
        cache.put(key, Drawing(84.0, (Strip(40.0, "<svg/>"),)))
        cache.put_svg(key, "<svg/>")
    for name in files(tmp_path):
        aged(tmp_path / name, 31)
    assert cache.get_svg(KEY)
    sweep(tmp_path)
    assert cache.get(KEY)
    assert files(tmp_path) == [f"{KEY[:2]}/{KEY}.strips", f"{KEY[:2]}/{KEY}.whole"]


def test_printed_files_go_too(tmp_path: Path) -> None:
    kept, key = _Kept(tmp_path), digest("lembar")
    for name in ("dipakai.pdf", "usang.pdf"):
        kept.write(name, key, b"%PDF-1.7 isi")
        aged(tmp_path / name, 31)
    assert kept.has("dipakai.pdf", key)
    sweep(tmp_path)
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
    sweep(tmp_path)
    assert files(tmp_path) == sorted(strange)


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    keep(tmp_path / "luar/nilai", KEY, 1)
    aged(tmp_path / "luar/nilai", 31)
    (tmp_path / "dalam").mkdir()
    try:
        (tmp_path / "dalam/folder").symlink_to(tmp_path / "luar", target_is_directory=True)
        (tmp_path / "dalam/berkas").symlink_to(tmp_path / "luar/nilai")
    except OSError:
        pytest.skip("this system lets no user make links")
    sweep(tmp_path / "dalam")
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
    sweep(tmp_path)
    assert left.exists()
    aged(left, 1.1)
    sweep(tmp_path)
    assert not left.exists()


def test_what_cannot_be_removed_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("dipakai")

    sweep(tmp_path / "tidak-ada")
    keep(tmp_path / "nilai", KEY, 1)
    aged(tmp_path / "nilai", 31)
    for method in ("unlink", "open"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, method, refused)
            sweep(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("os.utime", refused)
        assert kept(tmp_path / "nilai", KEY) == 1
