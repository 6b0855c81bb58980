"""`sop ubah`: one change in many definitions, shown before it is written."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ...catalogue.build import CatalogueBuilder
from ...catalogue.files import Found, Kind, find_files
from ...definition.editing import NotEditable
from ...definition.findings import Finding, Severity
from ...refused import RefusedError
from ...store.disk import DiskFolder
from ...store.folder import Folder
from ..definitions import add_root, find_root
from ..outcome import FINDINGS, OK
from ..parser import Commands
from ..paths import inside, is_below, real, shown
from ..report import as_text, colours_wanted
from ..rewriting.added import added
from ..rewriting.carry import Rewriting, carry
from ..rewriting.rearranged import WHOLE, Rearranged
from .wish import Wish, assignment, field_path


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "ubah",
        help="ubah satu isian di banyak definisi",
        description="Ubah isian di banyak definisi sekaligus. Bedanya diperlihatkan dulu; berkas baru ditulis dengan --tulis.\n"
        "Komentar, urutan, dan tata letak berkas tetap. Perubahan yang membuat katalog gagal dibangun tidak ditulis.",
        epilog="Contoh:\n"
        '  sop ubah --ganti "Dinas Kominfo" "Dinas Komunikasi dan Informatika"\n'
        '  sop ubah sop_defs/pemda/unit --isi "disahkan_oleh.nama=Siti Aminah" --hanya "disahkan_oleh.nama=Budi Santoso"\n'
        '  sop ubah --ganti "Nomor 35 Tahun 2012" "Nomor 12 Tahun 2030" --di dasar_hukum --tulis\n\n'
        "ISIAN ditulis seperti di berkas; isian di dalam isian dengan titik (disahkan_oleh.nama), butir daftar dengan nomornya\n"
        "(dasar_hukum.1). NILAI berupa daftar ditulis dalam kurung: '[satu, dua]'.\n\n"
        "Kode keluar: 0 berhasil, 1 perubahan ditolak karena menimbulkan galat, 2 salah pakai.",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", type=Path, help="berkas atau folder; tanpa ini: semuanya"
    )
    parser.add_argument("--isi", action="append", default=[], metavar="ISIAN=NILAI", help="setel isian")
    parser.add_argument(
        "--tambah",
        action="append",
        default=[],
        metavar="ISIAN=BUTIR",
        help="tambahkan satu butir pada daftar",
    )
    parser.add_argument("--hapus", action="append", default=[], metavar="ISIAN", help="hapus isian")
    parser.add_argument(
        "--ganti", action="append", default=[], nargs=2, metavar=("LAMA", "BARU"),
        help="ganti kata-kata di nilai mana pun, juga di unit.yml, pemda.yml, dan daftar lain; hanya kata utuh",
    )  # fmt: skip
    parser.add_argument(
        "--di", action="append", default=[], metavar="ISIAN", help="batasi --ganti pada isian ini"
    )
    parser.add_argument(
        "--hanya", action="append", default=[], metavar="ISIAN[=NILAI]", help="hanya definisi yang isiannya ada, atau bernilai begitu"
    )  # fmt: skip
    parser.add_argument("--tulis", action="store_true", help="tulis; tanpa ini hanya diperlihatkan")
    add_root(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    wish = _wish(args)
    root = find_root(args.root, args.paths)
    folder = DiskFolder(root)
    before = {found.path: folder.read(found.path, WHOLE) for found in _wanted(args.paths, root, folder, wish)}
    after = _edited(before, wish, root)
    otherwise = sum(wish.written_otherwise(data.decode("utf-8")) for data in before.values())
    if otherwise:
        print(
            f"{otherwise} nilai memuat kata itu dengan huruf besar dan kecil yang berbeda, dan tidak diganti.\n"
        )
    if not after:
        print(f"Tidak ada yang berubah di {len(before)} berkas yang diperiksa.")
        return OK
    for path, data in after.items():
        print("\n".join(_difference(shown(root / path), before[path], data)))
    if faults := _new_faults(root, folder, after):
        print(f"\n{as_text(faults, len(after), colours=colours_wanted())}")
        print("Tidak ada yang ditulis: perubahan ini menimbulkan galat di atas.")
        return FINDINGS
    if not args.tulis:
        print(
            f"\n{len(after)} berkas akan berubah. Belum ada yang ditulis; ulangi perintahnya dengan --tulis."
        )
        return OK
    carry(root, Rewriting([], [], {path: before[path] for path in after}, after))
    print(f"\n{len(after)} berkas ditulis.")
    return OK


def _wish(args: argparse.Namespace) -> Wish:
    wish = Wish(
        sets=[assignment(said) for said in args.isi],
        adds=[assignment(said) for said in args.tambah],
        removes=[field_path(said) for said in args.hapus],
        replaces=[(old, new) for old, new in args.ganti],
        within=[field_path(said) for said in args.di],
        only=[(loc, value) for loc, value in map(_condition, args.hanya)],
    )
    if not (wish.sets or wish.adds or wish.removes or wish.replaces):
        raise RefusedError("sebutkan perubahannya: --isi, --tambah, --hapus, atau --ganti")
    if wish.within and not wish.replaces:
        raise RefusedError("--di membatasi --ganti, yang tidak disebut")
    if any(not old for old, _ in wish.replaces):
        raise RefusedError("kata yang diganti (LAMA) kosong")
    return wish


def _condition(said: str) -> tuple[tuple[str | int, ...], str | None]:
    name, equals, value = said.partition("=")
    return field_path(name), value.strip() if equals else None


def _wanted(paths: Iterable[Path], root: Path, folder: DiskFolder, wish: Wish) -> list[Found]:
    """Fields are those of SOPs; words may also stand in what is said of units and in registers."""
    places = [_place(path, root) for path in paths]
    found, _ = find_files(folder)
    fits = [one for one in found if one.kind is Kind.SOP or not (wish.names_fields or wish.within)]
    wanted = [one for one in fits if not places or is_below(one.path, places)]
    if not wanted:
        raise RefusedError("tidak ada berkas definisi SOP di sana")
    return wanted


def _place(path: Path, root: Path) -> str:
    if not real(path).exists():
        raise RefusedError(f"tidak ada berkas atau folder '{path}'")
    return inside(path, root)


def _edited(before: Mapping[str, bytes], wish: Wish, root: Path) -> dict[str, bytes]:
    """Those that change; where one cannot be edited, that is said of all such, and nothing is done."""
    after, refused = {}, []
    for path, data in before.items():
        try:
            changed = wish.edited(data.decode("utf-8")).encode("utf-8")
        except (NotEditable, UnicodeDecodeError) as error:
            why = (
                error
                if isinstance(error, NotEditable)
                else "isinya bukan teks UTF-8; periksa dengan 'sop check'"
            )
            refused.append(f"{shown(root / path)}: {why}")
            continue
        if changed != data:
            after[path] = changed
    if refused:
        raise RefusedError(
            "tidak ada yang ditulis, sebab berkas berikut tidak dapat disunting:\n" + "\n".join(refused)
        )
    return after


def _difference(name: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (data.decode("utf-8").splitlines() for data in (before, after))
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    yield f"{name}:"
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield from (f"  {number:>4} - {line}" for number, line in enumerate(old[i:j], i + 1))
            yield from (f"  {number:>4} + {line}" for number, line in enumerate(new[k:m], k + 1))


def _new_faults(root: Path, folder: DiskFolder, after: Mapping[str, bytes]) -> list[Finding]:
    """The errors that are there only with the change."""

    def errors(of: Folder) -> list[Finding]:
        found = CatalogueBuilder(of, shown(root)).build().findings
        return [finding for finding in found if finding.severity is Severity.ERROR]

    then = errors(Rearranged(folder, str, after))
    return added(errors(folder), then, lambda one: (one.path, one.code, one.message))
