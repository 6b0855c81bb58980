"""`sop pindah`: what moves is found at its old address, too; all is done, or nothing; and what people wrote stays as it is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.moved.claims import Holder
from sop_catalogue.commands.rewriting import carry
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.whole_file import write

from .conftest import STEPS, Sop

LETTER = f"""\
# Dari arsip
nama: Surat Masuk   # seperti di dokumen
nomor: 1/SOP

keterkaitan:
  - {{teks: SOP Disposisi, sop: disposisi}}   # satu unit
{STEPS}"""
FILES = {
    "satu/pemda.yml": "nama: Kabupaten Satu\n",
    "satu/umum/unit.yml": "nama: Bagian Umum   # lama\n",
    "satu/umum/surat-masuk.yml": LETTER,
    "satu/umum/disposisi.yml": f"nama: Disposisi\n{STEPS}",
    "satu/umum/riwayat/surat-masuk/rev-0.yml": f"nama: Surat Masuk 0\n{STEPS}",
    "satu/umum/keluar.yml": f"nama: Keluar\nstatus: diganti\ndiganti_oleh: satu/umum/surat-masuk   # dulu\n{STEPS}",
    "satu/arsip/unit.yml": "nama: Bagian Arsip\n",
    "satu/arsip/simpan.yml": f"nama: Simpan\nketerkaitan: [{{teks: A, sop: [satu/umum/surat-masuk, disposisi]}}]\n{STEPS}",
    "dua/lain/x.yml": f"nama: X\n{STEPS}",
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    root = tmp_path / "sop_defs"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return tmp_path


def texts(place: Path) -> dict[str, str]:
    root = place / "sop_defs"
    return {
        file.relative_to(root).as_posix(): file.read_bytes().decode()
        for file in root.rglob("*")
        if file.is_file()
    }


def built(place: Path) -> Catalogue:
    return CatalogueBuilder(DiskFolder(place / "sop_defs")).build()


def before(place: Path) -> dict[str, tuple[str, ...]]:
    catalogue = built(place)
    things: list[Holder] = [*catalogue.sops, *catalogue.units, *catalogue.pemdas]
    return {one.id: one.before for one in things if one.before}


def links(place: Path) -> dict[str, set[str]]:
    return {sop.id: {target.id for target in sop.tied_to} for sop in built(place).sops if sop.tied_to}


def test_an_sop_is_renamed(sop: Sop, place: Path) -> None:
    done = sop("pindah", "satu/umum/surat-masuk", "satu/umum/surat", cwd=place)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Dipindah: sop_defs/satu/umum/surat-masuk.yml → sop_defs/satu/umum/surat.yml\n"
        "Dipindah: sop_defs/satu/umum/riwayat/surat-masuk → sop_defs/satu/umum/riwayat/surat\n"
        "1 SOP beralamat baru; alamat lamanya mengantar ke sana.\n"
        "Rujukan disesuaikan di: sop_defs/satu/arsip/simpan.yml, sop_defs/satu/umum/keluar.yml\n"
    )
    found = texts(place)
    wanted = dict(FILES)
    account = "nomor: 1/SOP\nalamat_lama: [satu/umum/surat-masuk]\n"
    wanted["satu/umum/surat.yml"] = wanted.pop("satu/umum/surat-masuk.yml").replace("nomor: 1/SOP\n", account)
    wanted["satu/umum/riwayat/surat/rev-0.yml"] = wanted.pop("satu/umum/riwayat/surat-masuk/rev-0.yml")
    for path in ("satu/umum/keluar.yml", "satu/arsip/simpan.yml"):
        wanted[path] = wanted[path].replace("satu/umum/surat-masuk", "satu/umum/surat")
    assert found == wanted


def test_an_sop_goes_to_another_unit_under_its_own_name(sop: Sop, place: Path) -> None:
    was = links(place)
    assert sop("pindah", "sop_defs/satu/umum/surat-masuk.yml", "satu/arsip", cwd=place).code == 0
    assert before(place) == {"satu/arsip/surat-masuk": ("satu/umum/surat-masuk",)}
    assert "sop: satu/umum/disposisi}   # satu unit" in texts(place)["satu/arsip/surat-masuk.yml"]
    assert "diganti_oleh: satu/arsip/surat-masuk   # dulu" in texts(place)["satu/umum/keluar.yml"]
    assert not (place / "sop_defs/satu/umum/riwayat").exists()
    assert links(place) == {
        old.replace("umum/surat-masuk", "arsip/surat-masuk"): {
            one.replace("umum/surat-masuk", "arsip/surat-masuk") for one in to
        }
        for old, to in was.items()
    }


def test_a_unit_moves_with_all_that_is_in_it_and_says_so_once(sop: Sop, place: Path) -> None:
    done = sop("pindah", "satu/umum", "satu/tata-usaha", cwd=place)
    assert (done.code, done.err) == (0, "")
    wanted = {path.replace("satu/umum/", "satu/tata-usaha/"): text for path, text in FILES.items()}
    wanted["satu/tata-usaha/unit.yml"] = "nama: Bagian Umum   # lama\nalamat_lama: [satu/umum]\n"
    wanted["satu/tata-usaha/keluar.yml"] = wanted["satu/tata-usaha/keluar.yml"].replace(
        "satu/umum", "satu/tata-usaha"
    )
    wanted["satu/arsip/simpan.yml"] = wanted["satu/arsip/simpan.yml"].replace("satu/umum", "satu/tata-usaha")
    assert texts(place) == wanted
    assert before(place)["satu/tata-usaha/surat-masuk"] == ("satu/umum/surat-masuk",)


def test_a_pemda_that_only_its_folder_names_keeps_its_name(sop: Sop, place: Path) -> None:
    assert sop("pindah", "dua", "tiga", cwd=place).code == 0
    assert texts(place)["tiga/pemda.yml"] == "nama: Dua\nalamat_lama: [dua]\n"
    assert before(place) == {"tiga": ("dua",), "tiga/lain": ("dua/lain",), "tiga/lain/x": ("dua/lain/x",)}


def test_to_and_fro_leaves_only_what_is_true(sop: Sop, place: Path) -> None:
    for old, new in [
        ("satu/umum", "satu/tu"),
        ("satu", "kab"),
        ("kab/tu/disposisi", "kab/arsip/dispo"),
        ("kab", "satu"),
        ("satu/tu", "satu/umum"),
        ("satu/arsip/dispo", "satu/umum/disposisi"),
    ]:
        assert sop("pindah", old, new, cwd=place).code == 0
    catalogue = built(place)
    assert [finding for finding in catalogue.findings if finding.code == "alamat-lama"] == []
    found = before(place)
    assert {"satu/tu", "kab/umum"} <= {*found["satu/umum"]}
    assert found["satu"] == ("kab",)
    assert {"kab/arsip/dispo", "satu/arsip/dispo", "kab/tu/disposisi"} <= {*found["satu/umum/disposisi"]}
    assert links(place)["satu/umum/surat-masuk"] == {"satu/umum/disposisi"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("satu/umum/tiada", "satu/umum/x", "tidak ada di sop_defs"),
        ("satu/umum/unit.yml", "satu/umum/x", "ikut foldernya"),
        ("satu/umum/surat-masuk", "satu/umum/disposisi", "sudah ada dan tidak ditimpa"),
        ("satu/umum/surat-masuk", "satu/umum/surat-masuk", "sudah ada di situ"),
        ("satu/umum", "satu/arsip", "--gabung"),
        ("satu/umum", "tiga", "tujuannya juga unit"),
        ("satu/umum", "tiga/umum", "folder 'tiga' belum ada"),
        ("satu", "satu/umum/satu", "tujuannya juga pemda"),
        ("satu/umum/surat-masuk", "satu/tu/surat-masuk", "folder 'satu/tu' belum ada"),
        ("satu/umum/surat-masuk", "satu/x", "di dalam folder unit"),
        ("satu/umum/surat-masuk", "satu/umum/Surat Masuk", "misalnya 'satu/umum/surat-masuk'"),
        ("satu/umum/surat-masuk", "satu/umum/index", "tidak dapat menjadi alamat"),
        ("satu/umum/surat-masuk", "satu/umum/unit", "daftar bersama"),
        ("satu", "buku", "tidak dapat menjadi alamat"),
        ("satu/umum/surat-masuk", "../luar/x/y.yml", "di luar folder definisi"),
        ("satu/umum/surat-masuk", "satu/../../x", "tidak dapat menjadi alamat"),
        ("../sop_defs", "x", "di luar folder definisi"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_reason(
    sop: Sop, place: Path, old: str, new: str, said: str
) -> None:
    done = sop("pindah", old, new, cwd=place)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert texts(place) == FILES


def test_what_would_not_build_is_not_done(sop: Sop, place: Path) -> None:
    file = place / "sop_defs/satu/umum/surat-masuk.yml"
    file.write_text(f"nama: [\n{STEPS}")
    done = sop("pindah", "satu/umum/surat-masuk", "satu/umum/x", cwd=place)
    assert done.code == 2
    assert "belum dapat dibaca" in done.err
    assert file.is_file()
    assert sop("pindah", "satu/umum", "satu/tu", cwd=place).code == 0  # nothing is written into it


def test_an_address_that_others_claim_is_told(sop: Sop, place: Path) -> None:
    (place / "sop_defs/satu/arsip/y.yml").write_text(f"nama: Y\nalamat_lama: satu/umum/baru\n{STEPS}")
    done = sop("pindah", "satu/umum/disposisi", "satu/umum/baru", cwd=place)
    assert done.code == 0
    assert "sop_defs/satu/arsip/y.yml:2:14: peringatan [alamat-lama]" in done.out


@pytest.mark.parametrize("turn", range(5))
def test_what_fails_half_way_is_taken_back(
    sop: Sop, place: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    """Whichever of its steps fails."""
    steps = iter(range(99))

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object) -> object:
            if next(steps) == turn:
                raise OSError(28, "No space left on device")
            return real(*args)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(carry, "write", failing(write))
        patch.setattr(Path, "rename", failing(Path.rename))
        done = sop("pindah", "satu/umum/surat-masuk", "satu/arsip/surat", cwd=place)
    assert done.code == 2
    assert texts(place) == FILES
    assert not (place / "sop_defs/satu/arsip/riwayat").exists()


def test_blank_forms_go_along_unless_another_needs_them(sop: Sop, place: Path) -> None:
    root = place / "sop_defs/satu/umum"
    (root / "formulir").mkdir()
    for name in ("satu", "dua"):
        (root / f"formulir/{name}.pdf").write_bytes(b"%PDF-1.4 " + name.encode())
    service = "layanan: {pemohon: Loket, formulir: [satu.pdf, dua.pdf]}\n"
    (root / "disposisi.yml").write_text(f"nama: Disposisi\n{service}{STEPS}")
    (root / "keluar.yml").write_text(f"nama: Keluar\n{service.replace('satu.pdf, ', '')}{STEPS}")
    done = sop("pindah", "satu/umum/disposisi", "satu/arsip", cwd=place)
    assert done.code == 0
    assert sorted(path for path in texts(place) if path.endswith(".pdf")) == [
        "satu/arsip/formulir/dua.pdf",
        "satu/arsip/formulir/satu.pdf",
        "satu/umum/formulir/dua.pdf",
    ]


def test_the_letters_of_folders_that_exist_stay(sop: Sop, place: Path) -> None:
    (place / "sop_defs/satu/umum").rename(place / "sop_defs/satu/Bagian Umum")
    assert sop("pindah", "satu/bagian-umum/disposisi", "satu/bagian-umum/dispo", cwd=place).code == 0
    assert (place / "sop_defs/satu/Bagian Umum/dispo.yml").is_file()


def test_from_inside_the_folder_and_with_git(sop: Sop, place: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    subprocess.run(["git", "add", "."], cwd=place, check=True)
    assert sop("pindah", "./surat-masuk.yml", "./surat.yml", cwd=place / "sop_defs/satu/umum").code == 0
    assert sop("pindah", "satu/umum/disposisi", "satu/arsip", cwd=place / "sop_defs/satu/umum").code == 0
    assert {"satu/umum/surat.yml", "satu/arsip/disposisi.yml"} <= texts(place).keys()


def test_a_unit_is_merged_into_another(sop: Sop, place: Path) -> None:
    root = place / "sop_defs"
    (root / "satu/umum/unit.yml").write_text("nama: Bagian Umum\nalamat_lama: satu/rumah-tangga\n")
    was = {sop.id for sop in built(place).sops}
    done = sop("pindah", "--gabung", "satu/umum", "satu/arsip", cwd=place)
    assert (done.code, done.err) == (0, "")
    assert not (root / "satu/umum").exists()
    assert (
        texts(place)["satu/arsip/unit.yml"]
        == "nama: Bagian Arsip\nalamat_lama: [satu/umum, satu/rumah-tangga]\n"
    )
    assert texts(place)["satu/arsip/_unit-umum.yml"] == "nama: Bagian Umum\nalamat_lama: satu/rumah-tangga\n"
    assert texts(place)["satu/arsip/surat-masuk.yml"] == LETTER
    assert texts(place)["satu/arsip/riwayat/surat-masuk/rev-0.yml"]
    catalogue = built(place)
    assert [finding for finding in catalogue.findings if finding.code == "alamat-lama"] == []
    found = before(place)
    assert found["satu/arsip"] == ("satu/umum", "satu/rumah-tangga")
    assert was <= {sop.id for sop in catalogue.sops} | {old for olds in found.values() for old in olds}
    assert links(place)["satu/arsip/surat-masuk"] == {"satu/arsip/disposisi"}


def test_units_with_files_of_one_name_are_not_merged(sop: Sop, place: Path) -> None:
    (place / "sop_defs/satu/arsip/disposisi.yml").write_text(f"nama: D\n{STEPS}")
    was = texts(place)
    done = sop("pindah", "--gabung", "satu/umum", "satu/arsip", cwd=place)
    assert done.code == 2
    assert "ada di kedua unit, dan tidak ditimpa: sop_defs/satu/umum/disposisi.yml;" in done.err
    assert sop("pindah", "--gabung", "satu/umum", "satu/tiada", cwd=place).code == 2
    assert sop("pindah", "--gabung", "satu", "dua", cwd=place).code == 2
    assert texts(place) == was
    assert sop("pindah", "satu/umum/disposisi", "satu/umum/disposisi-umum", cwd=place).code == 0
    assert sop("pindah", "--gabung", "satu/umum", "satu/arsip", cwd=place).code == 0
    assert before(place)["satu/arsip/disposisi-umum"][0] == "satu/umum/disposisi"
    assert "satu/arsip/disposisi" not in before(place)


def test_a_file_that_cannot_be_edited_is_named(sop: Sop, place: Path) -> None:
    (place / "sop_defs/satu/umum/unit.yml").write_text("nama: [\n")
    done = sop("pindah", "satu/umum", "satu/tu", cwd=place)
    assert done.code == 2
    assert (
        "tidak ada yang dipindah, sebab satu/umum/unit.yml tidak dapat disunting: isinya belum dapat dibaca"
        in done.err
    )
    assert "satu/umum/surat-masuk.yml" in texts(place)
