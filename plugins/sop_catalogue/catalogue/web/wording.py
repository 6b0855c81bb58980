"""What is said of a name that leads nowhere, and of every other snag in the web: on pages, in findings, in the health report."""

from __future__ import annotations

from dataclasses import dataclass

from .kinds import SnagKind, Verdict

NOTES = {
    Verdict.SELF: "SOP ini sendiri",
    Verdict.OUTSIDE: "di luar katalog",
    Verdict.NEAR: "namanya tidak persis sama dengan SOP di katalog",
    Verdict.AMBIGUOUS: "lebih dari satu SOP bernama begini",
    Verdict.MISSING: "belum ada di katalog",
}
"""Behind the words that name an SOP."""
ELSEWHERE = "di luar bagian ini"
"""The same, where a part of a catalogue is shown alone."""


@dataclass(frozen=True, slots=True)
class Wording:
    name: str
    """At the head of the report's columns, and of its lines."""
    meaning: str
    """Of all such snags together."""
    code: str
    """Of the finding that tells one of them."""
    finding: str = ""
    """Its message, with places to fill in; without one, the meaning."""
    expected: str = ""


NAME_OF_ONE = "id, nomor, atau judul SOP di katalog ini"
"""What is expected where an SOP is to be named."""
SNAGS = {
    SnagKind.MISSING: Wording(
        "Belum ada",
        "SOP yang disebut belum ada di katalog",
        "sop-belum-ada",
        "SOP yang disebut ini belum ada di katalog",
    ),
    SnagKind.NEAR: Wording(
        "Mirip",
        "hampir sama dengan nama SOP lain; pastikan yang dimaksud",
        "sop-mirip",
        "tidak ada SOP yang persis bernama begini",
        NAME_OF_ONE,
    ),
    SnagKind.AMBIGUOUS: Wording(
        "Ganda",
        "cocok dengan beberapa SOP; sebutkan yang mana",
        "sop-ganda",
        "ada {count} SOP yang bernama begini di katalog",
        NAME_OF_ONE,
    ),
    SnagKind.OUTDATED: Wording(
        "Usang",
        "SOP yang dirujuk sudah diganti atau dicabut",
        "sop-usang",
        "SOP yang dirujuk {keadaan}",
        "SOP yang berlaku",
    ),
    SnagKind.ONE_WAY: Wording(
        "Satu arah",
        "SOP yang dirujuk tidak merujuk balik",
        "satu-arah",
        expected="keterkaitan dari kedua sisi",
    ),
    SnagKind.SELF: Wording(
        "Diri sendiri",
        "butir keterkaitan menyebut SOP itu sendiri",
        "merujuk-diri",
        "butir ini menyebut SOP ini sendiri",
        "SOP lain",
    ),
    SnagKind.ORPHAN: Wording(
        "Menyendiri",
        "tidak ada tautan dari atau ke SOP lain",
        "menyendiri",
        expected="sedikitnya satu SOP terkait",
    ),
    SnagKind.SAME_TITLE: Wording(
        "Judul kembar",
        "bernama sama dengan SOP lain di unitnya",
        "judul-kembar",
        "{twins} bernama sama di unit ini",
    ),
    SnagKind.SAME_NUMBER: Wording(
        "Nomor kembar",
        "bernomor sama dengan SOP lain",
        "nomor-kembar",
        "{twins} bernomor sama",
        "nomor yang dipakai satu SOP",
    ),
    SnagKind.CYCLE: Wording(
        "Pengganti berputar",
        "SOP-SOP yang saling menggantikan tanpa ujung",
        "pengganti-berputar",
        "penggantian ini berputar: {circle}",
        "SOP yang lebih baru",
    ),
}
