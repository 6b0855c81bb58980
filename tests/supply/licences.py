"""`python -m tests.supply.licences`: writes THIRD_PARTY.md, what of others' work this one needs or carries."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import run
from sop_catalogue.theme.bundles import sources

from .lock import pins

FILE = run.ROOT / "THIRD_PARTY.md"
ASSETS = Path("plugins/sop_catalogue/theme/assets")
OWN = ("favicon", "logo")
"""How names of our own pictures begin."""
ENDING = ".LICENSE.txt"
ACCEPTED = {
    "Apache-2.0",
    "Apache-2.0 OR BSD-2-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "MIT",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
}
"""Whoever publishes a catalogue may use what comes under these without opening anything of their own."""
_CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_FONTS = "OFL-1.1"
_HEAD = """\
# Third-party work

Made by `python run.py lock`; a test holds it to what is locked and shipped.

## Packages

Everything that building a catalogue installs (`requirements/site.txt`), and its licence as the package states it. The wheels of pygraphviz carry
Graphviz (EPL). Material for MkDocs puts its own scripts, styles and icons into every site; their notices stand in its package.

| Package | Licence |
|---|---|
"""
_VENDORED = """
## Files in this repository

They are part of every site that is built; their licences lie beside them.

| File | Licence | Text |
|---|---|---|
"""


def licence_of(package: str) -> str:
    """As its metadata say, in the words of SPDX; empty where they do not."""
    about = metadata.metadata(package)
    for field in ("License-Expression", "License"):
        if about[field] in ACCEPTED:
            return about[field]
    names = [
        name.rpartition(":: ")[2] for name in about.get_all("Classifier", []) if name.startswith("License ::")
    ]
    known = (_CLASSIFIERS[name] for name in names if name in _CLASSIFIERS)
    return next(known, about["License-Expression"] or "")


def vendored() -> list[tuple[Path, Path | None]]:
    """Shipped files that others made, each with the text of its licence."""
    found = []
    own = {run.ROOT / ASSETS.parent / path for path in sources()}
    for file in sorted((run.ROOT / ASSETS).rglob("*")):
        if (
            file.is_file()
            and file not in own
            and not file.name.startswith(OWN)
            and not file.name.endswith(ENDING)
        ):
            texts = [
                text
                for text in file.parent.glob(f"*{ENDING}")
                if file.name.startswith(text.name.removesuffix(ENDING))
            ]
            found.append((file.relative_to(run.ROOT), texts[0].relative_to(run.ROOT) if texts else None))
    return found


def text() -> str:
    packages = sorted({pin.name for pin in pins("site")})
    lines = [f"| {package} | {licence_of(package)} |\n" for package in packages]
    files = [
        f"| `{file.relative_to(ASSETS).as_posix()}` | {_FONTS if file.suffix == '.woff2' else 'MIT'} |"
        f" {f'[{licence.name}]({licence.as_posix()})' if licence else ''} |\n"
        for file, licence in vendored()
    ]
    return "".join([_HEAD, *lines, _VENDORED, *files])


def main() -> int:
    FILE.write_text(text(), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
