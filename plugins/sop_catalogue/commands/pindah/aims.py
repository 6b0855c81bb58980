"""What a user wants moved, and where to: as ids or as paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ...catalogue.files import SUFFIXES, Kind, hidden, reserved
from ...definition.fields import slug
from ...refused import RefusedError
from ..paths import real, shown

_REGISTERS = frozenset(kind.value for kind in Kind if kind is not Kind.SOP)
_LEVEL = {1: "pemda", 2: "unit"}


@dataclass(frozen=True, slots=True)
class Aim:
    """Both are paths inside the definitions' folder."""

    old: str
    new: str
    is_file: bool
    merges: bool = False
    """What is in a unit goes into another that there is already."""

    @property
    def old_id(self) -> str:
        return id_of(self.old)

    @property
    def new_id(self) -> str:
        return id_of(self.new)

    def moved(self, path: str) -> str:
        """Where a file of the folder is afterwards."""
        inside = path == self.old or path.startswith(f"{self.old}/")
        if self.merges and inside and id_of(path) == f"{self.old_id}/unit":
            return f"{self.new}/_unit-{self.old_id.rpartition('/')[2]}.yml"
        return self.new + path[len(self.old) :] if inside else path


def id_of(path: str) -> str:
    """As addresses have it."""
    return "/".join(slug(part) for part in _unended(path).split("/"))


def aim(root: Path, old: str, new: str, *, merge: bool = False) -> Aim:
    """Raises RefusedError with the reason where it cannot be."""
    there = _there(root, old)
    is_file = (root / there).is_file()
    place = _place(root, new)
    if is_file:
        place = _place_of_file(root, there, place)
    else:
        _check_folder(there, place)
    if place == there:
        raise RefusedError(f"'{old}' sudah ada di situ; tidak ada yang dipindah")
    if f"{place}/".startswith(f"{there}/"):
        raise RefusedError("sebuah folder tidak dapat dipindah ke dalam dirinya sendiri")
    if merge:
        return _merging(root, there, place)
    target = root / place
    if target.exists() and not target.samefile(root / there):
        raise RefusedError(
            f"{shown(target)} sudah ada dan tidak ditimpa"
            + ("; pakai nama lain" if is_file else "; untuk menggabungkan dua unit: --gabung")
        )
    return Aim(there, place, is_file)


def _merging(root: Path, there: str, place: str) -> Aim:
    into = _existing(root, place)
    if there.count("/") != 1 or not (into and (root / into).is_dir()):
        raise RefusedError(
            "yang digabung dua unit yang sudah ada, misalnya 'sop pindah --gabung pemda/umum pemda/tata-usaha'"
        )
    found = Aim(there, into, is_file=False, merges=True)
    files = [file.relative_to(root).as_posix() for file in (root / there).rglob("*") if not file.is_dir()]
    if both := [path for path in files if (root / found.moved(path)).exists()]:
        raise RefusedError(
            f"ada di kedua unit, dan tidak ditimpa: {', '.join(shown(root / path) for path in sorted(both))}; ganti dulu namanya "
            "dengan 'sop pindah', atau gabungkan isinya"
        )
    return found


def _there(root: Path, said: str) -> str:
    """The path of what exists: by its id, or as a path from here."""
    wanted = _cleaned(said)
    found = _existing(root, wanted) or _existing(root, _inside(root, said))
    if not found:
        raise RefusedError(
            f"'{said}' tidak ada di {shown(root)}; tulis alamatnya, misalnya pemda/unit/surat-masuk, pemda/unit, atau pemda"
        )
    file = PurePosixPath(found)
    if (root / found).is_file() and (file.stem.lower() in _REGISTERS or hidden(file.name)):
        raise RefusedError(f"{file.name} ikut foldernya; pindahkan folder itu")
    if (root / found).is_symlink() or any(hidden(part) for part in file.parts):
        raise RefusedError(f"'{said}' bukan bagian katalog")
    return found


