"""The browser of the tests: any Chromium of this machine, and where there is none, one that this gets.

`python -m tests.browser.driving.chromium` makes sure that there is one.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from sop_catalogue.press import browser

VARIABLE = browser.VARIABLE
HELP = f"""\
Uji di peramban memerlukan Chromium, Chrome, atau Edge, dan tidak satu pun ditemukan atau dapat diambil.
{browser.INSTALL}"""


def find() -> Path | None:
    return browser.find(places())


def places() -> Iterator[Path]:
    yield from browser.places()
    yield playwrights_own()


def playwrights_own() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def get() -> Path | None:
    """A browser of this machine, fetched if need be."""
    if found := find():
        return found
    if os.environ.get(VARIABLE):
        print(f"{VARIABLE}={os.environ[VARIABLE]} bukan peramban yang dapat dijalankan", file=sys.stderr)
        return None
    print("tidak ada peramban; mengambil satu untuk uji", flush=True)
    for way in ways():
        if all(subprocess.run(command).returncode == 0 for command in way) and (found := find()):
            return found
    return None


def ways() -> Iterator[tuple[list[str], ...]]:
    """Debian's package first where it can be installed: it brings the system libraries along."""
    fetch = [sys.executable, "-m", "playwright", "install", "chromium"]
    root = platform.system() == "Linux" and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        yield (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
        )
        yield ([*fetch, "--with-deps"],)
    yield (fetch,)


def main() -> int:
    found = get()
    print(found or HELP, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
