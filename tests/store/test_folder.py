"""A folder in memory and the same on a disk: what is seen of them is the same, and a disk shows only its own files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.folder import Entry, Folder, IsALinkError, NotAFileError, PlainFolder

FILES = {
    "peran.yml": b"peran: [Loket]\n",
    "a/pemda.yml": b"nama: A\n",
    "a/b/satu.yml": bytes(range(256)),
    "a/b.yml/dua.yml": b"",
    "ab/tiga.yml": b"x",
}


@pytest.fixture
def disk(tmp_path: Path) -> DiskFolder:
    for path, data in FILES.items():
        file = tmp_path / "sop_defs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return DiskFolder(tmp_path / "sop_defs")


def seen(folder: Folder, path: str = "") -> dict[str, object]:
    """All of it, through the seam."""
    found: dict[str, object] = {}
    for entry in sorted(folder.entries(path)):
        below = f"{path}/{entry.name}".lstrip("/")
        found |= seen(folder, below) if entry.is_folder else {below: folder.read(below, 300)}
    return found


def test_memory_and_disk_show_the_same(disk: DiskFolder) -> None:
    plain = PlainFolder(FILES)
    assert seen(plain) == seen(disk) == FILES
    assert plain.name == disk.name == "sop_defs"
    for folder in (plain, disk):
        assert folder.read("a/b/satu.yml", 3) == b"\x00\x01\x02"
        with pytest.raises(FileNotFoundError):
            folder.read("a/tiada.yml", 3)


def test_links_are_seen_and_not_followed(disk: DiskFolder, tmp_path: Path) -> None:
    (tmp_path / "rahasia").write_text("TOKEN=1", "utf-8")
    try:
        (disk.root / "a/lain.yml").symlink_to(tmp_path / "rahasia")
        (disk.root / "a/luar").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets no user make links")
    assert set(disk.entries("a")) >= {Entry("lain.yml", False, True), Entry("luar", True, True)}
    with pytest.raises(IsALinkError):
        disk.read("a/lain.yml", 9)


def test_what_is_no_file_is_not_opened(disk: DiskFolder) -> None:
    with pytest.raises(IsADirectoryError):
        disk.read("a/b.yml", 9)
    if hasattr(os, "mkfifo"):
        os.mkfifo(disk.root / "pipa.yml")
        with pytest.raises(NotAFileError):
            disk.read("pipa.yml", 9)
