"""Texts and flows that are written to take for ever: none takes much longer than a plain flow of as many steps."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.chart.text import wrap
from sop_catalogue.store.disk import DiskFolder

MOST = 4
"""Times what the plain flow takes, in the same process and so on the same busy machine."""
LONG = 4_900

TEXTS = {
    "brackets": "(" * LONG,
    "brackets with words": "(x" * (LONG // 2),
    "commas": "," * LONG,
    "digits": "9" * LONG + " x",
    "spaces after a number's name": "sop no" + " " * LONG + "x",
    "empty lines": "a" + "\n" * LONG + "b",
    "spaces inside a law": "x, undang" + " " * LONG + "x",
    "SOPs": "sop " * (LONG // 4),
    "titles": "sop surat masuk, " * (LONG // 17),
    "laws about laws": ("tentang uu " * 90 + "dan uu ") * (LONG // 1000),
    "stars": "* " * (LONG // 2),
}
ROWS = range(6_000)
FLOWS = {
    "merged cells over each other": [
        {"kegiatan": "a", "pelaksana": "Q", "waktu": {"teks": "1 jam", "sampai": 6_000}} for _ in ROWS
    ],
    "starts only": [{"kegiatan": "a", "pelaksana": "Q", "bentuk": "mulai"} for _ in ROWS],
    "arrows to everywhere": [
        {"kegiatan": "a", "pelaksana": "Q", "ke": [i for i in ROWS if i > 1]},
        *({"kegiatan": "a", "pelaksana": "Q"} for _ in ROWS),
    ],
}


def seconds_to_read(folder: Path, definition: object) -> float:
    file = folder / "pemda/unit/x.yml"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(definition, ensure_ascii=False), "utf-8")
    start = time.process_time()
    catalogue = CatalogueBuilder(DiskFolder(folder)).build()
    assert len(catalogue.sops) == 1, catalogue.broken
    return time.process_time() - start


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> float:
    plain = [{"kegiatan": "a", "pelaksana": "Q"} for _ in ROWS]
    return MOST * seconds_to_read(tmp_path_factory.mktemp("wajar"), {"nama": "Uji", "langkah": plain})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_long_text(tmp_path: Path, text: str, allowed: float) -> None:
    step = {"kegiatan": text, "pelaksana": "Staf", "waktu": text[:190]}
    step |= dict.fromkeys(("kelengkapan", "output", "keterangan"), text)
    lists = {key: [text] for key in ("keterkaitan", "dasar_hukum", "peralatan_perlengkapan")}
    assert seconds_to_read(tmp_path, {"nama": "Uji", **lists, "langkah": [step]}) < allowed


@pytest.mark.parametrize("steps", FLOWS.values(), ids=FLOWS)
def test_a_flow_without_end(tmp_path: Path, steps: list[dict[str, object]], allowed: float) -> None:
    assert seconds_to_read(tmp_path, {"nama": "Uji", "langkah": steps}) < allowed


@pytest.mark.parametrize("letter", ["a", "\u0301"])
def test_a_word_longer_than_any_line(letter: str, allowed: float) -> None:
    start = time.process_time()
    lines = wrap(f"a{letter * 100_000}", 158.0, 11.5)
    assert "".join(line.removesuffix("-") for line in lines) == f"a{letter * 100_000}"
    assert time.process_time() - start < allowed
