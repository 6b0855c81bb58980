"""The registers beside the definitions, taken in folder by folder from the top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition.daftar import DaftarPeran, DaftarPeraturan, DaftarSinonim
from ..definition.fields import slug
from ..definition.findings import Fault, Finding, Loc, Severity, did_you_mean
from ..definition.reading.reader import Definition
from .files import Found, Kind, Scope
from .ids import Ids
from .law.names import region_of
from .law.register import KnownLaws, regulation_id
from .model import LawEntry, RoleEntry
from .places import Places
from .reading import DefinitionReader
from .roles import KnownRoles
from .synonyms import Synonyms


class Registers:
    """What `pemda.yml`, `unit.yml`, `peran.yml` and `peraturan.yml` of all folders say, and `sinonim.yml`."""

    def __init__(self) -> None:
        self.places = Places()
        self.roles: list[RoleEntry] = []
        self.laws: list[LawEntry] = []
        self.law_ids = Ids("peraturan")
        self.synonyms = Synonyms()
        self.findings: list[Finding] = []
        self.form_faults: list[Finding] = []
        """Errors in those that forms are made from: places and roles."""
        self.role_ids = Ids("peran")
        self._known_roles: dict[Scope, KnownRoles] = {(): KnownRoles()}
        self._known_laws: dict[Scope, KnownLaws] = {(): KnownLaws()}

    def take_in(self, files: Iterable[Found], reader: DefinitionReader) -> None:
        order = list(Kind)
        law_registers = []
        decrees = []
        for item in sorted(files, key=lambda f: (len(f.scope), f.scope, order.index(f.kind))):
            match item.kind:
                case Kind.DECREE:
                    decrees.append(item)
                case Kind.PEMDA | Kind.UNIT:
                    self.findings += self.places.take_in(item, reader)
                case Kind.ROLES:
                    self._take_roles(item, reader.read(item, DaftarPeran))
                case Kind.SYNONYMS:
                    self._take_synonyms(reader.read(item, DaftarSinonim))
                case Kind.LAWS:
                    law_registers.append(_LawRegister(item, reader.read(item, DaftarPeraturan), self))
        self.form_faults = [found for found in self.findings if found.severity is Severity.ERROR]
        for item in decrees:  # last, for the places they belong to are described by registers
            self.findings += self.places.take_decree(item, reader)
        for register in law_registers:
            self.findings += register.findings()

    def faults_above(self, path: str) -> list[Finding]:
        """Of the form of an SOP: those of the registers in its folder and above it."""
        return [
            found for found in self.form_faults if path.startswith("".join(found.path.rpartition("/")[:2]))
        ]

    def known_roles(self, scope: Scope) -> KnownRoles:
        if scope not in self._known_roles:
            self._known_roles[scope] = KnownRoles(self.known_roles(scope[:-1]))
        return self._known_roles[scope]

    def known_laws(self, scope: Scope) -> KnownLaws:
        if scope not in self._known_laws:
            region = region_of(self.places.folder_pemda(scope[0]).data.nama)
            self._known_laws[scope] = KnownLaws(self.known_laws(scope[:-1]), region)
        return self._known_laws[scope]

    def _take_synonyms(self, definition: Definition[DaftarSinonim]) -> None:
        faults = self.synonyms.take_in(definition.model) if definition.model else ()
        self.findings += [*definition.findings, *map(definition.finding, faults)]

    def _take_roles(self, item: Found, definition: Definition[DaftarPeran]) -> None:
        known = self.known_roles(item.scope)
        known.whole &= definition.model is not None
        faults = []
        for i, data in enumerate(definition.model.peran if definition.model else ()):
            role = RoleEntry(self.role_ids.give(data.id or slug(data.nama), item.scope), data)
            self.roles.append(role)
            faults += [
                Fault(("peran", i), "peran-kembar", f"sebutan '{name}' sudah dipakai peran lain di daftar ini",
                      name, remedy="hapus dari salah satunya", severity=Severity.WARNING)
                for name in known.add(role)
            ]  # fmt: skip
        self.findings += [*definition.findings, *map(definition.finding, faults)]


class _LawRegister:
    """One `peraturan.yml`. What its regulations say of each other is checked once all registers are known."""

    def __init__(self, item: Found, definition: Definition[DaftarPeraturan], registers: Registers) -> None:
        self.definition = definition
        self.known = registers.known_laws(item.scope)
        self.known.whole &= definition.model is not None
        self.faults: list[Fault] = []
        self.taken: list[tuple[int, LawEntry]] = []
        for i, data in enumerate(definition.model.peraturan if definition.model else ()):
            if not data.judul:
                self.fault(i, "peraturan-tanpa-nama", "peraturan ini belum bernama",
                           expected="jenis, nomor, tahun dan tentang; atau nama")  # fmt: skip
                continue
            id_ = regulation_id(data)
            if self.known.has_own(id_):
                self.fault(i, "peraturan-kembar", f"peraturan '{id_}' ada dua kali di daftar ini", id_,
                           remedy="hapus salah satu, atau beri id lain", severity=Severity.WARNING)  # fmt: skip
                continue
            if data.dasar_status and data.status == "tidak diketahui":
                self.fault(i, "dasar-status", "dasar_status terisi, padahal statusnya belum ditulis", data.dasar_status,
                           remedy="tulis 'status: …', atau hapus 'dasar_status'", severity=Severity.WARNING)  # fmt: skip
            law = LawEntry(registers.law_ids.give(id_, item.scope), data)
            registers.laws.append(law)
            self.known.add(law, id_)
            self.taken.append((i, law))

    def fault(self, i: int, code: str, message: str, value: str = "", *, expected: str = "", remedy: str = "",
              severity: Severity = Severity.ERROR) -> None:  # fmt: skip
        self.faults.append(Fault(("peraturan", i), code, message, value, expected, remedy, severity))

    def findings(self) -> list[Finding]:
        for i, law in self.taken:
            self.faults += link_law(law, self.known, ("peraturan", i))
        return [*self.definition.findings, *map(self.definition.finding, self.faults)]


def link_law(law: LawEntry, known: KnownLaws, loc: Loc) -> Iterator[Fault]:
    """Tie `law` to those that replace and amend it; `loc` is where it is written."""
    data = law.data
    law.replaced_by = known.get(data.diganti_oleh) if data.diganti_oleh else None
    law.amended_by = [found for id_ in data.diubah_oleh if (found := known.get(id_))]
    named: list[tuple[Loc, str]] = [((*loc, "diubah_oleh", i), id_) for i, id_ in enumerate(data.diubah_oleh)]
    if data.diganti_oleh:
        named.append(((*loc, "diganti_oleh"), data.diganti_oleh))
    for place, id_ in named:
        if known.whole and not known.get(id_):
            yield unknown_law(id_, known, place)


def unknown_law(id_: str, known: KnownLaws, loc: Loc) -> Fault:
    return Fault(loc, "peraturan-asing", f"peraturan '{id_}' tidak ada di daftar peraturan", id_,
                 "id peraturan di daftar", did_you_mean(id_, known.ids()))  # fmt: skip
