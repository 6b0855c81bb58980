"""A file as some commit holds it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from ...store.git import run_git


class GitTextError(Exception):
    """Why it cannot be had, in words for whoever asked."""


def text_at(folder: Path, commit: str, path: str) -> bytes:
    """The file at `path` inside `folder`. Raises `GitTextError`."""
    if not shutil.which("git"):
        raise GitTextError("git tidak ditemukan di komputer ini; bandingkan dua berkas saja")
    if not _said(folder, "rev-parse", "--git-dir"):
        raise GitTextError(f"'{folder}' tidak berada di repositori git; bandingkan dua berkas saja")
    found = _said(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if not found:
        raise GitTextError(f"commit '{commit}' tidak ada di repositori ini; lihat 'git log'")
    id_ = found.decode("ascii", "replace").strip()
    prefix = _said(folder, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")
    text = _said(folder, "cat-file", "blob", f"{id_}:{prefix}{path}")
    if not text:
        raise GitTextError(f"'{path}' belum ada, atau sudah tidak ada, pada commit '{commit}'")
    return text


def _said(folder: Path, *words: str) -> bytes:
    """Nothing where git refuses."""
    try:
        return run_git(folder, *words)
    except (OSError, ValueError, subprocess.SubprocessError):
        return b""
