"""The catalogue's part of the home page: services, duties, units, subjects, and what changed last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...catalogue.changes import Change, changes_of
from ...catalogue.model import Catalogue, SopEntry
from ...catalogue.work.service import services
from ..changes.page import change_line
from ..links import CHANGES, LAWS, ROLES, SERVICES, Links
from ..render import plain, render
from .indexes import pemda_blocks
from .services import service_line
from .topics import topics

NEWEST = 6
MOST_SERVICES = 6
MOST_OWN = 18
"""Of the SOPs of a catalogue that is one unit's."""
FIRST_ROLES = 6
"""The ones of most SOPs, in sight."""
MOST_ROLES = 400
"""Beyond these, roles are found on the page of roles only."""


@dataclass(frozen=True, slots=True)
class RoleLink:
    url: str
    name: str
    sops: int


def home(catalogue: Catalogue, links: Links) -> str:
    offered = services(catalogue.sops)
    return render(
        "beranda.html",
        {
            "counts": _counts(catalogue),
            "under_revoked": len(
                {sop for law in catalogue.laws if law.standing == "dicabut" for sop in law.sops}
            ),
            "review": f"{links.page(LAWS)}#perlu-ditinjau",
            "services": [(service_line(item, links), item.entry.unit) for item in offered[:MOST_SERVICES]],
            "service_count": len(offered),
            "all_services": links.page(SERVICES),
            "pemdas": pemda_blocks(catalogue.pemdas, links),
            "own": _own(catalogue, links),
            "all": links.every_sop(),
            **_roles(catalogue, links),
            "kinds": _kinds(catalogue, links),
            "topics": [(links.every_sop(cari=word), word, count) for word, count in topics(catalogue.sops)],
            "newest": [change_line(change, links) for change in _newest(catalogue)],
            "changes": links.page(CHANGES),
        },
    )


def _counts(catalogue: Catalogue) -> list[tuple[str, str]]:
    found = (
        (len(catalogue.sops), "SOP"),
        (sum(sop.step_count for sop in catalogue.sops), "langkah"),
        (len(catalogue.units), "unit kerja"),
        (len(catalogue.pemdas), "pemerintah daerah"),
    )
    return [(f"{count:,}".replace(",", "."), word) for count, word in found]


def _newest(catalogue: Catalogue) -> list[Change]:
    """Of each SOP the last, by the dates of the documents, never by the clock."""
    last: dict[SopEntry, Change] = {}
    for change in changes_of(catalogue):
        if change.day.tahun:
            last.setdefault(change.entry, change)
    return [*last.values()][:NEWEST]


def _own(catalogue: Catalogue, links: Links) -> list[tuple[str, str]]:
    """Where there is one unit, there is nothing to choose from but its SOPs."""
    if len(catalogue.units) != 1:
        return []
    return [(links.sop(sop), plain(sop.name)) for sop in catalogue.sops[:MOST_OWN]]


def _roles(catalogue: Catalogue, links: Links) -> dict[str, object]:
    used = sorted((role for role in catalogue.roles if role.sops), key=lambda role: -len(role.sops))
    found = [RoleLink(links.role(role), plain(role.data.nama), len(role.sops)) for role in used]
    more = sorted(found[FIRST_ROLES:MOST_ROLES], key=lambda role: role.name.casefold())
    return {
        "roles": found[:FIRST_ROLES],
        "more_roles": more,
        "left_out": max(0, len(found) - MOST_ROLES),
        "all_roles": links.page(ROLES),
    }


def _kinds(catalogue: Catalogue, links: Links) -> Sequence[tuple[str, str, int]]:
    found = Counter(kind for sop in catalogue.sops for kind in dict.fromkeys(sop.sop.jenis))
    return [(links.every_sop(jenis=kind), kind, count) for kind, count in found.most_common()]
