"""Sites that several tests look at, each built once a run: by whichever of its processes asks first."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from tests.site.build import Site


@dataclass(frozen=True)
class SharedSites:
    folder: Path
    """Of the run, not of a single process."""

    def get(self, name: str, make: Callable[[Path], Site]) -> Site:
        """The site of this name; the first to ask makes it in a folder of its own, all others wait for it."""
        place = self.folder / name
        known = place / "situs.pickle"
        with FileLock(f"{place}.lock"):
            if not known.exists():
                place.mkdir()
                known.write_bytes(pickle.dumps(make(place)))
            found: Site = pickle.loads(known.read_bytes())
            return found
