"""How long an SOP takes: every figure here was added up by hand."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, Chart
from sop_catalogue.catalogue.work.durations import Duration, chart_duration, sop_time
from sop_catalogue.definition.flow.model import Flow
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.langkah import Bagan
from sop_catalogue.definition.waktu import length, say
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, entry
from tests.chart.flows import flow
from tests.chart.wild import usual, wild
from tests.site.build import REPOSITORY


@pytest.fixture(scope="module")
def own() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build()


REAL = {
    # 15+30+2+30+30 menit, 2 hari, 120 hari, 60+15 menit; row 7 sends back to itself, row 8 to row 7.
    "balangan/disdikbud/pengumpulan-data-kinerja": ("122 hari 3 jam 2 menit", "362 hari 4 jam 2 menit"),
    # 20 menit, 2 jam, 2 hari, 2 jam, 1 bulan, 1 minggu, 5 bulan, 1 hari, 3 jam, 10 menit; three returns of one row.
    "blitar/dinas-pendidikan/pengelolaan-data-backbone": (
        "6 bulan 1 minggu 3 hari 7 jam 30 menit",
        "6 bulan 1 minggu 4 hari 12 jam 30 menit",
    ),
    # 5+5+5 menit, 7 hari, 30+60+15 menit; back to rows 1, 4 and 4.
    "boalemo/diskominfo/rencana-kegiatan": ("7 hari 2 jam", "21 hari 4 jam 15 menit"),
    # The return leads to the second symbol of row 1, whose 5 minutes are spent again, as are those of row 2.
    "boalemo/diskominfo/sanapati-pengiriman": ("45 menit", "55 menit"),
    # Its two exits both go on, one over a second symbol of the same row.
    "boalemo/diskominfo/sanapati-penerimaan": ("1 jam 35 menit", None),
    "mentawai/diskominfo/pengelolaan-data": ("5 hari 4 jam 30 menit", "8 hari 5 jam 30 menit"),
    "boalemo/diskominfo/surat-masuk": ("33 menit", None),
}


@pytest.mark.parametrize("id_", REAL)
def test_real_sops(own: Catalogue, id_: str) -> None:
    (found,) = map(chart_duration, entry(own, id_).charts)
    assert (found.straight.text, found.turned and found.turned.text) == REAL[id_]
    assert not found.left_out.open_ended and not found.left_out.unlinked


def test_what_cannot_be_added_up_is_told(own: Catalogue) -> None:
    (found,) = map(chart_duration, entry(own, "boalemo/diskominfo/media-center-2017").charts)
    assert found.straight.text == "30 menit"
    assert found.left_out.open_ended == ("Sesuai kondisi lapangan", *["Setiap hari"] * 3)
    time, _ = sop_time(entry(own, "boalemo/diskominfo/media-center-2018"))
    assert time.text == ""
    _, complete = sop_time(entry(own, "boalemo/diskominfo/pelayanan-tamu"))
    assert not complete


def timed(waktu: list[str | None], rows: list[str], arrows: str) -> Duration:
    """Of a flow written as in tests/chart/flows.py, with a waktu a row."""
    return chart_duration(chart_of(waktu, flow(3, rows, arrows)))


def chart_of(waktu: list[str | None], drawn: Flow) -> Chart:
    steps = [{"kegiatan": "x", "waktu": text} for text in waktu]
    return Chart(1, Bagan.model_validate({"langkah": steps}).langkah, drawn)


def test_a_decision_takes_one_branch() -> None:
    found = timed(
        ["1 jam", "10 menit", "2 hari", "5 jam", "1 jam"],
        ["(0", "<0", "[1", "[2", ")0"],
        "1>2 2>3:Online 2>4:Offline 3>5 4>5",
    )
    assert found.straight.text == "7 jam 10 menit sampai 2 hari 2 jam 10 menit"
    assert not found.side_by_side


def test_branches_side_by_side_last_as_long_as_the_longest() -> None:
    found = timed(
        ["1 jam", "10 menit", "2 hari", "5 jam", "1 jam"],
        ["(0", "[0", "[1", "[2", ")0"],
        "1>2 2>3 2>4 3>5 4>5",
    )
    assert found.straight.text == "2 hari 2 jam 10 menit"
    assert found.side_by_side


def test_breaking_off_early_is_no_short_way() -> None:
    found = timed(["1 jam", "10 menit", "1 menit", "5 jam"], ["(0", "<0", ")1", ")0"], "1>2 2>4:Ya 2>3:Tidak")
    assert found.straight.text == "6 jam 10 menit"


def test_a_return_over_other_steps() -> None:
    """Refused work is mended in a row of its own, which leads back."""
    found = timed(
        ["1 jam", "10 menit", "1 hari", "5 jam"], ["(0", "<1", "[0", ")1"], "1>2 2>4:Ya 2>3:Tidak 3>1"
    )
    assert found.straight.text == "6 jam 10 menit"
    assert found.turned and found.turned.text == "1 hari 7 jam 20 menit"
    assert found.turning == 1


def test_of_two_returns_the_nearer_and_the_farther() -> None:
    found = timed(
        ["1 jam", "10 menit", "5 menit", "1 menit"],
        ["(0", "[1", "<0", ")1"],
        "1>2 2>3 3>4:Ya 3>2:Kurang 3>1:Salah",
    )
    assert found.straight.text == "1 jam 16 menit"
    assert found.turned and found.turned.text == "1 jam 31 menit sampai 2 jam 31 menit"


def test_joint_work_is_done_once() -> None:
    alone = timed(["1 jam", "2 jam"], ["(0", ")0"], "1>2")
    joint = timed(["1 jam", "2 jam"], ["(0 [1", ")0 )2"], "1=1.2 1>2 2=2.2")
    assert joint == alone and alone.straight.text == "3 jam"


def test_what_no_arrow_leads_to_is_not_counted() -> None:
    found = timed(["1 jam", "2 jam", "1 hari"], ["(0", ")0", "[1"], "1>2")
    assert (found.straight.text, found.left_out.unlinked) == ("3 jam", 1)


MERGED = """
nama: X
langkah:
  - {kegiatan: a, pelaksana: A, waktu: {teks: 2 hari kerja, sampai: 3}}
  - {kegiatan: b, pelaksana: B}
  - {kegiatan: c, pelaksana: A, keputusan: {Ya: lanjut, Tidak: 1}}
  - {kegiatan: d, pelaksana: B, waktu: maks. 1 jam}
