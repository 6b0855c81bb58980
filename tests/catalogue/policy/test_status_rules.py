"""What an SOP in force must show, and days that cannot follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from sop_catalogue.catalogue.policy.status_rules import check_status
from sop_catalogue.definition.sop import Sop

WHOLE = {"nomor": "1", "tanggal": {"efektif": "2020-01-01"}, "disahkan_oleh": "Kadis", "status": "berlaku"}
STEPS = [{"kegiatan": "A", "pelaksana": "B"}]


def codes(said: Mapping[str, object], today: date | None = None) -> list[tuple[str, str, bool]]:
    sop = Sop.model_validate({"nama": "A", "langkah": STEPS, **said})
    return [(".".join(map(str, f.loc)), f.code, f.severity == "peringatan") for f in check_status(sop, today)]


@pytest.mark.parametrize(
    ("without", "code"),
    [
        ("nomor", "berlaku-tanpa-nomor"),
        ("tanggal", "berlaku-tanpa-tanggal"),
        ("disahkan_oleh", "berlaku-tanpa-pengesahan"),
    ],
)
def test_what_an_sop_in_force_must_show(without: str, code: str) -> None:
    assert not codes(WHOLE)
    less: dict[str, object] = {key: value for key, value in WHOLE.items() if key != without}
    assert codes(less) == [("status", code, True)]
    assert not codes({**less, "status": "konsep"})
    assert not codes({**less, "status": "dicabut"})
    assert not codes({**less, "status": None})
    assert not codes({**less, "tafsiran": ["status"]})


def test_a_dash_shows_nothing() -> None:
    dashes = {"status": "berlaku", "nomor": "-", "tanggal": {"efektif": "-"}}
    assert [code for _, code, _ in codes(dashes)] == [
        "berlaku-tanpa-nomor",
        "berlaku-tanpa-tanggal",
        "berlaku-tanpa-pengesahan",
    ]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        (
            {"pembuatan": "2020-02-01", "efektif": "2020-01-31"},
            [("tanggal.efektif", "efektif-sebelum-pembuatan")],
        ),
        ({"pembuatan": "2020-02-01", "efektif": "2020-02-01"}, []),
        ({"pembuatan": "2020-02-01", "efektif": "2020"}, []),
        ({"pembuatan": "2020-02-01", "efektif": "2019"}, [("tanggal.efektif", "efektif-sebelum-pembuatan")]),
        (
            {"pembuatan": "2020-02", "pengesahan": "2020-01"},
            [("tanggal.pengesahan", "efektif-sebelum-pembuatan")],
        ),
        ({"pembuatan": "-", "efektif": "2019"}, []),
        (
            {"pembuatan": "2020-02-01", "revisi": "2020-02-01"},
            [("tanggal.revisi.0", "revisi-tanpa-tanggal-baru")],
        ),
        ({"pembuatan": "2020-02", "revisi": "2020-02"}, []),
        (
            {"pembuatan": "2018", "revisi": ["2020-02-01", "-", "2019-05-01"]},
            [("tanggal.revisi.2", "revisi-tanpa-tanggal-baru")],
        ),
        ({"revisi": ["-", "-"]}, []),
    ],
)
def test_days_follow_each_other(dates: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert codes({"tanggal": dates}) == [(*pair, True) for pair in found]
    assert not codes({"tanggal": dates, "status": "konsep"})


def test_a_day_to_come_is_told_only_where_today_is_known() -> None:
    said: dict[str, object] = {
        "tanggal": {"pembuatan": "2026-05-01", "efektif": "2026-05-03", "revisi": ["2027"]}
    }
    assert not codes(said)
    told = [("tanggal.efektif", "tanggal-mendatang", False), ("tanggal.revisi.0", "tanggal-mendatang", False)]
    assert codes(said, date(2026, 5, 2)) == told
    assert not codes(said, date(2027, 1, 1))
