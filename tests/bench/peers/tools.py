"""The generators that stand beside ours, in an environment of their own: none of them is a package of this project."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..project import Projects
from .hugo import write_hugo

WANTED = Path(__file__).with_name("requirements.txt")
Command = Callable[[str], Sequence[str]]
"""Of the address to serve at."""


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    build: Sequence[str]
    serve: Command
    project: Path
    pages: Path
    """What it is written in: definitions, or Markdown."""
    page: str = "{}.html"
    """Where the page of a file stands, as seen from `pages`' mirror in the site."""
    output: str = "site"


def tools(folder: Path, projects: Projects) -> list[Tool]:
    """Ours first, then plain Material, by which the others are measured; of the others those that can be had."""
    mkdocs = [sys.executable, "-m", "mkdocs"]
    found = [
        Tool("ours", [*mkdocs, "build", "--quiet"], _mkdocs(mkdocs), projects.ours, projects.ours / "sop_defs"),
        Tool("Material on MkDocs", [*mkdocs, "build", "--quiet"], _mkdocs(mkdocs), projects.handwritten,
             projects.handwritten / "docs/sop"),
    ]  # fmt: skip
    scripts = environment(folder / "venv")
    if scripts is None:
        return found
    properdocs = [str(scripts / "properdocs")]
    again = _again(folder / "properdocs", projects.handwritten)
    found.append(Tool("Material on ProperDocs", [*properdocs, "build", "--quiet"], _mkdocs(properdocs), again,
                      again / "docs/sop"))  # fmt: skip
    zensical = [str(scripts / "zensical")]
    again = _again(folder / "zensical", projects.handwritten)
    found.append(Tool("Zensical", [*zensical, "build"], lambda at: [*zensical, "serve", "--dev-addr", at], again,
                      again / "docs/sop"))  # fmt: skip
    hugo = [str(scripts / "hugo"), "--quiet"]
    pages = write_hugo(folder / "hugo", projects.handwritten / "docs")
    found.append(Tool("Hugo", hugo, lambda at: [*hugo, "server", "--port", at.rpartition(":")[2]], folder / "hugo",
                      pages / "sop", "{}/index.html", "public"))  # fmt: skip
    return found


def environment(folder: Path) -> Path | None:
    """Where their programs lie; None where they cannot be installed, which is said."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    options = ["--quiet", "--disable-pip-version-check", "--requirement", str(WANTED)]
    done = subprocess.run([str(scripts / "python"), "-m", "pip", "install", *options],
                          text=True, capture_output=True)  # fmt: skip
    if done.returncode:
        print(f"bench: the other generators cannot be installed here:\n{done.stderr[-600:]}", file=sys.stderr)
        return None
    return scripts


def _mkdocs(program: Sequence[str]) -> Command:
    return lambda at: [*program, "serve", "--quiet", "--dev-addr", at]


def _again(folder: Path, source: Path) -> Path:
    """The same project once more, so that no generator finds what another has kept."""
    import shutil

    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("site", ".cache", "*.log"))
    return folder
