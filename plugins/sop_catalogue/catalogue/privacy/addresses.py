"""Names in the names of files and folders, which become addresses: those cannot be hidden, only told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...definition.findings import Finding, Severity
from ..files import Found
from .veil import Veil


def named_in_addresses(files: Iterable[Found], veil: Veil) -> Iterator[Finding]:
    for item in files:
        if veil.text(item.path) != item.path:
            yield Finding(Severity.WARNING, "nama-di-alamat", "nama berkas atau folder ini memuat nama atau NIP yang disembunyikan",
                          item.path, remedy="ganti nama berkas atau foldernya")  # fmt: skip
