"""Workbooks as Excel saves them, made by hand: cells with borders and formats, merged ones, and a drawing a worksheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PIXEL, EMU = 0.75, 12_700
"""Points of a pixel, and what a point is in a drawing."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How a cell looks."""

    lined: str = ""
    """Which sides: l, t, r, b."""
    level: str = ""
    upright: str = "center"
    bold: bool = False
    format: str = ""
    wrapped: bool = True


BOXED = Look("ltrb")
HEADING = Look("ltrb", "center", bold=True)


@dataclass
class Sheet:
    name: str
    widths: dict[int, float] = field(default_factory=dict)
    """In letters; the usual one is 9.14."""
    heights: dict[int, float] = field(default_factory=dict)
    """In points; the usual one is 15."""
    cells: dict[tuple[int, int], tuple[str | float | None, Look]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    """Anchors of a drawing."""
    state: str = "visible"
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def put(self, row: int, column: int, value: str | float | None, look: Look = Look()) -> None:
        self.cells[row, column] = value, look

    def merge(
        self, row: int, column: int, bottom: int, right: int, value: str | float | None, look: Look = BOXED
    ) -> None:
        for r in range(row, bottom + 1):
            for c in range(column, right + 1):
                self.put(r, c, None, look)
        self.put(row, column, value, look)
        if (row, column) != (bottom, right):
            self.merged.append(f"{name_of(row, column)}:{name_of(bottom, right)}")

    def left(self, column: int) -> float:
        return sum(self.width(c) for c in range(column))

    def top(self, row: int) -> float:
        return sum(self.height(r) for r in range(row))

    def width(self, column: int) -> float:
        return 0 if column in self.hidden_columns else pixels(self.widths.get(column, 9.14)) * PIXEL

    def height(self, row: int) -> float:
        return 0 if row in self.hidden_rows else self.heights.get(row, 15)

    def corner(self, point: Point) -> str:
        """Where a point is, as anchors say it."""
        column, row = 0, 0
        x, y = max(0.0, point[0]), max(0.0, point[1])
        while x >= self.width(column):
            x, column = x - self.width(column), column + 1
        while y >= self.height(row):
            y, row = y - self.height(row), row + 1
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{round(x * EMU)}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{round(y * EMU)}</xdr:rowOff>"
        )


def pixels(letters: float) -> int:
    return int((256 * letters + int(128 / 7)) / 256 * 7)


