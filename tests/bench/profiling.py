"""Where the time and the memory of a cold build go."""

from __future__ import annotations

import pstats
import subprocess
import sys
import tracemalloc

from .project import DEFINITIONS, Projects

_LINES = 45


def profile(projects: Projects) -> None:
    """Print the functions that cost most, with what they call and by themselves."""
    projects.forget()
    data = projects.folder / "build.prof"
    command = [sys.executable, "-m", "cProfile", "-o", str(data), "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=projects.ours, check=True)
    stats = pstats.Stats(str(data))
    stats.strip_dirs().sort_stats("cumulative").print_stats(_LINES)
    stats.sort_stats("tottime").print_stats(_LINES)


def memory(projects: Projects, count: int) -> str:
    """What the catalogue itself keeps in memory for each SOP."""
    from sop_catalogue.catalogue.build import CatalogueBuilder
    from sop_catalogue.store.disk import DiskFolder

    CatalogueBuilder(DiskFolder(projects.folder / "nothing")).build()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    builder = CatalogueBuilder(DiskFolder(projects.ours / DEFINITIONS))
    catalogue = builder.build()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del builder, catalogue
    return f"Catalogue in memory: {(after - before) / count / 1000:.1f} KB a SOP."
