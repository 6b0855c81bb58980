"""Documents: which names mean one, and who puts out what another needs."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.chart_letters import briefly
from sop_catalogue.catalogue.work.document_names import document_name, documents_in
from sop_catalogue.catalogue.work.documents import Document, DocumentTrail, sop_documents
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, entry
from tests.site.build import REPOSITORY

NAMES = {
    "Berkas Permohonan": ("berkas permohonan", ""),
    "2.1. **Berkas** permohonan.": ("berkas permohonan", ""),
    "- berkas-berkas permohonan": ("berkas permohonan", ""),
    "a) Berkas   Permohonan;": ("berkas permohonan", ""),
    "Konsep surat tugas": ("surat tugas", "konsep"),
    "Draft Surat Tugas": ("surat tugas", "konsep"),
    "Rancangan surat tugas": ("rancangan surat tugas", ""),
    "Surat yang sudah di tanda tangani": ("surat", "ditandatangani"),
    "surat telah ditandatangani": ("surat", "ditandatangani"),
    "Surat yang ditanda tangani": ("surat", "ditandatangani"),
    "Surat yang akan dikirim": ("surat", "akan dikirim"),
    "Konsep surat yang diparaf Kasubag": ("surat", "konsep diparaf kasubag"),
    "Foto copy KTP": ("fotokopi ktp", ""),
    "RKA/DPA": ("rka/dpa", ""),
    "Konsep": ("konsep", ""),
    "2 rangkap SK": ("2 rangkap sk", ""),
    "dll": None,
    "-": None,
    "Terlaksananya rapat": None,
    "Paraf Kasi dan Kabid": None,
    "Memberi paraf": None,
    "Telah diasistensi": None,
    "Ditandatangani oleh Kepala Dinas": None,
}


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    found = document_name(text)
    assert (found and (found.base, found.state)) == NAMES[text]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Disposisi, Rencana Aksi, PK"], ["disposisi", "rencana aksi", "pk"]),
        (["KTP; KK\nAkta"], ["ktp", "kk", "akta"]),
        (["Berkas (KTP, KK), Map"], ["berkas ktp kk", "map"]),
        (["Surat telah ditandatangani, diberi nomor dan cap"], ["surat"]),
        (["1.1 KTP", "1.2 Nota Kasi, Kabid dan Sekretaris"], ["ktp", "nota kasi kabid dan sekretaris"]),
        (["KTP", "ktp."], ["ktp"]),
    ],
)
def test_what_a_cell_names(texts: list[str], found: list[str]) -> None:
    assert [name.base for name in documents_in(tuple(texts))] == found


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Surat", True),
        ("Lembar disposisi", True),
        ("Konsep surat tugas", True),
        ("Laporan Realisasi Fisik", False),
        ("DPA", False),
    ],
)
def test_names_that_every_sop_may_have_one_of(text: str, vague: bool) -> None:
    found = document_name(text)
    assert found and found.vague is vague


def sop(name: str, *steps: str, more: str = "") -> str:
    rows = "".join(
        f"  - {{kegiatan: A, pelaksana: {who}, {step}}}\n" for who, step in zip("ABCDE", steps, strict=False)
    )
    return f"nama: {name}\n{more}langkah:\n{rows}"


WEB = {
    "kab/satu/renja.yml": sop(
        "Renja", "output: Konsep Renja", "kelengkapan: Draft renja, output: [1. Renja, Laporan]"
    ),
    "kab/dua/anggaran.yml": sop(
        "Anggaran",
        "kelengkapan: [Renja., Laporan, Renja yang telah ditandatangani, Pagu, Kalkulator, Komputer]",
        "kelengkapan: Renja, output: RKA",
        more="peralatan_perlengkapan: [Kalkulator]\n",
    ),
    "lain/tiga/evaluasi.yml": sop("Evaluasi", "kelengkapan: Renja", "output: Hasil evaluasi Renja"),
}


@pytest.fixture
def web(folder: Folder) -> Folder:
    return folder.places("kab/satu", "kab/dua", "lain/tiga").write({**WEB})


def shown(documents: object) -> list[str]:
    assert isinstance(documents, dict)
    return [document.name.shown for document in documents]


def test_from_sop_to_sop_inside_one_government(web: Folder) -> None:
    catalogue = web.build()
    trail = DocumentTrail(catalogue.sops)
    renja = sop_documents(entry(catalogue, "kab/satu/renja"), trail)
    assert shown(renja.to_others) == ["Renja"]
    assert shown(renja.results) == ["Laporan"]
    assert [(d.name.shown, a.row, b.row) for d, a, b in renja.inside] == [("Konsep Renja", 0, 1)]
    budget = sop_documents(entry(catalogue, "kab/dua/anggaran"), trail)
    ((document, uses),) = budget.from_others.items()
    assert (document.name.shown, [use.row for use in uses]) == ("Renja", [0, 1])
    assert [maker.id for maker in document.makers] == ["kab/satu/renja"]
    # Too vague, in another state, made by nobody; tools are no documents.
    assert shown(budget.from_outside) == ["Laporan", "Renja yang telah ditandatangani", "Pagu"]
    other = sop_documents(entry(catalogue, "lain/tiga/evaluasi"), trail)
    assert (shown(other.from_outside), shown(other.from_others)) == (["Renja"], [])


def test_each_sop_has_its_own_words_for_one_document(folder: Folder) -> None:
    files = {
        "a": sop("A", "output: Surat Yang di agendakan"),
        "b": sop("B", "output: surat yang telah diagendakan"),
    }
    catalogue = folder.places("kab/satu").write({f"kab/satu/{n}.yml": files[n] for n in files}).build()
    (document,) = DocumentTrail(catalogue.sops).all
    assert [document.worded[entry(catalogue, f"kab/satu/{n}")] for n in files] == [
        "Surat Yang di agendakan",
        "surat yang telah diagendakan",
    ]


def test_a_vague_name_is_linked_inside_its_own_sop(folder: Folder) -> None:
    files = {f"kab/satu/{n}.yml": sop(n, "output: Disposisi", "kelengkapan: disposisi") for n in ("x", "y")}
    catalogue = folder.places("kab/satu").write({**files}).build()
    found = sop_documents(entry(catalogue, "kab/satu/x"), DocumentTrail(catalogue.sops))
    assert [document.name.base for document, _, _ in found.inside] == ["disposisi"]
    assert not (found.from_others or found.to_others or found.from_outside or found.results)


def test_what_is_made_only_later_is_not_there_when_it_is_needed(folder: Folder) -> None:
    text = sop("X", "kelengkapan: Laporan Kinerja", "output: Laporan Kinerja")
    catalogue = folder.places("kab/satu").write({"kab/satu/x.yml": text}).build()
    found = sop_documents(entry(catalogue, "kab/satu/x"), DocumentTrail(catalogue.sops))
    assert shown(found.from_outside) == ["Laporan Kinerja"] == shown(found.results)


def test_both_ends_of_a_link_agree(web: Folder) -> None:
    catalogue = web.build()
    trail = DocumentTrail(catalogue.sops)
    found = {sop: sop_documents(sop, trail) for sop in catalogue.sops}
    sent = {
        (document, sop, taker)
        for sop in found
        for document in found[sop].to_others
        for taker in document.takers
    }
    taken = {
        (document, maker, sop)
        for sop in found
        for document in found[sop].from_others
        for maker in document.makers
    }
    assert sent == taken and len(sent) == 1


def test_the_repository_s_own() -> None:
    """Read one by one: what its 24 SOPs hand on stays in each of them, or is too vague to be told apart."""
    catalogue = CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build()
    trail = DocumentTrail(catalogue.sops)
    assert not any(sop_documents(sop, trail).from_others for sop in catalogue.sops)
    found = sop_documents(entry(catalogue, "blitar/dinas-pendidikan/pengelolaan-data-backbone"), trail)
    assert not found.from_outside
    assert shown(found.results) == ["Data Backbone Dinas Pendidikan"]
    assert {(document.name.shown, source.row + 1, use.row + 1) for document, source, use in found.inside} == {
        ("Disposisi", 1, 2),
        ("Disposisi", 2, 3),
        ("Notulen rapat", 3, 4),
        ("Surat Dinas", 4, 5),
        ("Surat Dinas", 5, 6),
        ("Hardware", 6, 7),
        ("Software", 6, 7),
        ("Hardware", 7, 8),
        ("Software siap pakai", 7, 8),
        ("Aplikasi penunjang", 8, 9),
        ("Konsep awal laporan kegiatan", 9, 10),
        ("Konsep laporan kegiatan", 10, 11),
        ("Konsep laporan kegiatan", 11, 12),
        ("Laporan Kegiatan", 12, 13),
    }


def test_a_document_has_every_use_once(web: Folder) -> None:
    trail = DocumentTrail(web.build().sops)
    for document in trail.all:
        assert isinstance(document, Document)
        uses = [(use.sop.id, use.chart, use.row) for use in (*document.needed, *document.inside)]
        assert len(uses) == len(set(uses))


CHARTS = """
nama: Belanja
bagan:
  - judul: Belanja pegawai
    langkah:
      - {kegiatan: a, pelaksana: A, kelengkapan: Daftar hadir, output: [Daftar gaji, Rekap]}
      - {kegiatan: b, pelaksana: B, kelengkapan: Daftar gaji}
  - judul: Belanja barang
    langkah:
      - {kegiatan: c, pelaksana: A, kelengkapan: [Rekap, Tagihan], output: Daftar hadir}
"""


def test_what_one_chart_makes_is_there_for_the_next_but_not_for_the_one_before(folder: Folder) -> None:
    catalogue = folder.places("kab/satu").write({"kab/satu/x.yml": CHARTS}).build()
    spending = entry(catalogue, "kab/satu/x")
    found = sop_documents(spending, DocumentTrail(catalogue.sops))
    ways = [
        (d.name.shown, *(briefly(spending.charts[use.chart], use.row) for use in (a, b)))
        for d, a, b in found.inside
    ]
    assert ways == [("Daftar gaji", "A.1", "A.2"), ("Rekap", "A.1", "B.1")]
    assert shown(found.from_outside) == ["Daftar hadir", "Tagihan"]
    assert shown(found.results) == ["Daftar hadir"]
