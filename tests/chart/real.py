"""The charts of the SOPs in the repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

DEFINITIONS = Path(__file__).parents[2] / "sop_defs"


@cache
def real() -> tuple[tuple[str, Flow], ...]:
    """Each with the name of its SOP."""
    found = []
    for file in sorted(DEFINITIONS.rglob("*.yml")):
        name = file.relative_to(DEFINITIONS).with_suffix("").as_posix()
        if name.count("/") < 2 or name.endswith("/unit"):
            continue
        model = read_definition(name, file.read_bytes(), Sop).model
        charts = model.semua_bagan if model else ()
        found += [(f"{name} {i}" if i else name, resolve(c).flow) for i, c in enumerate(charts)]
    return tuple(found)
