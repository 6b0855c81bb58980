"""libyaml's complaints, said so that an author knows what to type instead.

Where the slip is plain, the line as it was meant goes along, so that reading can go on below it.
"""

from __future__ import annotations

import re

import yaml

from ..findings import shown
from .yaml_spot import KEY, MAX_LINE, Complaint, Spot, example, quoted

_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
_RETYPE = "hapus lalu ketik ulang bagian ini; jangan disalin-tempel"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def explain_yaml(error: yaml.YAMLError, text: str) -> Complaint:
    """The place, the fault and perhaps the repair for what libyaml says about `text`."""
    lines = [line[:MAX_LINE] for line in text.split("\n")]
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else _position(error, text)
    opened = begun.line if begun else line
    spot = Spot(lines, max(0, min(line, len(lines) - 1)), column, max(0, min(opened, len(lines) - 1)))
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    for pattern, explain in _RULES:
        if re.search(pattern, problem) and (complaint := explain(spot)):
            return complaint
    return spot.complain(
        "yaml",
        f"susunan baris ini tidak terbaca ({shown(problem, 80)})",
        "periksa indentasi, tanda kutip dan kurung di baris ini dan di atasnya",
    )


def _position(error: yaml.YAMLError, text: str) -> tuple[int, int]:
    """Line and column, from 0, of a reader's error, which knows only an offset, and libyaml's counts bytes."""
    offset = getattr(error, "position", None)
    if m := _CONTROL.search(text):
        offset = m.start()
    if not isinstance(offset, int):
        return (0, 0)
    before = text[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)


def hidden_line_break(text: str) -> Complaint | None:
    """A sign that YAML takes for the end of a line, and no editor shows as one."""
    m = _LINE_BREAKS.search(text)
    if not m:
        return None
    before = text[: m.start()]
    spot = Spot(
        [line[:MAX_LINE] for line in text.split("\n")],
        before.count("\n"),
        m.start() - before.rfind("\n") - 1,
        0,
    )
    return spot.complain(
        "karakter",
        f"ada karakter tak terlihat (U+{ord(m[0]):04X})",
        _RETYPE,
        repaired=_LINE_BREAKS.sub(" ", spot.written),
    )


def _tab(spot: Spot) -> Complaint | None:
    indent = spot.written[: len(spot.written) - len(spot.written.lstrip())]
    if "\t" not in indent and spot.written[spot.column : spot.column + 1] != "\t":
        return None
    at = indent.find("\t") if "\t" in indent else spot.column
    return spot.complain(
        "tab",
        "baris ini memakai tab",
        "ganti setiap tab dengan dua spasi",
        expected="spasi",
        value=spot.written.replace("\t", "→"),
        column=at,
        repaired=_aligned(spot) if "\t" in indent else spot.written.replace("\t", "  "),
    )


def _no_space(spot: Spot) -> Complaint | None:
    """`nama:Pelayanan` or `-kegiatan`, on this line or the one above, which then runs into this one."""
    for line in (spot.line, spot.opened, spot.line - 1):
        if line < 0:
            continue
        written = spot.lines[line]
        if m := re.match(r"(\s*-)(?![\s-])(\w+:\s.*)$", written):
            return spot._replace(line=line).complain(
                "spasi",
                "sesudah tanda - di awal butir harus ada spasi",
                f"tulis '- {shown(m[2], 30)}'",
                repaired=f"{m[1]} {m[2]}",
                column=len(m[1]),
            )
        if m := re.match(r"(\s*(?:-\s+)*[A-Za-z_]+:)(?![\s/])(.+)$", written):
            return spot._replace(line=line).complain(
                "spasi",
                "sesudah titik dua harus ada spasi",
                f"tulis '{m[1].strip()} {shown(m[2], 30)}'",
                repaired=f"{m[1]} {m[2]}",
                column=len(m[1]),
            )
    return None


