"""Any Chromium, Chrome or Edge of this machine, and what it makes of a drawing or a page."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from math import ceil
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
SHARPNESS = 2
"""Pixels of a PNG for each of the drawing's own."""
_SECONDS = 300


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


def picture(svg: str, size: tuple[float, float], target: Path) -> bytes:
    """An SVG as a PNG or a one-page PDF, as the ending of `target` says.

    What the browser reads and writes lies beside `target`: a confined one sees no other folder of ours.
    """
    browser = need(target.suffix.lower().removeprefix(".").upper())
    wide, high = (ceil(length) for length in size)
    with tempfile.TemporaryDirectory(
        dir=target.parent, prefix="sop-bagan-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name).resolve()
        page, made = folder / "bagan.html", folder / f"hasil{target.suffix.lower()}"
        page.write_text(_PAGE.format(wide=wide, high=high, svg=svg.partition("?>")[2]), "utf-8")
        if made.suffix == ".png":
            asked = [
                f"--screenshot={made}",
                f"--window-size={wide},{high}",
                f"--force-device-scale-factor={SHARPNESS}",
            ]
        else:
            asked = [f"--print-to-pdf={made}", "--no-pdf-header-footer"]
        said = _run([str(browser), *_QUIET, *sandbox_options(), f"--user-data-dir={folder / 'profil'}", *asked, page.as_uri()])  # fmt: skip
        if not made.is_file():
            raise RefusedError(f"{browser} tidak menghasilkan gambar: {said}")
        return made.read_bytes()


def printed(browser: Path, page: Path, folder: Path) -> bytes:
    """A page's sheets as a PDF, tagged. `folder` takes what the browser writes, and is used by no other at that time."""
    made = folder / "hasil.pdf"
    made.unlink(missing_ok=True)
    asked = [f"--print-to-pdf={made}", "--no-pdf-header-footer", page.as_uri()]
    said = _run([str(browser), *_QUIET, *sandbox_options(), f"--user-data-dir={folder / 'profil'}", *asked])
    if not made.is_file():
        raise RefusedError(f"{browser} tidak menghasilkan PDF: {said}")
    return made.read_bytes()


_QUIET = ("--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
          "--disable-extensions")  # fmt: skip
_PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Bagan</title>
<style>@page {{ size: {wide}px {high}px; margin: 0 }} body {{ margin: 0; background: #fff }} svg {{ display: block }}</style>
{svg}</html>
"""


def _run(command: list[str]) -> str:
    """The last that it had to say."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"kode keluar {done.returncode}"
