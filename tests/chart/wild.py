"""Flows made by chance, with everything a definition can say and more of it than any office would."""

from __future__ import annotations

from random import Random

from sop_catalogue.definition.flow.model import Arrow, Flow, Lane, Row, Shape, Symbol

WORDS = [
    "Ya",
    "Tidak",
    "Lengkap",
    "Belum",
    "Sesuai",
    "Online",
    "Offline",
    "Teknis",
    "Administratif",
    "valid",
    "Setuju",
    "Ditolak",
]
TEXTS = ["", "", "", "Mulai", "Sah?", "Lengkap dan benar?", "Memeriksa berkas permohonan", "A4"]


def wild(r: Random, lanes: int, rows: int) -> Flow:
    """Several symbols a row, stacks, spans, forks, joint work, three or four exits, ends in the middle."""
    crowd = r.choice([0.0, 0.15, 0.3, 0.6]) if rows * lanes < 120 else 0.08
    symbols: list[Symbol] = []
    lane = r.randrange(lanes)
    for row in range(rows):
        lane = min(lanes - 1, max(0, lane + r.choice([-3, -1, -1, 0, 0, 0, 1, 1, 3])))
        if r.random() < 0.03:
            continue
        symbols += _row(r, row, lane, lanes, crowd, rows)
    return _flow(lanes, rows, symbols, _arrows(r, symbols))


def usual(r: Random) -> Flow:
    """One symbol a row, a quarter of them decisions, most of which return."""
    lanes, rows = r.randint(3, 8), r.randint(8, 24)
    symbols: list[Symbol] = []
    lane = r.randrange(lanes)
    for row in range(rows):
        lane = min(lanes - 1, max(0, lane + r.choice([-2, -1, -1, 0, 0, 1, 1, 2])))
        shape = Shape.DECISION if 0 < row < rows - 1 and r.random() < 0.27 else Shape.PROCESS
        shape = Shape.START if not row else Shape.END if row == rows - 1 else shape
        symbols.append(Symbol(f"s{row + 1}_1", row, (lane,), shape))
    arrows = []
    for i, s in enumerate(symbols[:-1]):
        decides = s.shape is Shape.DECISION
        arrows.append(Arrow(s.key, symbols[i + 1].key, "Ya" if decides else "", of_decision=decides))
        if decides:
            back = r.random() < 0.8 or i > rows - 4
            to = max(0, i - 1 - r.randint(0, 6)) if back else min(rows - 1, i + 2 + r.randint(0, 3))
            arrows.append(Arrow(s.key, symbols[to].key, "Tidak", of_decision=True))
    return _flow(lanes, rows, symbols, arrows)


HEADS = [
    "Staf",
    "Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan",
    "",
    "Pengadministrasi",
    "Sekretaris",
]
GROUPS = ["", "Satker Pengirim", "Satker Pengirim", "Satker Penerima"]


def _flow(lanes: int, rows: int, symbols: list[Symbol], arrows: list[Arrow]) -> Flow:
    return Flow(
        tuple(Lane(i, HEADS[i % len(HEADS)], GROUPS[i % len(GROUPS)]) for i in range(lanes)),
        tuple(Row(i, str(i + 1)) for i in range(rows)),
        tuple(symbols),
        tuple(arrows),
    )


def _row(r: Random, row: int, lane: int, lanes: int, crowd: float, rows: int) -> list[Symbol]:
    depth = [0] * lanes
    found: list[Symbol] = []
    wanted = [lane] + [at for at in range(lanes) if at != lane and r.random() < crowd]
    for at in wanted:
        span: tuple[int, ...] = (at,)
        if r.random() < 0.06 and at + 1 < lanes:
            span = tuple(range(at, min(lanes, at + r.choice([2, 2, 3]))))
        for _ in range(2 if r.random() < 0.06 else 1):
            stack = max(depth[k] for k in span)
            for k in span:
                depth[k] = stack + 1
            shape = _shape(r, row, rows) if len(span) == 1 else Shape.PROCESS
            key = f"s{row + 1}_{len(found) + 1}"
            found.append(Symbol(key, row, span, shape, r.choice(TEXTS), stack))
    return found


def _shape(r: Random, row: int, rows: int) -> Shape:
    if row == 0:
        return Shape.START
    if row == rows - 1 and r.random() < 0.8:
        return Shape.END
    return r.choices([Shape.PROCESS, Shape.DECISION, Shape.END], [70, 28, 2])[0]


def _arrows(r: Random, symbols: list[Symbol]) -> list[Arrow]:
    arrows: list[Arrow] = []
    for i, s in enumerate(symbols):
        later = symbols[i + 1 : i + 5]
        if s.shape is Shape.DECISION:
            arrows += _exits(r, symbols, i)
        elif later and s.shape is not Shape.END:
            if r.random() < 0.1 and later[0].row == s.row:
                arrows.append(Arrow(s.key, later[0].key, plain=True))
            forks = [r.choice(later).key] if r.random() < 0.08 else []
            for target in dict.fromkeys([later[0].key, *forks]):
                if not any((a.source, a.target) == (s.key, target) for a in arrows):
                    arrows.append(Arrow(s.key, target))
    return arrows


def _exits(r: Random, symbols: list[Symbol], i: int) -> list[Arrow]:
    labels = r.sample(WORDS, r.choices([1, 2, 3, 4], [4, 70, 22, 4])[0])
    arrows = []
    for k, label in enumerate(labels):
        pool = (
            symbols[i + 1 : i + 2]
            if k == 0
            else symbols[max(0, i - 20) : i]
            if r.random() < 0.65
            else symbols[i + 1 : i + 6]
        )
        pool = pool or [s for s in symbols if s is not symbols[i]]
        if not pool:
            continue
        targets = {r.choice(pool).key}
        if r.random() < 0.07:
            targets.add(r.choice(pool).key)
        label = label if r.random() < 0.9 else f"{label} dan {r.choice(WORDS)}"
        arrows += [Arrow(symbols[i].key, t, label, of_decision=True) for t in sorted(targets)]
    return arrows
