"""Bytes that are no definition, with what is said of each."""

from __future__ import annotations

from sop_catalogue.definition.findings import Finding
from tests.definition.golden import read_all

GOOD = "nama: Pelayanan é\nstatus: konsep\n"
BYTES = {
    "latin-1": (GOOD.encode("latin-1"), (1, 17, "pengodean"), "ANSI"),
    "utf-16": (GOOD.encode("utf-16"), (1, 1, "pengodean"), "UTF-16"),
    "utf-16 without mark": (GOOD.encode("utf-16-le"), (1, 1, "pengodean"), "UTF-16"),
    "empty": (b"", (1, 1, "berkas-kosong"), ""),
    "blank": (b"\n\n  \n", (1, 1, "berkas-kosong"), ""),
    "only a mark": (b"\xef\xbb\xbf", (1, 1, "berkas-kosong"), ""),
    "null": (b"~", (1, 1, "berkas-kosong"), ""),
    "NUL": (b"nama: Uji\x00\nstatus: konsep\n", (1, 10, "karakter"), "U+0000"),
    "bell": ("status: konsep\nnama: é\x07Uji\n".encode(), (2, 8, "karakter"), "U+0007"),
    "control sign in a label": (
        b'nama: Uji\nlangkah:\n  - kegiatan: A\n    pelaksana: B\n    ke: {"Ya\\e[31m": selesai}\n',
        (5, 5, "karakter"),
        "U+001B",
    ),
    "hidden line break": ("nama: Uji\u2028lagi\nstatus: konsep\n".encode(), (1, 10, "karakter"), "U+2028"),
    "turned text": ("nama: Uji\u202egnp.exe\nstatus: konsep\n".encode(), (1, 7, "karakter"), "U+202E"),
    "5 MB": (b"nama: " + b"x" * 5_000_000, (1, 1, "berkas-besar"), "lebih dari 1 MB"),
    "brackets": (b"nama: " + b"[" * 200_000, (1, 31, "terlalu-dalam"), "24 tingkat"),
    "braces": (b"nama: " + b"{a: " * 200_000, (1, 103, "terlalu-dalam"), ""),
    "dashes": (b"- " * 200_000, (1, 51, "terlalu-dalam"), ""),
    "questions": (b"? " * 200_000, (1, 3, "kunci"), ""),
    "values": (b"kop: [" + b"a, " * 60_000 + b"a]", (1, 150_001, "terlalu-banyak"), "50000"),
    "letters": (b"nama: " + b"kata " * 1_001, (1, 7, "teks-panjang"), "5004 huruf"),
    "items": (
        GOOD.encode() + b"peringatan: [" + b"a, " * 300 + b"a]",
        (GOOD.count("\n") + 1, 1, "terlalu-banyak"),
        "301 butir",
    ),
    "a list as key": (b"[a, b]: c", (1, 1, "kunci"), ""),
    "binary": (b"\x88PNG\r\n\x1a\n\x00\x00\x00", (1, 1, "pengodean"), ""),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", (1, 1, "jenis-berkas"), "gambar PNG"),
    "word": (b"PK\x03\x04\x14\x00word/document.xml", (1, 1, "jenis-berkas"), "dokumen Word"),
    "excel": (b"PK\x03\x04\x14\x00xl/workbook.xml" + b"\x00" * 1_000_000, (1, 1, "jenis-berkas"), "Excel"),
    "archive": (b"PK\x03\x04\x14\x00foto.jpg", (1, 1, "jenis-berkas"), "berkas ZIP"),
    "pdf": (b"%PDF-1.7\n", (1, 1, "jenis-berkas"), "dokumen PDF"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", (1, 1, "jenis-berkas"), "Word atau Excel lama"),
}
"""The bytes; line, column and code of their first finding; a word of its message."""


def findings(data: bytes) -> list[Finding]:
    return read_all("sop", data)[2]
