"""Five years of an office, played by the real commands: every address that was ever published, and every code that was
ever printed, leads to a right answer at the end."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.changes import ended
from sop_catalogue.commands.pdf_scope import followed
from sop_catalogue.paper.changes import changes
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.manifest import Manifest, from_json
from sop_catalogue.paper.qr import QrMarks
from sop_catalogue.paper.settings import DEFAULT
from sop_catalogue.store.disk import DiskFolder
from tests.pages.parsed import parse
from tests.site.build import Site, build, leads_on
from tests.studio import STUDIO

from .conftest import Sop

URL = "https://sop.contoh.go.id/"
SETTINGS = f"""\
site_name: Katalog Contoh
site_url: {URL}
theme: {{name: katalog-sop}}
plugins: [material/search, sop-catalogue]
"""
MAIL, LEAVE, ARCHIVE, ONLINE = "Surat Masuk", "Cuti Pegawai", "Peminjaman Arsip", "Cuti Daring"
IN_FORCE = """status: berlaku
nomor: {number}
tanggal: {{pembuatan: 2021-01-04, efektif: 2021-02-01}}
disahkan_oleh: {{jabatan: Kepala Dinas, nama: "Drs. Ani, M.Si"}}
"""
STAGES = ("awal", "revisi 1", "revisi 2", "diganti", "unit berganti nama", "unit digabung")
ANSWERS = {
    **{(LEAVE, stage): "diganti" for stage in STAGES},
    **{(ARCHIVE, stage): "berubah" for stage in STAGES[:-1]},  # its office has another name at its head
    (ARCHIVE, STAGES[-1]): "berlaku",
    **{(MAIL, stage): "lama" for stage in STAGES[:2]},
    **{(MAIL, stage): "berubah" for stage in STAGES[2:4]},
    **{(name, stage): "berlaku" for name in (MAIL, ONLINE) for stage in STAGES[4:]},
    (ONLINE, "diganti"): "berubah",
}
"""What a sheet is told at the end, by its SOP and when it was printed."""
CHANGED = {
    "0-1": [
        "≠ Berubah Nomor SOP: [dihapus] 1 → [baru] 1/A",
        "+ Baru Tanggal Revisi: ditambah [baru] 4 Maret 2022",
        "≠ Berubah Tanggal Efektif: [dihapus] 1 Februari 2021 → [baru] 4 Maret 2022",
        "≠ Berubah Langkah 2: waktu [dihapus] 10 menit → [baru] 5 menit",
    ],
    "1-2": [
        "+ Baru Tanggal Revisi: ditambah [baru] 6 Mei 2023",
        "≠ Berubah Tanggal Efektif: [dihapus] 4 Maret 2022 → [baru] 6 Mei 2023",
        "≠ Berubah Langkah 3: waktu [dihapus] 1 hari kerja → [baru] 2 hari kerja",
    ],
    "0-2": [
        "≠ Berubah Nomor SOP: [dihapus] 1 → [baru] 1/A",
        "+ Baru Tanggal Revisi: ditambah [baru] 4 Maret 2022",
        "+ Baru Tanggal Revisi: ditambah [baru] 6 Mei 2023",
        "≠ Berubah Tanggal Efektif: [dihapus] 1 Februari 2021 → [baru] 6 Mei 2023",
        "≠ Berubah Langkah 2: waktu [dihapus] 10 menit → [baru] 5 menit",
        "≠ Berubah Langkah 3: waktu [dihapus] 1 hari kerja → [baru] 2 hari kerja",
    ],
}
"""What the pages of changes say, between every two revisions."""


@dataclass(frozen=True)
class Printed:
    """A code on a sheet, and of which SOP and state it is."""

    url: str
    name: str
    stage: str


class Office:
    """The catalogue's folder, and all that it ever gave to the world."""

    def __init__(self, folder: Path, sop: Sop) -> None:
        self.folder, self._sop = folder, sop
        self.definitions = folder / "sop_defs"
        self.published: dict[str, str] = {}
        """Each address with the name of what was to be seen there."""
        self.printed: list[Printed] = []
        self.binders: list[Manifest] = []

    def run(self, *words: str | Path) -> str:
        done = self._sop(*words, cwd=self.folder)
        assert (done.code, done.err) == (0, ""), done
        return done.out

    def write(self, path: str, text: str) -> None:
        file = self.definitions / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.definitions / path).read_text("utf-8")
        assert old in text, text
        self.write(path, text.replace(old, new, 1))

    def publish(self, stage: str) -> Site:
        assert "Bersih" in self.run("check")
        site = build(self.folder, self.folder / "site", folder_urls=True, url=URL)
        assert site.code == 0, site.log
        catalogue = CatalogueBuilder(DiskFolder(self.definitions)).build()
        marks = QrMarks(URL, directory_urls=True)
        self.printed += [Printed(marks.address(entry), entry.name, stage) for entry in catalogue.sops]
        for file in site.folder.rglob("*.html"):
            text = file.read_text("utf-8")
            if not leads_on(text) and (heading := heading_of(text)):
                self.published.setdefault(file.relative_to(site.folder).as_posix(), heading)
        self.binders.append(from_json(site.read("cetak/manifest.json").encode()))
        return site


