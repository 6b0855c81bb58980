"""Who ratified each SOP: found with open eyes, and told as the public may hear it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...definition.findings import Fault
from ...definition.sop import Sop
from ..files import Found
from ..officials.signing import Officials, Signing
from ..reading import DefinitionReader
from .veil import Veil


@dataclass(frozen=True, slots=True)
class Signers:
    officials: Officials
    definitions: DefinitionReader
    """Of all that the SOPs say."""
    veil: Veil

    def of(self, item: Found, shown: Sop) -> tuple[Sop, Signing | None, list[Fault]]:
        """The SOP as it is `shown`, with its signer where it names the office alone."""
        written = self.definitions.read(item, Sop).model or shown
        signing, faults = self.officials.signing(written, item.scope)
        if not signing:
            return shown, None, []
        after = signing.successor
        signing = replace(
            signing,
            person=self.veil.person(signing.person),
            successor=self.veil.person(after) if after else None,
        )
        if signing.registered:
            shown = shown.model_copy(update={"disahkan_oleh": signing.person})
        return shown, signing, [*map(self.veil.fault, faults)]
