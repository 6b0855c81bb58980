"""The shape of the house: floors, doors, sizes, names."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from sop_catalogue.theme.bundles import packaged, sources
from tests.house.picture import FILE, svg
from tests.house.plan import DOORS, FLOORS, MODULES, ROOT, TESTS, Name, imported, module

MOST_LINES, MOST_FILES = 330, 25


def _floor(parts: tuple[str, ...]) -> int | None:
    return FLOORS.index(parts[0]) if parts and parts[0] in FLOORS else None


def test_nothing_imports_upwards() -> None:
    upwards: list[tuple[Path, Name]] = []
    for path in MODULES:
        here = _floor(path.relative_to(ROOT).parts)
        if here is None:
            continue
        above = {*FLOORS[here + 1 :], *DOORS}
        upwards += [
            (path, name) for name in imported(path) if name[0] == "sop_catalogue" and above & {*name[1:2]}
        ]
    assert upwards == []


def test_only_the_doors_know_mkdocs() -> None:
    """The plugin's room all of it; of the commands one file how it reads a mkdocs.yml, and nothing else."""
    known: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imported(path):
            if name[0] in ("mkdocs", "properdocs", "material"):
                known.setdefault(path.relative_to(ROOT).as_posix(), set()).add(".".join(name))
    assert [known.pop(file) for file in sorted(known) if file.startswith("plugin/")]
    assert known == {
        "commands/settings_file.py": {
            "mkdocs.exceptions.ConfigurationError",
            "mkdocs.utils.yaml.get_yaml_loader",
            "mkdocs.utils.yaml.yaml_load",
        }
    }


def test_no_door_leads_through_another() -> None:
    for path in (ROOT / "plugin").rglob("*.py"):
        for name in imported(path):
            assert name[:2] not in {("sop_catalogue", "commands"), ("sop_catalogue", "cli")}, path.name
    for path in (ROOT / "commands").rglob("*.py"):
        assert ("sop_catalogue", "plugin") not in {name[:2] for name in imported(path)}, path.name


@pytest.mark.parametrize("house", [ROOT, TESTS], ids=["package", "tests"])
def test_a_room_is_not_crowded(house: Path) -> None:
    folders = [
        folder for folder in (house, *house.rglob("*")) if folder.is_dir() and folder.name != "__pycache__"
    ]
    crowded = {
        folder.relative_to(house).as_posix(): count
        for folder in folders
        if (count := sum(file.is_file() for file in folder.iterdir())) > MOST_FILES
    }
    assert not crowded


def test_no_test_needs_another() -> None:
    """What several use stands in a file that is no test."""
    found = {
        f"{path.relative_to(TESTS).as_posix()} imports {'.'.join(name)}"
        for path in TESTS.rglob("*.py")
        for name in imported(path)
        if name[0] == "tests" and any(part.startswith("test_") for part in name)
    }
    assert not found


MACHINE = {
    "atexit", "concurrent", "ctypes", "multiprocessing", "os", "platform", "shutil", "signal", "socket", "subprocess",
    "tempfile", "threading", "time", "graphviz", "pygraphviz", "pypdfium2", "rapidfuzz",
}  # fmt: skip
"""What only a machine has: processes, files, clocks, native libraries."""
AT_THE_MACHINE = {
    "store/disk.py", "store/git.py", "store/kept_files.py", "store/whole_file.py", "catalogue/web/spelling_rapid.py",
    "chart/graphviz/engine.py", "chart/graphviz/process.py", "chart/graphviz/worker.py", "intake/pdf/reading.py",
    "intake/pdf/words.py", "intake/pdf/small_pictures.py", "intake/pdf/pages_drawn.py",
    "intake/pdf/pages_painted.py",
}  # fmt: skip
"""Whatever has to do with it stands behind a seam, and is chosen at a door."""
ENGINE = [floor for floor in FLOORS if floor not in ("theme", "press")]


def test_the_engine_knows_no_machine() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if path.relative_to(ROOT).parts[0] in ENGINE
        for name in imported(path)
        if name[0] in MACHINE or name == ("pathlib", "Path")
    }
    tables = {"chart/letters.py"}  # which lie in the package
    assert found - tables == AT_THE_MACHINE


def test_only_doors_choose_a_machine() -> None:
    """Rapidfuzz is taken where it is: it gives the same answers, only sooner."""
    chosen = {("sop_catalogue", *file.removesuffix(".py").split("/")) for file in AT_THE_MACHINE}
    for path in MODULES:
        here = path.relative_to(ROOT)
        if here.parts[0] not in ENGINE or here.as_posix() in AT_THE_MACHINE or here.name == "spelling.py":
            continue
        for name in imported(path):
            assert not {name, name[:-1]} & chosen, f"{here} imports {'.'.join(name)}"


def test_the_chart_knows_no_pages_and_no_yaml() -> None:
    for path in (ROOT / "chart").rglob("*.py"):
        for name in imported(path):
            assert name[0] not in ("yaml", "jinja2", "pydantic"), f"{path.name} imports {name[0]}"
            assert name[:2] != ("sop_catalogue", "catalogue"), f"{path.name} knows the catalogue"


def test_what_reads_documents_serves_the_console_alone() -> None:
    """A document becomes a definition once; what stands above knows definitions only."""
    for path in MODULES:
        here = path.relative_to(ROOT)
        if here.parts[0] in ("intake", "commands"):
            continue
        assert ("sop_catalogue", "intake") not in {name[:2] for name in imported(path)}, here


def test_only_the_reader_s_files_parse_yaml() -> None:
    found = {p.relative_to(ROOT).parts[0] for p in MODULES for name in imported(p) if name[0] == "yaml"}
    assert found <= {"definition", "commands"}


def test_a_file_holds_one_idea_and_says_what_it_is_for() -> None:
    assert [path for path in MODULES if len(path.read_text("utf-8").splitlines()) > MOST_LINES] == []
    assert [path for path in MODULES if path.name != "__init__.py" and not module(path).about] == []


@pytest.mark.parametrize("path", sorted(sources()))
def test_a_source_of_the_theme_says_what_it_is_for_and_holds_one_idea(path: str) -> None:
    text = packaged(path)
    assert text.startswith("/* ")
    assert text.count("\n") <= MOST_LINES


def test_exported_names_exist_and_are_documented() -> None:
    for info in pkgutil.walk_packages([str(ROOT)], "sop_catalogue."):
        if ".starter" in info.name or info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name in getattr(module, "__all__", ()):
            value = getattr(module, name)
            if isinstance(value, type) or callable(value):
                assert value.__doc__, f"{info.name}.{name} says nothing of itself"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "plugins/sop_catalogue/ARCHITECTURE.md"])
def test_what_contributors_read_leads_to_what_is_there(name: str) -> None:
    page = ROOT.parents[1] / name
    files = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    assert files
    assert [name for name in files if not (page.parent / name).exists()] == []


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "plugins/sop_catalogue/ARCHITECTURE.md"])
def test_the_files_that_they_name_are_there(name: str) -> None:
    """From the repository or from inside the package."""
    text = (ROOT.parents[1] / name).read_text("utf-8")
    named = set(re.findall(r"`((?:[\w-]+/)*[\w-]+\.(?:py|md)|(?:[\w-]+/)+)`", text))
    missing = {
        path for path in named if not (TESTS.parent / path).exists() and not any(ROOT.rglob(path.rstrip("/")))
    }
    assert not missing


def test_the_picture_of_the_house_is_as_the_house() -> None:
    assert FILE.read_text("utf-8") == svg(), "python run.py house"
