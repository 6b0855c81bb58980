"""A mkdocs.yml is read as MkDocs reads it; what is wrong in it is told where it is needed, and only there."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from sop_catalogue import options
from sop_catalogue.commands.settings_file import read_settings
from sop_catalogue.commands.site import FILES, Site, site_in, site_of
from sop_catalogue.plugin.settings import SopConfig
from sop_catalogue.refused import RefusedError

from .conftest import Sop

SHAPES = Path(__file__).with_name("settings")
NAMES = sorted(file.name for file in SHAPES.glob("*.yml"))
FOLDERS = ("docs/potongan", "sop_defs", "definisi", "isi/definisi", "dari lingkungan")
VARIABLES = {
    "UJI_NAMA": "Katalog dari Lingkungan",
    "UJI_ALAMAT": "https://lingkungan.contoh.go.id/",
    "UJI_TIDAK": "false",
    "UJI_YA": "true",
    "UJI_ANGKA": "12.5",
    "UJI_FOLDER": "dari lingkungan",
    "UJI_SIMPAN": ".dari-lingkungan",
}
Resolved = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pengaturan")
    shutil.copytree(SHAPES, place, dirs_exist_ok=True)
    for folder in FOLDERS:
        (place / folder).mkdir(parents=True)
    return place


@pytest.fixture(scope="module", params=["mkdocs", "properdocs"])
def by_the_generator(request: pytest.FixtureRequest, shapes: Path) -> Resolved:
    """What the site generator itself makes of every shape."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.resolved", request.param, *NAMES],
        cwd=shapes,
        env={
            **os.environ,
            **VARIABLES,
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: Resolved = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_settings_mean_what_the_generator_takes_them_for(
    shapes: Path, by_the_generator: Resolved, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in VARIABLES.items():
        monkeypatch.setenv(variable, value)
    site = Site(shapes / name, read_settings(shapes / name))
    assert {
        "definitions": str(site.definitions),
        "cache": str(site.cache),
        "paper": site.paper and dataclasses.asdict(site.paper),
        "url": site.url,
        "directory_urls": site.directory_urls,
        "name": site.name,
    } == by_the_generator[name]


def test_the_doors_know_the_plugin_by_the_same_name_and_options() -> None:
    assert [entry.name for entry in entry_points(group="mkdocs.plugins", module="sop_catalogue.plugin")] == [
        options.PLUGIN
    ]
    defaults = {name: option.default for name, option in SopConfig._schema}
    assert (defaults["sop_defs"], defaults["cache_dir"]) == (options.SOP_DEFS, options.CACHE_DIR)


OURS = "plugins: [{sop-catalogue: {%s}}]\n"
BROKEN = [
    ("plugins: [sop-catalogue\nsite_name: X\n", "mkdocs.yml:1: daftar dalam kurung tidak ditutup"),
    ("plugins:\n\t- sop-catalogue\n", "mkdocs.yml:2: baris ini memakai tab; ganti setiap tab dengan dua spasi"),
    ("- sop-catalogue\n", "mkdocs.yml: isinya bukan pengaturan"),
    ("sop-catalogue", "mkdocs.yml: isinya bukan pengaturan"),
    ("\x00", "mkdocs.yml:1: ada karakter tak terlihat"),
    ("a: " + "[" * 500, "mkdocs.yml: "),
    ("a: 2026-02-31", "mkdocs.yml: ada isian yang tidak dapat dibaca (day is out of range"),
    ("a: !!bool entah", "mkdocs.yml: ada isian yang tidak dapat dibaca"),
    ("a: !ENV {a: b}", "mkdocs.yml:1: "),
    ("INHERIT: tiada.yml\n", "mkdocs.yml: INHERIT: berkas induk 'tiada.yml' tidak ada; betulkan"),
    ("INHERIT: !ENV UJI_TIDAK_ADA\n", "mkdocs.yml: INHERIT: 'None' bukan nama berkas"),
    ("INHERIT: [a.yml]\n", "bila ditulis dengan !ENV, isi dulu variabelnya"),
    ("INHERIT: docs\n", "docs: tidak dapat dibaca (itu folder)"),
    ("INHERIT: mkdocs.yml\n", "INHERIT berputar: mkdocs.yml → mkdocs.yml; hapus INHERIT"),
    ("INHERIT: docs/a.yml\n", "INHERIT berputar: mkdocs.yml → docs/a.yml → mkdocs.yml"),
    ("INHERIT: docs/rusak.yml\n", "docs/rusak.yml:3: daftar dalam kurung"),
]  # fmt: skip
"""Files that no one can read, and what is said of each."""


@pytest.fixture
def site(project: Path) -> Path:
    """Its definitions are where only the settings can say."""
    (project / "docs").mkdir()
    (project / "docs/a.yml").write_text("INHERIT: ../mkdocs.yml\n")
    (project / "docs/rusak.yml").write_text("a: b\nb: [\n")
    (project / "sop_defs").rename(project / "definisi")
    return project


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_what_cannot_be_read_is_told_where_it_is_needed(sop: Sop, site: Path, text: str, said: str) -> None:
    (site / "mkdocs.yml").write_text(text)
    for words in (["check"], ["export", "hasil"], ["export", "hasil", "--root", "definisi"], ["new", "A"]):
        done = sop(*words, cwd=site)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert not (site / "hasil").exists()


@pytest.mark.parametrize("text", [text for text, _ in BROKEN])
def test_and_is_in_no_one_s_way_where_it_is_not(sop: Sop, site: Path, text: str) -> None:
    (site / "mkdocs.yml").write_text(text)
    assert sop("check", "--root", "definisi", cwd=site).code == 0
    (site / "definisi").rename(site / "sop_defs")
    assert sop("check").code == 0


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (OURS % "sop_defs: 3", "definitions", "sop_defs: '3' bukan teks; apit dengan tanda kutip"),
        (OURS % "sop_defs: [a]", "definitions", "sop_defs: '['a']' bukan teks"),
        (OURS % "sop_defs: !relative $docs_dir", "definitions", "sop_defs: '!relative' bukan teks"),
        ("plugins: {sop-catalogue: definisi}\n", "definitions", "sop-catalogue: 'definisi' bukan pengaturan"),
        (OURS % "cache_dir: true", "cache", "cache_dir: 'True' bukan teks"),
        (OURS % "cetak: 4", "paper", "cetak: '4' bukan pengaturan"),
        (OURS % "cetak: {kertas: A3}", "paper", "cetak: kertas: 'A3' bukan ukuran kertas"),
        (OURS % "cetak: {kertas: !!python/name:a.b }", "paper", "kertas: '!!python/name:a.b' bukan"),
        ("site_url: 3\n", "url", "site_url: '3' bukan teks"),
        ("site_url: sop.contoh.go.id\n", "url", "bukan alamat; tulis misalnya https://"),
        ("site_url: 'http://['\n", "url", "site_url: 'http://[' bukan alamat"),
        ("use_directory_urls: tidak\n", "directory_urls", "use_directory_urls: 'tidak' bukan pilihan"),
        ("site_name: 2026\n", "name", "site_name: '2026' bukan teks; apit dengan tanda kutip"),
    ],
)
def test_a_setting_of_the_wrong_kind_is_told_when_it_is_asked_for(
    tmp_path: Path, text: str, key: str, said: str
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text)
    site = Site(file, read_settings(file))
    with pytest.raises(RefusedError) as refused:
        getattr(site, key)
    assert said in str(refused.value)
    assert "mkdocs.yml: " in str(refused.value)


