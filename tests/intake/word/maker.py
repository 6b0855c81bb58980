"""SOPs in Word as offices draw them, made by hand: shapes in their cells, on the page, grouped, of the old kind."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from tests.intake.word.drawn import Shape, anchored, group, vml

HABITS = ("sel", "halaman", "kelompok", "vml")
"""Where shapes are anchored: in their cells, to the page, all in one group; or VML in cells."""

_NS = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{rest}"'
        for prefix, rest in {
            "w": "openxmlformats.org/wordprocessingml/2006/main",
            "r": "openxmlformats.org/officeDocument/2006/relationships",
            "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "a": "openxmlformats.org/drawingml/2006/main",
            "mc": "openxmlformats.org/markup-compatibility/2006",
            "wps": "microsoft.com/office/word/2010/wordprocessingShape",
            "wpg": "microsoft.com/office/word/2010/wordprocessingGroup",
        }.items()
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)

LANES = ("Pemohon", "Staf", "Kasubbag")
STEPS = (
    ("Mengajukan permohonan efisien", "Berkas permohonan", "5 menit", "Surat"),
    ("Mencatat dan memverifikasi surat-surat", "Surat; lampiran", "10 menit", "Agenda"),
    ("Memeriksa kelengkapan", "Agenda", "1 hari", "Paraf"),
    ("Menyusun konfirmasi", "Paraf", "2 jam", "Konsep"),
    ("Mengarsipkan", "", "5 menit", "Arsip"),
)
_WIDTHS = (30, 170, 90, 90, 90, 100, 60, 90)
"""Of the columns, in points."""
_HEAD, _HIGH, _MARGIN, _PAD = 22, 60, 36, 5.4


@dataclass(frozen=True)
class Symbol:
    row: int
    lane: int
    kind: str
    text: str = ""


SYMBOLS = (
    Symbol(0, 0, "flowChartTerminator", "Mulai"),
    Symbol(1, 1, "flowChartProcess"),
    Symbol(2, 2, "flowChartDecision"),
    Symbol(3, 2, "rect"),
    Symbol(4, 1, "flowChartTerminator"),
)
_WIDE, _TALL = 48, 24


def _middle(row: int, lane: int) -> tuple[float, float]:
    left = _MARGIN + sum(_WIDTHS[: 2 + lane])
    return left + _WIDTHS[2 + lane] / 2, _MARGIN + 2 * _HEAD + (row + 0.5) * _HIGH


def _symbol(one: Symbol) -> Shape:
    x, y = _middle(one.row, one.lane)
    return Shape(one.kind, x - _WIDE / 2, y - _TALL / 2, _WIDE, _TALL, one.text)


def _bent(source: tuple[int, int], target: tuple[int, int]) -> Shape:
    """Out at the side, into the top; or, upwards, into the bottom."""
    (x, y), (tx, ty) = _middle(*source), _middle(*target)
    right, down = tx > x, ty > y
    x += _WIDE / 2 if right else -_WIDE / 2
    ty += -_TALL / 2 if down else _TALL / 2
    flip = f"{'' if right else 'H'}{'' if down else 'V'}"
    return Shape("bentConnector2", min(x, tx), min(y, ty), abs(tx - x), abs(ty - y), flip=flip)


def _straight(source: tuple[int, int], target: tuple[int, int]) -> Shape:
    (x, y), (_, ty) = _middle(*source), _middle(*target)
    return Shape("straightConnector1", x, y + _TALL / 2, 0, ty - y - _TALL)


def _shapes() -> Iterator[tuple[tuple[int, int], Shape]]:
    """Each with the row and lane of the cell that it belongs to."""
    for one in SYMBOLS:
        yield (one.row, one.lane), _symbol(one)
    yield (0, 0), _bent((0, 0), (1, 1))
    yield (1, 1), _bent((1, 1), (2, 2))
    yield (2, 2), _straight((2, 2), (3, 2))
    yield (3, 2), _bent((3, 2), (4, 1))
    yield (2, 2), _bent((2, 2), (1, 1))
    x, y = _middle(2, 2)
    yield (2, 2), Shape("teks", x + 3, y + _TALL / 2 + 1, 20, 12, "Ya")
    yield (2, 2), Shape("teks", x - _WIDE / 2 - 30, y - 13, 28, 12, "Tidak")


def docx(habit: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(habit).items():
            package.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), f'<?xml version="1.0" encoding="UTF-8"?>{text}'
            )
    return out.getvalue()


def _parts(habit: str) -> dict[str, str]:
    office = "http://schemas.openxmlformats.org"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{content}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{content}.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" Type="{office}/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
        "word/numbering.xml": f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        "word/document.xml": f"<w:document {_NS}><w:body>{_identity()}{_section(last=False)}{_flow(habit)}<w:p/>{_section(last=True)}</w:body></w:document>",
    }


def _section(*, last: bool) -> str:
    said = f'<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="{_MARGIN * 20}" w:right="{_MARGIN * 20}" w:bottom="{_MARGIN * 20}" w:left="{_MARGIN * 20}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    return said if last else f"<w:p><w:pPr>{said}</w:pPr></w:p>"


def _paragraph(text: str, listed: int = 0) -> str:
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    run = (
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        if text
        else ""
    )
    return f'<w:p><w:pPr>{number}<w:spacing w:after="0"/></w:pPr>{run}</w:p>'


def _cell(content: str, wide: float, over: int = 1, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{over}"/>' if over > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{int(wide * 20)}" w:type="dxa"/>{span}{down}</w:tcPr>{content}</w:tc>'


def _row(cells: Sequence[str], high: float = 0) -> str:
    height = f'<w:trPr><w:trHeight w:val="{int(high * 20)}" w:hRule="exact"/></w:trPr>' if high else ""
    return f"<w:tr>{height}{''.join(cells)}</w:tr>"


def _table(widths: Sequence[float], rows: Sequence[str]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{int(wide * 20)}"/>' for wide in widths)
    indent = int(_PAD * 20)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{int(sum(widths) * 20)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{indent}" w:type="dxa"/><w:right w:w="{indent}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def _identity() -> str:
    wide = (240, 140, 240)
    said = (
        ("Nomor SOP", "12/SOP/2024"),
        ("Tanggal Pembuatan", "2 Januari 2024"),
        ("Disahkan Oleh", "Kepala Dinas Contoh"),
        ("Nama SOP", "Pelayanan Permohonan"),
    )
    rows = [
        _row(
            [
                _cell(
                    _paragraph("DINAS CONTOH" if not k else ""), wide[0], merge="continue" if k else "restart"
                ),
                _cell(_paragraph(label), wide[1]),
                _cell(_paragraph(text), wide[2]),
            ]
        )
        for k, (label, text) in enumerate(said)
    ]
    rows.append(
        _row([_cell(_paragraph("Dasar Hukum"), wide[0]), _cell(_paragraph("Kualifikasi Pelaksana"), 380, 2)])
    )
    laws = _paragraph("Undang-Undang Nomor 25 Tahun 2009", 1) + _paragraph("Peraturan Nomor 35 Tahun 2012", 1)
    rows.append(_row([_cell(laws, wide[0]), _cell(_paragraph("Memahami tata naskah dinas"), 380, 2)]))
    return _table(wide, rows)


def _flow(habit: str) -> str:
    w = _WIDTHS
    head = [
        _row([_cell(_paragraph("No"), w[0], merge="restart"), _cell(_paragraph("Kegiatan"), w[1], merge="restart"),
              _cell(_paragraph("Pelaksana"), sum(w[2:5]), 3), _cell(_paragraph("Mutu Baku"), sum(w[5:]), 3)], _HEAD),
        _row([_cell("<w:p/>", w[0], merge="continue"), _cell("<w:p/>", w[1], merge="continue"),
              *(_cell(_paragraph(name), wide) for name, wide in zip((*LANES, "Kelengkapan", "Waktu", "Output"), w[2:], strict=True))], _HEAD),
    ]  # fmt: skip
    drawn = list(_shapes())
    rows = []
    for k, (activity, needs, time, output) in enumerate(STEPS):
        lanes = [_cell(_lane(habit, k, lane, drawn), w[2 + lane]) for lane in range(3)]
        behind = [
            _cell(_paragraph(text), wide) for text, wide in zip((needs, time, output), w[5:], strict=True)
        ]
        rows.append(
            _row([_cell(_paragraph("", 2), w[0]), _cell(_paragraph(activity), w[1]), *lanes, *behind], _HIGH)
        )
    return _table(w, [*head, *rows])


def _lane(habit: str, row: int, lane: int, drawn: Sequence[tuple[tuple[int, int], Shape]]) -> str:
    """A paragraph with the shapes that are anchored in it."""
    x, y = (a - b for a, b in zip(_middle(row, lane), (_WIDTHS[2 + lane] / 2, _HIGH / 2), strict=True))
    if habit in ("sel", "vml"):
        own = [shape for place, shape in drawn if place == (row, lane)]
        made = [vml(shape, x + _PAD, y) if habit == "vml" else anchored(shape, x + _PAD, y) for shape in own]
    elif (row, lane) != (0, 0):
        made = []
    elif habit == "halaman":
        made = [anchored(shape, 0, 0, page=True) for _, shape in drawn]
    else:
        made = [group([shape for _, shape in drawn], x + _PAD, y)]
    runs = "".join(f"<w:r>{one}</w:r>" for one in made)
    return f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>{runs}</w:p>'
