"""Floors, rooms and who imports whom, as the code has them."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sop_catalogue

PACKAGE = "sop_catalogue"
ROOT = Path(sop_catalogue.__file__).parent
TESTS = Path(__file__).parents[1]
FLOORS = ("store", "theme", "definition", "intake", "catalogue", "chart", "pages", "paper", "press")
"""From the ground up."""
DOORS = ("plugin", "commands", "cli")
"""They stand above all floors, and know nothing of each other."""
MODULES = sorted(path for path in ROOT.rglob("*.py") if "starter" not in path.parts)

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    path: str
    """Inside the package: a floor, or a folder on it."""
    about: str
    files: int

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Module:
    about: str
    """Its docstring."""
    imported: tuple[Name, ...]
    """Dotted names that it imports, its own package's in full."""


@cache
def module(path: Path) -> Module:
    """Of the package or of its tests."""
    house = ROOT if ROOT in path.parents else TESTS
    package = (house.name, *path.relative_to(house).parts[:-1])
    tree = ast.parse(path.read_text("utf-8"))
    found: list[Name] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            base = (*start, *(node.module.split(".") if node.module else ()))
            found += ((*base, alias.name) for alias in node.names)
    return Module(ast.get_docstring(tree) or "", tuple(found))


def imported(path: Path) -> tuple[Name, ...]:
    return module(path).imported


def rooms(floor: str) -> list[Room]:
    """The floor itself, then the folders on it that hold code."""
    folders = [ROOT / floor, *sorted(p for p in (ROOT / floor).iterdir() if (p / "__init__.py").is_file())]
    return [_room(folder) for folder in folders]


def imports_between_floors() -> Counter[tuple[str, str]]:
    """How many modules of a floor or door import from another one."""
    found: Counter[tuple[str, str]] = Counter()
    known = {*FLOORS, *DOORS}
    for path in MODULES:
        here = path.relative_to(ROOT).parts[0].removesuffix(".py")
        there = {name[1] for name in imported(path) if name[0] == PACKAGE and len(name) > 1}
        found.update((here, floor) for floor in there & known - {here} if here in known)
    return found


def _room(folder: Path) -> Room:
    text = module(folder / "__init__.py").about
    files = [p for p in folder.glob("*.py") if p.name != "__init__.py"]
    return Room(folder.relative_to(ROOT).as_posix(), text.partition("\n")[0], len(files))
