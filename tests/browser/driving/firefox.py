"""The second browser of the tests: the Firefox of this machine, and where there is none, Debian's, which this gets.

    def test_it(firefox: Firefox, http: Door) -> None:          # fixtures of conftest.py
        page = firefox.page(width=1440, zoom=2.5, dark=True)
        page.goto(http.to("index"))
        page.evaluate("[...document.querySelectorAll('h1')].map(h => h.innerText)")
        page.screenshot(); page.pdf(); page.complaints

Playwright drives only a Firefox of its own, patched and downloaded; this is the one that people have, by the
protocol that it speaks itself. `python -m tests.browser.driving.firefox` makes sure that there is one.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.browser.driving.bidi import Wire
from tests.browser.driving.firefox_page import EVENTS, FirefoxPage
from tests.browser.driving.patience import SECONDS

VARIABLE = "SOP_FIREFOX"
NAMES = ("firefox", "firefox-esr")
HELP = f"""\
Uji di peramban memerlukan Firefox, dan tidak satu pun ditemukan atau dapat diambil.
  Debian: sudo apt-get install firefox-esr
  lainnya: https://www.mozilla.org/firefox/
  tempat lain: {VARIABLE}=/jalan/ke/firefox"""
ADDRESS = "WebDriverBiDiServer.json"
"""The file of the profile where Firefox says where it listens."""
# System access: zoom, dark and printed look, motion and scripts are set where a reader's menus set them.
OPTIONS = ("--headless", "--no-remote", "--remote-debugging-port", "0", "--remote-allow-system-access")
PREFERENCES: dict[str, str | bool | int] = {
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "intl.accept_languages": "id-ID,id",
    # A mouse, fine and able to hover: without a screen, Firefox takes itself to have none.
    "ui.primaryPointerCapabilities": 6,
    "ui.allPointerCapabilities": 6,
    # A page that is left would take the tab's BrowsingContext, and with it what was set there, into the cache.
    "fission.bfcacheInParent": False,
}


def find() -> Path | None:
    return next((place for place in places() if place.is_file() and os.access(place, os.X_OK)), None)


def places() -> Iterator[Path]:
    if named := os.environ.get(VARIABLE):
        yield Path(named)
        return
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield Path("/Applications/Firefox.app/Contents/MacOS/firefox")
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder := os.environ.get(variable):
            yield Path(folder) / "Mozilla Firefox" / "firefox.exe"


def get() -> Path | None:
    """A Firefox of this machine, fetched where it can be."""
    if found := find():
        return found
    root = platform.system() == "Linux" and os.geteuid() == 0
    if os.environ.get(VARIABLE) or not (root and shutil.which("apt-get")):
        return None
    print("tidak ada Firefox; mengambilnya untuk uji", flush=True)
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "firefox-esr"],
    ):
        if subprocess.run(command).returncode:
            return None
    return find()


class Firefox:
    """One running Firefox without windows, with a profile that nobody has used, gone with it."""

    def __init__(self, program: Path) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        folder = Path(self._profile.name)
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()
        ]
        (folder / "user.js").write_text("".join(lines), "utf-8")
        self._said = folder / "said.txt"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                [str(program), "--profile", str(folder), *OPTIONS],
                stdout=said,
                stderr=said,
            )
        try:
            self.wire = Wire(self._address(folder / ADDRESS))
            self.wire.send("session.new", capabilities={})
            self.wire.send("session.subscribe", events=EVENTS)
            downloads = {"type": "allowed", "destinationFolder": str(folder)}
            self.wire.send("browser.setDownloadBehavior", downloadBehavior=downloads)
        except BaseException:
            self.close()
            raise

    def _address(self, told: Path) -> str:
        for _ in range(SECONDS * 20):
            # Written in one go or not: a file that cannot be read yet is read again.
            with suppress(OSError, ValueError):
                found = json.loads(told.read_text("utf-8"))
                return f"ws://{found['ws_host']}:{found['ws_port']}/session"
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError("Firefox did not listen:\n" + self._said.read_text("utf-8", "replace")[-2000:])

    def page(
        self,
        *,
        width: int = 1440,
        height: int = 900,
        zoom: float = 1,
        dark: bool = False,
        scripts: bool = True,
    ) -> FirefoxPage:
        """An empty page in a window `width` wide, zoomed by the same means as by Ctrl and +."""
        return FirefoxPage(self.wire, width, height, zoom, dark, scripts)

    def close(self) -> None:
        if hasattr(self, "wire"):
            self.wire.close()
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._profile.cleanup()

    def __enter__(self) -> Firefox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def main() -> int:
    found = get()
    print(found or HELP, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
