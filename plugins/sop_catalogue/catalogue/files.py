"""Which files under the definitions' folder are what, and what address each gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from ..definition.alamat import SYSTEM_NAMES
from ..definition.fields import slug
from ..definition.findings import Finding, Severity
from ..store.folder import Folder
from ..store.os_faults import reason

Scope = tuple[str, ...]
"""The folders something lies in, as ids, from the definitions' folder down."""


class Kind(StrEnum):
    """What a file defines; the words are the file names authors use."""

    SOP = "sop"
    PEMDA = "pemda"
    UNIT = "unit"
    ROLES = "peran"
    LAWS = "peraturan"
    OFFICIALS = "pejabat"
    SYNONYMS = "sinonim"
    DECREE = "keputusan"


@dataclass(frozen=True, slots=True)
class Found:
    kind: Kind
    path: str
    """Relative to the definitions' folder, with forward slashes."""
    scope: Scope

    @property
    def file(self) -> PurePosixPath:
        return PurePosixPath(self.path)

    @property
    def name(self) -> str:
        """The file's own part of its address."""
        return slug(self.file.stem)

    @property
    def id(self) -> str:
        return "/".join((*self.scope, self.name))


SUFFIXES = (".yml", ".yaml")
FORMS = "formulir"
"""Folder of the files that a service's applicants download, beside the definition that names them."""

HISTORY = "riwayat"
"""Folder of the texts that were kept of earlier revisions, in a folder for each SOP, beside the definitions."""

_DOCUMENTS = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".pdf", ".vsd", ".vsdx")

_BINDERS = ("buku", "peran")
"""Folders of binders, which stand where the print pages of a pemda do."""

