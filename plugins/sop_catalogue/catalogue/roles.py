"""Roles: every way of naming one, folded together.

A role is an entry of the nearest register that knows its name, or a spelling of it; failing that, all lanes whose
names say the same once abbreviations are written out. It is what a post is called, not who holds it: the Kepala Dinas
of two offices are one role and two posts, so whatever is told of a role is told unit by unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..definition.daftar import Peran
from ..definition.fields import slug
from ..definition.flow.resolve import folded
from ..definition.markup import plain
from .ids import Ids
from .model import RoleEntry

_WRITTEN_OUT = {
    "ka": "kepala",
    "kadis": "kepala dinas",
    "kadin": "kepala dinas",
    "kakan": "kepala kantor",
    "kaban": "kepala badan",
    "kabag": "kepala bagian",
    "kabid": "kepala bidang",
    "kasi": "kepala seksi",
    "kasie": "kepala seksi",
    "kasubag": "kepala subbagian",
    "kasubbag": "kepala subbagian",
    "kasubid": "kepala subbidang",
    "kasubbid": "kepala subbidang",
    "kaur": "kepala urusan",
    "kades": "kepala desa",
    "kapus": "kepala puskesmas",
    "sekdin": "sekretaris dinas",
    "sekdis": "sekretaris dinas",
    "sekcam": "sekretaris camat",
    "sekda": "sekretaris daerah",
    "sekdes": "sekretaris desa",
    "bag": "bagian",
    "bid": "bidang",
    "subag": "subbagian",
    "subbag": "subbagian",
    "subid": "subbidang",
    "subbid": "subbidang",
    "staff": "staf",
    "adm": "administrasi",
    "dgn": "dengan",
    "ybs": "yang bersangkutan",
}
"""Words that mean the same in every office; what only one office shortens so belongs in its register."""
_APART = re.compile(r"\bsub (bagian|bidang|seksi|bag|bid)\b")


@lru_cache(maxsize=8192)
def role_key(name: str) -> str:
    """A role's name as it is compared: abbreviations written out; case, punctuation and markup do not matter.

    A slash stays: "Kasubag/Kasi" is neither of the two.
    """
    text = plain(name).casefold().replace("&", " dan ")
    text = re.sub(r"\s*/\s*", " / ", re.sub(r"[^\w/]+|_", " ", text))
    text = _APART.sub(lambda found: f"sub{found[1]}", " ".join(text.split()))
    return " ".join(_WRITTEN_OUT.get(word, word) for word in text.split())


class KnownRoles:
    """The roles one scope knows: its own register first, then those of the folders around it."""

    def __init__(self, around: KnownRoles | None = None) -> None:
        self.whole: bool = around.whole if around else True
        """False when a register could not be read, so that what is missing here may well exist."""
        self._names: dict[str, RoleEntry] = dict(around._names) if around else {}
        self._ids: dict[str, str] = dict(around._ids) if around else {}
        self._own: set[str] = set()
        self._keys: dict[str, RoleEntry | None] = dict(around._keys) if around else {}
        self._own_keys: set[str] = set()

    @property
    def ids(self) -> Mapping[str, str]:
        """Folded name → role id, as the flow resolver takes it."""
        return self._ids

    def add(self, role: RoleEntry) -> list[str]:
        """Take a role in. Names that another role of this register bears already are handed back."""
        taken = []
        for name in dict.fromkeys(
            (role.data.id or slug(role.data.nama), role.data.nama, *role.data.singkatan)
        ):
            key = folded(name)
            if key in self._own and self._names[key] is not role:
                taken.append(name)
                continue
            self._own.add(key)
            self._names[key] = role
            self._ids[key] = role.id
            self._add_key(role_key(name), role)
        return taken

    def _add_key(self, key: str, role: RoleEntry) -> None:
        """What one register uses for two roles names neither."""
        shared = key in self._own_keys and self._keys[key] is not role
        self._keys[key] = None if shared else role
        self._own_keys.add(key)

    def find(self, name: str) -> RoleEntry | None:
        """The role of exactly this name; failing that, of a spelling of it."""
        return (self._names.get(folded(name)) or self._keys.get(role_key(name))) if name else None

    def names(self) -> list[str]:
        return [role.data.nama for role in dict.fromkeys(self._names.values())]


class UnregisteredRoles:
    """Roles that no register has, known only from the lanes that name them."""

    def __init__(self, ids: Ids, roles: list[RoleEntry]) -> None:
        self._ids, self._roles = ids, roles
        self._found: dict[str, RoleEntry] = {}

    def of(self, name: str) -> RoleEntry | None:
        """The role of a lane; none for a lane without a name."""
        key = role_key(name)
        if not re.search(r"\w", key):
            return None
        if key not in self._found:
            self._found[key] = RoleEntry(self._ids.give(slug(key)), _called(name), registered=False)
            self._roles.append(self._found[key])
        elif self._found[key].data.nama.isupper() and not name.isupper():
            self._found[key].data = _called(name)
        return self._found[key]


def _called(name: str) -> Peran:
    return Peran.model_construct(nama=plain(name), singkatan=())
