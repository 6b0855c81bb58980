"""Two projects on disk, made once and built many times: the catalogue's, and the hand-written one."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from .handwritten import write_pages
from .variants import write_catalogue

REPOSITORY = Path(__file__).resolve().parents[2]
DEFINITIONS = "sop_defs"

# The repository's own settings, so that what is measured is what it publishes.
_OURS = """\
INHERIT: {repository}/mkdocs.yml
docs_dir: docs
theme:
  custom_dir: {repository}/overrides
plugins:
  - material/search
  - sop-catalogue:
      sop_defs: sop_defs
      cetak: {prints}
nav:
  - Beranda: index.md
  - Katalog: sop/index.md
"""

# Nothing that Material does not do by itself; each extension more would make this side slower.
_HANDWRITTEN = """\
site_name: Katalog SOP
site_url: ""
use_directory_urls: false
theme:
  name: material
  font: false
plugins:
  - search
nav:
  - Beranda: index.md
  - Katalog: sop/index.md
not_in_nav: "*/"
"""


@dataclass(frozen=True, slots=True)
class Projects:
    folder: Path

    @property
    def ours(self) -> Path:
        return self.folder / "ours"

    @property
    def printed(self) -> Path:
        """The same with its print pages, which the hand-written side has not."""
        return self.folder / "printed"

    @property
    def handwritten(self) -> Path:
        return self.folder / "handwritten"

    def make(self, count: int, real: Path = REPOSITORY / DEFINITIONS) -> None:
        sides = {self.ours: _OURS, self.printed: _OURS, self.handwritten: _HANDWRITTEN}
        for project, settings in sides.items():
            (project / "docs").mkdir(parents=True)
            prints = "true" if project == self.printed else "false"
            text = settings.format(repository=REPOSITORY.as_posix(), prints=prints)
            (project / "mkdocs.yml").write_text(text, "utf-8")
        for project in (self.ours, self.printed):
            (project / "docs/index.md").write_text("# Katalog SOP\n\n<!-- katalog -->\n", "utf-8")
            write_catalogue(project / DEFINITIONS, real, count)
        write_pages(self.handwritten / "docs", self.ours / DEFINITIONS)

    def forget(self) -> None:
        """As on a fresh machine: no site, no drawings kept from an earlier build."""
        for project in (self.ours, self.printed, self.handwritten):
            for left in ("site", ".cache"):
                shutil.rmtree(project / left, ignore_errors=True)


if __name__ == "__main__":
    # In a process of its own: the one that measures stays small, see measure.py.
    Projects(Path(sys.argv[1])).make(int(sys.argv[2]))
