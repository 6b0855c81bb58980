"""All that a move changes: which files go where, and what is written into which, before anything is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ...catalogue.build import CatalogueBuilder
from ...catalogue.files import FORMS, HISTORY, Found, Kind, find_files
from ...catalogue.model import BrokenSop, Catalogue, PemdaEntry, SopEntry, UnitEntry
from ...catalogue.web.references import ids_meant
from ...definition.daftar import Pemda, UnitKerja
from ...definition.editing import NotEditable, field_of, with_field, with_item, without_field
from ...definition.findings import Finding, Loc, Severity
from ...definition.sop import Sop
from ...refused import RefusedError
from ...store.folder import Folder
from ..rewriting.added import added
from ..rewriting.carry import Rewriting
from ..rewriting.rearranged import WHOLE, Rearranged, files_below, led
from .aims import Aim, id_of

_FIELD = "alamat_lama"
_ORDERS = {Kind.SOP: list(Sop.model_fields), Kind.UNIT: list(UnitKerja.model_fields), Kind.PEMDA: list(Pemda.model_fields)}  # fmt: skip


@dataclass(slots=True)
class Plan(Rewriting):
    sops: int = 0
    """How many get another address."""
    references: list[str] = field(default_factory=list)
    """Files whose references were made to say the new address."""
    warnings: list[Finding] = field(default_factory=list)
    """That are there only with the move."""
    faults: list[Finding] = field(default_factory=list)


def plan(folder: Folder, aim: Aim, shown_as: str) -> Plan:
    """Raises RefusedError where a file that must change cannot be edited."""
    return _Planner(folder, aim, shown_as).plan()


@dataclass
class _Planner:
    folder: Folder
    aim: Aim
    shown_as: str
    at: str = ""
    """The file that is being edited."""

    def plan(self) -> Plan:
        found = Plan([(self.aim.old, self.aim.new)], [])
        if self.aim.merges:
            found.moves = [(path, self.aim.moved(path)) for path in files_below(self.folder, self.aim.old)]
            found.emptied = self.aim.old
        if self.aim.is_file:
            self._beside(found)
        then = {entry.path: entry.id for entry in _entries(self._then())}
        self.ids = {entry.id: then.get(self.aim.moved(entry.path), entry.id) for entry in _entries(self.now)}
        found.sops = sum(old != new for old, new in self.ids.items())
        try:
            for path, text in self._edits(found):
                self._take(found, path, text)
        except UnicodeDecodeError as error:
            raise RefusedError(f"tidak ada yang dipindah, sebab isi {self.at} bukan teks UTF-8") from error
        except NotEditable as error:
            raise RefusedError(
                f"tidak ada yang dipindah, sebab {self.at} tidak dapat disunting: {error}"
            ) from error
        self._check(found)
        return found

    @cached_property
    def now(self) -> Catalogue:
        return CatalogueBuilder(self.folder, self.shown_as).build()

    @cached_property
    def files(self) -> list[Found]:
        return find_files(self.folder)[0]

    def _then(self) -> Catalogue:
        return CatalogueBuilder(Rearranged(self.folder, self.aim.moved), self.shown_as).build()

    def _beside(self, found: Plan) -> None:
        """What lies beside a definition and belongs to it: its earlier revisions, its blank forms."""
        old, new = PurePosixPath(self.aim.old), PurePosixPath(self.aim.new)
        history = [str(one.parent / HISTORY / one.stem) for one in (old, new)]
        if self._is_there(history[0]):
            if self._is_there(history[1]):
                raise RefusedError(f"{history[1]} sudah ada dan tidak ditimpa; pakai nama lain")
            found.moves.append((history[0], history[1]))
        if old.parent == new.parent:
            return
        own, others = set[str](), set[str]()
        for entry in self.now.sops:
            if PurePosixPath(entry.path).parent == old.parent:
                (own if entry.path == self.aim.old else others).update(form.path for form in entry.blanks)
        for form in sorted(own):
            target = str(new.parent / FORMS / PurePosixPath(form).name)
            if not self._is_there(target):
                (found.copies if form in others else found.moves).append((form, target))
            elif self.folder.read(form, WHOLE) != self.folder.read(target, WHOLE):
                raise RefusedError(f"formulir {target} sudah ada dan isinya lain; ganti dulu namanya")

    def _is_there(self, path: str) -> bool:
        above, _, name = path.rpartition("/")
        try:
            return any(entry.name == name for entry in self.folder.entries(above))
        except OSError:
            return False

    def _edits(self, found: Plan) -> Iterator[tuple[str, str]]:
        """Each file that says something else, by its path now, and what it says."""
        yield from self._registers()
        account = "" if self.aim.is_file or self.aim.old.count("/") > 1 else self.aim.old_id
        for entry in self.now.sops:
            self.at = entry.path
            new_id = self.ids.get(entry.id, entry.id)
            text = kept = entry.source.decode("utf-8")
            if new_id != entry.id:
                covered = account and new_id == self.aim.new_id + entry.id.removeprefix(account)
                text = _accounted(text, new_id, "" if covered else entry.id, Kind.SOP)
            referring = self._referring(text, entry, new_id)
            if referring != text:
                found.references.append(self.aim.moved(entry.path))
            if referring != kept:
                yield entry.path, referring
        lost = [entry.path for entry in self.now.broken if self.ids.get(entry.id) != entry.id and not account]
        if lost:
            raise RefusedError(f"{lost[0]} belum dapat dibaca; perbaiki dulu, periksa dengan 'sop check'")

    def _registers(self) -> Iterator[tuple[str, str]]:
        """Of the place that moves, and of those in it."""
        kind = (Kind.PEMDA, Kind.UNIT)[self.aim.old.count("/")] if self.aim.old.count("/") < 2 else None
        if self.aim.is_file or not kind:
            return
        if self.aim.merges:
            yield self._merged()
            return
        inside = [one for one in self.files if one.kind in (Kind.PEMDA, Kind.UNIT)]
        inside = [one for one in inside if self.aim.moved(one.path) != one.path]
        for one in inside:
            self.at = one.path
            text = self.folder.read(one.path, WHOLE).decode("utf-8")
            own = one.kind is kind
            old = "/".join(one.scope) if own else ""
            yield (
                one.path,
                _accounted(text, id_of(self.aim.moved(one.path)).rpartition("/")[0], old, one.kind),
            )
        if not any(one.kind is kind for one in inside):
            name = self._name(self.aim.old_id)
            text = with_item(with_field("nama: x\n", "nama", name), _FIELD, self.aim.old_id)
            yield f"{self.aim.old}/{kind}.yml", text

    def _merged(self) -> tuple[str, str]:
        """Of the unit that takes in another, which then also stands where the other stood, and had stood before."""
        path, text = self._register(self.aim.new)
        gone = field_of(self._register(self.aim.old)[1], _FIELD)
        for old in (self.aim.old_id, *(gone if isinstance(gone, list) else [gone] if gone else [])):
            text = _accounted(text, self.aim.new_id, str(old).strip("/"), Kind.UNIT)
        return path, text

    def _register(self, folder: str) -> tuple[str, str]:
        """The `unit.yml` of a folder; one that names it as it is called now, where there is none."""
        for one in self.files:
            if one.kind is Kind.UNIT and one.path.rpartition("/")[0] == folder:
                self.at = one.path
                return one.path, self.folder.read(one.path, WHOLE).decode("utf-8")
        return f"{folder}/unit.yml", with_field("nama: x\n", "nama", self._name(id_of(folder)))

    def _name(self, id_: str) -> str:
        """Of a place that is only known by its folder."""
        places: list[PemdaEntry | UnitEntry] = [*self.now.pemdas, *self.now.units]
        named = (place.data.nama for place in places if place.id == id_)
        return next(named, id_.rpartition("/")[2].replace("-", " ").title())

    def _referring(self, text: str, entry: SopEntry, new_id: str) -> str:
        """With its references to what moves saying where that is then."""
        for loc, said in _named(text):
            target = next((id_ for id_ in ids_meant(said, entry.id, entry.unit.id) if id_ in self.ids), "")
            wanted = self.ids.get(target, target)
            if wanted == target and new_id == entry.id:
                continue
            unit = "/".join(new_id.split("/")[:2])
            meant = next((id_ for id_ in ids_meant(said, new_id, unit) if id_ in self._new_ids), "")
            if target and meant != wanted:
                near = "/" not in said.strip("/") and wanted.rpartition("/")[0] == new_id.rpartition("/")[0]
                text = with_field(text, loc, wanted.rpartition("/")[2] if near else wanted)
        return text

    @cached_property
    def _new_ids(self) -> frozenset[str]:
        return frozenset(self.ids.values())

    def _take(self, found: Plan, path: str, text: str) -> None:
        after = self.aim.moved(path)
        if self._is_there(path):
            found.before[after] = self.folder.read(path, WHOLE)
        if found.before.get(after) != text.encode("utf-8"):
            found.after[after] = text.encode("utf-8")
        else:
            found.before.pop(after)

    def _check(self, found: Plan) -> None:
        """What is wrong only with the move."""
        moved = dict(found.moves)
        folders = {} if self.aim.merges else moved

        def where(path: str) -> str:
            return moved.get(path) or led(path, folders)

        copied = {new: self.folder.read(old, WHOLE) for old, new in found.copies}
        then = CatalogueBuilder(
            Rearranged(self.folder, where, {**copied, **found.after}), self.shown_as
        ).build()
        for finding in added(self.now.findings, then.findings, lambda one: (one.code, one.message)):
            if finding.counts:
                (found.faults if finding.severity is Severity.ERROR else found.warnings).append(finding)


def _entries(catalogue: Catalogue) -> list[SopEntry | BrokenSop]:
    return [*catalogue.sops, *catalogue.broken]


def _accounted(text: str, new_id: str, old_id: str, kind: Kind) -> str:
    """With the old id among those that it had, and the new one not."""
    held = field_of(text, _FIELD)
    said = [str(one) for one in (held if isinstance(held, list) else [held]) if one is not None]
    kept = [one for one in said if id_of(one.strip("/")) != new_id]
    if len(kept) < len(said):
        wanted = [*kept, *([old_id] if old_id and old_id not in kept else [])]
        return with_field(text, _FIELD, wanted, _ORDERS[kind]) if wanted else without_field(text, _FIELD)
    return with_item(text, _FIELD, old_id, _ORDERS[kind]) if old_id and old_id not in kept else text


def _named(text: str) -> Iterator[tuple[Loc, str]]:
    """Where a definition names other SOPs other than in words that its form shows."""
    if isinstance(one := field_of(text, "diganti_oleh"), str):
        yield ("diganti_oleh",), one
    related = field_of(text, "keterkaitan")
    items = enumerate(related) if isinstance(related, list) else [(None, related)]
    for i, item in items:
        loc: Loc = ("keterkaitan",) if i is None else ("keterkaitan", i)
        names = item.get("sop") if isinstance(item, dict) else None
        if isinstance(names, str):
            yield (*loc, "sop"), names
        for k, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, str):
                yield (*loc, "sop", k), name
