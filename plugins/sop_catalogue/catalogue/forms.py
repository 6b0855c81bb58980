"""Blank forms that applicants download: files beside the definitions, published as they are, so each must be what it says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..definition.fields import slug
from ..definition.findings import Fault, Severity, shown
from ..definition.layanan import BerkasFormulir
from ..definition.reading.decode import OLE, PDF, ZIP
from ..definition.sop import Sop
from ..store.folder import Folder, IsALinkError
from .files import FORMS, Found
from .ids import Ids

MAX_BYTES = 10_000_000

_BEGINS = {".pdf": PDF, ".docx": ZIP, ".xlsx": ZIP, ".odt": ZIP, ".ods": ZIP, ".doc": OLE, ".xls": OLE}
"""What is downloaded, and never shown as a page of the site; with how its bytes begin."""
_KINDS = ", ".join(suffix[1:] for suffix in _BEGINS)


@dataclass(frozen=True, slots=True)
class Form:
    title: str
    address: str
    """Where the site has it: folders as ids, then a safe name."""
    size: int
    """In bytes."""
    path: str = field(repr=False)
    folder: Folder = field(repr=False, compare=False)

    @property
    def kind(self) -> str:
        return PurePosixPath(self.address).suffix[1:].upper()

    def read(self) -> bytes:
        return self.folder.read(self.path, MAX_BYTES)


class Forms:
    """All of one catalogue. What several SOPs name is one file of the site."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._addresses: dict[str, str] = {}
        self._names: defaultdict[str, Ids] = defaultdict(lambda: Ids(FORMS))

    def of(self, item: Found, sop: Sop) -> tuple[tuple[Form, ...], list[Fault]]:
        """Those of an SOP that can be published, and why others cannot."""
        found: list[Form] = []
        faults: list[Fault] = []
        for i, said in enumerate(sop.layanan.formulir if sop.layanan else ()):
            form = self._form(item, said)
            if isinstance(form, Form):
                found.append(form)
            else:
                faults.append(
                    Fault(("layanan", "formulir", i, "berkas"), "formulir-layanan", form, shown(said.berkas),
                          f"berkas {_KINDS} di folder '{FORMS}' di samping berkas ini, paling besar {MAX_BYTES // 1_000_000} MB",
                          f"salin berkasnya ke folder '{FORMS}', lalu tulis namanya saja",
                          Severity.WARNING)
                )  # fmt: skip
        return tuple(found), faults

    def _form(self, item: Found, said: BerkasFormulir) -> Form | str:
        """Or why there is none, in words."""
        name = PurePosixPath(said.berkas)
        suffix = name.suffix.lower()
        if set("/\\:") & set(said.berkas) or said.berkas.startswith("."):
            return "formulir disebut dengan nama berkasnya saja"
        if suffix not in _BEGINS:
            return f"jenis berkas formulir ini tidak dipakai ({shown(suffix, 20) or 'tanpa akhiran'})"
        path = (item.file.parent / FORMS / name).as_posix()
        try:
            data = self.folder.read(path, MAX_BYTES + 1)
        except IsALinkError:
            return "berkas formulir ini hanya tautan (symlink) ke berkas lain"
        except (OSError, ValueError):  # a name can be one that no system has
            return "berkas formulir ini tidak ada, atau tidak dapat dibuka"
        if len(data) > MAX_BYTES:
            return f"berkas formulir ini lebih dari {MAX_BYTES // 1_000_000} MB"
        if _BEGINS[suffix] not in data[:1024]:
            return f"isi berkas formulir ini bukan {suffix[1:]}"
        address = self._address("/".join(("sop", *item.scope, FORMS)), path, suffix)
        return Form(said.judul or name.stem, address, len(data), path, self.folder)

    def _address(self, folder: str, path: str, suffix: str) -> str:
        if path not in self._addresses:
            name = self._names[folder + suffix].give(slug(PurePosixPath(path).stem))
            self._addresses[path] = f"{folder}/{name}{suffix}"
        return self._addresses[path]
