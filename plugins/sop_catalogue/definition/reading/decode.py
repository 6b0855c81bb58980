"""A file's bytes to text: UTF-8, with or without the mark that Windows Notepad writes."""

from __future__ import annotations

from ..findings import Fault, shown

MAX_BYTES = 1_000_000

ZIP, PDF, OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How documents begin: those of today's Word, Excel and LibreOffice, PDFs, and those of the old Word and Excel."""
_BEGINNINGS = (
    (ZIP, "berkas ZIP", "zip"),
    (PDF, "dokumen PDF", "pdf"),
    (OLE, "dokumen Word atau Excel lama", "doc atau .xls"),
    (b"{\\rtf", "dokumen RTF", "rtf"),
    (b"\x89PNG\r\n", "gambar PNG", "png"),
    (b"\xff\xd8\xff", "gambar JPEG", "jpg"),
)
_IN_ZIP = (
    (b"word/", ("dokumen Word", "docx")),
    (b"xl/", ("buku kerja Excel", "xlsx")),
    (b"ppt/", ("presentasi PowerPoint", "pptx")),
    (b"opendocument.text", ("dokumen LibreOffice", "odt")),
    (b"opendocument.spreadsheet", ("lembar sebar LibreOffice", "ods")),
)
"""Names of their parts, which stand in them as they are."""

Place = tuple[int, int]
"""Line and column, both counted from 1."""


def decode(data: bytes) -> tuple[str, list[tuple[Place, Fault]]]:
    """The text, or why there is none."""
    if kind := _document(data):
        return "", [((1, 1), _renamed(*kind))]
    if len(data) > MAX_BYTES:
        fault = Fault(
            (),
            "berkas-besar",
            f"berkas ini lebih dari {MAX_BYTES // 1_000_000} MB, terlalu besar untuk sebuah definisi",
            expected=f"paling besar {MAX_BYTES // 1_000_000} MB",
            remedy="periksa apakah ini memang berkas definisi; bila ya, pecah menjadi beberapa berkas",
        )
        return "", [((1, 1), fault)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _every_other_is_null(data):
        return "", [((1, 1), _encoding("UTF-16"))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        start = before.rfind(b"\n") + 1
        place = (before.count(b"\n") + 1, len(before[start:].decode("utf-8-sig")) + 1)
        line = data[start:].split(b"\n", 1)[0].decode("cp1252", "replace")
        return "", [(place, _encoding("ANSI/Latin-1", shown(line)))]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _document(data: bytes) -> tuple[str, str] | None:
    """What a file is that only bears another's name: in words, and its own ending."""
    for beginning, kind, ending in _BEGINNINGS:
        if data.startswith(beginning):
            inside = next((known for name, known in _IN_ZIP if ending == "zip" and name in data), None)
            return inside or (kind, ending)
    return None


def _renamed(kind: str, ending: str) -> Fault:
    read = ending in ("docx", "xlsx", "pdf", "doc atau .xls")
    return Fault(
        (),
        "jenis-berkas",
        f"isi berkas ini bukan teks, melainkan {kind}; hanya namanya yang diganti",
        expected="teks yang ditulis dengan penyunting teks, misalnya Notepad",
        remedy=f"kembalikan akhirannya menjadi .{ending}"
        + (", lalu jadikan definisi dengan 'sop impor'" if read else " dan pindahkan dari sini"),
    )


def _every_other_is_null(data: bytes) -> bool:
    head = data[:200]
    return len(head) > 3 and head.count(0) >= len(head) // 2 - 1


def _encoding(found: str, line: str = "") -> Fault:
    return Fault(
        (),
        "pengodean",
        f"berkas ini tersimpan sebagai {found}, jadi hurufnya tidak dapat dibaca",
        value=line,
        expected="teks UTF-8",
        remedy="buka di Notepad, pilih Simpan Sebagai (Save As), lalu pilih Pengodean (Encoding): UTF-8",
    )
