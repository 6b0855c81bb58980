"""Maps of how SOPs name each other: one of each unit, and one of the whole catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...catalogue.model import Catalogue, UnitEntry
from ...chart import Studio
from ...chart.network.parts import WHOLE
from ..links import HEALTH, MAP, Links, map_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render
from .figures import Figure, figures, sheets
from .graph import sops_graph, unit_graph, units_graph
from .words import in_vain_lines, map_line, unit_line

TITLE = "Peta SOP"
MakeLinks = Callable[[str], Links]
_SMALL = 80
"""So many SOPs have a map of one page, with every name of every tie below it."""
_IN_VAIN = 600
"""So many titles that are named in vain stand on one page."""


def map_plans(catalogue: Catalogue, links: MakeLinks, studio: Studio) -> Iterator[PagePlan]:
    yield PagePlan(MAP, TITLE, (), unedited(catalogue_map, catalogue, links(MAP), studio))
    for unit in catalogue.units:
        large = len(unit.sops) > _SMALL
        parts = len(sheets(unit_graph(unit, links(map_address(unit))))) if large else 1
        for part in range(1, parts + 1):
            yield _unit_plan(unit, part, links, studio)


def _unit_plan(unit: UnitEntry, part: int, links: MakeLinks, studio: Studio) -> PagePlan:
    address = map_address(unit, part)
    parents = (MAP,) if part == 1 else (MAP, map_address(unit))
    return PagePlan(
        address, _title(unit, part), parents, unedited(unit_map, unit, links(address), studio, part)
    )


def _title(unit: UnitEntry, part: int) -> str:
    return f"Peta SOP {plain(unit.data.nama)}{f', bagian {part}' if part > 1 else ''}"


def unit_map(unit: UnitEntry, links: Links, studio: Studio, part: int = 1) -> Page:
    """The SOPs of a unit, with those of other units that they name or are named by; all words on the first part."""
    title = _title(unit, part)
    graph = unit_graph(unit, links)
    drawn = sheets(graph)
    lines = [map_line(sop, links) for sop in unit.sops] if part == 1 else []
    in_vain = in_vain_lines(unit, links) if part == 1 else []
    return _page(
        "peta-unit.html",
        title,
        f"Bagaimana {len(unit.sops)} SOP {plain(unit.data.nama)} saling merujuk.",
        figures(graph, drawn[part - 1], title, studio),
        {
            "unit": unit,
            "links": links,
            "title": title,
            "parts": [(n, links.page(map_address(unit, n)), n == part) for n in range(1, len(drawn) + 1)],
            "small": len(unit.sops) <= _SMALL,
            "lines": [line for line in lines if line],
            "alone": [line for line in lines if not line],
            "in_vain": in_vain[:_IN_VAIN],
            "in_vain_left": max(0, len(in_vain) - _IN_VAIN),
            "health_url": links.page(HEALTH),
        },
    )


def catalogue_map(catalogue: Catalogue, links: Links, studio: Studio) -> Page:
    """All SOPs where they are few; else the units, with how often the SOPs of one name those of another."""
    graph = sops_graph(catalogue.units, links)
    by_unit = len(graph.nodes) > WHOLE
    if by_unit:
        graph = units_graph(catalogue.units, links)
    drawn = [piece for sheet in sheets(graph) for piece in sheet]
    return _page(
        "peta.html",
        TITLE,
        f"Bagaimana {len(catalogue.sops)} SOP dari {len(catalogue.units)} unit kerja saling merujuk.",
        figures(graph, drawn, TITLE, studio),
        {
            "title": TITLE,
            "by_unit": by_unit,
            "several": len(catalogue.pemdas) > 1,
            "left_out": graph.left_out,
            "lines": [unit_line(unit, links) for unit in catalogue.units],
            "count": len(catalogue.sops),
        },
    )


def _page(
    template: str, title: str, description: str, drawn: Sequence[Figure], values: dict[str, object]
) -> Page:
    html = render(template, {**values, "figures": drawn})
    faults = tuple(f"{title}: {fault}" for figure in drawn for fault in figure.faults)
    return Page(html, title, description, title, faults)
