"""Nothing is drawn as if the document had it: decisions need its marks or its words, and what is concluded is said to be."""

from __future__ import annotations

import re

import pytest

from sop_catalogue.catalogue.model import Catalogue, Chart, SopEntry
from sop_catalogue.definition.flow.model import Shape

from .as_read import Document, documents

DOCUMENTS = {document.name: document for document in documents()}
_CONDITION = re.compile(r"\b(?:jika(?! perlu)|apabila|apakah)\b", re.IGNORECASE)
_BRANCH = re.compile(r"[◇①\d]|\{ \}|\b(?:ya|tidak)\b", re.IGNORECASE)
"""A diamond, a numbered connector, the label of a branch."""


@pytest.fixture(scope="module")
def sops(catalogue: Catalogue) -> dict[str, SopEntry]:
    return {sop.id: sop for sop in catalogue.sops}


def rows_with_marks(document: Document, mark: re.Pattern[str]) -> set[int]:
    return {row for row, left in enumerate(document.left) if any(map(mark.search, left.values()))}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_no_decision_without_a_mark_or_a_condition(document: Document, sops: dict[str, SopEntry]) -> None:
    """A mark may stand a row above or below: labels stand beside arrows, not beside symbols."""
    (chart,) = sops[document.sop].charts
    marked = {row + by for row in rows_with_marks(document, _BRANCH) for by in (-1, 0, 1)}
    written = {row for row, step in enumerate(chart.steps) if _CONDITION.search(step.kegiatan)}
    assert decisions(chart) <= marked | written
    assert written <= decisions(chart)


def decisions(chart: Chart) -> set[int]:
    return {symbol.row for symbol in chart.flow.symbols if symbol.shape is Shape.DECISION}
