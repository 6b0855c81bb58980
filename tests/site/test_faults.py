"""A broken definition: fatal where a site is published, shown where an author works on it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build as build_in_process
from mkdocs.config import load_config

from tests.site.build import Builder, Site, build, copy_sample
from tests.site.faulty import BROKEN_PLACE


def test_a_strict_build_names_file_line_and_remedy(faulty: Site, tmp_path: Path) -> None:
    built = build(faulty.source, tmp_path / "situs")
    assert built.code != 0
    assert f"sop_defs/{BROKEN_PLACE}:5:" in built.log
    assert "pelaksna" in built.log
    assert "Traceback" not in built.log


def test_otherwise_its_page_shows_the_faults_and_all_others_are_there(faulty: Site, sample: Site) -> None:
    assert faulty.code == 0, faulty.log
    page = faulty.page("sop/kabupaten-contoh/dinas-arsip/surat-rusak")
    assert "pelaksna" in page
    assert f"{BROKEN_PLACE}:5:" in page
    added = set(faulty.digests()) - set(sample.digests())
    assert sorted(added) == [f"sop/{BROKEN_PLACE.removesuffix('yml')}{ending}" for ending in ("html", "yml")]
    assert not set(sample.digests()) - set(faulty.digests())


def test_a_rebuild_in_one_process_shows_what_was_edited(tmp_path: Path) -> None:
    """As `mkdocs serve` does: one plugin object over many builds."""
    source = copy_sample(tmp_path / "katalog")
    file = source / "sop_defs/kabupaten-contoh/dinas-arsip/surat-masuk.yml"
    page = tmp_path / "situs/sop/kabupaten-contoh/dinas-arsip/surat-masuk.html"
    config = load_config(str(source / "mkdocs.yml"), site_dir=str(tmp_path / "situs"))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["sop-catalogue"]

    seen = []
    original = file.read_text("utf-8")
    for text in (original, original.replace("amplop", "bungkusan"), "nama: [", original):
        file.write_text(text, "utf-8")
        config = load_config(str(source / "mkdocs.yml"), site_dir=str(tmp_path / "situs"))
        assert config.plugins["sop-catalogue"] is plugin
        build_in_process(config)
        seen.append(page.read_text("utf-8"))

    assert "Menerima amplop" in seen[0]
    assert "Menerima bungkusan" in seen[1]
    assert "amplop" not in seen[1]
    assert "Menerima" not in seen[2]
    assert seen[3] == seen[0]


def test_nothing_is_written_beside_the_sources(site: Builder) -> None:
    """Or a serve would see its own traces as edits, and rebuild for ever."""
    source = site().source
    kept = {
        f.relative_to(source).as_posix() for f in source.rglob("*") if f.is_file() and ".cache" not in f.parts
    }
    original = {
        f.relative_to(Path(__file__).parent / "katalog").as_posix()
        for f in (Path(__file__).parent / "katalog").rglob("*")
        if f.is_file() and ".cache" not in f.parts
    }
    assert kept == original
