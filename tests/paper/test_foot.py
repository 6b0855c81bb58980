"""What stands at the foot of a sheet leaves the sheet its room."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.paper.foot import foot_of, shortened
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import settings_from
from tests.paper.one_sop import made, sop
from tests.studio import STUDIO


def test_a_name_is_whole_as_long_as_offices_name_things() -> None:
    assert shortened("a" * 240) == "a" * 240
    assert shortened("a" * 241) == "a" * 239 + "…"


def test_a_name_without_end_takes_a_few_lines(tmp_path: Path) -> None:
    (entry,) = made(tmp_path, sop().replace("nama: ", f"nama: {'Sangat panjang ' * 60}", 1)).sops
    foot = foot_of(entry, settings_from({}), 900)
    assert foot.height < 60


def test_what_is_inferred_has_a_star_and_the_foot_says_what_it_is(tmp_path: Path) -> None:
    text = sop().replace("pelaksana: Kadin", "pelaksana: Kadin, tafsiran: pelaksana")
    (entry,) = made(tmp_path, f"tafsiran: semua panah\n{text}").sops
    html = KeptSheets(settings_from({}), STUDIO).printed(entry).sheets[0].printed
    assert html.count("Disimpulkan: kolom pelaksana</title>") == html.count(">*</text>") == 1
    assert ">Pelaksana*</th>" in html
    assert "Selesai. Disimpulkan: kolom pelaksana." in html
    assert "* Disimpulkan: kolom pelaksana, panah. Salinan" in html
    (plain,) = made(tmp_path, sop()).sops
    assert "disimpulkan" not in KeptSheets(settings_from({}), STUDIO).printed(plain).sheets[0].printed


def test_a_form_that_its_document_does_not_have_says_so_at_its_head(tmp_path: Path) -> None:
    (entry,) = made(tmp_path, f"tafsiran: formulir\n{sop()}").sops
    said = "Dokumen asal tidak memuat blok identitas; blok ini dibuat untuk katalog."
    html = KeptSheets(settings_from({}), STUDIO).printed(entry).sheets[0].printed
    assert html.index(said) < html.index("KABUPATEN CONTOH") < html.index("Nomor SOP")
