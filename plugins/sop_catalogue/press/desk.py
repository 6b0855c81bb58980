"""Where a browser finds what print pages show: their styles and fonts, and the logos."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..catalogue.model import Catalogue, PemdaEntry, UnitEntry
from ..theme.bundles import PRINT_STYLES, print_fonts, shipped


@contextmanager
def desk(beside: Path) -> Iterator[Path]:
    """A folder with the style sheets and fonts of print pages, beside the result: a confined browser sees no other."""
    with tempfile.TemporaryDirectory(dir=beside, prefix="sop-cetak-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for asset in (shipped(PRINT_STYLES), *print_fonts()):
            file = folder / asset.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(asset.data)
        yield folder


def copied_logos(catalogue: Catalogue, folder: Path) -> dict[str, Path]:
    """The logos of all units and pemdas, by their ids, where the browser sees them."""
    places: list[UnitEntry | PemdaEntry] = [*catalogue.units, *catalogue.pemdas]
    found = {}
    for number, place in enumerate(places):
        logo = place.form_logo if isinstance(place, UnitEntry) else place.logo
        if logo:
            found[place.id] = folder / f"lambang-{number}{logo.suffix}"
            found[place.id].write_bytes(logo.data)
    return found