def _existing(root: Path, wanted: str) -> str:
    """A folder or a definition, whatever its letters and its ending."""
    *folders, name = wanted.split("/")
    inside = ""
    for part in folders:
        inside = next(
            (child for child in _folders(root, inside) if slug(child.rpartition("/")[2]) == slug(part)), ""
        )
        if not inside:
            return ""
    for child in _children(root, inside):
        if child.is_file() and child.suffix.lower() in SUFFIXES and slug(child.stem) == slug(_unended(name)):
            return child.relative_to(root).as_posix()
    return next((one for one in _folders(root, inside) if slug(one.rpartition("/")[2]) == slug(name)), "")


def _place(root: Path, said: str) -> str:
    """Where something is to be: folders that exist are named as they are."""
    wanted = _inside(root, said) or _cleaned(said)
    parts = _unended(wanted).split("/")
    for number, part in enumerate(parts):
        if not part or slug(part) != part or reserved(part, top=not number):
            exists = slug(part) and _existing(root, "/".join(parts[: number + 1]))
            if exists and number < len(parts) - 1:
                continue
            raise RefusedError(
                f"'{said}' tidak dapat menjadi alamat; tulis dengan huruf kecil, angka, dan tanda hubung, misalnya "
                f"'{'/'.join(slug(one) or 'nama' for one in parts)}'"
            )
    *folders, name = parts
    above = _existing(root, "/".join(folders)) if folders else ""
    if folders and not (above and (root / above).is_dir()):
        raise RefusedError(
            f"folder '{'/'.join(folders)}' belum ada; buat dulu di {shown(root)}, dengan unit.yml atau pemda.yml di dalamnya"
        )
    return "/".join(filter(None, (above, name)))


def _place_of_file(root: Path, there: str, place: str) -> str:
    """With its ending; of a folder, in it."""
    file = PurePosixPath(there)
    into = _existing(root, place)
    if into and (root / into).is_dir() and into.count("/") > 0:
        return f"{into}/{file.name}"
    if place.count("/") < 2:
        raise RefusedError("SOP ada di dalam folder unit; tulis tujuannya seperti pemda/unit/surat-masuk")
    if PurePosixPath(place).name in _REGISTERS:
        raise RefusedError(
            f"nama '{PurePosixPath(place).name}' dipakai untuk daftar bersama; pakai nama lain"
        )
    return place + file.suffix


def _check_folder(there: str, place: str) -> None:
    one, other = (min(path.count("/") + 1, 3) for path in (there, place))
    if one != other:
        kind = _LEVEL.get(one, "folder di dalam unit")
        raise RefusedError(
            f"yang dipindah {kind}, jadi tujuannya juga {kind}, misalnya {'/'.join(('pemda', 'unit', 'bagian')[:one])}"
        )


def _inside(root: Path, said: str) -> str:
    """What is written as a path from here into the definitions' folder; empty for an id."""
    path = Path(said)
    written = path.is_absolute() or said.replace("\\", "/").startswith(("./", "../"))
    place = real(path)
    if place.is_relative_to(root) and place != root and (written or not real(Path()).is_relative_to(root)):
        return place.relative_to(root).as_posix()
    if written:
        raise RefusedError(f"'{said}' di luar folder definisi {shown(root)}")
    return ""


def _cleaned(said: str) -> str:
    return said.replace("\\", "/").strip().strip("/")


def _unended(path: str) -> str:
    file = PurePosixPath(path)
    return str(file.with_suffix("")) if file.suffix.lower() in SUFFIXES else path


def _children(root: Path, inside: str) -> Iterable[Path]:
    return sorted((root / inside).iterdir())


def _folders(root: Path, inside: str) -> Iterator[str]:
    for child in _children(root, inside):
        if child.is_dir() and not child.is_symlink():
            yield child.relative_to(root).as_posix()
