"""The engine where there is no machine: run as a script, it reads files and Graphviz' answers from its input, and says what
it made of them. Nothing else is left to it: no process, no socket, no file but those of Python and of its packages."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sop_catalogue.chart import Graphviz

MACHINE = ("subprocess", "multiprocessing", "socket", "tempfile", "rapidfuzz", "pygraphviz", "graphviz")
"""Modules that cannot be imported any more."""
_PACKAGES = ("importlib.metadata", "jinja2", "pydantic.main", "rcssmin", "rjsmin", "segno", "yaml")
"""Loaded before, for where they are at home they may import what they like."""
_ACTS = (
    "subprocess.",
    "socket.",
    "os.exec",
    "os.fork",
    "os.spawn",
    "os.posix_spawn",
    "os.system",
    "tempfile.",
    "_thread.",
)
_BESIDE = ("sop_catalogue.chart.graphviz", "sop_catalogue.catalogue.web.spelling_rapid")
"""What only a door that has a machine puts in."""


class Recorded:
    """Answers what Graphviz has answered before."""

    version = "rekaman"

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers

    def render(self, dot: str, program: str = "nop2") -> str:
        return self.answers[f"{program} {dot}"]


def made(files: Mapping[str, str], graphviz: Graphviz) -> dict[str, Any]:
    """What the engine says of definitions, and what it draws and prints of their SOPs."""
    from sop_catalogue.catalogue.build import CatalogueBuilder
    from sop_catalogue.chart import Studio, draw, standalone
    from sop_catalogue.paper.assemble import printed
    from sop_catalogue.paper.settings import DEFAULT
    from sop_catalogue.store.folder import PlainFolder

    folder = PlainFolder({path: text.encode() for path, text in files.items()})
    catalogue, studio = CatalogueBuilder(folder).build(), Studio(graphviz)
    flows = [chart.flow for sop in catalogue.sops for chart in sop.charts]
    return {
        "temuan": [finding.text() for finding in catalogue.findings],
        "rujukan": [
            [r.text, r.verdict, [target.id for target in r.targets]]
            for sop in catalogue.sops
            for r in sop.references
        ],
        "peran": [[role.id, [sop.id for sop in role.sops]] for role in catalogue.roles],
        "bagan": [strip.svg for flow in flows for strip in draw(flow, studio=studio).rows],
        "berkas": [standalone(flow, studio=studio) for flow in flows],
        "lembar": [sheet.printed for sop in catalogue.sops for sheet in printed(sop, DEFAULT, studio).sheets],
    }


def forbid_the_machine() -> None:
    for package in _PACKAGES:
        importlib.import_module(package)
    vars(sys.modules["yaml"]).pop("CSafeLoader", None)  # libyaml
    for name in MACHINE:
        sys.modules[name] = None  # type: ignore[assignment]
    places = tuple({sys.prefix, sys.base_prefix, *(os.path.realpath(path) for path in sys.path if path)})

    def refuse(event: str, given: tuple[Any, ...]) -> None:
        if event.startswith(_ACTS):
            raise PermissionError(event)
        if event in ("open", "os.scandir", "os.listdir") and isinstance(given[0], (str, bytes, os.PathLike)):
            path, how = os.path.realpath(os.fsdecode(given[0])), str(given[1]) if event == "open" else "r"
            if not path.startswith(places) or how.strip("rbt") not in ("", "None"):
                raise PermissionError(f"{event} {path} {how}")

    sys.addaudithook(refuse)


def forbidden() -> bool:
    """Whether what is forbidden cannot be done."""
    for attempt in (
        partial(open, __file__),
        partial(importlib.import_module, "subprocess"),
        partial(os.listdir, "/"),
    ):
        with suppress(PermissionError, ImportError):
            attempt()
            return False
    return True


def import_all() -> int:
    """Every module of the floors that know no machine; how many there are."""
    names = []
    for floor in ("definition", "catalogue", "chart", "pages", "paper"):
        package = importlib.import_module(f"sop_catalogue.{floor}")
        names += [info.name for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for name in names:
        if not name.startswith(_BESIDE):
            importlib.import_module(name)
    return len(names)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    given = json.load(sys.stdin)
    forbid_the_machine()
    print(
        json.dumps(
            {
                "terlarang": forbidden(),
                "modul": import_all(),
                **made(given["berkas"], Recorded(given["jawaban"])),
            }
        )
    )