def _colon(spot: Spot) -> Complaint | None:
    before = spot.written[: spot.column]
    if ": " in before:
        return spot.complain(
            "titik-dua",
            "di dalam teks ini ada titik dua yang diikuti spasi",
            f"apit seluruh teksnya dengan tanda kutip: {example(spot.written)}",
            repaired=quoted(spot.written),
        )
    return _indent(spot)


def _indent(spot: Spot) -> Complaint:
    above = next((line for line in reversed(spot.lines[: spot.line]) if line.strip()), "")
    depth, there = _depth(spot.written), _depth(re.sub(r"-(?=\s)", " ", above))
    message = f"baris ini menjorok {depth} spasi, tidak sejajar dengan isian di atasnya"
    return spot.complain(
        "indentasi",
        f"{message} ({there} spasi)" if there != depth else message,
        "sejajarkan awal baris ini dengan isian lain yang setingkat; tiap tingkat menjorok dua spasi",
        column=depth,
        repaired=_aligned(spot),
    )


def _aligned(spot: Spot) -> str | None:
    """The line as deep as its fellows above: an item as another item, a key as the key above or just under it."""
    above = [
        line
        for line in reversed(spot.lines[: spot.line])
        if line.strip(" \t") and not line.lstrip().startswith("#")
    ]
    words = spot.written.strip()
    if not above or not re.match(r"(-\s+)?\w+:(\s|$)", words):
        return None
    if words.startswith("-"):
        items = [_depth(line) for line in above if line.lstrip().startswith("- ")]
        at = min(items, key=lambda depth: abs(depth - _depth(spot.written)), default=2)
    else:
        opens = re.match(r"\s*(-\s+)*[^#'\"]*:\s*$", above[0])
        at = _depth(re.sub(r"-(?=\s)", " ", above[0])) + (2 if opens else 0)
    return " " * at + words


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _item_beside_key(spot: Spot) -> Complaint | None:
    if not re.match(r"\s*(?:-\s+)*\w[\w ]*:\s+-\s", spot.written):
        return None
    return spot.complain(
        "bukan-isian",
        "butir '- ' tidak dapat ditulis sebaris dengan kuncinya",
        f"pindahkan ke baris di bawahnya; bila '-' bagian dari teks, tulis {example(spot.written)}",
        repaired=quoted(spot.written),
    )


def _after_quote(spot: Spot) -> Complaint | None:
    """`kegiatan: "Surat" masuk`: only a part of the text is quoted."""
    if not re.search(r"""(?:^|[:-])\s+(["']).*\1\s*[^\s#,\]}]""", spot.written):
        return None
    inside = quoted(spot.written)
    return spot.complain(
        "kutip",
        "sesudah tanda kutip penutup masih ada teks",
        f"apit seluruh teksnya, bukan sebagian: {example(spot.written)}",
        repaired=inside,
    )


def _open_quote(spot: Spot) -> Complaint:
    spot = spot._replace(line=spot.opened)
    column = max(spot.written.find(sign) for sign in "\"'")
    return spot.complain(
        "kutip",
        "tanda kutip di baris ini tidak ada penutupnya",
        "tambahkan tanda kutip penutup di akhir teksnya",
        column=max(column, 0),
    )


def _bracket(spot: Spot) -> Complaint:
    where = f"; terbaca sampai baris {spot.line + 1}" if spot.opened != spot.line else ""
    signs = [at for at in map(spot.lines[spot.opened].find, "[{") if at >= 0]
    return spot._replace(line=spot.opened).complain(
        "kurung",
        f"daftar dalam kurung tidak ditutup, atau kurang koma{where}",
        "beri koma di antara butir dan tutup kurungnya; teks yang memuat , [ ] { } diapit tanda kutip",
        column=min(signs, default=0),
    )


