"""The parts of a page, as its own contents list them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Parts:
    """Collects them, by id and title, while they are written."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def add(self, id: str, title: str) -> str:
        self.found.append((id, title))
        return id
