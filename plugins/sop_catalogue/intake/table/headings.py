"""The words in the head of a flow table, as offices have them."""

from __future__ import annotations

import re

_KINDS = (
    ("no", r"no\.?|nomor|no\.? urut"),
    ("kegiatan", r"(?:uraian|kegiatan|aktivitas|aktifitas|prosedur|tahapan|langkah|rincian|proses)\b.*"),
    ("kelengkapan", r"(?:per)?(?:kelengkapan|lengkapan|syaratan|ngkapan)\b.*|peralatan\b.*|sumber data.*|input|bahan\b.*"),
    ("waktu", r"waktu\b.*|durasi.*"),
    ("output", r"out\s?put.*|keluaran.*|hasil.*"),
    ("keterangan", r"ket(?:erangan)?\b\.?.*|catatan"),
)  # fmt: skip
BEHIND = ("kelengkapan", "waktu", "output", "keterangan")
"""Behind the lanes."""
LANES = re.compile(
    r"(?:pelaksana|pelaku|aktor|pejabat|penanggung|unit\s+(?:kerja|pelaksana)|pihak)\w*\b.*", re.I | re.S
)
QUALITY = re.compile(r"mutu\s*b[au]k[au].*", re.I | re.S)
NUMBERED = re.compile(r"\(?\d{1,2}\)?\.?")


def kind_of(text: str) -> str:
    """Which column of the form a heading names; empty: none, so it is a lane's."""
    plain = " ".join(text.lower().split())
    return next((kind for kind, pattern in _KINDS if re.fullmatch(pattern, plain)), "")
