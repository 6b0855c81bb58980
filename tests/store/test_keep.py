"""What is kept is found again whole, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sop_catalogue.store import whole_file
from sop_catalogue.store.keep import keep, kept

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
    file = tmp_path / "belum/ada/nilai"
    keep(file, "kunci", VALUE)
    found = kept(file, "kunci")
    assert found == VALUE
    assert list(map(type, found["lebar"])) == [int, float, float]
    assert kept(file, "lain") is None
    assert [item.name for item in file.parent.iterdir()] == ["nilai"]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_is_noticed_and_written_over(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    file = tmp_path / "nilai"
    keep(file, "kunci", VALUE)
    file.write_bytes(damage(file.read_bytes()))
    assert kept(file, "kunci") is None
    keep(file, "kunci", VALUE)
    assert kept(file, "kunci") == VALUE


def test_a_folder_in_its_place_is_no_trouble(tmp_path: Path) -> None:
    keep(tmp_path, "kunci", VALUE)
    assert kept(tmp_path, "kunci") is None


@pytest.mark.parametrize("value", ["\ud800", {"nama": "\udfff"}])
def test_what_no_file_can_hold_is_not_kept(value: Any, tmp_path: Path) -> None:
    keep(tmp_path / "nilai", "kunci", value)
    assert kept(tmp_path / "nilai", "kunci") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["write", "replace"])
def test_a_full_disk_leaves_what_was_there(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "nilai"
    keep(file, "kunci", "lama")

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
    keep(file, "kunci", "baru")
    assert kept(file, "kunci") == "lama"
    assert [item.name for item in tmp_path.iterdir()] == ["nilai"]
    with pytest.raises(OSError, match="No space"):
        whole_file.write(file, b"baru")
