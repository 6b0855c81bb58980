"""Any Chromium, Chrome or Edge of this machine."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..refused import RefusedError

VARIABLE = "SOP_BROWSER"
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "brave-browser",
)  # fmt: skip
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe",
           "Chromium/Application/chrome.exe")  # fmt: skip
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
INSTALL = f"""\
Pasang satu: https://www.google.com/chrome/ (Debian/Ubuntu: sudo apt-get install chromium).
Bila sudah ada di tempat lain, sebutkan: {VARIABLE}=/jalan/ke/chromium"""


def find(among: Iterable[Path] | None = None) -> Path | None:
    """The first browser that starts."""
    if named := os.environ.get(VARIABLE):
        return Path(named) if starts(Path(named)) else None
    return next((path for path in among or places() if path.is_file() and starts(path)), None)


def places() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    system = platform.system()
    if system == "Windows":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        yield from (Path(root, place) for root in roots if root for place in WINDOWS)
    if system == "Darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            yield from (root / f"{name}.app/Contents/MacOS/{name}" for name in MAC)


def starts(path: Path) -> bool:
    if platform.system() == "Windows":  # there, `--version` opens a window
        return path.is_file()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def sandbox_options() -> list[str]:
    """Chromium refuses to run as root with its sandbox."""
    root = platform.system() == "Linux" and os.geteuid() == 0
    return ["--no-sandbox"] if root else []


def need(what: str) -> Path:
    """The browser that makes it. Raises `RefusedError` where there is none."""
    if found := find():
        return found
    raise RefusedError(
        f"{what} memerlukan Chromium, Chrome, atau Edge, dan tidak satu pun ditemukan.\n{INSTALL}"
    )