def heading_of(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return parse(found[1]).text if found else ""


def arrive(site: Site, path: str) -> tuple[str, str]:
    """Where a browser without scripts comes to, and what stands there."""
    for _ in range(3):
        file = f"{path}index.html" if path.endswith("/") or not path else path
        text = site.read(file)
        if not leads_on(text):
            return file, text
        way = re.search(r'http-equiv="refresh" content="0; ?url=([^"]+)"', text)
        assert way, text
        end = "/" if way[1].endswith("/") else ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(way[1]))) + end
    raise AssertionError(f"{path} leads in circles")


def answer(site: Site, code: str) -> str:
    """What the page says of the sheet in hand."""
    parts = urlsplit(code)
    assert code.startswith(URL)
    _, text = arrive(site, unquote(parts.path.removeprefix("/")))
    asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
    ready = next(node for node in parse(text).all() if "data-sop-lembar" in node.attributes).attributes
    state, revision, now = ready["data-keadaan"], int(asked["rev"]), int(ready["data-rev"])
    if state in ("diganti", "dicabut"):
        return state
    if revision != now:
        return "lama" if revision < now else "baru"
    return state if asked["isi"] == ready["data-isi"] else "berubah"


def said(site: Site, page: str) -> list[str]:
    listed = parse(site.page(page)).one("ul", css="sop-beda")
    return [node.text for node in listed.all("li")]


@pytest.fixture
def office(tmp_path: Path, sop: Sop) -> Office:
    folder = tmp_path / "kantor"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Katalog\n\n<!-- katalog -->\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    return Office(folder, sop)


def begin(office: Office) -> None:
    office.write("kab/pemda.yml", "nama: Pemerintah Kabupaten Contoh\nsingkatan: Kab. Contoh\n")
    for unit, name in (("umum", "Bagian Umum"), ("arsip", "Kantor Arsip")):
        office.write(f"kab/{unit}/unit.yml", f"nama: {name}\n")
    for number, (name, unit) in enumerate(((MAIL, "umum"), (LEAVE, "umum"), (ARCHIVE, "arsip")), 1):
        office.run("new", name, "--unit", f"kab/{unit}")
        path = f"kab/{unit}/{name.lower().replace(' ', '-')}.yml"
        text = (office.definitions / path).read_text("utf-8")
        kept = [line for line in text.splitlines() if not line.startswith(("status:", "#"))]
        office.write(
            path, "\n".join(kept[:2]) + "\n" + IN_FORCE.format(number=number) + "\n".join(kept[2:]) + "\n"
        )