_REGISTERS = {kind.value: kind for kind in Kind if kind is not Kind.SOP}
_HOMES = {
    Kind.PEMDA: (1, "<pemda>/pemda.yml"),
    Kind.UNIT: (2, "<pemda>/<unit>/unit.yml"),
    Kind.SYNONYMS: (0, "sinonim.yml"),
}
_OF_A_PLACE = (Kind.DECREE, Kind.OFFICIALS)
"""In the folder of a pemda, or of a unit."""
_MISNAMED = re.compile(r"\.ya?ml\.txt$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def find_files(folder: Folder) -> tuple[list[Found], list[Finding]]:
    """All definition files in `folder`, in a steady order, and what is odd about their names."""
    search = Search(folder)
    search.run()
    return search.found, search.findings


def history_folder(item: Found) -> str:
    """Where the earlier revisions of an SOP are kept."""
    return (item.file.parent / HISTORY / item.file.stem).as_posix()


@dataclass(slots=True)
class Search:
    """Of all that lies in a folder."""

    folder: Folder
    found: list[Found] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    history: list[str] = field(default_factory=list)
    """Files among the texts that were kept, whatever they are."""
    addresses: dict[str, str] = field(default_factory=dict)

    def run(self) -> None:
        for path in self.walk():
            self.take(path)

    def walk(self, inside: str = "") -> Iterator[str]:
        """Paths of files; and of folders that are named like files, which will be told when they are read."""
        try:
            entries = [entry for entry in self.folder.entries(inside) if not hidden(entry.name)]
        except OSError as error:
            self.unreadable(inside, error)
            return
        entries.sort(key=lambda entry: _natural(entry.name))
        above = f"{inside}/" if inside else ""
        folders = [entry for entry in entries if entry.is_folder]
        for entry in folders:
            if entry.is_link:
                self.fault(above + entry.name, "tautan-folder",
                           "folder ini hanya tautan (symlink), jadi isinya tidak dibaca",
                           "ganti tautannya dengan folder yang sebenarnya")  # fmt: skip
        for entry in entries:
            if not entry.is_folder or entry.name.lower().endswith(SUFFIXES):
                yield above + entry.name
        for entry in folders:
            if entry.is_link:
                continue
            if entry.name.lower() == HISTORY and not self.is_place(above + entry.name):
                self.history += self.kept(above + entry.name)
            else:
                yield from self.walk(above + entry.name)

    def texts(self) -> list[Found]:
        """Of earlier revisions, as far as they are definitions by their names."""
        kept = (path for path in self.history if path.lower().endswith(SUFFIXES))
        return [Found(Kind.SOP, path, tuple(map(slug, path.split("/")[:-1]))) for path in kept]

    def is_place(self, path: str) -> bool:
        """Whether a pemda or a unit is called so."""
        depth = path.count("/")
        home = {0: Kind.PEMDA, 1: Kind.UNIT}.get(depth)
        return home is not None and any(
            name.lower() in {f"{home}{suffix}" for suffix in SUFFIXES} for name in self.names(path)
        )

    def names(self, path: str) -> list[str]:
        try:
            return [entry.name for entry in self.folder.entries(path)]
        except OSError:
            return []

    def kept(self, inside: str) -> Iterator[str]:
        """Every file at whatever depth; what links lead to is not looked at."""
        try:
            entries = sorted(self.folder.entries(inside), key=lambda entry: _natural(entry.name))
        except OSError as error:
            self.unreadable(inside, error)
            return
        for entry in entries:
            path = f"{inside}/{entry.name}"
            if entry.is_folder and not entry.is_link:
                yield from self.kept(path)
            elif not hidden(entry.name):
                yield path

    def take(self, path: str) -> None:
        file = PurePosixPath(path)
        if _MISNAMED.search(file.name):
            self.fault(path, "akhiran", "berkas ini berakhiran .txt, jadi tidak terbaca",
                       f"ganti namanya menjadi {_shown(file.name[:-4])}")  # fmt: skip
        if file.suffix.lower() in _DOCUMENTS and file.parent.name != FORMS:
            self.fault(path, "dokumen", "dokumen ini tidak dibaca: SOP di katalog ini berupa teks berakhiran .yml",
                       "jadikan definisi dengan 'sop impor', lalu simpan dokumennya di luar folder definisi",
                       Severity.ADVICE)  # fmt: skip
        if file.suffix.lower() not in SUFFIXES:
            return
        scope = tuple(slug(part) for part in path.split("/")[:-1])
        item = Found(_REGISTERS.get(file.stem.lower(), Kind.SOP), path, scope)
        if self.well_named(item) and self.at_home(item):
            self.addresses[item.id] = item.path
            self.found.append(item)

    def well_named(self, item: Found) -> bool:
        parts = [*item.path.split("/")[:-1], item.file.stem]
        if any(_CONTROL.search(part) for part in parts):
            self.fault(item.path, "nama-berkas", "nama berkas atau folder ini memuat karakter yang tidak terbaca",
                       "ketik ulang namanya")  # fmt: skip
        elif bad := next((part for part in parts if not slug(part)), None):
            self.fault(item.path, "nama-berkas", f"nama '{bad}' tidak memuat huruf atau angka latin",
                       "beri nama dengan huruf kecil, angka dan tanda hubung, misalnya surat-masuk.yml")  # fmt: skip
        elif bad := next(
            (p for i, p in enumerate(parts) if reserved(slug(p), top=i == 0 < len(parts) - 1)), None
        ):
            self.fault(item.path, "nama-berkas", f"nama '{bad}' dipakai oleh sistem",
                       f"ganti namanya, misalnya menjadi sop-{slug(bad)}")  # fmt: skip
        elif other := self.addresses.get(item.id):
            self.fault(item.path, "nama-kembar", f"alamatnya sama dengan {other}",
                       "ganti nama salah satunya; huruf besar, spasi dan tanda baca tidak membedakan alamat, "
                       "dan hanya 60 huruf pertama yang dihitung")  # fmt: skip
        else:
            return True
        return False

    def at_home(self, item: Found) -> bool:
        depth, home = _HOMES.get(item.kind, (len(item.scope), ""))
        if item.kind in _OF_A_PLACE:
            depth = min(max(len(item.scope), 1), 2)
            home = f"<pemda>/{item.kind}.yml atau di <pemda>/<unit>/{item.kind}.yml"
        if len(item.scope) != depth:
            self.fault(item.path, "salah-tempat", f"{item.file.name} ada di folder yang keliru",
                       f"tempatnya {_shown(self.folder.name)}/{home}")  # fmt: skip
        return len(item.scope) == depth

    def unreadable(self, path: str, error: OSError) -> None:
        if not path and isinstance(error, (FileNotFoundError, NotADirectoryError)):
            self.fault(self.folder.name, "tanpa-folder", "folder definisi ini tidak ada",
                       "buat foldernya, atau betulkan sop_defs di mkdocs.yml")  # fmt: skip
            return
        self.fault(path or ".", "tak-terbaca",
                   f"folder ini tidak dapat dibuka ({reason(error)})", "periksa izin foldernya")  # fmt: skip

    def fault(
        self, path: str, code: str, message: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> None:
        finding = Finding(severity, code, _shown(message), _shown(path), remedy=remedy)
        self.findings.append(finding)


def reserved(id_: str, *, top: bool = False) -> bool:
    """Whether no address may have this part; `top`: as the folder of a pemda."""
    return bool(SYSTEM_NAMES.match(id_)) or (top and id_ in _BINDERS)


def hidden(name: str) -> bool:
    """Files and folders that are not part of the catalogue."""
    return name.startswith((".", "_"))


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sort key by which `sop-2` comes before `sop-10`."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(p), "") if p.isdecimal() and p.isascii() else (1, 0, p) for p in parts] + [(2, 0, name)]


def _shown(name: str) -> str:
    """A name that any terminal and any file can hold."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", name)
