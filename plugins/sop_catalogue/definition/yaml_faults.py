"""libyaml's complaints, said so that an author knows what to type instead."""

from __future__ import annotations

import re

import yaml

from .findings import Fault, shown

_QUOTE = 'apit seluruh teksnya dengan tanda kutip, misalnya "Catatan: lihat lampiran"'
_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "ada titik dua di tempat yang tidak disangka",
        "bila titik duanya bagian dari teks, " + _QUOTE + "; bila bukan, periksa indentasi baris ini",
    ),
    (
        "unexpected end of stream|found unexpected document indicator",
        "tanda kutip pembuka tidak ada penutupnya",
        "tambahkan tanda kutip penutup",
    ),
    (
        r"expected <block end>|did not find expected key|did not find expected '-' indicator",
        "baris ini tidak sejajar dengan baris-baris di atasnya",
        "sejajarkan dengan isian yang setingkat (pakai spasi, dua untuk tiap tingkat); teks yang memuat "
        "tanda kutip di awal harus dikutip seluruhnya",
    ),
    (
        r"expected ',' or '[\]}]'",
        "daftar dalam kurung tidak ditutup, atau kurang koma",
        "beri koma di antara butir dan tutup kurungnya; teks yang memuat , [ ] { } diapit tanda kutip",
    ),
    (
        "could not find expected ':'",
        "baris ini bukan isian 'kunci: nilai' dan bukan butir '- nilai'",
        "tambahkan titik dua dan spasi sesudah kuncinya, atau sejajarkan bila baris ini sambungan teks di atasnya",
    ),
    (
        "found unknown escape character|did not find expected hexdecimal|invalid Unicode character escape",
        "garis miring terbalik \\ di dalam tanda kutip ganda punya arti khusus",
        "pakai tanda kutip tunggal '…', atau tulis \\\\",
    ),
    (
        "did not find expected alphabetic or numeric",
        "tanda * atau & di awal teks punya arti khusus",
        'apit teksnya dengan tanda kutip, misalnya "*) catatan"',
    ),
    (
        "control characters are not allowed|special characters are not allowed",
        "ada karakter tak terlihat yang tidak boleh ada",
        "hapus lalu ketik ulang bagian ini",
    ),
    ("undefined alias", "tanda * di awal teks punya arti khusus", "apit teksnya dengan tanda kutip"),
    (
        "nested too deep|exceeded max depth|recursion",
        "isian bertumpuk terlalu dalam",
        "periksa kurung dan indentasinya",
    ),
)


def explain_yaml(error: yaml.YAMLError, text: str) -> tuple[tuple[int, int], Fault]:
    """The place and the fault for what libyaml says about `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = text.splitlines() or [""]
    line, column = (mark.line, mark.column) if mark else _position(error, text)
    line = min(line, len(lines) - 1)
    written = lines[line]
    tab = written[: len(written) - len(written.lstrip())].find("\t")
    if tab >= 0 or written[column : column + 1] == "\t":
        fault = Fault(
            (),
            "tab",
            "baris ini memakai tab",
            value=shown(written.replace("\t", "→")),
            expected="spasi",
            remedy="ganti setiap tab dengan dua spasi",
        )
        return (line + 1, max(tab, 0) + 1), fault
    if re.search("expected <block end>|did not find expected key", problem) and _has_quote_trouble(written):
        message, remedy = (
            "teks sesudah tanda kutip penutup tidak terbaca",
            "apit seluruh teksnya, bukan sebagian",
        )
        return (line + 1, column + 1), Fault((), "yaml", message, shown(written), remedy=remedy)
    if "cannot start any token" in problem:
        sign = written[column : column + 1]
        message, remedy = (
            f"teks tidak boleh diawali {sign}",
            f'apit teksnya dengan tanda kutip, misalnya "{sign} …"',
        )
        return (line + 1, column + 1), Fault((), "yaml", message, shown(written), remedy=remedy)
    for pattern, message, remedy in _RULES:
        if re.search(pattern, problem):
            return (line + 1, column + 1), Fault((), "yaml", message, shown(written), remedy=remedy)
    message = f"susunan baris ini tidak terbaca ({shown(problem, 80)})"
    remedy = "periksa indentasi, tanda kutip dan kurung di baris ini dan di atasnya"
    return (line + 1, column + 1), Fault((), "yaml", message, shown(written), remedy=remedy)


def _position(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Line and column, from 0, of a reader's error, which knows only an offset."""
    offset = getattr(error, "position", None)
    if not isinstance(offset, int):
        return (0, 0)
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)


def _has_quote_trouble(line: str) -> bool:
    return bool(re.search(r""":\s*(["']).*\1\s*[^\s#,\]}]""", line))
