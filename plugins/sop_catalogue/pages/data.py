"""The files that stand beside the pages: open data, definitions, charts, schemas, logos, blank forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from importlib.metadata import version
from typing import Any

from ..catalogue.changes import changes_of
from ..catalogue.model import BrokenSop, Catalogue, Chart, PemdaEntry, SopEntry, UnitEntry
from ..catalogue.opendata.changes_types import changes_record, changes_schema
from ..catalogue.opendata.health_types import health_record, health_schema
from ..catalogue.opendata.past import UNSAID, Publication
from ..catalogue.opendata.types import opendata_schema
from ..catalogue.opendata.write import catalogue_record, sop_record
from ..catalogue.revisions.model import Revision
from ..catalogue.web.health import health_of
from ..chart import GraphvizFailed, Studio, standalone, undrawn
from ..definition.reading.decode import MAX_BYTES
from ..definition.schema import KINDS, schema_for
from ..store.digest import digest
from ..store.kept import Kept
from ..store.program import program
from .changes.feed import feed_files
from .form.flowtable import lane_width, widest_lane
from .late import LateFile
from .law.laws import law_files
from .links import chart_address, data_address, logo_address, page_path, sop_address
from .lists.sop_table import ADDRESS as TABLE
from .lists.sop_table import table_script
from .render import plain

_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "skema/catalogue.schema.json": opendata_schema,
    "skema/kesehatan.schema.json": health_schema,
    "skema/perubahan.schema.json": changes_schema,
    **{f"skema/{kind}.schema.json": partial(schema_for, kind) for kind in KINDS},
}
LANDMARKS = ("catalogue.json", "kesehatan.json", "perubahan.json", *_SCHEMAS)
"""The ones of every catalogue, which hand-written pages may link to."""


def data_files(
    catalogue: Catalogue, directory_urls: bool, studio: Studio, publication: Publication = UNSAID
) -> Iterator[LateFile]:
    def address(entry: SopEntry | Revision) -> str:
        return page_path(sop_address(entry), directory_urls)

    @cache
    def record(entry: SopEntry) -> bytes:
        """Written out once, for the SOP's own file and for the whole."""
        return _json(sop_record(entry, address, chart_address))

    def whole() -> bytes:
        around = _json(catalogue_record(replace(catalogue, sops=[]), address, chart_address, publication))
        return around.removesuffix(b"]}") + b",".join(map(record, catalogue.sops)) + b"]}"

    yield "catalogue.json", whole
    yield "kesehatan.json", lambda: _json(health_record(health_of(catalogue)))
    yield "perubahan.json", lambda: _json(changes_record(changes_of(catalogue)))
    yield from feed_files(catalogue, directory_urls, publication)
    for path in _SCHEMAS:
        yield path, partial(_schema, path, studio.kept)
    for entry in catalogue.sops:
        yield data_address(entry, "json"), partial(record, entry)
        for chart in entry.charts:
            yield chart_address(entry, chart.number), partial(_chart, entry, chart, studio)
    items: list[SopEntry | BrokenSop] = [*catalogue.sops, *catalogue.broken]
    for item in items:
        if 0 < len(item.source) <= MAX_BYTES:  # what could not be read, or only in part: its page says so
            yield data_address(item, "yml"), partial(bytes, item.source)
    yield from law_files(catalogue.laws, directory_urls)
    yield TABLE, partial(table_script, catalogue, directory_urls)
    holders: list[PemdaEntry | UnitEntry] = [*catalogue.pemdas, *catalogue.units]
    for holder in holders:
        if holder.logo:
            yield logo_address(holder), partial(bytes, holder.logo.data)
    blanks = {form.address: form for entry in catalogue.sops for form in entry.blanks}
    for blank, form in blanks.items():
        yield blank, form.read


def _schema(path: str, kept: Kept) -> bytes:
    """The same for every catalogue, and costlier to make than all its data."""
    key = digest(program(), version("pydantic"))
    if (data := kept.data(path, key)) is None:
        data = _json(_SCHEMAS[path](), indent=2)
        kept.keep_data(path, key, data)
    return data


def _chart(entry: SopEntry, chart: Chart, studio: Studio) -> bytes:
    return chart_file(entry, chart, studio).encode()


def chart_file(entry: SopEntry, chart: Chart, studio: Studio) -> str:
    """One of an SOP's charts as an SVG file, named by both their titles."""
    flow = chart.flow
    title = ": ".join(filter(None, (plain(entry.name), plain(chart.title))))
    try:
        return standalone(flow, None, lane_width(flow), widest_lane(flow), title=title, studio=studio)
    except GraphvizFailed as failure:  # told when the page is made; what links here finds the reason
        return undrawn(title, str(failure))


def _json(value: Any, indent: int | None = None) -> bytes:
    separators = None if indent else (",", ":")
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).encode()
