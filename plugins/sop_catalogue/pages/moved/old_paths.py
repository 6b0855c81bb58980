"""From the path of a file of the site to those at which it stood before: whatever carries an id moved with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...catalogue.files import FORMS
from ...catalogue.model import Catalogue, PemdaEntry, SopEntry, UnitEntry

_OWN = ("sop", "cetak")
"""Where files of SOPs stand by their ids."""
_CHART = re.compile(r"-alur(?:-\d+)?$")
Thing = SopEntry | UnitEntry | PemdaEntry


class OldPaths:
    def __init__(self, catalogue: Catalogue) -> None:
        self._sops = {entry.id: entry for entry in catalogue.sops}
        self._units = {unit.id: unit for unit in catalogue.units if unit.before}
        self._pemdas = {pemda.id: pemda for pemda in catalogue.pemdas if pemda.before}
        self._any = bool(self._units or self._pemdas or any(entry.before for entry in catalogue.sops))
        self._forms: dict[str, list[SopEntry]] = {}
        for entry in catalogue.sops:
            for form in entry.blanks if entry.before else ():
                self._forms.setdefault(form.address, []).append(entry)

    def of(self, path: str) -> Iterator[tuple[Thing, str]]:
        """What moved, and the path that the file had then."""
        if not self._any:
            return
        root, *names = path.split("/")
        for entry in self._forms.get(path, ()):
            for old in entry.before:
                yield entry, f"sop/{old.rpartition('/')[0]}/{FORMS}/{names[-1]}"
        if found := self._holder(root, names):
            thing, at = found
            before, behind = "/".join([root, *names[:at]]), "/".join(names[at:])[len(thing.id) :]
            yield from ((thing, f"{before}/{old}{behind}") for old in thing.before)

    def _holder(self, root: str, names: list[str]) -> tuple[Thing, int] | None:
        """Whose file it is, and at which of the names its id begins."""
        for most in range(len(names), 2, -1) if root in _OWN else ():
            id_ = _id(names[:most])
            if entry := self._sops.get(id_) or self._sops.get(_CHART.sub("", id_)):
                return entry, 0
        for at in range(len(names) - 1):
            if unit := self._units.get(_id(names[at : at + 2])):
                return unit, at
        pemda = self._pemdas.get(names[0]) if root == "sop" and len(names) == 2 else None
        return (pemda, 0) if pemda else None


def _id(names: list[str]) -> str:
    """What stands there, without a file's ending."""
    return "/".join((*names[:-1], names[-1].partition(".")[0]))
