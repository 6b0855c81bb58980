"""What stands at the foot of a sheet leaves the sheet its room."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.paper.foot import foot_of, shortened
from sop_catalogue.paper.settings import settings_from
from tests.paper.one_sop import made, sop


def test_a_name_is_whole_as_long_as_offices_name_things() -> None:
    assert shortened("a" * 240) == "a" * 240
    assert shortened("a" * 241) == "a" * 239 + "…"


def test_a_name_without_end_takes_a_few_lines(tmp_path: Path) -> None:
    (entry,) = made(tmp_path, sop().replace("nama: ", f"nama: {'Sangat panjang ' * 2000}", 1)).sops
    foot = foot_of(entry, settings_from({}), 900)
    assert foot.height < 60