def test_definitions_that_are_not_where_the_settings_say(sop: Sop, site: Path) -> None:
    (site / "mkdocs.yml").write_text(OURS % "sop_defs: !ENV UJI_TIDAK_ADA")
    done = sop("check", cwd=site)
    assert done.code == 2
    assert (
        "mkdocs.yml: folder definisi 'sop_defs' tidak ada; betulkan sop_defs di sana (bila ditulis dengan !ENV"
        in done.err
    )


@pytest.mark.parametrize("name", FILES)
def test_the_settings_may_be_called(sop: Sop, site: Path, name: str) -> None:
    (site / "induk.yml").write_text("plugins: {sop-catalogue: {sop_defs: definisi}}\n")
    (site / name).write_text("INHERIT: induk.yml\nsite_name: Katalog\n")
    assert sop("check", cwd=site / "docs").out.startswith("Bersih: 4 berkas")
    assert site_of(site / "definisi").name == "Katalog"


def test_a_site_of_other_plugins_is_not_ours(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Lain\nplugins: [search]\n")
    assert site_in(project) is None
    (project / "properdocs.yml").write_text(f"site_name: Katalog\n{OURS % ''}")
    assert site_of(project / "sop_defs").name == "Katalog"


def test_a_site_beside_its_definitions(sop: Sop, site: Path) -> None:
    (site / "situs").mkdir()
    (site / "situs/mkdocs.yml").write_text(f"site_name: Katalog Samping\n{OURS % 'sop_defs: ../definisi'}")
    assert sop("check", cwd=site / "situs").out.startswith("Bersih: 4 berkas")
    assert site_of(site / "definisi").name == "Katalog Samping"
