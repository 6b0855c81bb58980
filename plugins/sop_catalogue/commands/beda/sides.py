"""The two states that a user names: files, SOPs of the catalogue, or what a commit held."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...catalogue.build import CatalogueBuilder
from ...catalogue.files import Found, Kind, find_files
from ...catalogue.model import SopEntry
from ...definition.fields import slug
from ...definition.reading.decode import MAX_BYTES
from ...pages.comparison.view import Side
from ...refused import RefusedError
from ...store.disk import DiskFolder
from ...store.folder import PlainFolder
from ..definitions import builder_for, find_root
from ..lookup import find_sop, last
from ..paths import real, shown
from ..report import faults_text
from .git_text import GitTextError, text_at


@dataclass(frozen=True, slots=True)
class Asked:
    one: str
    other: str
    since: str
    """A commit; empty for none."""
    until: str
    root: Path | None


def sides_of(asked: Asked) -> tuple[Side, Side]:
    if asked.since:
        return _commits(asked)
    if asked.until:
        raise RefusedError("--ke perlu --dari; sebutkan commit yang lama dengan --dari")
    if not asked.other:
        raise RefusedError("sebutkan dua yang dibandingkan, atau satu SOP dengan --dari COMMIT")
    return _named(asked.one, asked.root), _named(asked.other, asked.root)


def _named(said: str, root: Path | None) -> Side:
    path = Path(said)
    return _file(path) if path.is_file() else _kept(said, root)


def _kept(said: str, root: Path | None) -> Side:
    """An SOP of the catalogue as it is."""
    found = find_sop(builder_for(find_root(root)).build(), said)
    return Side(f"revisi {last(found.id)}" if found.present else "naskah sekarang", found)


def _file(path: Path) -> Side:
    place = real(path)
    with place.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        root = find_root(None, [path])
    except RefusedError:  # of no catalogue
        root = place.parent
    inside = place.relative_to(root).as_posix() if place.is_relative_to(root) else place.name
    return Side(shown(path), entry_of(root, inside, data, shown(path)))


def _commits(asked: Asked) -> tuple[Side, Side]:
    if asked.other:
        raise RefusedError("dengan --dari, sebutkan satu SOP saja")
    path = Path(asked.one)
    root = find_root(asked.root, [path] if path.is_file() else ())
    if path.is_file():
        if not real(path).is_relative_to(root):
            raise RefusedError(f"'{path}' di luar folder definisi '{shown(root)}'")
        inside = real(path).relative_to(root).as_posix()
    else:
        inside = find_sop(builder_for(root).build(), asked.one).path
    try:
        old = text_at(root, asked.since, inside)
        new = text_at(root, asked.until, inside) if asked.until else (root / inside).read_bytes()
    except GitTextError as error:
        raise RefusedError(str(error)) from error
    now = f"commit {asked.until}" if asked.until else "naskah sekarang"
    before = Side(f"commit {asked.since}", entry_of(root, inside, old, f"{inside} pada {asked.since}"))
    return before, Side(now, entry_of(root, inside, new, f"{inside} ({now})"))


def entry_of(root: Path, path: str, data: bytes, called: str) -> SopEntry:
    """A text as an SOP of the catalogue of today, whose registers give its columns and names. Refuses what is unreadable."""
    folder = DiskFolder(root)
    scope = path.split("/")[:-1] or ["beda"]
    name = f"{slug(Path(path).stem) or 'sop'}.yml"
    own = "/".join((*scope, name))
    files = {own: data} | {item.path: folder.read(item.path, MAX_BYTES) for item in _registers(folder, path)}
    catalogue = CatalogueBuilder(PlainFolder(files)).build()
    found = next((sop for sop in catalogue.sops if sop.path == own), None)
    if found is None:
        faults = [fault for broken in catalogue.broken for fault in broken.findings]
        raise RefusedError(f"{called} belum terbaca:\n{faults_text(faults, '')}")
    return found


def _registers(folder: DiskFolder, path: str) -> list[Found]:
    """Those that the file at `path` sees."""
    if "/" not in path:
        return []
    scope = tuple(map(slug, path.split("/")[:-1]))
    registers = (item for item in find_files(folder)[0] if item.kind is not Kind.SOP)
    return [item for item in registers if item.scope == scope[: len(item.scope)]]