def test_every_address_and_every_code_leads_to_a_right_answer(office: Office) -> None:
    begin(office)
    office.publish("awal")

    office.run("revisi", "surat-masuk", "--alasan", "Loket diperbarui", "--tanggal", "2022-03-04")
    office.edit("kab/umum/surat-masuk.yml", "nomor: 1", "nomor: 1/A")
    office.edit("kab/umum/surat-masuk.yml", "waktu: 10 menit", "waktu: 5 menit")
    office.publish("revisi 1")

    office.run("revisi", "surat-masuk", "--alasan", "Persetujuan berjenjang", "--tanggal", "2023-05-06")
    office.edit("kab/umum/surat-masuk.yml", "waktu: 1 hari kerja", "waktu: 2 hari kerja")
    office.publish("revisi 2")

    office.write(
        "kab/umum/cuti-daring.yml",
        (office.definitions / "kab/umum/cuti-pegawai.yml")
        .read_text("utf-8")
        .replace(LEAVE, ONLINE)
        .replace("kode: ", "kode: x"),
    )
    office.edit("kab/umum/cuti-daring.yml", "nomor: 2", "nomor: 4")
    office.edit("kab/umum/cuti-pegawai.yml", "status: berlaku", "status: diganti\ndiganti_oleh: Cuti Daring")
    office.publish("diganti")

    office.run("pindah", "kab/umum", "kab/tata-usaha")
    office.edit("kab/tata-usaha/unit.yml", "Bagian Umum", "Bagian Tata Usaha")
    office.publish("unit berganti nama")

    office.run("pindah", "kab/arsip/peminjaman-arsip", "kab/tata-usaha")
    (office.definitions / "kab/arsip/unit.yml").unlink()
    (office.definitions / "kab/arsip").rmdir()
    office.edit("kab/tata-usaha/unit.yml", "alamat_lama: [kab/umum]", "alamat_lama: [kab/umum, kab/arsip]")
    last = office.publish("unit digabung")

    _every_address(office, last)
    _every_code(office, last)
    _every_change(last)
    _the_binder(office)


def _every_address(office: Office, last: Site) -> None:
    """Each still shows what it showed, or what became of that."""
    assert len(office.published) > 60
    found = {path: heading_of(arrive(last, path)[1]) for path in office.published}
    wanted = {path: _today(heading) for path, heading in office.published.items()}
    other = {path: heading for path, heading in found.items() if heading != wanted[path]}
    assert all(re.match(r"cetak/(.*/)?index\.html", path) for path in other), (
        "sheets of many begin with others"
    )


def _today(heading: str) -> str:
    for old in ("Bagian Umum", "Kantor Arsip"):
        heading = heading.replace(old, "Bagian Tata Usaha")
    return heading


def _every_code(office: Office, last: Site) -> None:
    assert {(one.name, one.stage): answer(last, one.url) for one in office.printed} == ANSWERS


def _every_change(last: Site) -> None:
    place = "sop/kab/tata-usaha/surat-masuk/riwayat"
    assert {pair: said(last, f"{place}/{pair}") for pair in CHANGED} == CHANGED


def _the_binder(office: Office) -> None:
    catalogue = CatalogueBuilder(DiskFolder(office.definitions)).build()
    sheets = KeptSheets(DEFAULT, STUDIO, QrMarks(URL, directory_urls=True))
    now = [sheets.printed(entry) for entry in catalogue.sops]
    why = {entry.id: said for entry in catalogue.sops if (said := ended(entry))}
    before = followed(office.binders[0], catalogue)
    printed = [one for one in now if one.id not in why]
    assert [
        (one.title, one.said, bool(one.out), bool(one.put))
        for one in changes(before, printed, bolak_balik=False, ended=why)
    ] == [
        (ONLINE, "Baru", False, True),
        (ARCHIVE, "Berubah", True, True),
        (MAIL, "Berubah", True, True),
        (LEAVE, f"Diganti oleh {ONLINE}", True, False),
    ]