def name_of(row: int, column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def saved(sheets: Iterable[Sheet], extra: dict[str, str] | None = None) -> bytes:
    """`extra`: parts besides, or in place of others."""
    book = _Book(list(sheets))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, text in {**book.parts(), **(extra or {})}.items():
            file.writestr(name, text)
    return out.getvalue()


class _Book:
    def __init__(self, sheets: list[Sheet]) -> None:
        self.sheets = sheets
        self.texts: dict[str, int] = {}
        self.looks: dict[Look, int] = {Look(): 0}

    def parts(self) -> dict[str, str]:
        found = {}
        for k, sheet in enumerate(self.sheets, 1):
            found[f"xl/worksheets/sheet{k}.xml"] = self._sheet(sheet)
            if sheet.drawn:
                found[f"xl/worksheets/_rels/sheet{k}.xml.rels"] = _related(
                    [("drawing", f"../drawings/drawing{k}.xml")]
                )
                found[f"xl/drawings/drawing{k}.xml"] = (
                    f'{_HEAD}<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" '
                    f'xmlns:r="{OFFICE}">{"".join(sheet.drawn)}</xdr:wsDr>'
                )
        count = len(self.sheets)
        found["xl/sharedStrings.xml"] = self._shared()
        found["xl/styles.xml"] = self._styles()
        found["xl/theme/theme1.xml"] = _THEME
        found["xl/workbook.xml"] = (
            f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            + "".join(
                f'<sheet name="{escape(s.name)}" sheetId="{k}" state="{s.state}" r:id="rId{k}"/>'
                for k, s in enumerate(self.sheets, 1)
            )
            + "</sheets></workbook>"
        )
        found["xl/_rels/workbook.xml.rels"] = _related(
            [
                *(("worksheet", f"worksheets/sheet{k}.xml") for k in range(1, count + 1)),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("theme", "theme/theme1.xml"),
            ]
        )
        found["_rels/.rels"] = _related([("officeDocument", "xl/workbook.xml")])
        found["[Content_Types].xml"] = self._types()
        return found

    def _types(self) -> str:
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        names = [
            ("xl/workbook.xml", f"{sheet}.sheet.main+xml"),
            ("xl/styles.xml", f"{sheet}.styles+xml"),
            ("xl/sharedStrings.xml", f"{sheet}.sharedStrings+xml"),
            ("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ]
        for k, one in enumerate(self.sheets, 1):
            names.append((f"xl/worksheets/sheet{k}.xml", f"{sheet}.worksheet+xml"))
            if one.drawn:
                names.append(
                    (
                        f"xl/drawings/drawing{k}.xml",
                        "application/vnd.openxmlformats-officedocument.drawing+xml",
                    )
                )
        return (
            f'{_HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in names)
            + "</Types>"
        )

    def _sheet(self, sheet: Sheet) -> str:
        columns = sorted({*sheet.widths, *sheet.hidden_columns})
        wide = "".join(
            f'<col min="{c + 1}" max="{c + 1}" width="{sheet.widths.get(c, 9.14)}" customWidth="1"{_hidden(c in sheet.hidden_columns)}/>'
            for c in columns
        )
        drawing = '<drawing r:id="rId1"/>' if sheet.drawn else ""
        merged = "".join(f'<mergeCell ref="{one}"/>' for one in sheet.merged)
        return (
            f'{_HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/>'
            f"{f'<cols>{wide}</cols>' if wide else ''}<sheetData>{''.join(self._rows(sheet))}</sheetData>"
            f"{f'<mergeCells>{merged}</mergeCells>' if merged else ''}"
            '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
            f"{drawing}</worksheet>"
        )

    def _rows(self, sheet: Sheet) -> Iterable[str]:
        for row in sorted({r for r, _ in sheet.cells} | set(sheet.heights) | sheet.hidden_rows):
            cells = "".join(self._cell(r, c, *sheet.cells[r, c]) for r, c in sorted(sheet.cells) if r == row)
            high = f' ht="{sheet.heights[row]}" customHeight="1"' if row in sheet.heights else ""
            yield f'<row r="{row + 1}"{high}{_hidden(row in sheet.hidden_rows)}>{cells}</row>'

    def _cell(self, row: int, column: int, value: str | float | None, look: Look) -> str:
        name, style = name_of(row, column), self.looks.setdefault(look, len(self.looks))
        if value is None:
            return f'<c r="{name}" s="{style}"/>'
        if isinstance(value, str):
            return (
                f'<c r="{name}" s="{style}" t="s"><v>{self.texts.setdefault(value, len(self.texts))}</v></c>'
            )
        return f'<c r="{name}" s="{style}"><v>{value}</v></c>'

    def _shared(self) -> str:
        """A text in runs is written as it is."""
        said = "".join(
            f"<si>{text}</si>"
            if text.startswith("<r>")
            else f'<si><t xml:space="preserve">{escape(text, quote=False)}</t></si>'
            for text in self.texts
        )
        return f'{_HEAD}<sst xmlns="{MAIN}">{said}</sst>'

    def _styles(self) -> str:
        formats = sorted({look.format for look in self.looks} - {""})
        borders = sorted({look.lined for look in self.looks})
        sides = {"l": "left", "r": "right", "t": "top", "b": "bottom"}
        drawn = "".join(
            "<border>"
            + "".join(
                f'<{name} style="thin"/>' if key in one else f"<{name}/>" for key, name in sides.items()
            )
            + "</border>"
            for one in borders
        )
        looks = "".join(
            f'<xf numFmtId="{200 + formats.index(look.format) if look.format else 0}" fontId="{int(look.bold)}" fillId="0" '
            f'borderId="{borders.index(look.lined)}" applyBorder="1" applyAlignment="1" applyNumberFormat="1">'
            f'<alignment {f"""horizontal="{look.level}" """ if look.level else ""}vertical="{look.upright}" wrapText="{int(look.wrapped)}"/></xf>'
            for look in self.looks
        )
        codes = "".join(
            f'<numFmt numFmtId="{200 + k}" formatCode="{escape(code)}"/>' for k, code in enumerate(formats)
        )
        font = '<sz val="11"/><name val="Calibri"/>'
        return (
            f'{_HEAD}<styleSheet xmlns="{MAIN}">{f"""<numFmts count="{len(formats)}">{codes}</numFmts>""" if codes else ""}'
            f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
            f'<borders count="{len(borders)}">{drawn}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f'<cellXfs count="{len(self.looks)}">{looks}</cellXfs></styleSheet>'
        )


_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "lt2": "EEECE1", "accent1": "4F81BD", "accent2": "C0504D", "accent3": "9BBB59",
    "accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646", "hlink": "0000FF", "folHlink": "800080",
}  # fmt: skip
_ANY = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONTS = "".join(
    f'<a:{kind}><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
    for kind in ("majorFont", "minorFont")
)
_THEME = (
    f'{_HEAD}<a:theme xmlns:a="{DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="Office">{_FONTS}</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{_ANY * 3}</a:fillStyleLst>'
    f'<a:lnStyleLst>{f"""<a:ln w="9525">{_ANY}</a:ln>""" * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{_ANY * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme></a:themeElements></a:theme>"
)


def _hidden(hidden: bool) -> str:
    return ' hidden="1"' if hidden else ""


def _related(parts: list[tuple[str, str]]) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{k}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for k, (kind, target) in enumerate(parts, 1)
        )
        + "</Relationships>"
    )
