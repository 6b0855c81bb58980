"""What every floor makes of a form with a box more: run as a program, for the table is read where it is imported."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from sop_catalogue.definition import form

RISIKO = form.Box("risiko", "Risiko", "Apa yang dapat menggagalkan SOP ini.", optional=True)


def told(folder: Path) -> dict[str, object]:
    form.FORM = replace(form.FORM, boxes=(*form.FORM.boxes, RISIKO))
    # From here on: every other module.
    from sop_catalogue.catalogue.opendata.types import opendata_schema
    from sop_catalogue.catalogue.opendata.write import sop_record
    from sop_catalogue.definition.schema import reference_markdown, schema_for
    from sop_catalogue.pages.search.index import search_index
    from sop_catalogue.paper.kept import KeptSheets
    from sop_catalogue.paper.settings import settings_from
    from sop_catalogue.store.kept import NOTHING
    from tests.pages.sample import STEPS, catalogue, page

    found = catalogue(
        folder,
        {
            "ini.yml": f"{STEPS}risiko: [Berkas *hilang*, Pejabat tidak di tempat]\n",
            "tanpa.yml": STEPS.replace("Legalisasi", "Penerbitan"),
            "kata.yml": f"{STEPS.replace('Legalisasi', 'Penarikan')}risiko: Satu\n"
            "formulir: {label: {risiko: Bahaya}}\n",
        },
    )
    sheets = KeptSheets(settings_from({}), NOTHING)
    return {
        "findings": [finding.text() for finding in found.findings],
        "pages": {sop.id: page(sop).html for sop in found.sops},
        "sheets": {sop.id: [sheet.printed for sheet in sheets.printed(sop).sheets] for sop in found.sops},
        "index": search_index(found, [], False).decode(),
        "records": [sop_record(sop, lambda sop: sop.id, lambda _sop, _number: "") for sop in found.sops],
        "data schema": opendata_schema(),
        "editor schema": schema_for("sop"),
        "reference": reference_markdown(),
    }


if __name__ == "__main__":
    json.dump(told(Path(sys.argv[1])), sys.stdout)
