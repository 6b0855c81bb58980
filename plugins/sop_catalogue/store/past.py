"""How definitions came to be as they are, as far as whoever keeps them knows. Here nothing is; `git` asks git."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Commit:
    """One change that was written down; of its words nothing is trusted but that they are one line."""

    id: str
    """In hexadecimal digits."""
    moment: str
    """ISO 8601, with the zone of whoever changed; empty where it makes no sense."""
    author: str = ""
    """Empty where names are not told."""
    subject: str = ""

    @property
    def day(self) -> str:
        return self.moment[:10]


@dataclass(frozen=True, slots=True)
class Past:
    head: Commit | None = None
    """What the definitions were taken from."""
    commits: Mapping[str, tuple[Commit, ...]] = field(default_factory=dict)
    """Those that changed a file, the last first, by its path of today below the definitions' folder."""


AskPast = Callable[[], Past]


def no_past() -> Past:
    return Past()
