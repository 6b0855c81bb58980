"""`python -m tests.bench`: the catalogue's build beside plain Material building the same text by hand.

Both sides are built in turn by fresh interpreters on this machine; each figure is a whole process's, children
included. CPU time is the figure to compare: wall time also holds what else the machine was doing.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from .measure import CAN_MEASURE, MISSING, build
from .report import BASELINE, COLD, EDITED, PRINTED, PRINTED_WARM, WARM, Report, Round, growth

if TYPE_CHECKING:
    from .peers.tools import Tool


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = _arguments(argv)
    if not CAN_MEASURE:
        print(MISSING, "\n")
    print(f"{platform.platform()}, Python {platform.python_version()}, "
          f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}\n")  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="sop-bench-") as folder:
        if args.binder:
            print(_binder(Path(folder), args.n))
            return 0
        if args.serve:
            print(_serving(Path(folder), args.n, args.repeat))
            return 0
        if args.search:
            print(_searching(Path(folder), args.n, args.repeat, args.growth))
            return 0
        if args.routing:
            print(_routing(args.n))
            return 0
        small = Path(folder, "small")
        others = _others(small, args.n) if args.peers or args.all else []
        report = _report(small, args.n, args.repeat, others)
        print(report.markdown(), flush=True)
        if others:
            print(f"\n{_visits(small, others)}", flush=True)
        print(f"\n{_drawing(small)}", flush=True)
        if args.growth:
            larger = _report(Path(folder, "large"), args.n * 3, args.repeat)
            print(f"\n{larger.markdown()}\n\n{growth(report, larger)}", flush=True)
        if args.profile:
            _profile(small, args.n)
        if args.all:
            for said in (
                _serving(Path(folder, "serving"), args.n, args.repeat),
                _searching(Path(folder, "searching"), args.n, args.repeat, False),
                _binder(Path(folder, "binder"), 100),
            ):
                print(f"\n{said}", flush=True)
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--n", type=int, help="number of SOPs (default: 1000)")
    parser.add_argument("--growth", action="store_true", help="also with three times as many SOPs")
    parser.add_argument("--repeat", type=int, default=1, help="rounds; each figure is their median")
    parser.add_argument("--profile", action="store_true", help="also show where a cold build spends its time")
    parser.add_argument(
        "--binder", action="store_true", help="only a binder to PDF (100 SOPs, unless --n says otherwise)"
    )
    parser.add_argument("--serve", action="store_true", help="only how soon a save is seen while serving")
    parser.add_argument("--search", action="store_true", help="only how soon the search answers")
    parser.add_argument(
        "--routing",
        action="store_true",
        help="only our arrows beside those of other routers (150 flows of a kind)",
    )
    parser.add_argument("--peers", action="store_true", help="also the same text by other generators")
    parser.add_argument(
        "--all",
        action="store_true",
        help="every figure of the README but those of the routers, in three rounds: some 25 minutes",
    )
    args = parser.parse_args(argv)
    if args.all:
        args.repeat = max(3, args.repeat)
    if args.n is None:
        args.n = 100 if args.binder else 150 if args.routing else 1000
    if args.n < 1 or args.repeat < 1:
        parser.error("--n and --repeat must be 1 or more")
    return args


def _report(folder: Path, count: int, repeat: int, others: list[Tool] | None = None) -> Report:
    _make(folder, count)
    return Report(count, [one_round(folder, turn, others) for turn in range(1, repeat + 1)])


def _make(folder: Path, count: int) -> None:
    if not folder.exists():
        subprocess.run([sys.executable, "-m", f"{__package__}.project", str(folder), str(count)], check=True)


def one_round(folder: Path, turn: int, others: list[Tool] | None = None) -> Round:
    from .peers.builds import changed, peer_rows
    from .peers.tools import own_tools
    from .project import Projects

    projects = Projects(folder)
    projects.forget()
    ours, _ = own_tools(projects)
    round_: Round = {BASELINE: build(projects.handwritten), COLD: build(projects.ours)}
    round_[WARM] = build(projects.ours)
    with changed(ours, turn):
        round_[EDITED] = build(projects.ours)
    round_[PRINTED] = build(projects.printed)
    round_[PRINTED_WARM] = build(projects.printed)
    return round_ | peer_rows(others or [], turn)


def _others(folder: Path, count: int) -> list[Tool]:
    from .peers.tools import other_tools
    from .project import Projects

    _make(folder, count)
    return other_tools(folder, Projects(folder))


def _visits(folder: Path, others: Sequence[Tool]) -> str:
    from .peers.tools import own_tools
    from .peers.visits import visits
    from .project import Projects

    return visits([*own_tools(Projects(folder)), *others], 3)


def _drawing(folder: Path) -> str:
    from .drawing import drawing
    from .project import DEFINITIONS, Projects

    return drawing(Projects(folder).ours / DEFINITIONS)


def _binder(folder: Path, count: int) -> str:
    from .binder import report

    return report(folder, count)


def _searching(folder: Path, count: int, repeat: int, growth: bool) -> str:
    from .searching import report

    counts = [count, count * 3] if growth else [count]
    return "\n\n".join(report(folder / str(n), n, max(5, repeat)) for n in counts)


def _serving(folder: Path, count: int, repeat: int) -> str:
    from .serving import report

    return report(folder, count, max(5, repeat))


def _routing(count: int) -> str:
    from .routing import compared

    return compared(count)


def _profile(folder: Path, count: int) -> None:
    from .profiling import memory, profile
    from .project import Projects

    profile(Projects(folder))
    print(memory(Projects(folder), count))


if __name__ == "__main__":
    sys.exit(main())
