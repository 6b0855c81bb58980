"""Charts with many lanes and long words at their exits: letters stay large enough to read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.legibility import small_letters
from sop_catalogue.paper.settings import DEFAULT, settings_from
from sop_catalogue.paper.table.fit import LEAST
from sop_catalogue.paper.write import page_rules
from tests.paper.one_sop import made
from tests.studio import STUDIO

CELLS = (
    "kelengkapan: [Surat permohonan, Data inventaris komputer], waktu: 15 menit, output: [Kartu disposisi]"
)
LANES = ("Kepala Dinas", "Sekretaris", "Teknisi", "Petugas Adm.", "Kabid Kominfo", "Kasi Jaringan")
STEPS = "".join(
    f"  - {{kegiatan: Meneruskan surat permohonan kepada yang berwenang, pelaksana: {lane}, {CELLS}}}\n"
    for lane in LANES
)


def scales(folder: Path, exits: str, decides: str) -> list[float]:
    """Of its sheets' drawings: px on paper for each px of the drawing."""
    decision = f"  - {{kegiatan: Meneliti berkas, pelaksana: {decides}, keputusan: {exits}, {CELLS}}}\n"
    catalogue = made(folder, f"nama: Satu\nlangkah:\n{STEPS}{decision}{STEPS}")
    html = "".join(sheet.printed for sheet in KeptSheets(DEFAULT, STUDIO).printed(catalogue.sops[0]).sheets)
    wide = [int(px) for px in re.findall(r"--gambar:(\d+)px", html)]
    drawn = [{float(px) for px in re.findall(r'<svg class="sop-strip" width="([\d.]+)"', table)}
             for table in html.split("--gambar:")[1:]]  # fmt: skip
    assert wide and all(len(widths) == 1 for widths in drawn)
    return [paper / (widths.pop() - 1) for paper, widths in zip(wide, drawn, strict=True)]


@pytest.mark.parametrize(
    "exits",
    [
        "{Teknis: lanjut, Administratif: 4, Ditolak: 1}",
        "{Memenuhi syarat: lanjut, Perlu perbaikan: 2}",
        "{Dikembalikan: 1, Ditandatangani: 12, Diteruskan: lanjut}",
    ],
)
@pytest.mark.parametrize("decides", ["Teknisi", "Kabid Kominfo"])
def test_letters_of_wide_charts_are_readable(tmp_path: Path, exits: str, decides: str) -> None:
    assert min(scales(tmp_path, exits, decides)) >= LEAST - 0.003


def test_what_is_too_wide_is_printed_on_wider_paper_where_an_office_has_it(tmp_path: Path) -> None:
    wide = settings_from({"kertas_lebar": "a3"})
    for lanes, on in ((19, "420mm"), (6, "297mm")):
        steps = "".join(f"  - {{kegiatan: Tahap {n}, pelaksana: {chr(65 + n) * 3}}}\n" for n in range(lanes))
        (entry,) = made(tmp_path / str(lanes), f"nama: Satu\nlangkah:\n{steps}").sops
        sheets = [sheet.printed for sheet in KeptSheets(wide, STUDIO).printed(entry).sheets]
        assert all(f'style="width:{on};' in sheet for sheet in sheets)
        assert all((" lembar--lebar" in sheet) == (lanes == 19) for sheet in sheets)
        assert not list(small_letters(entry, wide))
        assert bool(list(small_letters(entry, DEFAULT))) == (lanes == 19)
    assert "@page lebar{size:420mm 297mm;" in page_rules(wide)
    assert "lebar" not in page_rules(DEFAULT)
