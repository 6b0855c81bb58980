"""Real SOPs, and one with everything that can stand on a sheet, through the press and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.privacy.settings import SHOWN, Hiding
from sop_catalogue.commands.pdf_scope import Scope, job_of
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.press.about import about_many
from sop_catalogue.press.book import Book
from sop_catalogue.press.job import bookmark
from sop_catalogue.press.links import elsewhere
from sop_catalogue.press.press import set_up
from sop_catalogue.store.disk import DiskFolder
from tests.site.build import REPOSITORY
from tests.site.named import named_catalogue
from tests.studio import STUDIO

FIVE = (
    "balangan/disdikbud/pengumpulan-data-kinerja",
    "blitar/dinas-pendidikan/pengelolaan-data-backbone",
    "boalemo/diskominfo/lakip",
    "boalemo/diskominfo/sanapati-penerimaan",
    "boalemo/diskominfo/surat-masuk",
)
"""Decisions, merged lanes, several charts, attachments, flows over several sheets."""
SITE = QrMarks("https://sop.contoh.go.id/", directory_urls=False)


@pytest.fixture(scope="session")
def real() -> Catalogue:
    return CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs"), "sop_defs").build()


@pytest.fixture(scope="session")
def five(real: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Five real SOPs in one book."""
    shelf = KeptSheets(DEFAULT, STUDIO, SITE)
    entries = [entry for entry in real.sops if entry.id in FIVE]
    sops = [shelf.printed(entry) for entry in entries]
    book = Book(elsewhere(real, SITE))
    with set_up("PDF", real, DEFAULT, tmp_path_factory.mktemp("lima")) as press:
        for piece in press.pieces(sops):
            book.add(piece)
    return book.finished(about_many("Lima", "", entries), list(map(bookmark, sops)))


SMALL = {
    "kab/l.svg": """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>
""",
    "kab/pemda.yml": "nama: Kabupaten Contoh\nlogo: l.svg\n",
    "kab/dinas/unit.yml": "nama: Dinas Contoh\n",
    "kab/dinas/arsip.yml": """\
nama: Peminjaman *arsip*
nomor: 1/2026
tanggal: {pembuatan: 2 Januari 2026}
disahkan_oleh: {jabatan: Kepala Dinas, nama: Siti Aminah}
dasar_hukum: [Undang-Undang Nomor 43 Tahun 2009, Peraturan Bupati Nomor 1 Tahun 2020]
keterkaitan: [{teks: Penyusutan arsip, sop: susut}, Layanan lain]
peringatan: "Perhatikan:\\n- tenggat\\n- keutuhan berkas\\n\\n1. satu\\n   - dalam\\n2. dua"
langkah:
  - {kegiatan: Mengajukan permohonan, pelaksana: Pemohon, kelengkapan: [Formulir, KTP], waktu: 5 menit, output: Surat}
  - {kegiatan: Memeriksa berkas, pelaksana: Arsiparis, keputusan: {Lengkap: lanjut, Belum: 1}}
  - {kegiatan: Menyerahkan arsip, pelaksana: Arsiparis}
lampiran: {judul: Contoh, tabel: {baris: [[Nama, Budi], [Unit, Dinas]]}}
""",
    "kab/dinas/susut.yml": "nama: Penyusutan arsip\nlangkah: {kegiatan: A, pelaksana: B}\n",
    "kab/lain/unit.yml": "nama: Kantor Lain\n",
    "kab/lain/tiga.yml": "nama: Tiga\nlangkah: {kegiatan: A, pelaksana: B}\n",
}


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kecil")
    for name, text in SMALL.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def small(office: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A binder with tabs, of a catalogue that stands on no site."""
    return printed(office, Scope(binder=True), tmp_path_factory.mktemp("buku"))


@pytest.fixture(scope="session")
def alone(office: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One of its SOPs."""
    return printed(office, Scope("kab/dinas/arsip"), tmp_path_factory.mktemp("satu"))


@pytest.fixture
def named(tmp_path: Path) -> Callable[[Hiding], bytes]:
    """A binder of SOPs in which officials are named wherever there is room, with something hidden."""
    source = named_catalogue(tmp_path / "katalog", "      hari_ini: 2026-01-31\n")
    scope = Scope("kabupaten-contoh/dinas-bernama", binder=True)
    return lambda hiding: printed(source / "sop_defs", scope, tmp_path, hiding)


def printed(office: Path, scope: Scope, folder: Path, hiding: Hiding = SHOWN) -> bytes:
    """As `sop pdf` does it."""
    catalogue = CatalogueBuilder(DiskFolder(office), "sop_defs").build(hiding)
    job = job_of(catalogue, scope, KeptSheets(DEFAULT, STUDIO), "Katalog", {})
    book = Book(elsewhere(catalogue, None))
    with set_up("PDF", catalogue, DEFAULT, folder) as press:
        for piece in press.pieces(job.sops, below=job.below):
            book.add(piece)
    return book.finished(job.about, job.outline())
