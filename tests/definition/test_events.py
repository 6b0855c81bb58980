"""PyYAML's own reader, which stands in for libyaml where that is missing, gives the same values and the same findings."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sop_catalogue.definition.reading import source
from sop_catalogue.definition.reading.events import LOADER, PlainLoader
from sop_catalogue.definition.reading.source import read_yaml
from tests.hostile.mutations import mutation, originals

from .golden import Case
from .test_golden import CASES

FLOWS = (
    "- {teks: Sah?, keputusan: {Ya: 1, Tidak?: [2, 3?]}}",
    "a: {Ya:, Tidak: 1}",
    "a: [http://x/?y=1, b:c, ':']",
    "a: {b: c\t,\td: e}",
    "a: satu\tdua \t\n  tiga\t# catatan\nb: x\t",
    "a:\n\tb: c",
    'a: "x\\y"',
)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LOADER", PlainLoader)


def test_libyaml_reads_where_it_is() -> None:
    assert LOADER is yaml.CSafeLoader


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_golden(file: Path) -> None:
    expected = Case.load(file)
    assert expected.outcome() == expected


def test_real_definitions_right_and_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text.encode() for text in FLOWS]
    texts += [item.data for item in (*originals(), *map(mutation, range(60))) if len(item.data) < 50_000]
    wanted = [read_yaml(data) for data in texts]
    monkeypatch.setattr(source, "LOADER", PlainLoader)
    for data, expected in zip(texts, wanted, strict=True):
        assert read_yaml(data) == expected, data
