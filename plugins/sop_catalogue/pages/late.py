"""Files of a site, each made when it is asked for: a build asks for all of them, a server for those that somebody looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

LateFile = tuple[str, Callable[[], bytes]]
"""Path inside the site, and what makes its content."""


def made(files: Iterable[LateFile]) -> Iterator[tuple[str, bytes]]:
    """Path inside the site, and content."""
    for path, make in files:
        yield path, make()
