"""`python -m tests.supply.lock`: whether the locked packages are those that pyproject.toml asks for."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    name: str
    version: str
    hashes: int


def pins(name: str) -> list[Pin]:
    """What a lock holds; a package has several versions where systems or Pythons need different ones."""
    text = (run.ROOT / f"requirements/{name}.txt").read_text("utf-8").replace("\\\n", " ")
    found = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            asked = Requirement(line.partition("--hash")[0].strip())
            (exact,) = asked.specifier
            assert exact.operator == "==", line
            found.append(Pin(canonicalize_name(asked.name), exact.version, len(HASH.findall(line))))
    return found


def asked_for(name: str) -> list[Requirement]:
    """What pyproject.toml names for a lock, builders of the package included."""
    project = tomllib.loads((run.ROOT / "pyproject.toml").read_text("utf-8"))
    texts = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    texts += project["project"]["optional-dependencies"]["test"] if name == "test" else []
    return [Requirement(text) for text in texts]


def faults() -> Iterator[str]:
    for name in run.LOCKS:
        held: dict[str, list[str]] = {}
        for pin in pins(name):
            held.setdefault(pin.name, []).append(pin.version)
        for asked in asked_for(name):
            versions = held.get(canonicalize_name(asked.name), [])
            if not versions or not all(version in asked.specifier for version in versions):
                yield f"requirements/{name}.txt: {asked.name}{asked.specifier} terkunci pada {', '.join(versions) or 'tidak satu pun'}"


def main() -> int:
    found = list(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print("Jalankan: python run.py lock", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
