"""Roles: every way of naming one, folded together."""

from __future__ import annotations

from collections.abc import Mapping

from ..definition.fields import slug
from ..definition.resolve import folded
from .model import RoleEntry


class RoleShelf:
    """The roles one scope knows: its own register first, then those of the folders around it."""

    def __init__(self, around: RoleShelf | None = None) -> None:
        self.whole: bool = around.whole if around else True
        """False when a register could not be read, so that what is missing here may well exist."""
        self._names: dict[str, RoleEntry] = dict(around._names) if around else {}
        self._ids: dict[str, str] = dict(around._ids) if around else {}
        self._own: set[str] = set()

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
        return taken

    def find(self, name: str) -> RoleEntry | None:
        return self._names.get(folded(name)) if name else None

    def known(self) -> list[str]:
        return [role.data.nama for role in dict.fromkeys(self._names.values())]
