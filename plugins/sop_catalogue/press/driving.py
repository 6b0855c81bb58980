"""What a browser makes of a drawing or a page."""

from __future__ import annotations

import subprocess
import tempfile
from base64 import b64encode
from functools import cache
from math import ceil
from pathlib import Path

from ..refused import RefusedError
from ..theme.bundles import print_fonts
from .browser import need, sandbox_options

SHARPNESS = 2
"""Pixels of a PNG for each of the drawing's own."""
_LARGE_ENOUGH, _SMALLEST = 400, 0.5
"""In a smaller window, in px, a browser leaves the lower part of a page unpainted; and the least that it scales by."""
_SECONDS = 300
_QUIET = ("--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
          "--disable-extensions")  # fmt: skip
_UPRIGHT = {"400-normal.woff2": "400", "700-normal.woff2": "700"}
_PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Bagan</title>
<style>{letters}@page {{ size: {wide}px {high}px; margin: 0 }} body {{ margin: 0; background: #fff }} svg {{ display: block; zoom: {zoom} }}</style>
{svg}</html>
"""


def picture(svg: str, size: tuple[float, float], target: Path) -> bytes:
    """An SVG as a PNG or a one-page PDF, as the ending of `target` says.

    What the browser reads and writes lies beside `target`: a confined one sees no other folder of ours.
    """
    browser = need(target.suffix.lower().removeprefix(".").upper())
    wide, high = (ceil(length) for length in size)
    zoom = min(ceil(_LARGE_ENOUGH / min(wide, high)), int(SHARPNESS / _SMALLEST))
    with tempfile.TemporaryDirectory(
        dir=target.parent, prefix="sop-bagan-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name).resolve()
        page, made = folder / "bagan.html", folder / f"hasil{target.suffix.lower()}"
        page.write_text(
            _PAGE.format(
                letters=_letters(),
                wide=wide,
                high=high,
                zoom=zoom if made.suffix == ".png" else 1,
                svg=svg.partition("?>")[2],
            ),
            "utf-8",
        )
        if made.suffix == ".png":
            asked = [
                f"--screenshot={made}",
                f"--window-size={wide * zoom},{high * zoom}",
                f"--force-device-scale-factor={SHARPNESS / zoom:g}",
            ]
        else:
            asked = [f"--print-to-pdf={made}", "--no-pdf-header-footer"]
        said = _run([str(browser), *_QUIET, *sandbox_options(), f"--user-data-dir={folder / 'profil'}", *asked, page.as_uri()])  # fmt: skip
        if not made.is_file():
            raise RefusedError(f"{browser} tidak menghasilkan gambar: {said}")
        return made.read_bytes()


@cache
def _letters() -> str:
    """The shipped font under the name that drawings ask for: the same letters on every machine."""
    return "".join(
        f"@font-face{{font-family:Arial;font-weight:{weight};src:url(data:font/woff2;base64,{data})}}"
        for font in print_fonts()
        if (weight := _UPRIGHT.get(font.path.rpartition("latin-")[2]))
        for data in [b64encode(font.data).decode()]
    )


def printed(browser: Path, page: Path, folder: Path) -> bytes:
    """A page's sheets as a PDF, tagged. `folder` takes what the browser writes, and is used by no other at that time."""
    made = folder / "hasil.pdf"
    made.unlink(missing_ok=True)
    asked = [f"--print-to-pdf={made}", "--no-pdf-header-footer", page.as_uri()]
    said = _run([str(browser), *_QUIET, *sandbox_options(), f"--user-data-dir={folder / 'profil'}", *asked])
    if not made.is_file():
        raise RefusedError(f"{browser} tidak menghasilkan PDF: {said}")
    return made.read_bytes()


def _run(command: list[str]) -> str:
    """The last that it had to say."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"kode keluar {done.returncode}"
