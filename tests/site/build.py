"""Builds real sites the way a user does, with the command line, each in a folder of its own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.site import ready

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLE = Path(__file__).with_name("katalog")
SUBPATH = "https://contoh.example.invalid/repo/"


@dataclass(frozen=True)
class Site:
    folder: Path
    """Where the built site lies."""
    source: Path
    """Folder of its mkdocs.yml."""
    folder_urls: bool
    url: str
    """Address it was built for; may be empty."""
    code: int
    log: str

    @property
    def base(self) -> str:
        """Path under which it is served."""
        return urlsplit(self.url).path or "/"

    def read(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def page(self, address: str) -> str:
        """The page at a path without ending."""
        if not self.folder_urls:
            return self.read(f"{address}.html")
        return self.read(f"{address.removesuffix('/index').removesuffix('index')}/index.html".lstrip("/"))

    def digests(self) -> dict[str, str]:
        """Every file of the site and what is in it."""
        return {
            file.relative_to(self.folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }


Builder = Callable[..., Site]
"""Gives the site of a generator and a style of addresses; see the fixture `site`."""


def differing(one: Site, other: Site) -> list[str]:
    """The files that two sites do not share to the byte."""
    return sorted({path for path, _ in one.digests().items() ^ other.digests().items()})


def copy_sample(folder: Path) -> Path:
    """A catalogue of its own to build, and to spoil."""
    return shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns(".cache"))


def build(
    source: Path,
    folder: Path,
    *,
    tool: str = "mkdocs",
    folder_urls: bool = False,
    url: str = "",
    strict: bool = True,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Site:
    """Run `mkdocs build`, or `properdocs build`, on the mkdocs.yml in `source`."""
    words = [tool, "build", "--config-file", str(source / "mkdocs.yml")]
    words += ["--site-dir", str(folder), "--strict" if strict else "--no-strict"]
    words.append("--use-directory-urls" if folder_urls else "--no-directory-urls")
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    settings = {**os.environ, **quiet, "PYTHONUTF8": "1", "SITE_URL": url, **(environment or {})}
    if ready.can_run(tool, settings):
        code, log = ready.run(words, cwd or source, settings)
        return Site(folder, source, folder_urls, url, code, log)
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=cwd or source, env=settings, text=True, encoding="utf-8", stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=300,
    )  # fmt: skip
    return Site(folder, source, folder_urls, url, done.returncode, done.stdout)


def leads_on(page: str) -> bool:
    """Whether a page only says where something stands now."""
    return 'http-equiv="refresh"' in page


def noise(log: str) -> list[str]:
    """What a build said beside its lines of progress."""
    return [line for line in log.splitlines() if line.strip() and not line.startswith("INFO ")]
