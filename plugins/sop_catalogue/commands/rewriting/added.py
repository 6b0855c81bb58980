"""What a rewriting would bring with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable

from ...definition.findings import Finding


def added(
    now: Iterable[Finding], then: Iterable[Finding], key: Callable[[Finding], Hashable]
) -> list[Finding]:
    """The findings that are there only then; `key` tells which are the same."""
    known = Counter(map(key, now))
    found = []
    for finding in then:
        if known[key(finding)]:
            known[key(finding)] -= 1
        else:
            found.append(finding)
    return found
