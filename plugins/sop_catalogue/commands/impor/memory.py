"""How much memory reading a document may take, where the system can be asked to see to it."""

from __future__ import annotations

import sys

MOST = 1_000_000_000
"""Bytes."""


def limit() -> bool:
    """Of this process; tells whether there is a limit now.

    Linux counts what a process may write to, and so neither programs nor files that are only mapped. Windows and macOS
    have no such limit that a process could set itself; there the limits of time, file, pages and objects hold alone.
    """
    if sys.platform != "linux":
        return False
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    own = MOST if most == resource.RLIM_INFINITY else min(MOST, most)
    resource.setrlimit(resource.RLIMIT_DATA, (own, most))
    return True
