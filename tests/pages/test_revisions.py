"""An SOP's history on its page, and the pages of what it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.chart import Studio
from sop_catalogue.pages.page_plan import PagePlan
from sop_catalogue.pages.plan import plan_pages
from sop_catalogue.store.digest import text_digest
from tests.pages.evil import EVIL, evil, harmless
from tests.pages.parsed import Node
from tests.pages.sample import STEPS, UNIT, catalogue, dumped
from tests.studio import STUDIO, idle, keeping

HERE = f"sop/{UNIT}/ini"
OLD = STEPS.replace("5 menit", "2 hari") + "tanggal: {pembuatan: 2020-01-02}\n"
MIDDLE = STEPS.replace("5 menit", "1 hari") + "tanggal: {pembuatan: 2020-01-02, revisi: 2021-03-04}\n"


def seal(text: str) -> str:
    return text_digest(text.encode())


HISTORY = f"""tanggal: {{pembuatan: 2020-01-02, revisi: [2021-03-04, 2023]}}
riwayat:
  - {{nomor: 0, berkas: rev-0.yml, sidik: {seal(OLD)}}}
  - {{nomor: 1, berkas: rev-1.yml, sidik: {seal(MIDDLE)}, alasan: Loket pindah, disahkan_oleh: {{jabatan: Kepala, nama: Ani}}}}
  - {{nomor: 2, alasan: Dipercepat}}
