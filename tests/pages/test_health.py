"""The pages on the health of the catalogue: counts, lines, what is known and let be."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.web.health import health_of
from sop_catalogue.pages.health import health_plans
from sop_catalogue.pages.links import Links

from .parsed import Node, parse
from .sample import UNIT, catalogue

STEPS = (
    "langkah: [{kegiatan: A, pelaksana: X}, {kegiatan: B, pelaksana: X, keterangan: Lihat SOP Cuti <b>}]\n"
)
PLAIN = "langkah: [{kegiatan: A, pelaksana: X}, {kegiatan: B, pelaksana: X}]\n"
WHOLE = "nomor: 1/{0}\ntanggal: {{efektif: 2024-01-02}}\nstatus: berlaku\ndisahkan_oleh: {{nama: Ani}}\n"


def pages(folder: Path, files: dict[str, str]) -> dict[str, Node]:
    plans = health_plans(health_of(catalogue(folder, files)), lambda here: Links(here, False))
    return {plan.address: parse(plan.make("").html) for plan in plans}


def test_nothing_to_mend(tmp_path: Path) -> None:
    pairs = (("A", "B"), ("B", "A"))
    files = {f"{a}.yml": f"nama: {a}\nketerkaitan: {b}\n{WHOLE.format(a)}{PLAIN}" for a, b in pairs}
    found = pages(tmp_path, files)
    assert list(found) == ["kesehatan/index"]
    assert "Tidak ada yang perlu dibenahi" in found["kesehatan/index"].text
    assert not found["kesehatan/index"].all("table")


def test_a_line_leads_to_its_page_and_names_its_place(tmp_path: Path) -> None:
    found = pages(tmp_path, {"a.yml": f"nama: A <i>\nketerkaitan: [SOP <s> lain]\n{STEPS}"})
    rows = found[f"kesehatan/{UNIT}"].all("tbody")[1].all("tr")
    assert [row.one("th").text for row in rows] == [f"A <i> {UNIT}/a.yml:{line}" for line in (2, 2, 3)]
    assert [row.all("td")[0].text for row in rows] == ["Belum ada", "Menyendiri", "Belum ada"]
    assert [row.one("th").one("a").attributes["href"] for row in rows] == [
        "../../sop/kab/dinas/a.html",
        "../../sop/kab/dinas/a.html",
        "../../sop/kab/dinas/a.html#langkah-2",
    ]
    assert [q.text for q in found[f"kesehatan/{UNIT}"].all("q")] == ["SOP <s> lain", "SOP Cuti <b>"]


def test_what_is_known_is_told_and_not_counted(tmp_path: Path) -> None:
    text = f"nama: A\nketerkaitan: [SOP Lain Sekali]\n{PLAIN}diketahui: {{sop-belum-ada: milik provinsi}}\n"
    found = pages(tmp_path, {"a.yml": text})
    rows = found[f"kesehatan/{UNIT}"].all("tbody")[1].all("tr")
    assert "Diketahui: milik provinsi" in rows[0].text
    overview = found["kesehatan/index"]
    assert "Belum ada" not in overview.text
    assert not [h2 for h2 in overview.all("h2") if h2.text == "Belum ditulis"]


def test_the_work_still_to_do_by_how_many_ask_for_it(tmp_path: Path) -> None:
    files = {
        "a.yml": f"nama: A\nketerkaitan: [SOP Cuti Besar, SOP Lembur Malam]\n{PLAIN}",
        "b.yml": f'nama: B\nketerkaitan: ["Standar Operasional Prosedur cuti besar;"]\n{PLAIN}',
    }
    table = pages(tmp_path, files)["kesehatan/index"].one("table", "sop-daftar--sehat")
    rows = [[cell.text for cell in (row.one("th"), *row.all("td"))] for row in table.one("tbody").all("tr")]
    assert rows == [["Cuti Besar", "2", "A; B"], ["Lembur Malam", "1", "A"]]


def test_what_sops_in_force_do_not_say_of_themselves(tmp_path: Path) -> None:
    files = {
        "a.yml": f"nama: A\nketerkaitan: [B, C, D]\nnomor: 800/DKISP/ /2018\n{PLAIN}",
        "b.yml": f"nama: B\nketerkaitan: A\n{WHOLE.format('B')}{PLAIN}",
        "c.yml": f"nama: C\nketerkaitan: A\nstatus: konsep\ntanda_tangan: [{{jabatan: Kadis}}]\n{PLAIN}",
        "d.yml": f"nama: D\nketerkaitan: A\nstatus: dicabut\n{PLAIN}",
    }
    found = pages(tmp_path, files)
    overview = found["kesehatan/index"].all("ul", "sop-sehat")[0]
    assert [(li.attributes["id"], li.one("strong").text) for li in overview.all("li")] == [
        ("tanpa-nomor", "2"),
        ("tanpa-tanggal", "2"),
        ("tanpa-status", "1"),
        ("tanpa-pengesahan", "2"),
    ]
    rows = found[f"kesehatan/{UNIT}"].all("tbody")[0].all("tr")
    assert [(row.one("a").text, row.one("td").text) for row in rows] == [
        ("A", "nomor, tanggal, status, pengesahan"),
        ("C", "nomor, tanggal, pengesahan"),
    ]