"""


def test_a_merged_cell_counts_once_on_the_way_and_once_again_on_a_return(folder: Folder) -> None:
    folder.places("a/b").write({"a/b/x.yml": MERGED})
    (found,) = map(chart_duration, entry(folder.build(), "a/b/x").charts)
    assert found.straight.text == "2 hari kerja 1 jam"
    assert found.turned and found.turned.text == "4 hari kerja 1 jam"
    assert (found.left_out.silent, found.left_out.bounded) == (0, 1)


def test_several_charts_are_several_cases(folder: Folder) -> None:
    charts = "".join(
        f"  - judul: {name}\n    langkah: [{{kegiatan: a, pelaksana: A, waktu: {waktu}}}, {{kegiatan: b, pelaksana: B, waktu: 1 jam}}]\n"
        for name, waktu in (("GU", "3 jam"), ("LS", "2 hari"))
    )
    folder.places("a/b").write({"a/b/x.yml": f"nama: X\nbagan:\n{charts}"})
    time, complete = sop_time(entry(folder.build(), "a/b/x"))
    assert (say(time.shortest), say(time.longest), time.text) == (
        "4 jam",
        "2 hari 1 jam",
        "4 jam sampai 2 hari 1 jam",
    )
    assert complete


WAKTU = st.sampled_from(
    [
        "10 menit",
        "2 jam",
        "1–3 hari",
        "1 hari kerja",
        "2 minggu",
        "30 menit - 2 jam",
        "sesuai kebutuhan",
        "-",
        "maks. 1 jam",
    ]
)


def in_order(found: Duration) -> bool:
    spans = [found.straight, *([found.turned] if found.turned else [])]
    shortest = [length(span.shortest) for span in spans]
    longest = [length(span.longest) for span in spans]
    ends = all(low <= high for low, high in zip(shortest, longest, strict=True))
    return ends and shortest == sorted(shortest) and longest == sorted(longest)


@settings(max_examples=150)
@given(st.integers(0, 10**6), st.booleans(), st.data())
def test_any_flow_has_a_shortest_and_a_longest_way(seed: int, odd: bool, data: st.DataObject) -> None:
    chance = Random(seed)
    drawn: Flow = wild(chance, chance.randint(1, 6), chance.randint(1, 14)) if odd else usual(chance)
    waktu = data.draw(st.lists(WAKTU, min_size=len(drawn.rows), max_size=len(drawn.rows)))
    assert in_order(chart_duration(chart_of(list(waktu), drawn)))


@settings(max_examples=100)
@given(st.lists(WAKTU, min_size=2, max_size=10), WAKTU, st.integers(0, 10), st.integers(0, 8))
def test_a_further_step_never_makes_it_shorter(waktu: list[str], more: str, at: int, back: int) -> None:
    """`at` is where the step comes in, `back` where the last but one may send the work back to."""

    def duration(rows: list[str]) -> Duration:
        steps: list[dict[str, object]] = [
            {"kegiatan": text, "pelaksana": "A", "waktu": text, "id": f"l{n}"} for n, text in enumerate(rows)
        ]
        if back < len(rows) - 2:
            steps[-2] |= {"keputusan": {"Ya": "lanjut", "Tidak": f"l{back}"}}
        written = Bagan.model_validate({"langkah": steps})
        return chart_duration(Chart(1, written.langkah, resolve(written).flow))

    before = duration(waktu).straight
    after = duration([*waktu[:at], more, *waktu[at:]]).straight
    assert length(before.shortest) <= length(after.shortest)
    assert length(before.longest) <= length(after.longest)


@pytest.mark.parametrize("arrow", ["", ", bolak_balik: ya", ", ke: 2, bolak_balik: ya"])
def test_to_and_fro_is_gone_once(folder: Folder, arrow: str) -> None:
    text = f"""nama: X
langkah:
  - {{kegiatan: a, pelaksana: A, waktu: 1 jam}}
  - {{kegiatan: b, pelaksana: B, waktu: 2 jam}}
  - {{kegiatan: c, pelaksana: A, waktu: 4 jam{arrow}}}
  - {{kegiatan: d, pelaksana: A, waktu: 8 jam}}
"""
    folder.places("a/b").write({"a/b/x.yml": text})
    (chart,) = entry(folder.build(), "a/b/x").charts
    assert chart_duration(chart).straight.text == ("7 jam" if "ke" in arrow else "15 jam")
