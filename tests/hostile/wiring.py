"""Filled definitions made consistent, so that charts are drawn and threads run between pages."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Values = dict[str, Any]
STEPS = ("satu", "dua", "tiga")
CELLS = ("kelengkapan", "waktu", "output", "keterangan")
BY_HAND = ("bolak_balik", "penghubung", "keluar")
"""How arrows are drawn: for labels that nobody has, or in a word too long for its place."""


def with_charts(sop: Values) -> Values:
    """The SOP with its charts under `bagan`."""
    for key in ("langkah", "judul_bagan", "catatan_kaki", "pelaksana"):
        del sop[key]
    for chart in sop["bagan"]:
        _wire(chart)
    return _shown(sop)


def with_steps(sop: Values) -> Values:
    """The SOP with a chart of its own."""
    del sop["bagan"]
    _wire(sop)
    return _shown(sop)


def with_columns(register: Values) -> Values:
    """All columns stay, for what is left out is not looked at."""
    if "formulir" in register:
        register["formulir"]["tanpa_kolom"] = []
    return register


def _shown(sop: Values) -> Values:
    with_columns(sop)
    for place in ("pemda", "unit"):
        if isinstance(sop[place], dict):
            with_columns(sop[place])
    return sop


def _wire(chart: Values) -> None:
    """Lanes, steps and arrows by ids, for a hostile name refers to nothing."""
    lanes = _lanes(chart["pelaksana"])
    steps = chart["langkah"] = _copies(chart["langkah"], 3)
    for name, step in zip(STEPS, steps, strict=True):
        step["id"] = name
        step["pelaksana"] = lanes[:1]
        step["simbol"] = _copies(step["simbol"], 2)
        for number, symbol in enumerate(step["simbol"]):
            symbol |= {"id": f"{name}-{number}", "di": lanes[-1:]}
    first, second, third = steps
    del first["halaman_baru"]
    for item in [*steps, *(symbol for step in steps for symbol in step["simbol"])]:
        for key in BY_HAND:
            del item[key]
    for key in ("simbol", "ke", "bentuk"):
        del first[key]
    for key in ("pelaksana", "bentuk", "teks", "ke", "keputusan"):
        del second[key]
    for key in ("simbol", "keputusan", "ke"):
        del third[key]
    first["keputusan"] = {**dict.fromkeys(first["keputusan"], "lanjut"), "Tidak": "tiga"}
    _symbols(second["simbol"])
    third["bentuk"] = "selesai"
    _cells(steps)


def _lanes(written: Any) -> list[str]:
    """How steps may call the lanes."""
    lanes: list[str] = []
    for lane in written if isinstance(written, list) else [written]:
        inner = lane["pelaksana"] if isinstance(lane, dict) and "kelompok" in lane else [lane]
        lanes += (one["id"] if isinstance(one, dict) else one for one in inner)
    return lanes


def _copies(written: Any, number: int) -> list[Values]:
    """That many of what may be one alone."""
    items = written if isinstance(written, list) else [written]
    return [*items, *(deepcopy(items[0]) for _ in range(number - len(items)))]


def _symbols(symbols: list[Values]) -> None:
    first, last = symbols
    first |= {
        "bentuk": "keputusan",
        "keputusan": {**dict.fromkeys(first["keputusan"], last["id"]), "Tidak": "satu"},
    }
    last |= {"bentuk": "proses", "ke": dict.fromkeys(last["keputusan"], "tiga")}
    for symbol, key in ((first, "ke"), (first, "garis_ke"), (last, "keputusan"), (last, "garis_ke")):
        del symbol[key]


def _cells(steps: list[Values]) -> None:
    """One cell of the first step reaches over the second."""
    for number, step in enumerate(steps):
        for cell in (step[column] for column in CELLS if isinstance(step[column], dict)):
            cell["sampai"] = "dua" if not number and cell is step["kelengkapan"] else ""
    if isinstance(steps[0]["kelengkapan"], dict):
        del steps[1]["kelengkapan"]
