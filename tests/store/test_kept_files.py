"""What is kept is found again whole, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.store import whole_file
from sop_catalogue.store.kept import NOTHING
from sop_catalogue.store.kept_files import KeptFiles, kept_in

KEY, OTHER = "0123456789abcdef" * 2, "f" * 32
VALUE = {"nama": "Surat \u2028 \U0001f600", "lebar": [84, 84.0, 0.1], "kosong": None}
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[:-1],
    "cut to its head": lambda data: data.partition(b"\n")[0],
    "cut in its head": lambda data: data[:3],
    "longer": lambda data: data + b" ",
    "one letter": lambda data: data.replace(b"Surat", b"Surot"),
    "zeros, as after a power cut": lambda data: bytes(len(data)),
    "no text": lambda data: b"\xff\xfe" + data,
    "foreign": lambda _: b"{}",
    "deep": lambda _: b"[" * 200_000,
    "other lines": lambda data: data.replace(b"\n", b"\r\n"),
}


def test_it_is_found_again_under_its_key_alone(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.keep("belum/ada/nilai", KEY, VALUE)
    found = kept.value("belum/ada/nilai", KEY)
    assert found == VALUE
    assert list(map(type, found["lebar"])) == [int, float, float]
    assert kept.value("belum/ada/nilai", OTHER) is None
    assert [item.name for item in (tmp_path / "belum/ada").iterdir()] == ["nilai"]


def test_bytes_are_kept_as_they_are(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    for data in (b"", b"\n", b"%PDF-1.7\r\n\xff\n", bytes(range(256))):
        kept.keep_data("lembar.pdf", KEY, data)
        assert kept.data("lembar.pdf", KEY) == data
        assert kept.data("lembar.pdf", OTHER) is None
        assert kept.value("lembar.pdf", KEY) is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    assert kept_in(None) is NOTHING
    NOTHING.keep("nilai", KEY, VALUE)
    NOTHING.keep_data("lembar", KEY, b"isi")
    NOTHING.mark_used("nilai")
    NOTHING.sweep()
    assert (NOTHING.value("nilai", KEY), NOTHING.data("lembar", KEY)) == (None, None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_noticed_and_written_over(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    kept, file = KeptFiles(tmp_path), tmp_path / "nilai"
    kept.keep("nilai", KEY, VALUE)
    file.write_bytes(damage(file.read_bytes()))
    assert kept.value("nilai", KEY) is None
    kept.keep("nilai", KEY, VALUE)
    assert kept.value("nilai", KEY) == VALUE


def test_a_folder_in_its_place_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "nilai").mkdir()
    kept = KeptFiles(tmp_path)
    kept.keep("nilai", KEY, VALUE)
    assert kept.value("nilai", KEY) is None


@pytest.mark.parametrize("value", ["\ud800", {"nama": "\udfff"}])
def test_what_no_file_can_hold_is_not_kept(value: Any, tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.keep("nilai", KEY, value)
    assert kept.value("nilai", KEY) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["write", "replace"])
def test_a_full_disk_leaves_what_was_there(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptFiles(tmp_path)
    kept.keep("nilai", KEY, "lama")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    class Full:
        def __init__(self, handle: int, *_: object, **__: object) -> None:
            self.handle = handle

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        write = full

    if step == "write":
        monkeypatch.setattr("os.fdopen", Full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    kept.keep("nilai", KEY, "baru")
    assert kept.value("nilai", KEY) == "lama"
    assert [item.name for item in tmp_path.iterdir()] == ["nilai"]
    with pytest.raises(OSError, match="No space"):
        whole_file.write(tmp_path / "nilai", b"baru")


@pytest.mark.skipif(os.name == "nt", reason="has no such rights")
def test_a_file_is_for_all_who_may_read_what_is_written_here(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        whole_file.write(tmp_path / "nilai", b"isi")
    finally:
        os.umask(before)
    assert (tmp_path / "nilai").stat().st_mode & 0o777 == 0o644
    assert [file.name for file in tmp_path.iterdir()] == ["nilai"]
