"""The list of all roles: in which units, in how many SOPs, with how many steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...catalogue.model import Catalogue, RoleEntry, UnitEntry
from ...catalogue.work.duties import step_count
from ..links import Links
from ..render import Page, plain, render
from ..text.order import order_of
from .roles import post_url

TITLE = "Peran"
MOST_POSTS = 1200
"""Beyond this many posts a line is a role, with its units counted."""
MOST_ROLES = 1500
"""Beyond this many roles, those that one SOP alone names stand on the pages of these SOPs only."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role, or what it is in one unit."""

    url: str
    name: str
    units: str
    """The unit's name, or how many they are."""
    pemda: str
    sops: int
    steps: int


def role_index(catalogue: Catalogue, links: Links) -> Page:
    used = [role for role in catalogue.roles if role.sops]
    unused = [role for role in catalogue.roles if not role.sops]
    posts = {role: _posts(role) for role in used}
    by_unit = sum(map(len, posts.values())) <= MOST_POSTS
    shown = used if len(used) <= MOST_ROLES else [r for r in used if r.registered or len(r.sops) > 1]
    lines = [line for role in shown for line in _lines(role, posts[role], links, by_unit)]
    html = render(
        "peran-indeks.html",
        {
            "lines": sorted(
                lines, key=lambda line: tuple(map(order_of, (line.name, line.units, line.pemda)))
            ),
            "by_unit": by_unit,
            "count": len(used),
            "left_out": len(used) - len(shown),
            "unused": sorted((plain(role.data.nama) for role in unused), key=order_of),
        },
    )
    words = "\n".join(plain(role.data.nama) for role in shown)
    said = f"{len(used)} peran yang bertugas dalam SOP, dengan buku tugas masing-masing."
    return Page(html, TITLE, said, words)


def _posts(role: RoleEntry) -> dict[UnitEntry, tuple[int, int]]:
    """For each unit, the SOPs that name the role, and its steps in them."""
    found: dict[UnitEntry, tuple[int, int]] = {}
    for entry in role.sops:
        sops, steps = found.get(entry.unit, (0, 0))
        found[entry.unit] = (sops + 1, steps + step_count(entry, role))
    return found


def _lines(
    role: RoleEntry, posts: dict[UnitEntry, tuple[int, int]], links: Links, by_unit: bool
) -> Sequence[RoleLine]:
    name = plain(role.data.nama)
    if by_unit or len(posts) == 1:
        return [
            RoleLine(
                post_url(role, unit, links) if steps else links.role(role),
                name,
                plain(unit.data.nama),
                plain(unit.pemda.short),
                sops,
                steps,
            )
            for unit, (sops, steps) in posts.items()
        ]
    sops, steps = (sum(column) for column in zip(*posts.values(), strict=True))
    pemdas = list(dict.fromkeys(plain(unit.pemda.short) for unit in posts))
    where = pemdas[0] if len(pemdas) == 1 else f"{len(pemdas)} pemerintah daerah"
    return [RoleLine(links.role(role), name, f"{len(posts)} unit kerja", where, sops, steps)]