"""
FILES = {
    "ini.yml": STEPS + HISTORY,
    f"{UNIT}/riwayat/ini/rev-0.yml": OLD,
    f"{UNIT}/riwayat/ini/rev-1.yml": MIDDLE,
}


def plans(found: Catalogue, studio: Studio = STUDIO) -> dict[str, PagePlan]:
    return {plan.address: plan for plan in plan_pages(found, True, studio) if plan.address.startswith(HERE)}


def pages(folder: Path, **files: str) -> dict[str, Node]:
    found = plans(catalogue(folder, FILES | {f"{name}.yml": text for name, text in files.items()}))
    return {address.removeprefix(HERE): harmless(plan.make("").html) for address, plan in found.items()}


def test_every_kept_text_has_a_page_and_every_step_between_them(tmp_path: Path) -> None:
    found = plans(catalogue(tmp_path, FILES))
    assert [address.removeprefix(HERE) for address in found] == [
        "", "/riwayat/0", "/riwayat/1", "/riwayat/1-2", "/riwayat/0-1", "/riwayat/0-2"
    ]  # fmt: skip
    assert [plan.aside for plan in found.values()] == [False] + [True] * 5


def test_the_history_stands_on_the_page(tmp_path: Path) -> None:
    page = pages(tmp_path)[""]
    (table,) = [node for node in page.all("table") if "sop-revisi" in node.attributes["class"]]
    assert [[cell.text for cell in row.all() if cell.tag in ("td", "th")] for row in table.all("tr")[1:]] == [
        ["2", "2023", "Dipercepat", "–", "halaman ini, yang berubah sejak revisi 1"],
        ["1", "4 Maret 2021", "Loket pindah", "Ani, Kepala", "lihat revisi 1, yang berubah sejak revisi 0"],
        ["0", "2 Januari 2020", "–", "–", "lihat revisi 0"],
    ]
    assert [a.attributes["href"] for a in table.all("a")] == [
        "riwayat/1-2/", "riwayat/1/", "riwayat/0-1/", "riwayat/0/"
    ]  # fmt: skip
    assert "Semua yang berubah sejak revisi 0" in page.text


def test_changes_lead_to_what_each_revision_changed(tmp_path: Path) -> None:
    every = plan_pages(catalogue(tmp_path, FILES), True, STUDIO)
    page = harmless(next(plan for plan in every if plan.address == "perubahan/index").make("").html)
    links = [a for a in page.all("a") if a.text.startswith("yang berubah")]
    assert [(a.attributes["href"], a.text) for a in links] == [
        (f"../{HERE}/riwayat/{pair}/", "yang berubah pada Legalisasi Ijazah") for pair in ("1-2", "0-1")
    ]


def test_an_old_revision_says_that_it_is_old(tmp_path: Path) -> None:
    page = pages(tmp_path)["/riwayat/0"]
    assert "Ini naskah lama, revisi 0 (2 Januari 2020), yang sudah digantikan revisi 2 (2023)." in page.text
    assert "2 hari" in page.text
    (mark,) = [node for node in page.all("div") if "data-stempel" in node.attributes]
    assert mark.attributes["data-stempel"] == "TIDAK BERLAKU – digantikan Rev. 2"
    addresses = [a.attributes["href"] for a in page.all("a")]
    assert addresses.count("../../") == 2
    assert {"../1-2/", "../0-1/", "../0-2/"} <= {*addresses}


def test_what_changed_is_said(tmp_path: Path) -> None:
    text = pages(tmp_path)["/riwayat/0-2"].text
    assert "Langkah 1: waktu" in text and "2 hari" in text and "5 menit" in text


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (OLD.replace("Loket", "Meja"), "pernah diubah sesudah disimpan"),
        ("nama: [", "tidak dapat dibaca lagi"),
    ],
)
def test_the_page_says_what_happened_to_its_text(tmp_path: Path, kept: str, said: str) -> None:
    found = pages(tmp_path, **{f"{UNIT}/riwayat/ini/rev-0": kept})
    assert said in found["/riwayat/0"].text
    assert "pernah diubah" in found[""].text


def test_a_lost_text_has_no_page(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if "rev-0" not in name}
    found = plans(catalogue(tmp_path, files))
    assert [address.removeprefix(HERE) for address in found] == ["", "/riwayat/1", "/riwayat/1-2"]
    assert "naskahnya hilang" in found[HERE].make("").html


def test_text_of_kept_files_is_text(tmp_path: Path) -> None:
    old = dumped(
        {
            "nama": evil("nama"),
            "catatan": evil("catatan"),
            "keterkaitan": [evil("keterkaitan")],
            "dasar_hukum": [evil("dasar")],
            "langkah": [{"kegiatan": evil("kegiatan"), "pelaksana": EVIL, "output": evil("output")}],
        }
    )
    history = {
        "nomor": 0, "alasan": evil("alasan"), "disahkan_oleh": evil("sah"), "berkas": "rev-0.yml", "sidik": seal(old)
    }  # fmt: skip
    files = {"ini.yml": STEPS + dumped({"riwayat": [history]}), f"{UNIT}/riwayat/ini/rev-0.yml": old}
    made = [harmless(plan.make("").html) for plan in plans(catalogue(tmp_path, files)).values()]
    assert len(made) == 3
    assert "<script>x()" in made[1].text


def test_an_office_is_held_by_whoever_held_it_then(tmp_path: Path) -> None:
    old = OLD + "disahkan_oleh: Camat\n"
    history = HISTORY.replace(seal(OLD), seal(old))
    files = FILES | {"ini.yml": STEPS + history, f"{UNIT}/riwayat/ini/rev-0.yml": old}
    for name in ("Ani", "Budi"):
        register = f"pejabat: [{{jabatan: Camat, nama: {name}, sejak: 2019, sampai: 2021}}]\n"
        found = catalogue(tmp_path, files | {f"{UNIT}/pejabat.yml": register})
        assert name in plans(found, keeping(tmp_path / "simpanan"))[f"{HERE}/riwayat/0"].make("").html


def test_a_page_is_made_again_when_a_newer_revision_comes(tmp_path: Path) -> None:
    """Nothing of its own text has changed, but what it says of the present one has."""
    studio = keeping(tmp_path / "simpanan")
    for text, said in (
        (HISTORY, "revisi 2 (2023)"),
        (HISTORY.replace("2023]", "2023, 2024]"), "revisi 3 (2024)"),
    ):
        found = plans(catalogue(tmp_path, FILES | {"ini.yml": STEPS + text}), studio)
        assert said in harmless(found[f"{HERE}/riwayat/0"].make("").html).text


def test_what_was_kept_is_drawn_once(tmp_path: Path) -> None:
    studio = keeping(tmp_path / "simpanan")
    first, again = (
        [plan.make("") for plan in plans(catalogue(tmp_path, FILES), each).values()]
        for each in (studio, idle(studio))
    )
    assert first == again


def test_their_drawings_are_kept_in_their_pages_alone(tmp_path: Path) -> None:
    """Or else nobody would know for how long."""
    studio = keeping(tmp_path / "simpanan")
    found = [*plans(catalogue(tmp_path, FILES), studio).values()]
    counted = []
    for plan in found:
        plan.make("")
        counted.append(len([*(tmp_path / "simpanan").rglob("*.strips")]))
    assert counted == [1] * 6
