"""Every word of a document stands in its place on the SOP's page, and no other: nothing lost, added or moved."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.model import Catalogue, SopEntry

from .as_read import Document, documents, said
from .as_shown import shown
from .definitions import altered

DOCUMENTS = {document.name: document for document in documents()}


@pytest.fixture(scope="module")
def sops(catalogue: Catalogue) -> dict[str, SopEntry]:
    return {sop.id: sop for sop in catalogue.sops}


def test_every_sop_has_its_document(sops: dict[str, SopEntry]) -> None:
    assert {document.sop for document in DOCUMENTS.values()} == set(sops)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_page_shows_the_words_of_the_document(document: Document, sops: dict[str, SopEntry]) -> None:
    sop = sops[document.sop]
    assert sop.sop.sumber and sop.sop.sumber.berkas == document.file
    found = shown(sop)
    if "identitas" not in document.words:  # the head of the form is ours, and is to say nothing
        assert not (sop.sop.nomor or sop.sop.tanggal or sop.sop.disahkan_oleh)
        found |= {"kop": "", "identitas": ""}
    assert said(found) == document.words


EDITS = {
    "lost": ("surat yang sudah di paraf", "surat yang di paraf", "baris 3 output"),
    "added": ("waktu: 5 menit", "waktu: 5 menit kerja", "baris 1 waktu"),
    "moved": ("di paraf kemudian diserahkan", "kemudian di paraf diserahkan", "baris 2 kegiatan"),
    "another": ("- Filling kabinet", "- Filing kabinet", "baris 7 kelengkapan"),
    "unmarked": (
        "- buku register keluar\n      - pulpen",
        "buku register keluar pulpen",
        "baris 6 kelengkapan",
    ),
    "law": ("25 Tahun 2004", "25 Tahun 2014", "kotak Dasar Hukum"),
    "lane": ("[KADIS, Sekretaris,", "[Sekretaris, KADIS,", "kepala"),
    "signer": ("Sunandar Aliwu Sadu", "Sunandar A. Sadu", "tanda_tangan"),
}


@pytest.mark.parametrize(("old", "new", "place"), EDITS.values(), ids=EDITS)
def test_one_word_is_enough_to_fail(old: str, new: str, place: str) -> None:
    document = DOCUMENTS["surat-keluar"]
    found = shown(altered(document.sop, (old, new)))
    assert {key for key in found if found[key] != document.words.get(key, "")} == {place}
