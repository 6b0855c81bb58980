"""Roles and regulations that SOPs name and no register has: what could be added there, spelled alike together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..definition.fields import says_something
from ..definition.flow.resolve import folded
from ..definition.markup import plain
from .law.kinds import order
from .law.parts import title_of
from .model import Catalogue, LawEntry, RoleEntry, SopEntry
from .roles import role_key
from .web.spelling import slips

_SHORTEST = 5
"""A shorter word is too easily another one."""


@dataclass(frozen=True, slots=True)
class Unregistered:
    name: str
    """As most say it."""
    others: tuple[str, ...]
    """How it is written besides, the usual ones first."""
    sops: tuple[SopEntry, ...]
    near: str = ""
    """The one of the register that it may be."""


def unregistered_roles(catalogue: Catalogue, sops: Collection[SopEntry]) -> list[Unregistered]:
    """Those that these SOPs name, the most used first."""
    known = [role.data.nama for role in catalogue.roles if role.registered]
    named: dict[str, list[RoleEntry]] = {}
    mine = set(sops)
    for role in catalogue.roles:
        if not role.registered and mine.intersection(role.sops):
            named.setdefault(_alike(role_key(role.data.nama), named), []).append(role)
    found = [_role(roles, mine, known) for roles in named.values()]
    return sorted(found, key=lambda one: (-len(one.sops), one.name))


def unregistered_laws(catalogue: Catalogue, sops: Collection[SopEntry]) -> list[Unregistered]:
    """In the order in which regulations rank."""
    mine = set(sops)
    laws = [law for law in catalogue.laws if not law.registered and mine.intersection(law.sops)]
    return [_law(law, mine) for law in sorted(laws, key=order)]


def _alike(key: str, known: Iterable[str]) -> str:
    """The one of `known` that is the same, but for a slip of the pen in some of its words."""
    words = key.split()
    return next((other for other in known if _same(words, other.split())), key)


def _same(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(map(_slip, words, others))


def _slip(word: str, other: str) -> bool:
    """Of one letter; what has figures in it is told apart by them."""
    if word == other:
        return True
    long = min(len(word), len(other)) >= _SHORTEST and word.isalpha() and other.isalpha()
    return long and bool(slips(word, [other], 1))


def _role(roles: Iterable[RoleEntry], sops: Collection[SopEntry], known: Iterable[str]) -> Unregistered:
    roles = list(roles)
    spelled = Counter(name for role in roles for name in _spellings(role, sops))
    named = dict.fromkeys(sop for role in roles for sop in role.sops if sop in sops)
    name, *others = _usual_first(spelled) or [roles[0].data.nama]
    keys = {role_key(registered): registered for registered in known}
    near = keys.get(_alike(role_key(name), keys), "")
    return Unregistered(name, tuple(others), tuple(named), near)


def _spellings(role: RoleEntry, sops: Collection[SopEntry]) -> Iterator[str]:
    for sop in role.sops:
        if sop in sops:
            for chart in sop.charts:
                yield from (plain(chart.flow.lanes[lane].name) for lane in chart.lanes_of(role))


def _law(law: LawEntry, sops: Collection[SopEntry]) -> Unregistered:
    named = [sop for sop in dict.fromkeys(law.sops) if sop in sops]
    spelled = Counter(
        plain(title_of(part.text)).strip(" .,;:")
        for sop in named
        for citation in sop.citations
        for part in citation.parts
        if part.law is law
    )
    name, *others = _usual_first(spelled) or [law.data.judul]
    return Unregistered(name, tuple(others), tuple(named))


def _usual_first(spelled: Counter[str]) -> list[str]:
    """Of those as usual the longest: it leaves least out. Capitals make no other name; one without shouting is the better."""
    names: dict[str, tuple[int, str]] = {}
    for written, count in sorted(spelled.items(), key=lambda one: (one[0].isupper(), -one[1], one[0])):
        name = " ".join(written.split())
        if says_something(name):
            so_far, first = names.get(folded(name), (0, name))
            names[folded(name)] = so_far + count, first
    return [name for _, name in sorted(names.values(), key=lambda one: (-one[0], -len(one[1]), one[1]))]
