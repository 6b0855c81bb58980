"""Who ratified each SOP: found with open eyes, and told as the public may hear it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...definition.findings import Fault
from ...definition.sop import Sop
from ...store.digest import digest
from ..files import Found, Scope
from ..officials.signing import Officials, Signing
from ..reading import DefinitionReader
from .veil import Veil

if TYPE_CHECKING:
    from ..model import SopEntry


@dataclass(frozen=True, slots=True)
class Signers:
    officials: Officials
    definitions: DefinitionReader
    """Of all that the SOPs say."""
    veil: Veil

    def sign(self, entry: SopEntry, item: Found) -> list[Fault]:
        """Tell it who ratified it; where it names the office alone, whoever held it then."""
        written = self.definitions.read(item, Sop).model if self.veil.hiding else None
        signing, faults = self.officials.signing(written or entry.sop, item.scope)
        entry.signing = signing and self._told(signing)
        if entry.signing and entry.signing.registered:
            entry.sop = entry.sop.model_copy(update={"disahkan_oleh": entry.signing.person})
        return [*map(self.veil.told, faults)]

    def _told(self, signing: Signing) -> Signing:
        after = signing.successor
        return replace(
            signing,
            person=self.veil.person(signing.person),
            successor=self.veil.person(after) if after else None,
        )

    def mark(self, scope: Scope, text: bytes) -> str:
        """Of all that completes this text there, for keys."""
        mark = self.officials.mark(scope)
        return digest(mark, self.veil.hiding, text) if self.veil.hiding else mark
