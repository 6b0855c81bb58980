"""SOPs through the press, each a PDF of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, SopEntry
from sop_catalogue.commands.pdf_scope import about_of
from sop_catalogue.intake.recovered import Identity, Recovered
from sop_catalogue.intake.table.rows import Cell
from sop_catalogue.intake.wording.definition_text import definition_text
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import PaperSettings
from sop_catalogue.press.book import Book
from sop_catalogue.press.links import elsewhere
from sop_catalogue.press.press import set_up
from sop_catalogue.store.folder import PlainFolder
from tests.chart.lifelike import lifelike
from tests.intake.flows import chart_of
from tests.studio import STUDIO

_ACTS = (
    "Menerima surat",
    "Memeriksa kelengkapan berkas",
    "Menyusun konsep",
    "Menandatangani",
    "Mencatat undang-undang",
)
_THINGS = ("Berkas permohonan", "Surat (2 rangkap)", "Buku agenda", "Aplikasi e-Office", "Non-ASN", "KTP; KK")
_TIMES = ("5 menit", "1 hari kerja", "1–3 hari", "sesuai kebutuhan")


def pdfs(
    catalogue: Catalogue, paper: PaperSettings, folder: Path, sops: Sequence[SopEntry] = ()
) -> dict[str, bytes]:
    """By the ids of the SOPs, all of them unless some are named; the press runs once for them."""
    shelf = KeptSheets(paper, STUDIO)
    found: dict[str, bytes] = {}
    with set_up("PDF", catalogue, paper, folder) as press:
        for piece in press.pieces([shelf.printed(entry) for entry in sops or catalogue.sops]):
            for k, sop in enumerate(piece.sops):
                book = Book(elsewhere(catalogue, None))
                book.add(piece, k)
                found[sop.id] = book.finished(about_of(catalogue, sop), [])
    return found


def lifelike_catalogue(numbers: range) -> Catalogue:
    """SOPs made by chance, with something in most cells."""
    files = {"kab/pemda.yml": b"nama: Kabupaten Contoh\n", "kab/dinas/unit.yml": b"nama: Dinas Contoh\n"}
    for number in numbers:
        files[f"kab/dinas/sop-{number}.yml"] = _sop(number).encode()
    return CatalogueBuilder(PlainFolder(files), "sop_defs").build()


def _sop(number: int) -> str:
    r = Random(number)
    chart = chart_of(lifelike(r))
    for step in chart.steps:
        step.activity = [" dan ".join(r.sample(_ACTS, r.randint(1, 4)))]
        for key, texts in (("kelengkapan", _THINGS), ("waktu", _TIMES), ("output", _THINGS)):
            if r.random() < 0.8:
                many = 1 if key == "waktu" else r.randint(1, 3)
                step.cells[key] = Cell(tuple(r.sample(texts, many)))
    return definition_text(Recovered(Identity({"nama": f"Contoh {number}"}), [chart]))
