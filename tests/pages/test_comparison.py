"""Two states of an SOP on a page: words, marked rows, marked charts, and nothing that an author could smuggle in."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.catalogue.revisions.model import Revision, Text
from sop_catalogue.chart.marked import marked
from sop_catalogue.definition.tanggal import Tanggal
from sop_catalogue.pages.comparison.page import comparison_plans
from sop_catalogue.pages.comparison.view import Side, comparison_html
from sop_catalogue.pages.kept import KeptPages
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.page_plan import PagePlan
from tests.chart.flows import EVERYTHING
from tests.pages.evil import EVIL, evil, harmless
from tests.pages.parsed import Node
from tests.pages.sample import UNIT, dumped, entry
from tests.studio import STUDIO, idle, standalone

Value = dict[str, object]
STEPS: list[Value] = [
    {"kegiatan": "Menerima surat", "pelaksana": "Staf"},
    {"kegiatan": "Memeriksa surat", "pelaksana": "Kepala", "waktu": "2 hari"},
    {"kegiatan": "Mengarsipkan surat", "pelaksana": "Staf"},
]


HOSTILE: Value = {
    "nama": evil("nama"),
    "dasar_hukum": [evil("dasar")],
    "judul_bagan": evil("judul"),
    "pelaksana": [{"nama": evil("kolom"), "id": "a"}, {"kelompok": evil("kelompok"), "pelaksana": "b"}],
    "langkah": [
        {"kegiatan": evil("kegiatan"), "pelaksana": "a", "teks": EVIL, "waktu": evil("waktu")},
        {"kegiatan": "Memeriksa surat", "pelaksana": "b", "keputusan": {evil("label"): "lanjut", "Tidak": 1}},
        {"kegiatan": evil("akhir"), "no": EVIL, "pelaksana": "b", "output": [evil("output"), EVIL]},
    ],
}


def side(folder: Path, title: str, value: Value, url: str = "") -> Side:
    return Side(title, entry(folder / title, dumped(value)), url)


def page(folder: Path, before: Value, after: Value) -> Node:
    sides = side(folder, "revisi 0", before, "../0/"), side(folder, "revisi 1", after)
    return harmless(comparison_html(*sides, STUDIO, "Uji", [("../1-2/", "revisi 1 ke 2")]))


def test_rows_and_charts_are_marked(tmp_path: Path) -> None:
    new = {"kegiatan": "Menyalin ke SRIKANDI", "pelaksana": "Staf"}
    steps = [STEPS[0], STEPS[1] | {"waktu": "1 hari kerja"}, new]
    tree = page(tmp_path, {"nama": "Uji", "langkah": STEPS}, {"nama": "Uji", "langkah": steps})
    rows = [
        (row.attributes["class"].rpartition("--")[2], row.all("th")[0].text) for row in tree.all("tr")[1:]
    ]
    assert rows == [
        ("tetap", "Langkah 1"),
        ("berubah", "Langkah 2"),
        ("hilang", "Langkah 3"),
        ("baru", "Langkah 3"),
    ]
    assert [node.text for node in tree.all("ins")][:2] == [
        "[baru] 1 hari kerja",
        "[baru] “Menyalin ke SRIKANDI”",
    ]
    marks = [g.attributes["id"] for g in tree.all("g") if "beda" in g.attributes.get("class", "")]
    assert marks == ["lama-1-panah_2_s2_1_s3_1", "lama-1-simbol_s3_1_jalur_1", "baru-1-panah_2_s2_1_s3_1", "baru-1-simbol_s3_1_jalur_1"]  # fmt: skip
    ids = [node.attributes["id"] for node in tree.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))


def test_the_same_charts_are_not_drawn(tmp_path: Path) -> None:
    before, after = (side(tmp_path, name, {"nama": name, "langkah": STEPS}) for name in ("Uji", "Uji Lagi"))
    html = comparison_html(before, after, idle(STUDIO), "Uji")
    assert "Bagannya sama." in html and "Langkah-langkahnya sama." in html


def test_what_says_the_same_says_so(tmp_path: Path) -> None:
    one = side(tmp_path, "a", {"nama": "Uji", "langkah": STEPS})
    assert "Isi keduanya sama." in comparison_html(one, one, idle(STUDIO), "Uji")


def test_text_is_text_on_both_sides(tmp_path: Path) -> None:
    plain: Value = {"nama": "Uji", "langkah": STEPS}
    for sides in ((HOSTILE, plain), (plain, HOSTILE)):
        assert "<script>x()" in page(tmp_path, *sides).text


def test_marks_leave_all_else_of_a_chart_as_it_is() -> None:
    svg = standalone(EVERYTHING)
    found = marked(svg, "x-", {"s3_1"}, {0}, {1})
    assert found.count(" beda") == 3
    unmarked = found.replace(" beda", "").replace('<g id="x-', '<g id="')
    assert unmarked == svg[svg.index("<svg") :]


def kept(
    number: int, source: bytes, sop: SopEntry | None = None, year: int = 0, *, present: bool = False
) -> Revision:
    text = Text.PRESENT if present else Text.SEALED
    day = Tanggal(year) if year else None
    return Revision(number, f"{UNIT}/ini/riwayat/{number}", day, text=text, source=source, read=lambda: sop)


def plans(folder: Path, revisions: list[Revision]) -> list[PagePlan]:
    sop = entry(folder / "sop", dumped({"nama": "Uji", "langkah": STEPS}))
    pages = KeptPages(STUDIO, Catalogue(), directory_urls=True)
    return list(comparison_plans(sop, revisions, ("sop/index",), Links, STUDIO, pages))


def test_neighbours_are_compared_and_the_first_with_the_present_one(tmp_path: Path) -> None:
    found = plans(tmp_path, [kept(0, b"x"), kept(1, b""), kept(2, b"x"), kept(3, b"x")])
    assert [plan.address.rpartition("/")[2] for plan in found] == ["2-3", "0-2", "0-3"]
    assert all(plan.aside for plan in found)
    assert [plan.address.rpartition("/")[2] for plan in plans(tmp_path, [kept(0, b"x"), kept(1, b"x")])] == [
        "0-1"
    ]
    assert plans(tmp_path, [kept(0, b""), kept(1, b"x")]) == []


def test_a_page_leads_to_both_revisions_and_to_the_other_pages(tmp_path: Path) -> None:
    sops = [entry(tmp_path / str(k), dumped({"nama": "Uji", "nomor": k, "langkah": STEPS})) for k in range(3)]
    revisions = [kept(k, b"x", sop, 2024 + k, present=k == 2) for k, sop in enumerate(sops)]
    tree = harmless(plans(tmp_path, revisions)[0].make("").html)
    assert "Dari revisi 1 (2025) ke revisi 2 (2026), yang sekarang: 1 perubahan." in tree.text
    addresses = [node.attributes["href"] for node in tree.all("a")]
    assert addresses == ["../../", "../1/", "../2/", "../0-1/", "../0-2/"]


def test_a_text_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    sop = entry(tmp_path, dumped({"nama": "Uji", "langkah": STEPS}))
    (plan,) = plans(tmp_path, [kept(0, b"x"), kept(1, b"x", sop)])
    assert "Naskah revisi 0 tidak dapat dibaca" in plan.make("").html
