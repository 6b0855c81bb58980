"""Sites that several tests look at, and what else is dear, each made once a run: by whichever of its processes asks first."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

Made = TypeVar("Made")


@dataclass(frozen=True)
class SharedSites:
    folder: Path
    """Of the run, not of a single process."""

    def get(self, name: str, make: Callable[[Path], Made]) -> Made:
        """What has this name; the first to ask makes it in a folder of its own, all others wait for it."""
        place = self.folder / name
        known = place / "jadi.pickle"
        with FileLock(f"{place}.lock"):
            if not known.exists():
                place.mkdir()
                known.write_bytes(pickle.dumps(make(place)))
            found: Made = pickle.loads(known.read_bytes())
            return found
