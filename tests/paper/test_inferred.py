"""Of every real SOP: what its definition calls concluded is marked on its page and on its sheets, and nothing else is."""

from __future__ import annotations

import re
from collections import defaultdict

from sop_catalogue.catalogue.model import Catalogue, Chart, SopEntry
from sop_catalogue.definition.findings import Severity
from sop_catalogue.definition.tafsiran import CALLED, UNSUR, Unsur
from sop_catalogue.pages.links import Links, sop_address
from sop_catalogue.pages.sop.page import sop_page
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT
from tests.pages.parsed import Node, parse
from tests.pages.sample import page
from tests.studio import STUDIO, draw

Steps = dict[int, set[Unsur]]
"""By row, counted from 1: what was concluded at it alone."""
_PART = {said: part for part, said in CALLED.items()}
_OWNER = re.compile(r'<g class="(?:sop-simbol|sop-panah)[^>]*?(?:data-simbol|data-dari)="s(\d+)_')
_STAR = re.compile(r'<g class="sop-tanda"><title>Disimpulkan: (.*?)</title>')


def written(entry: SopEntry, chart: Chart) -> tuple[set[Unsur], Steps]:
    """What the definition says of all steps of a chart, and of each alone."""
    sop = entry.sop
    said = {*sop.tafsiran, *(sop.bagan[chart.number - 1].tafsiran if sop.bagan else ())}
    everywhere: set[Unsur] = {part for part in UNSUR if f"semua {part}" in said}
    own = {i: set(step.tafsiran) - everywhere for i, step in enumerate(chart.steps, 1)}
    return everywhere, {i: parts for i, parts in own.items() if parts}


def starred(svg: str) -> Steps:
    """The stars of drawings, each by the row of its symbol, or of the symbol that its arrow leaves."""
    found: Steps = defaultdict(set)
    row = 0
    for piece in re.finditer(rf"{_OWNER.pattern}|{_STAR.pattern}", svg):
        if piece[1]:
            row = int(piece[1])
        else:
            found[row] |= {_PART[said] for said in piece[2].split(", ")}
    return dict(found)


def heard(table: Node) -> Steps:
    """What the words of each row's symbols say."""
    found: Steps = {}
    for i, row in enumerate(table.one("tbody").all("tr"), 1):
        said = [re.findall(r"Disimpulkan: (.*?)\.", words.text) for words in row.all(css="kata")]
        if parts := {_PART[name] for found in said for names in found for name in names.split(", ")}:
            found[i] = parts
    return found


def sentence(text: str, chart: Chart) -> Steps:
    """Every step that the line under a chart names."""
    numbers = {row.briefly: row.index + 1 for row in chart.flow.rows}
    found: Steps = defaultdict(set)
    told = text.partition("tidak tergambar di dokumen asal: ")[2].partition(".")[0]
    for said in filter(None, told.split("; ")):
        name, _, steps = said.partition(" pada ")
        named = numbers if steps == "semua langkah" else steps.removeprefix("langkah ").split(", ")
        for number in named:
            found[numbers[number]].add(_PART[name])
    return dict(found)


def test_page_and_sheets_mark_what_the_definition_says_and_nothing_else(real: Catalogue) -> None:
    marked = 0
    for entry in real.sops:
        drawings = [draw(chart.flow) for chart in entry.charts]
        tree = parse(sop_page(entry, Links(sop_address(entry)), drawings, STUDIO).html)
        sheets = KeptSheets(DEFAULT, STUDIO).printed(entry).sheets
        tables = tree.all("table", "sop-alur")
        for chart, drawing, table in zip(entry.charts, drawings, tables, strict=True):
            everywhere, own = written(entry, chart)
            marked += len(own) + len(everywhere)
            assert heard(table) == own, entry.id
            assert starred("".join(strip.svg for strip in drawing.rows)) == own, entry.id
            heads = [head for head in table.one("thead").all("th") if head.all(css="sop-tanda")]
            assert [bool(everywhere)] == [bool(heads)], entry.id
        if len(entry.charts) == 1:
            assert starred("".join(sheet.printed for sheet in sheets)) == own, entry.id
            everything = {row: {*own.get(row, ()), *everywhere} for row in range(1, len(chart.steps) + 1)}
            lines = [node.text for node in tree.all(css="sop-disimpulkan") if node.text.startswith("*")]
            assert sentence(" ".join(lines), chart) == {k: v for k, v in everything.items() if v}, entry.id
            parts = [part for part in UNSUR if any(part in found for found in everything.values())]
            foot = re.search(r"\* Disimpulkan: (.*?)\. ", sheets[-1].printed)
            assert (foot[1] if foot else "") == ", ".join(CALLED[part] for part in parts), entry.id
            assert any("*</th>" in sheet.printed for sheet in sheets) == bool(everywhere), entry.id
    assert marked > 30


def test_no_page_of_an_sop_tells_its_readers_how_to_write_it(real: Catalogue) -> None:
    told = 0
    for entry in real.sops:
        said = parse(page(entry).html).text
        for finding in entry.findings:
            told += finding.severity is Severity.NOTE
            assert finding.message in said and finding.remedy not in said, entry.id
    assert told
