"""Pictures of networks, read back as SVG and measured."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from random import Random
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pytest

from sop_catalogue.chart.graphviz.engine import LocalGraphviz
from sop_catalogue.chart.network.model import Edge, Node
from sop_catalogue.chart.network.parts import WHOLE, Piece, pieces
from sop_catalogue.chart.network.places import Around, Beside
from sop_catalogue.chart.studio import PINNED, Studio
from sop_catalogue.chart.text import width
from tests.studio import GRAPHVIZ, beside, idle, keeping, spread

HOSTILE = (
    "Kutip \"ganda\" dan 'tunggal'",
    "Garis \\ miring \\N \\G \\l",
    "<b>tebal</b> <script>x()</script>",
    "baris\nbaru\ttab",
    "Kata" + "panjang" * 30,
    "إجراء تشغيلي قياسي",
    "]; n0 -> n1 [label=x] //",
    "&amp; %s {{7*7}} \x00\x01\ud800",
    "",
)
Rect = tuple[float, float, float, float]


class Picture:
    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        self.links = self.root.findall("a")
        self.rects = [self._rect(link) for link in self.links]
        self.arrows = self.root.findall("g/g")
        left, top, wide, high = (float(x) for x in self.root.get("viewBox", "").split())
        self.frame = (left, top, left + wide, top + high)

    @staticmethod
    def _rect(link: ElementTree.Element) -> Rect:
        found = link.find("rect")
        assert found is not None
        x, y, w, h = (float(found.get(key, "")) for key in ("x", "y", "width", "height"))
        return x, y, x + w, y + h

    def words(self, i: int) -> str:
        return " ".join(text.text or "" for text in self.links[i].findall("text"))

    def paths(self) -> list[list[tuple[float, float]]]:
        """Each arrow as points along its curves."""
        found = []
        for group in self.arrows:
            path = group.find("path")
            assert path is not None
            numbers = [float(x) for x in re.findall(r"-?\d+(?:\.\d+)?", path.get("d", ""))]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            line: list[tuple[float, float]] = []
            for i in range(0, len(points) - 1, 3):
                line += [bezier(points[i : i + 4], t / 20) for t in range(21)]
            found.append(line)
        return found


def bezier(p: list[tuple[float, float]], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    return sum(w * x for w, (x, _) in zip(weights, p, strict=True)), sum(
        w * y for w, (_, y) in zip(weights, p, strict=True)
    )


def check(svg: str) -> Picture:
    """No box over another, every text inside its box, everything inside the frame."""
    picture = Picture(svg)
    for a, b in combinations(picture.rects, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)
    left, top, right, bottom = picture.frame
    for link, (x1, y1, x2, y2) in zip(picture.links, picture.rects, strict=True):
        assert left <= x1 < x2 <= right
        assert top <= y1 < y2 <= bottom
        for text in link.findall("text"):
            size = 10 if text.get("class") == "ket" else 11.5
            wide = width(text.text or "", size)
            assert x1 <= float(text.get("x", "")) - wide / 2
            assert float(text.get("x", "")) + wide / 2 <= x2
            assert y1 + size * 0.7 <= float(text.get("y", "")) <= y2 - size * 0.2
    return picture


def through(picture: Picture) -> int:
    """How many arrows run through a box."""
    return sum(
        any(x1 + 2 < x < x2 - 2 and y1 + 2 < y < y2 - 2 for x, y in line for x1, y1, x2, y2 in picture.rects)
        for line in picture.paths()
    )


def title(i: int, rng: Random) -> str:
    words = ["Penyusunan", "Dokumen", "Indikator", "Kinerja", "Utama", "Perangkat", "Daerah", "Kabupaten"]
    return f"{' '.join(words[: rng.randint(1, 8)])} {i}"


@pytest.mark.parametrize("before", [0, 1, 3, 7])
@pytest.mark.parametrize("after", [0, 1, 2, 7])
def test_beside(before: int, after: int) -> None:
    rng = Random(before * 10 + after)
    sides = [
        [Beside(Node(title(i, rng), f"x{i}.html", ("Dinas Arsip",)), i == 1) for i in range(many)]
        for many in (before, after)
    ]
    picture = check(
        beside(Around(Node("Tengah", "#judul"), sides[0], sides[1], ("Dirujuk oleh", "Merujuk ke")), "Peta")
    )
    assert through(picture) == 0
    middle = picture.rects[0]
    for i, line in enumerate(picture.paths()):
        left = i < before
        box = picture.rects[i + 1]
        assert (box[2] < middle[0]) == left
        heads = picture.arrows[i].findall("polygon")
        assert len(heads) == (2 if (i if left else i - before) == 1 else 1)
        start, end = line[0][0], line[-1][0]
        assert start < end, "arrows point to the right"
    assert [t.text for t in picture.root.findall("g/text")] == ["Dirujuk oleh"] * (before > 0) + [
        "Merujuk ke"
    ] * (after > 0)


@pytest.mark.parametrize("seed", range(4))
def test_spread(seed: int) -> None:
    rng = Random(seed)
    nodes = [Node(title(i, rng), f"x{i}.html") for i in range(rng.randint(2, 30))]
    pairs = {tuple(sorted(rng.sample(range(len(nodes)), 2))) for _ in range(len(nodes))}
    edges = [Edge(a, b, rng.random() < 0.3, count=rng.randint(0, 9)) for a, b in sorted(pairs)]
    svg = spread(nodes, edges, "Peta")
    picture = check(svg)
    assert [link.get("href") for link in picture.links] == [node.href for node in nodes]
    assert [len(a.findall("polygon")) for a in picture.arrows] == [1 + edge.both for edge in edges]
    assert [a.findtext("text") for a in picture.arrows] == [str(e.count) if e.count else None for e in edges]
    assert through(picture) <= len(edges) // 10
    assert svg == spread(nodes, edges, "Peta")


def test_what_would_be_too_wide_in_layers(tmp_path: Path) -> None:
    """A chain of twenty would be twenty columns."""
    nodes = [Node(title(i, Random(i)), "x") for i in range(20)]
    edges = [Edge(i, i + 1) for i in range(19)] + [Edge(i, 0) for i in range(3, 20, 4)]
    svg = spread(nodes, edges, "Peta")
    picture = check(svg)
    assert picture.frame[2] - picture.frame[0] < 2000
    assert through(picture) <= 2
    assert svg == spread(nodes, edges, "Peta", studio=keeping(tmp_path))


def test_hostile_text() -> None:
    nodes = [Node(text, '"><script>x()</script>', (text,), 'a" onload="x()') for text in HOSTILE]
    edges = [Edge(0, i, kind='b" onload="x()') for i in range(1, len(nodes))]
    for svg in (
        spread(nodes, edges, HOSTILE[2]),
        beside(Around(nodes[0], [Beside(n) for n in nodes], [Beside(n) for n in nodes]), HOSTILE[0]),
    ):
        picture = check(svg)
        assert {element.tag for element in picture.root.iter()} <= {
            "svg",
            "g",
            "a",
            "title",
            "rect",
            "text",
            "path",
            "polygon",
        }
        assert not [name for e in picture.root.iter() for name in e.attrib if name.startswith("on")]
        whole = "".join(HOSTILE[4].split())
        shown = [re.sub("-? ", "", picture.words(i)) for i in range(len(picture.links))]
        assert any(words.startswith(whole) for words in shown), "nothing is cut"


def test_a_picture_is_searched_for_once(tmp_path: Path) -> None:
    studio = keeping(tmp_path)
    first = spread([Node("A", "a"), Node("B", "b")], [Edge(0, 1)], "Peta", studio=studio)
    studio = idle(studio)
    assert spread([Node("A", "a"), Node("B", "b")], [Edge(0, 1)], "Peta", studio=studio) == first
    assert ">C<" in spread([Node("A", "a"), Node("C", "b")], [Edge(0, 1)], "Peta", studio=studio)


def drawn(pairs: list[tuple[int, int]], found: list[Piece]) -> None:
    assert sorted(edge for piece in found for edge in piece.edges) == list(range(len(pairs)))
    for piece in found:
        assert set(piece.nodes) == {end for edge in piece.edges for end in pairs[edge]}
        assert len(piece.nodes) <= WHOLE


def test_connected_parts_the_largest_first() -> None:
    pairs = [(5, 6), (0, 1), (1, 2), (3, 2)]
    assert pieces(pairs) == [Piece((0, 1, 2, 3), (1, 2, 3), True), Piece((5, 6), (0,), True)]


def test_a_box_with_very_many_arrows() -> None:
    pairs = [(i, 0) for i in range(1, 200)]
    found = pieces(pairs)
    drawn(pairs, found)
    assert all(0 in piece.nodes and not piece.whole for piece in found)


@pytest.mark.parametrize("seed", range(3))
def test_every_arrow_of_a_large_part_is_drawn_once(seed: int) -> None:
    rng = Random(seed)
    pairs = [(rng.randrange(150), rng.randrange(150)) for _ in range(300)]
    drawn(pairs, pieces(pairs))
    assert pieces(pairs) == pieces(list(pairs))


def test_without_the_library_graphviz_s_programs_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes, edges = [Node("A", "a"), Node("B", "b")], [Edge(0, 1)]
    around = Around(nodes[0], after=[Beside(nodes[1])])
    expected = spread(nodes, edges, "Peta"), beside(around, "Peta")
    asked: list[list[str]] = []

    def run(command: list[str], *, input: bytes, **_: object) -> CompletedProcess[bytes]:
        asked.append(command)
        svg = GRAPHVIZ.render(input.decode(), PINNED if "-n2" in command else "dot")
        return CompletedProcess(command, 0, svg.encode(), b"")

    monkeypatch.setattr("subprocess.run", run)
    studio = Studio(LocalGraphviz(with_library=False))
    found = spread(nodes, edges, "Peta", studio=studio), beside(around, "Peta", studio=studio)
    assert found == expected
    assert asked == [["dot", "-Kdot", "-Tsvg"], ["dot", "-Kneato", "-Tsvg", "-n2"]]
