"""`sop init` and `sop new`: what they write works at once, and they never overwrite."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import PathDistribution
from pathlib import Path, PurePosixPath

import jsonschema
import pytest
import yaml

from sop_catalogue.commands import init
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop as SopModel

from .conftest import Sop


@pytest.fixture
def started(sop: Sop, tmp_path: Path) -> Path:
    assert sop("init", "katalog baru", cwd=tmp_path).code == 0
    return tmp_path / "katalog baru"


def test_the_starter_is_whole_and_clean(sop: Sop, started: Path) -> None:
    for name in ("mkdocs.yml", "docs/index.md", "docs/tentang.md", "README.md", ".gitignore", ".github/workflows/terbit.yml",
                 "requirements.txt", "sop_defs/peran.yml", "sop_defs/peraturan.yml", "sop_defs/sinonim.yml", "sop_defs/.skema/sop.schema.json"):  # fmt: skip
        assert (started / name).is_file(), name
    done = sop("check", cwd=started)
    assert (done.code, done.out) == (0, "Bersih: 7 berkas diperiksa, tidak ada temuan.\n")


@pytest.mark.halved
@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_the_starter_builds_strictly_and_in_silence(started: Path, tool: str) -> None:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", tool, "build", "--strict", "--quiet"]
    done = subprocess.run(
        command, cwd=started, env={**os.environ, **quiet}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Legalisasi Dokumen" in (started / "site/index.html").read_text("utf-8")
    assert (started / "site/sop/kabupaten-contoh/dinas-contoh/legalisasi-dokumen.html").is_file()
    for name in ("panduan/index.html", "panduan/pesan.html", "panduan/gambar/riwayat.png", "tentang.html"):
        assert (started / "site" / name).is_file(), name
    assert 'href="panduan/mencari.html">Cara mencari' in (started / "site/index.html").read_text("utf-8")


def test_the_examples_show_what_they_promise(started: Path) -> None:
    text = (started / "sop_defs/kabupaten-contoh/dinas-contoh/legalisasi-dokumen.yml").read_bytes()
    full = read_definition("x", text, SopModel).model
    assert full is not None
    assert all(
        (full.nomor, full.tanggal, full.disahkan_oleh, full.dasar_hukum, full.keterkaitan, full.peringatan)
    )
    (chart,) = full.semua_bagan
    assert any(step.keputusan for step in chart.langkah)
    assert any(len(step.simbol) > 1 for step in chart.langkah)
    assert any(step.waktu and step.waktu.sampai for step in chart.langkah)


def test_every_definition_of_the_starter_points_to_its_schema(started: Path) -> None:
    files = [*started.glob("sop_defs/**/*.yml")]
    assert len(files) == 7
    for file in files:
        first = file.read_text("utf-8").splitlines()[0]
        wanted = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert wanted, file
        schema = json.loads((file.parent / wanted[1]).read_text("utf-8"))
        jsonschema.validate(yaml.load(file.read_bytes(), yaml.BaseLoader), schema)


def test_actions_are_official_and_pinned(started: Path) -> None:
    workflow = (started / ".github/workflows/terbit.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert used
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)
    assert "mkdocs build --strict" in workflow
    assert "sop check" in workflow
    yaml.safe_load(workflow)


@pytest.mark.parametrize("taken", ["mkdocs.yml", "sop_defs/peran.yml", ".gitignore", "requirements.txt"])
def test_init_overwrites_nothing_and_then_writes_nothing(sop: Sop, tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("milik saya")
    done = sop("init", ".", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert taken in done.err
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [tmp_path / taken]
    assert (tmp_path / taken).read_text() == "milik saya"


def test_init_beside_other_files_and_in_a_file(sop: Sop, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("milik saya")
    assert sop("init", "catatan.txt", cwd=tmp_path).code == 2
    done = sop("init", ".")
    assert done.code == 0
    assert re.match(r"\d+ berkas ditulis\. Selanjutnya:\n  sop serve", done.out)
    assert (tmp_path / "catatan.txt").read_text() == "milik saya"


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, r"sop-catalogue==\d+\.\d+.*"),
        ({"url": "file:///tmp/x", "dir_info": {"editable": True}}, r"sop-catalogue==\d+\.\d+.*"),
        ({"url": "https://git.example/x.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
         r"sop-catalogue @ git\+https://git\.example/x\.git@abc"),
        ({"url": "https://example/x.whl", "archive_info": {}}, r"sop-catalogue @ https://example/x\.whl"),
    ],
)  # fmt: skip
def test_requirements_name_where_the_package_came_from(
    monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None, line: str
) -> None:
    come_from(monkeypatch, origin)
    assert re.fullmatch(line, init.requirement())


def come_from(monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None) -> None:
    original = PathDistribution.read_text

    def read_text(self: PathDistribution, name: str) -> str | None:
        return (json.dumps(origin) if origin else None) if name == "direct_url.json" else original(self, name)

    monkeypatch.setattr(PathDistribution, "read_text", read_text)


def test_a_wheel_comes_along(sop: Sop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "unduhan saya/sop_catalogue-0.1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"PK")
    come_from(monkeypatch, {"url": wheel.as_uri(), "archive_info": {}})
    done = sop("init", "katalog", cwd=tmp_path)
    assert "PAKET_KATALOG" not in done.out
    assert (tmp_path / f"katalog/paket/{wheel.name}").read_bytes() == b"PK"
    assert (tmp_path / "katalog/requirements.txt").read_text() == f"./paket/{wheel.name}\n"
    wheel.unlink()
    assert re.fullmatch(r"sop-catalogue==\d.*", init.requirement())


def test_what_came_from_a_folder_says_what_to_set(
    sop: Sop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_from(monkeypatch, {"url": tmp_path.as_uri(), "dir_info": {}})
    assert "isi variabel PAKET_KATALOG: lihat README.md" in sop("init", "katalog", cwd=tmp_path).out
    assert "PAKET_KATALOG" in (tmp_path / "katalog/README.md").read_text("utf-8")
    assert "vars.PAKET_KATALOG" in (tmp_path / "katalog/.github/workflows/terbit.yml").read_text("utf-8")


def test_the_starter_is_package_data() -> None:
    names = {name for name, _ in init.starter()}
    assert PurePosixPath(".gitignore") in names
    assert not any(part.startswith(("titik-", "__")) for name in names for part in name.parts)


NAMES = [
    "Pelayanan Surat Masuk",
    'Cuti: "tahunan" & #1 {x} [y] *z* - !a',
    "  Spasi   ganda\t ",
    "'Kutip' \\ garis miring",
    "yes",
    "001",
    "Unit",
    "Index",
    "Émile – café",
    "é" * 200 + "a",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_skeleton_passes_as_it_stands(sop: Sop, started: Path, name: str) -> None:
    done = sop("new", name, cwd=started)
    assert done.code == 0, done.err
    written = started / done.out.splitlines()[0].removeprefix("Dibuat: ")
    assert re.fullmatch(r"[a-z0-9-]{1,64}\.yml", written.name)
    assert sop("check", written).code == 0
    assert sop("check").code == 0
    model = read_definition("x", written.read_bytes(), SopModel).model
    assert model is not None
    assert model.nama == " ".join(name.split())


def test_new_refuses_what_is_there_already(sop: Sop, started: Path) -> None:
    first = sop("new", "Surat Keluar", cwd=started)
    again = sop("new", "SURAT  keluar")
    assert (first.code, again.code) == (0, 2)
    assert "surat-keluar.yml sudah ada" in again.err


def test_new_takes_the_unit_it_is_told_stands_in_or_that_is_alone(sop: Sop, started: Path) -> None:
    defs = started / "sop_defs"
    (defs / "kabupaten-contoh/dinas-lain").mkdir()
    several = sop("new", "A", cwd=started)
    assert several.code == 2
    assert "--unit" in several.err
    assert sop("new", "A", "--unit", "kabupaten-contoh\\dinas-lain").code == 0
    assert (defs / "kabupaten-contoh/dinas-lain/a.yml").is_file()
    assert sop("new", "B", cwd=defs / "kabupaten-contoh/dinas-contoh").code == 0
    assert (defs / "kabupaten-contoh/dinas-contoh/b.yml").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["new", "A", "--unit", "kabupaten-contoh/dinas-conto"],
            "maksud Anda 'kabupaten-contoh/dinas-contoh'?",
        ),
        (["new", "A", "--unit", "../.."], "belum ada"),
        (["new", ""], "kosong"),
        (["new", "主任"], "huruf atau angka latin"),
        (["new", "a\u202eb"], "karakter tak terlihat"),
        (["new"], "belum disebut: NAMA"),
    ],
)
def test_new_says_what_it_needs(sop: Sop, started: Path, words: list[str], said: str) -> None:
    done = sop(*words, cwd=started)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_what_is_to_be_typed_can_be_typed(sop: Sop, tmp_path: Path) -> None:
    assert '\n  cd "katalog kami"\n' in sop("init", "katalog kami", cwd=tmp_path).out
    assert "\n  cd katalog\n" in sop("init", "katalog").out
    done = sop("new", "Surat Masuk Baru", "--root", "katalog kami/sop_defs")
    assert done.out.endswith(
        'sop check "katalog kami/sop_defs/kabupaten-contoh/dinas-contoh/surat-masuk-baru.yml"\n'
    )


def test_new_says_each_thing_in_a_line_of_its_own(sop: Sop, started: Path) -> None:
    said = sop("new", "A", "--unit", "kabupaten-contoh/dinas-conto", cwd=started).err
    assert said.endswith(
        "maksud Anda 'kabupaten-contoh/dinas-contoh'?\nUnit baru: buat foldernya di sop_defs, dengan berkas unit.yml berisi 'nama: …'\n"
    )


def test_new_without_any_unit(sop: Sop, tmp_path: Path) -> None:
    (tmp_path / "sop_defs").mkdir()
    assert "belum ada satu unit pun" in sop("new", "A", cwd=tmp_path).err


def test_every_new_definition_has_a_code_of_its_own(
    sop: Sop, started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = iter("bcdfgh" * 2 + "bcdfg2")
    monkeypatch.setattr("sop_catalogue.commands.new.choice", lambda _: next(letters))
    for name in ("Satu", "Dua"):
        assert sop("new", name, cwd=started).code == 0
    texts = [
        (started / f"sop_defs/kabupaten-contoh/dinas-contoh/{name}.yml").read_text()
        for name in ("satu", "dua")
    ]
    assert [re.findall(r"^kode: (\S+)", text, re.M) for text in texts] == [["bcdfgh"], ["bcdfg2"]]
    assert sop("check", cwd=started).code == 0
