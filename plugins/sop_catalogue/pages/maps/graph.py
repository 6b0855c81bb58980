"""What is drawn in a map: boxes by key, and the arrows between them, those of both directions as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ...catalogue.model import SopEntry, UnitEntry
from ...catalogue.web.neighbours import named_by, named_in_vain, naming
from ...chart.network.model import Edge, Node
from ..links import Links
from ..render import plain
from ..sop.neighbours import IN_VAIN, sop_node, vain_node

_FOLDED = 3
"""More SOPs of one foreign unit around one SOP stand in one box."""
_STRONGEST = 24
"""So many arrows are drawn between units, no more than can be followed; the weakest are left out."""


@dataclass(slots=True)
class Graph:
    nodes: dict[str, Node] = field(default_factory=dict)
    arrows: dict[tuple[str, str], str] = field(default_factory=dict)
    """From key to key, with its kind."""
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many references an arrow stands for; without it, one."""
    left_out: int = 0
    """Arrows that are not drawn."""

    def join(self, source: str, target: str, kind: str = "") -> None:
        self.arrows.setdefault((source, target), kind)

    def edges(self) -> list[Edge]:
        place = {key: i for i, key in enumerate(self.nodes)}
        found: list[Edge] = []
        for (source, target), kind in self.arrows.items():
            back = self.arrows.get((target, source)) == kind
            if back and source > target:
                continue
            count = self.counts[source, target] + (self.counts[target, source] if back else 0)
            found.append(Edge(place[source], place[target], back, kind, count))
        return found


def unit_graph(unit: UnitEntry, links: Links) -> Graph:
    return _joined(unit.sops, unit, links)


def sops_graph(units: Iterable[UnitEntry], links: Links) -> Graph:
    return _joined([sop for unit in units for sop in unit.sops], None, links)


def units_graph(units: Iterable[UnitEntry], links: Links) -> Graph:
    """The units whose SOPs name those of others, the strongest ties first."""
    counts: Counter[tuple[str, str]] = Counter()
    by_id = {unit.id: unit for unit in units}
    for unit in by_id.values():
        for sop in unit.sops:
            counts.update((unit.id, other.unit.id) for other in named_by(sop) if other.unit is not unit)
    strongest = sorted(counts, key=lambda pair: (-counts[pair], pair))
    graph = Graph(counts=counts, left_out=max(0, len(strongest) - _STRONGEST))
    drawn = strongest[:_STRONGEST]
    for id_ in sorted({end for pair in drawn for end in pair}):
        graph.nodes[id_] = _unit_node(by_id[id_], links)
    for pair in sorted(drawn):
        graph.join(*pair)
    return graph


def _unit_node(unit: UnitEntry, links: Links) -> Node:
    notes = (plain(unit.pemda.short), f"{len(unit.sops)} SOP")
    return Node(plain(unit.data.nama), links.map(unit), notes)


def _joined(sops: Sequence[SopEntry], home: UnitEntry | None, links: Links) -> Graph:
    """`home` is the unit whose map it is; others are foreign there, and many of them stand in one box."""
    graph = Graph()
    for sop in sops:
        _box(graph, sop, home, links)
    for sop in sops:
        _neighbours(graph, sop, home, links)
        for item in named_in_vain(sop):
            key = f"?{item.key}"
            graph.nodes.setdefault(key, vain_node(item, f"{links.sop(sop)}#{IN_VAIN}"))
            graph.join(sop.id, key, "putus")
    connected = {end for pair in graph.arrows for end in pair}
    graph.nodes = {key: node for key, node in graph.nodes.items() if key in connected}
    return graph


def _neighbours(graph: Graph, sop: SopEntry, home: UnitEntry | None, links: Links) -> None:
    newer = sop.replaced_by
    if newer:
        _box(graph, newer, home, links)
        graph.join(sop.id, newer.id, "ganti")
    out = [other for other in named_by(sop) if other is not newer]
    into = [other for other in naming(sop) if home and other.unit is not home]
    older = [other for other in sop.replaces if home and other.unit is not home]
    for other in older:
        _box(graph, other, home, links)
        graph.join(other.id, sop.id, "ganti")
    for others, outwards in ((out, True), (into, False)):
        for unit, found in groupby(sorted(others, key=lambda o: o.unit.id), key=lambda o: o.unit):
            members = list(found)
            if home and unit is not home and len(members) > _FOLDED:
                keys = [_fold(graph, sop, unit, members, outwards, links)]
            else:
                for other in members:
                    _box(graph, other, home, links)
                keys = [other.id for other in members]
            for key in keys:
                graph.join(*((sop.id, key) if outwards else (key, sop.id)))


def _box(graph: Graph, sop: SopEntry, home: UnitEntry | None, links: Links) -> None:
    graph.nodes.setdefault(sop.id, sop_node(sop, links.sop(sop), home or sop.unit))


def _fold(
    graph: Graph, sop: SopEntry, unit: UnitEntry, members: list[SopEntry], outwards: bool, links: Links
) -> str:
    key = f"{sop.id}?{outwards}?{unit.id}"
    graph.nodes[key] = Node(f"{len(members)} SOP", links.map(unit), (plain(unit.data.nama),), "asing")
    return key
