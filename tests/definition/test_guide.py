"""Every example of the authoring guide is what its title says.

A title that is a file name: a whole file. `Potongan`, `Benar`: keys of an SOP. `Potongan langkah`: items under `langkah`.
`Salah: kode`: gives that finding, and no other.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest

from sop_catalogue.catalogue.web.wording import SNAGS
from sop_catalogue.definition.findings import Fault, Finding, Severity
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.acknowledge import acknowledge
from sop_catalogue.definition.reading.reader import Definition
from sop_catalogue.definition.schema import KINDS, reference_markdown
from sop_catalogue.definition.sop import Sop
from sop_catalogue.pages.examples import FENCE, whole
from tests.definition.faulty_bytes import BYTES, findings
from tests.definition.golden import FILES, Case, read_all

AMONG_SOPS = {("diketahui-tak-terpakai", snag.code) for snag in SNAGS.values()}
GUIDE = Path(__file__).parents[2] / "plugins" / "sop_catalogue" / "panduan"
EXAMPLES = [
    pytest.param(
        m["title"] or "",
        m["text"],
        id=f"{page.stem}-{page.read_text('utf-8')[: m.start()].count(chr(10)) + 1}",
    )
    for page in sorted(GUIDE.glob("*.md"))
    for m in FENCE.finditer(page.read_text("utf-8"))
]


def told(kind: str, data: bytes) -> list[Finding]:
    """All findings, those that the example itself knows as notes; of other SOPs it knows nothing."""
    definition, _, found = read_all(kind, data)
    if not isinstance(definition.model, Sop):
        return found
    found = acknowledge(cast("Definition[Sop]", definition), flow_faults(definition.model))
    return [f for f in found if (f.code, f.value) not in AMONG_SOPS]


def flow_faults(sop: Sop) -> list[Fault]:
    place = [("bagan", i) if sop.bagan else () for i, _ in enumerate(sop.semua_bagan)]
    return [
        fault
        for chart, loc in zip(sop.semua_bagan, place, strict=True)
        for fault in resolve(chart, loc).faults
    ]


@pytest.mark.parametrize(("title", "text"), EXAMPLES)
def test_example(title: str, text: str) -> None:
    stem = title.removesuffix(".yml")
    found = told(stem if stem in KINDS else "sop", whole(title, text).encode())
    codes = {finding.code for finding in found if finding.counts}
    expected = {title.removeprefix("Salah: ")} if title.startswith("Salah: ") else set()
    assert codes == expected, "\n".join(finding.text() for finding in found)


def test_every_example_has_a_title_that_is_understood() -> None:
    assert len(EXAMPLES) > 30
    for example in EXAMPLES:
        title = str(example.values[0])
        assert title in ("Benar", "Potongan", "Potongan langkah") or re.fullmatch(
            r"[a-z-]+\.yml|Salah: [a-z-]+", title
        )


def test_every_code_of_a_finding_is_in_the_guide() -> None:
    seen = {f.code for data, _, _ in BYTES.values() for f in findings(data)}
    for file in FILES.values():
        case = Case.load(file)
        seen |= {f.code for f in read_all(case.kind, case.text.encode())[2]}
    explained = set(re.findall(r"`([a-z-]+)`", (GUIDE / "pesan.md").read_text("utf-8")))
    assert len(seen) > 40
    assert seen <= explained


def test_the_guide_says_which_errors_can_be_known() -> None:
    text = (GUIDE / "identitas.md").read_text("utf-8")
    listed = set(re.findall(r"`([a-z-]+)`", text[text.index("Galat yang begitu:") :]))
    seen: set[str] = set()
    for file in FILES.values():
        case = Case.load(file)
        definition, _, _ = read_all(case.kind, case.text.encode())
        if isinstance(definition.model, Sop):
            faults = flow_faults(definition.model)
            seen |= {fault.code for fault in faults if fault.severity is Severity.ERROR}
    of_the_catalogue = {"sop-asing", "sop-ganda", "pengganti-berputar", "peraturan-asing"}
    too_many = {"terlalu-lebar", "terlalu-panjang", "terlalu-bercabang"}
    assert listed == seen | of_the_catalogue | too_many


def test_every_key_is_in_the_reference_and_every_link_in_it_leads_somewhere() -> None:
    text = reference_markdown()
    headings = {line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")}
    assert set(re.findall(r"\(#([a-z-]+)\)", text)) <= headings
    for row in re.findall(r"^\| `.*$", text, re.MULTILINE):
        key, kind, about = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert key and kind and about.endswith(".")
