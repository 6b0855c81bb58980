"""Flows as offices draw them, with all that is rare in real ones: a flow of a few rows has most of it."""

from __future__ import annotations

from random import Random

from sop_catalogue.definition.flow.model import Arrow, Exit, Flow, Lane, Row, Shape, Symbol

LABELS = [
    "Ya",
    "Tidak",
    "Lengkap",
    "Belum lengkap",
    "Disetujui dengan perbaikan",
    "Bukan kewenangan",
    "Ditolak",
]
TEXTS = ["", "", "", "Paraf", "Sah?", "Lengkap dan benar?"]
HEADS = ["Staf", "Kasubbag", "Sekretaris", "Kepala Dinas", "Pemohon", "PPK/KPA"]


def lifelike(r: Random) -> Flow:
    """One way down, with decisions that return, skip or fork; stacks, spans, groups, ends in the middle, two heads."""
    lanes, rows = r.randint(2, 7), r.randint(5, 16)
    symbols: list[Symbol] = []
    lane = r.randrange(lanes)
    for row in range(rows):
        lane = min(lanes - 1, max(0, lane + r.choice([-2, -1, 0, 0, 1, 1, 2])))
        symbols += _row(r, row, rows, lane, lanes)
    group = r.random() < 0.3
    return Flow(
        tuple(
            Lane(i, HEADS[i % len(HEADS)], ("Pengirim", "Penerima")[2 * i // lanes] if group else "")
            for i in range(lanes)
        ),
        tuple(Row(i, str(i + 1)) for i in range(rows)),
        tuple(symbols),
        tuple(_arrows(r, symbols)),
    )


def _row(r: Random, row: int, rows: int, lane: int, lanes: int) -> list[Symbol]:
    wide = r.random() < 0.15 and lane + 1 < lanes
    span = tuple(range(lane, min(lanes, lane + r.choice([2, 2, 3])))) if wide else (lane,)
    shape = Shape.START if not row else Shape.END if row == rows - 1 else Shape.PROCESS
    if shape is Shape.PROCESS and r.random() < 0.35:
        shape = Shape.DECISION
    found = [Symbol(f"s{row + 1}_1", row, span, shape, r.choice(TEXTS))]
    if r.random() < 0.15 and 0 < row < rows - 1:
        stacked = r.random() < 0.5
        free = [at for at in range(lanes) if at not in span]
        if stacked or free:
            at = lane if stacked else r.choice(free)
            kind = r.choice([Shape.PROCESS, Shape.PROCESS, Shape.DECISION, Shape.END])
            found.append(Symbol(f"s{row + 1}_2", row, (at,), kind, r.choice(TEXTS), int(stacked)))
    if row == rows - 1 and r.random() < 0.3:  # notified one after the other
        free = [at for at in range(lanes) if at not in span]
        found += [Symbol(f"s{row + 1}_{k}", row, (at,), Shape.END) for k, at in enumerate(free[:2], start=2)]
    return found


def _arrows(r: Random, symbols: list[Symbol]) -> list[Arrow]:
    arrows: list[Arrow] = []
    for i, s in enumerate(symbols[:-1]):
        later = symbols[i + 1 :]
        if s.shape is Shape.DECISION:
            arrows += _exits(r, s, symbols[:i], later)
        elif s.shape is not Shape.END or (later[0].row == s.row and later[0].shape is Shape.END):
            target = later[0] if r.random() < 0.93 else r.choice(later[:4])
            both = r.random() < 0.08 and target.shape is Shape.PROCESS and s.shape is Shape.PROCESS
            arrows.append(Arrow(s.key, target.key, two_way=both))
    return arrows


def _exits(r: Random, s: Symbol, above: list[Symbol], later: list[Symbol]) -> list[Arrow]:
    many = r.choices([2, 3, 4], [80, 12, 8])[0]
    labels = ["Ya", "Tidak"] if many == 2 and r.random() < 0.7 else r.sample(LABELS, many)
    side = Exit.BOTTOM if r.random() < 0.1 else None
    arrows = [Arrow(s.key, later[0].key, labels[0], of_decision=True, leaves=side)]
    for label in labels[1:]:
        pool = above[-6:] if above and r.random() < 0.7 else later[1:5] or later
        targets = {r.choice(pool).key}
        if r.random() < 0.1:
            targets.add(r.choice(pool).key)
        arrows += [Arrow(s.key, target, label, of_decision=True) for target in sorted(targets)]
    return arrows
