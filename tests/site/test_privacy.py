"""What an office hides is in no byte of what it publishes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sop_catalogue.cli import main
from sop_catalogue.commands.outcome import FINDINGS

from .build import SUBPATH, Site, build
from .named import NIPS, WORDS, named_catalogue

DAY = "      hari_ini: 2026-01-31\n"
HIDDEN = f"{DAY}      privasi: {{nama: sembunyi, nip: sembunyi}}\n"
NIPS_ON_PAPER = f"{DAY}      privasi: {{nip: sembunyi, cetak: {{nip: tampil}}}}\n"


def published(site: Site) -> dict[str, str]:
    """What each file says, its name included; in small letters, and without what may stand between."""
    files = (file for file in site.folder.rglob("*") if file.is_file())
    return {
        (
            path := file.relative_to(site.folder).as_posix()
        ): f"{path} {file.read_bytes().decode('utf-8', 'replace')}".casefold()
        for file in files
    }


def naming(said: dict[str, str]) -> set[str]:
    return {path for path, text in said.items() if any(word in text for word in WORDS)}


def numbering(said: dict[str, str]) -> set[str]:
    digits = {path: re.sub(r"[\s.-]+", "", text) for path, text in said.items()}
    return {path for path, text in digits.items() if any(nip in text for nip in NIPS)}


def made(folder: Path, settings: str) -> Site:
    site = build(named_catalogue(folder / "katalog", settings), folder / "situs", strict=False, url=SUBPATH)
    assert site.code == 0, site.log
    return site


@pytest.fixture(scope="module")
def hidden(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(tmp_path_factory.mktemp("sembunyi"), HIDDEN)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return made(tmp_path_factory.mktemp("tampil"), DAY)


def test_every_kind_of_file_would_name_them(shown: Site) -> None:
    """Else to look for them would prove nothing."""
    said = published(shown)
    kinds = {Path(path).suffix for path in naming(said)}
    assert any("/riwayat/" in path for path in naming(said))
    assert kinds >= {".html", ".json", ".yml", ".js", ".svg"}
    assert {Path(path).suffix for path in numbering(said)} >= {".html", ".json", ".yml"}


def test_nobody_is_named_in_any_byte(hidden: Site) -> None:
    said = published(hidden)
    assert not naming(said)
    assert not numbering(said)
    assert not [word for word in WORDS if word in hidden.log.casefold()]


def test_the_site_is_whole_all_the_same(shown: Site, hidden: Site) -> None:
    gone = set(published(shown)) - set(published(hidden))
    assert (
        {path for path in gone if not any(word in path for word in WORDS)}
        == {
            "sop/kabupaten-contoh/dinas-bernama/rusak.yml"  # which nobody can understand, so that it may name anybody
        }
    )
    page = hidden.page("sop/kabupaten-contoh/dinas-bernama/menurut-jabatan")
    assert "Kepala Dinas" in page
    assert "menurut daftar pejabat" in page
    health = hidden.page("kesehatan/kabupaten-contoh/dinas-bernama")
    assert "Pengesahan pejabat lama" in health.split('id="pejabat"')[1]


def test_an_export_hides_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = named_catalogue(tmp_path / "katalog", HIDDEN)
    monkeypatch.chdir(source)
    assert main(["export", str(tmp_path / "ekspor")]) == FINDINGS
    said = published(Site(tmp_path / "ekspor", source, False, "", 0, ""))
    assert "catalogue.json" in said
    assert not naming(said) | numbering(said)


def test_a_number_can_be_hidden_alone_and_paper_has_a_setting_of_its_own(tmp_path: Path) -> None:
    said = published(made(tmp_path, NIPS_ON_PAPER))
    assert any(not path.startswith("cetak/") for path in naming(said))
    found = numbering(said)
    assert found
    assert all(path.startswith("cetak/") for path in found)
