"""The generators that stand beside ours, in an environment of their own: none of them is a package of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..project import DEFINITIONS, Projects
from .hugo import write_hugo

WANTED = Path(__file__).with_name("requirements.txt")


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    build: Sequence[str]
    serve: Callable[[str], Sequence[str]]
    """The command that serves at an address."""
    project: Path
    pages: Path
    """What the SOPs are written in: definitions, or Markdown."""
    page: str = "{}.html"
    """Where the page of a file stands below `sop/`."""
    output: str = "site"
    keeps: bool = False
    """Whether a second build is another thing than a first one."""

    def files(self) -> list[Path]:
        """Those of the SOPs."""
        files = sorted(file for file in self.pages.glob("*/*/*.*") if file.suffix in (".yml", ".md"))
        return [file for file in files if file.stem not in ("unit", "index", "_index")]

    def address(self, file: Path) -> str:
        return "sop/" + self.page.format(file.relative_to(self.pages).with_suffix("").as_posix())


def own_tools(projects: Projects) -> list[Tool]:
    """Ours, and plain Material."""
    mkdocs = [sys.executable, "-m", "mkdocs"]
    build, serve = [*mkdocs, "build", "--quiet"], _serving(mkdocs)
    by_hand = projects.handwritten
    return [
        Tool("ours", build, serve, projects.ours, projects.ours / DEFINITIONS, keeps=True),
        Tool("Material on MkDocs", build, serve, by_hand, by_hand / "docs/sop"),
    ]


def other_tools(folder: Path, projects: Projects) -> list[Tool]:
    """None where they cannot be installed, which is said."""
    scripts = _environment(folder / "venv")
    if scripts is None:
        return []
    properdocs, zensical = [str(scripts / "properdocs")], [str(scripts / "zensical")]
    hugo = [str(scripts / "hugo"), "--quiet"]
    first, second = (_again(folder / name, projects.handwritten) for name in ("properdocs", "zensical"))
    content = write_hugo(folder / "hugo", projects.handwritten / "docs")
    return [
        Tool("Material on ProperDocs", [*properdocs, "build", "--quiet"], _serving(properdocs), first,
             first / "docs/sop"),
        Tool("Zensical", [*zensical, "build"], lambda at: [*zensical, "serve", "--dev-addr", at], second,
             second / "docs/sop", keeps=True),
        Tool("Hugo", hugo, lambda at: [*hugo, "server", "--port", at.rpartition(":")[2]], folder / "hugo",
             content / "sop", "{}/index.html", "public"),
    ]  # fmt: skip


def _environment(folder: Path) -> Path | None:
    """Where their programs lie."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    options = ["--quiet", "--disable-pip-version-check", "--requirement", str(WANTED)]
    done = subprocess.run(
        [str(scripts / "python"), "-m", "pip", "install", *options], text=True, capture_output=True
    )
    if done.returncode:
        print(f"bench: the other generators cannot be installed here:\n{done.stderr[-600:]}", file=sys.stderr)
        return None
    return scripts


def _serving(program: Sequence[str]) -> Callable[[str], Sequence[str]]:
    return lambda at: [*program, "serve", "--quiet", "--dev-addr", at]


def _again(folder: Path, source: Path) -> Path:
    """The same project once more, so that no generator finds what another has kept."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("site", ".cache", "*.log"))
    return folder
