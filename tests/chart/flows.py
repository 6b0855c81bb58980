"""Flows for tests, written briefly: rows of symbols and arrows between their keys."""

from __future__ import annotations

from sop_catalogue.definition.flow.model import Arrow, Flow, Lane, Row, Shape, Symbol

HOSTILE = """</svg><script>alert(1)</script>"'&\\N\\" ]; x -> y [label=<b>] # \u202e\x00\ud800 '"""
SHAPES = {"(": Shape.START, ")": Shape.END, "[": Shape.PROCESS, "<": Shape.DECISION}


def flow(lanes: int, rows: list[str], arrows: str) -> Flow:
    """`rows`: symbols as `[1`, `<0-2:teks`, `(0/1` (shape, lane or lanes, storey); `arrows`: `1>2.2:Ya 2=2.2`."""
    symbols = [
        _symbol(word, r, k) for r, line in enumerate(rows) for k, word in enumerate(line.split(), start=1)
    ]
    decides = {s.key for s in symbols if s.shape is Shape.DECISION}
    return Flow(
        tuple(Lane(i, f"Pelaksana {i + 1}") for i in range(lanes)),
        tuple(Row(i, str(i + 1)) for i in range(len(rows))),
        tuple(symbols),
        tuple(_arrow(word, decides) for word in arrows.split()),
    )


def _symbol(word: str, row: int, position: int) -> Symbol:
    where, _, text = word[1:].partition(":")
    span, _, stack = where.partition("/")
    ends = [int(lane) for lane in span.split("-")]
    lanes = tuple(range(ends[0], ends[-1] + 1))
    return Symbol(
        f"s{row + 1}_{position}", row, lanes, SHAPES[word[0]], text.replace("_", " "), int(stack or 0)
    )


def _arrow(word: str, decides: set[str]) -> Arrow:
    way, _, label = word.partition(":")
    plain = "=" in way
    source, target = (_key(end) for end in way.split("=" if plain else ">"))
    return Arrow(source, target, label.replace("_", " "), plain, source in decides)


def _key(end: str) -> str:
    row, _, position = end.partition(".")
    return f"s{row}_{position or 1}"


BACKBONE = flow(
    4,
    ["(0", "[1", "[2", "[2", "[2", "[3", "[3", "[3", "[3", "<2", "<1", "<0", ")3"],
    "1>2 2>3 3>4 4>5 5>6 6>7 7>8 8>9 9>10 10>11:Ya 10>9:Tidak 11>12:Ya 11>9:Tidak 12>13:Ya 12>10:Tidak",
)
"""A real one: thirteen rows, four lanes, three returns."""

EVERYTHING = flow(
    5,
    [
        "(0:Mulai (1",
        "[1",
        "<1:Lengkap? [2",
        "[2-3:bersama",
        "[1 [2 [3",
        "(2/0:atas [2/1:bawah [4",
        "<4:Jenis_berkas?",
        "[0 [2 [4",
        "<3 [4",
        ")0 )2 )4:Selesai_sekali",
    ],
    "1>2 1.2>2 2>3 3>3.2:Ya 3>1:Tidak 3.2>4 4>5.2 5=5.2 5.2=5.3 5.2>6 6>6.2 6.2>6.3 6.3>7"
    " 7>8:Online 7>8.2:Offline 7>8.3:Teknis/Administratif 8>9 8.2>9 8.3>9.2 9.2>9 9>10:valid 9>10.2:valid"
    " 9>2:belum_valid 9.2>10.3",
)
"""Whatever a definition can say, in ten rows."""
