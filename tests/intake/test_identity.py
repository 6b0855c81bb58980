"""The boxes above the flow, as offices draw and fill them."""

from __future__ import annotations

from sop_catalogue.intake.identity import official_of
from tests.intake.made import LEFT, TOP, Made, read, table

WIDE, HALF = 690.0, 345.0


def form(number: int = 1, *labels: tuple[str, str]) -> Made:
    """Pairs of a label and what it says, side by side, two in a row, from the top of the page."""
    made = Made(number)
    return fill(made, 20, *labels)


def fill(made: Made, top: float, *labels: tuple[str, str]) -> Made:
    for k, (label, text) in enumerate(labels):
        left, y = LEFT + HALF * (k % 2), top + 40 * (k // 2)
        made.box(left, y, left + HALF, y + 40)
        made.say(label, left + 4, y + 4)
        made.say(text, left + 44, y + 18)
    return made


FIELDS = (("Nomor SOP", "7/2024"), ("Nama SOP", "Surat Masuk"), ("Tanggal Pembuatan", "1 Mei 2024"))


def test_a_bar_in_the_margin_parts_no_box() -> None:
    made = fill(table(("Menerima surat", "Mencatat surat")), 20, *FIELDS, ("Dasar Hukum :", "1. Peraturan A"))
    made.say("2. Peraturan B", LEFT + HALF + 44, 20 + 40 + 28)
    made.line((LEFT + HALF + 40, 76), (LEFT + HALF + 40, 88))
    said = read(made).identity.boxes["dasar_hukum"]
    assert [item.text for item in said] == ["Peraturan A", "Peraturan B"]


def test_a_form_goes_on_above_the_table_of_the_next_page() -> None:
    made = fill(
        table(("Menerima surat", "Mencatat surat"), number=2), TOP - 40, ("Peringatan :", "Hati-hati")
    )
    sop = read(form(1, *FIELDS), made)
    assert [item.text for item in sop.identity.boxes["peringatan"]] == ["Hati-hati"]
    assert sop.pages == (1, 2)


def test_below_the_room_for_a_signature_stands_a_name() -> None:
    made = fill(table(("Menerima surat", "Mencatat surat")), 20, *FIELDS)
    made.box(LEFT, 100, LEFT + HALF, 170)
    made.say("Disahkan oleh", LEFT + 4, 104)
    made.say("Kepala Dinas Contoh", LEFT + 104, 104)
    made.say("Siti Aminah", LEFT + 104, 150)
    assert official_of(read(made).identity.official) == {
        "jabatan": "Kepala Dinas Contoh",
        "nama": "Siti Aminah",
    }


def test_a_label_may_take_two_lines() -> None:
    made = fill(table(("Menerima surat", "Mencatat surat")), 20, *FIELDS[:2])
    made.box(LEFT, 100, LEFT + 60, 130)
    made.box(LEFT + 60, 100, LEFT + HALF, 130)
    made.say("Tanggal", LEFT + 4, 104)
    made.say("Pembuatan", LEFT + 4, 114)
    made.say("2 Juni 2024", LEFT + 64, 108)
    assert read(made).identity.fields["pembuatan"] == "2 Juni 2024"