def _node(spot: Spot) -> Complaint | None:
    """No value where one must stand: a bracket left open above, or a value that starts with a closing sign."""
    for line in range(spot.line, max(-1, spot.line - 50), -1):
        bare = re.sub(r"""(["']).*?\1""", "", spot.lines[line])
        if any(bare.count(a) > bare.count(b) for a, b in ("[]", "{}")):
            return _bracket(spot._replace(opened=line))
    if spot.written.startswith(("...", "---")):
        return spot.complain("dua-dokumen", "garis ini tidak dipakai di sini", "hapus barisnya", column=0)
    if spot.written[spot.column : spot.column + 1] == ":":
        return spot.complain(
            "kunci", "sebelum titik dua ini belum ada kuncinya", "tulis kuncinya, atau hapus titik duanya"
        )
    return _sign(spot)


def _colon_in_brackets(spot: Spot) -> Complaint:
    return spot.complain(
        "titik-dua",
        "sesudah titik dua ini tidak ada spasi",
        "beri spasi lalu isinya; bila titik duanya bagian dari teks, apit seluruh teksnya dengan tanda kutip",
    )


def _sign(spot: Spot) -> Complaint:
    sign = spot.written[spot.column : spot.column + 1]
    m = re.match(KEY, spot.written)
    if sign.isalnum() or sign in " )" or not sign:
        sign = spot.written[m.end() : m.end() + 1] if m else sign
    return spot.complain(
        "tanda-khusus",
        f"tanda {sign} di awal teks punya arti khusus, jadi teks ini tidak terbaca",
        f"apit seluruh teksnya dengan tanda kutip: {example(spot.written)}",
        repaired=quoted(spot.written),
        column=m.end() if m else None,
    )


def _not_a_field(spot: Spot) -> Complaint:
    spot = spot._replace(line=spot.opened)
    return spot.complain(
        "bukan-isian",
        "baris ini bukan isian 'kunci: nilai' dan bukan butir '- nilai'",
        "tambahkan titik dua dan spasi sesudah kuncinya; bila ini sambungan teks di atasnya, jorokkan lebih dalam",
        column=_depth(spot.written),
    )


def _backslash(spot: Spot) -> Complaint:
    return spot.complain(
        "kutip",
        "garis miring terbalik \\ di dalam tanda kutip ganda punya arti khusus",
        "pakai tanda kutip tunggal '…', atau tulis \\\\",
        column=spot.written.rfind("\\", 0, spot.column + 1),
        repaired=spot.written.replace("\\", "\\\\"),
    )


def _control(spot: Spot) -> Complaint:
    bad = _CONTROL.search(spot.written)
    return spot.complain(
        "karakter",
        f"ada karakter tak terlihat (U+{ord(bad[0]):04X})" if bad else "ada karakter yang tidak boleh ada",
        _RETYPE,
        repaired=_CONTROL.sub("", spot.written),
        column=bad.start() if bad else None,
    )


def _deep(spot: Spot) -> Complaint:
    return spot.complain(
        "terlalu-dalam", "isian bertumpuk terlalu dalam", "periksa kurung dan indentasi baris ini"
    )


_RULES = (
    ("control characters|special characters|#x", _control),
    ("", _tab),
    ("sequence entries are not allowed", _item_beside_key),
    ("nested too deep|exceeded max|recursion", _deep),
    ("mapping values are not allowed|could not find expected ':'|did not find expected", _no_space),
    ("mapping values are not allowed", _colon),
    (r"did not find expected (key|'-' indicator)|expected <block end>|document start", _after_quote),
    ("unexpected end of stream|unexpected document indicator", _open_quote),
    (r"expected ',' or '[\]}]'|expected the node content, but found '<stream end>'", _bracket),
    ("unexpected ':'", _colon_in_brackets),
    ("expected node content|expected the node content", _node),
    (
        "cannot start any token|alphabetic|undefined alias|directive|URI|tag|line break|keys are not allowed",
        _sign,
    ),
    ("could not find expected ':'", _not_a_field),
    ("escape character|hexdecimal|Unicode character escape", _backslash),
    (
        r"did not find expected (key|'-' indicator)|expected <block end>|(sequence|mapping) entries|document start",
        _indent,
    ),
)
"""What libyaml says, and who puts it into words; the first that has an answer gives it."""
