"""Floors, rooms and who imports whom, as the code has them."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
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


def imported(path: Path) -> Iterator[Name]:
    """Dotted names that a module of the package or of its tests imports, its own package's in full."""
    house = ROOT if ROOT in path.parents else TESTS
    package = (house.name, *path.relative_to(house).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            base = (*start, *(node.module.split(".") if node.module else ()))
            yield from ((*base, alias.name) for alias in node.names)


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
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    files = [p for p in folder.glob("*.py") if p.name != "__init__.py"]
    return Room(folder.relative_to(ROOT).as_posix(), text.partition("\n")[0], len(files))
