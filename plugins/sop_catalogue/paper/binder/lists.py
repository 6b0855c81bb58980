"""The registers at the back of a binder: regulations, roles and documents, each with the SOPs that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...catalogue.chart_letters import briefly
from ...catalogue.law.kinds import order
from ...catalogue.model import LawEntry, RoleEntry, SopEntry
from ...catalogue.work.documents import DocumentTrail, Use
from ...pages.law.laws import STANDINGS, basis, since
from ...pages.render import plain
from ...pages.text.prose import Prose, words
from ..foot import shortened
from ..table.ruled import Cells, Group
from ..values import PrintedSop
from .part import PartMaker
from .table import table
from .terms import roles_of

_NAMED = 6
"""More SOPs than these are told by their numbers alone."""
Orders = Mapping[SopEntry, str]


def law_list(orders: Orders, maker: PartMaker) -> PrintedSop | None:
    """In the order of their rank."""
    found: dict[LawEntry, dict[SopEntry, None]] = {}
    for entry in orders:
        for citation in entry.citations:
            for law in citation.laws:
                found.setdefault(law, {})[entry] = None
    rows: list[Cells] = [
        [words(str(i)), words(plain(law.data.judul)), _standing(law), _sops(sops, orders)]
        for i, (law, sops) in enumerate(sorted(found.items(), key=lambda item: order(item[0])), 1)
    ]
    heads = ("No", "Peraturan", "Status", "Mendasari SOP")
    return _list("peraturan", "Daftar Peraturan", heads, (6, 43, 18, 33), rows, maker)


def role_list(orders: Orders, maker: PartMaker) -> PrintedSop | None:
    """By name, with the steps that each performs."""
    rows: list[Cells] = []
    for i, role in enumerate(roles_of(orders), 1):
        where = {entry: _steps(entry, role) for entry in orders if role in entry.roles}
        cell: Prose = tuple(
            para
            for entry, numbers in where.items()
            for para in words(
                f"{orders[entry]}: {f'langkah {numbers}' if numbers else 'tanpa langkah'}",
                entry.id,
            )
        )
        rows.append([words(str(i)), words(plain(role.data.nama)), words(", ".join(_spellings(role))), cell])
    heads = ("No", "Pelaksana", "Sebutan lain", "SOP dan langkahnya")
    return _list("peran", "Daftar Pelaksana", heads, (6, 34, 24, 36), rows, maker)


def document_list(orders: Orders, maker: PartMaker) -> PrintedSop | None:
    """By name, government by government: which steps put each out, which need it."""
    trail = DocumentTrail(orders)
    found = sorted(trail.all, key=lambda document: document.pemda.id)
    several = len({document.pemda.id for document in found}) > 1
    rows: list[Cells | Group] = []
    pemda = None
    for i, document in enumerate(found, 1):
        if several and document.pemda is not pemda:
            pemda = document.pemda
            rows.append(Group(words(plain(pemda.data.nama))))
        used = sorted([*document.needed, *document.inside], key=lambda use: (use.chart, use.row))
        cells = [_uses(document.made, orders), _uses(used, orders)]
        rows.append([words(str(i)), words(document.name.shown), *cells])
    heads = ("No", "Dokumen", "Dihasilkan di", "Diperlukan di")
    return _list("dokumen", "Daftar Dokumen", heads, (7, 45, 24, 24), rows, maker)


def ranges(numbers: Sequence[str]) -> str:
    """2.1, 2.2, 2.3, 4.1 as `2.1–2.3, 4.1`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _after(runs[-1][-1]) == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _list(
    name: str,
    title: str,
    heads: Sequence[str],
    shares: Sequence[float],
    rows: Sequence[Cells | Group],
    maker: PartMaker,
) -> PrintedSop | None:
    if not rows:
        return None
    made = table(title, heads, shares, maker.width(), middle=frozenset((0,)))
    blocks = [maker.heading(title), *made.blocks(rows, maker.room(title) - 40)]
    return maker.part(f"daftar-{name}", title, blocks, kind="buku")


def _after(number: str) -> str:
    tab, dot, place = number.rpartition(".")
    return f"{tab}{dot}{int(place) + 1}"


def _sops(sops: Iterable[SopEntry], orders: Orders) -> Prose:
    known = list(sops)
    if len(known) > _NAMED:
        return words(ranges([orders[sop] for sop in known]))
    return tuple(para for sop in known for para in words(f"{orders[sop]} {plain(sop.name)}", sop.id))


def _standing(law: LawEntry) -> Prose:
    return words(", ".join(filter(None, (STANDINGS[law.standing], since(law), basis(law)))))


def _spellings(role: RoleEntry) -> Iterator[str]:
    return (plain(name) for name in role.data.singkatan)


def _steps(entry: SopEntry, role: RoleEntry) -> str:
    """Numbers of the steps that a role performs; of several charts, chart by chart."""
    return "; ".join(
        ", ".join(shortened(briefly(chart, row)) for row in rows)
        for chart in entry.charts
        if (rows := chart.rows_of(role))
    )


def _uses(uses: Iterable[Use], orders: Orders) -> Prose:
    found: dict[SopEntry, list[str]] = {}
    for use in uses:
        found.setdefault(use.sop, []).append(shortened(briefly(use.sop.charts[use.chart], use.row)))
    ordered = sorted(found.items(), key=lambda item: list(map(int, orders[item[0]].split("."))))
    if len(ordered) > _NAMED:
        return words(ranges([orders[sop] for sop, _ in ordered]))
    return tuple(
        para
        for sop, numbers in ordered
        for para in words(f"{orders[sop]}: langkah {', '.join(dict.fromkeys(numbers))}", sop.id)
    )
