"""What applicants read: the part at the head of their service's page, and the list of all services."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.pages.links import SERVICES, Links
from sop_catalogue.pages.lists.services import services_plan
from sop_catalogue.pages.plan import plan_pages, sections
from sop_catalogue.pages.text.contacts import with_contacts
from tests.pages.parsed import parse
from tests.pages.sample import STEPS, catalogue, entry, page
from tests.studio import STUDIO

BARE = """
nama: Surat Keterangan Domisili
jenis: pelayanan
langkah:
  - {id: ajukan, kegiatan: Mengajukan, pelaksana: Warga, waktu: 5 menit, kelengkapan: [KTP, Kartu keluarga]}
  - {kegiatan: Memeriksa, pelaksana: Loket, waktu: 1 jam, keputusan: {Lengkap: lanjut, Kurang: ajukan}}
  - {kegiatan: Mengesahkan, pelaksana: Camat, waktu: sesuai kebutuhan}
  - {kegiatan: Menerima surat, pelaksana: Warga, output: Surat keterangan}
  - {kegiatan: Mengarsipkan, pelaksana: Loket}
"""
SAID = (
    BARE
    + """
kualifikasi_pelaksana: S1
layanan:
  pemohon: Warga
  nama: Surat domisili
  syarat: [KTP <asli>, "**Dua** pasfoto", Materai, Surat kuasa]
  biaya: Gratis
  waktu: 3 hari kerja
  kontak: 0812-3456-7890
  formulir: {berkas: permohonan.pdf, judul: Permohonan}
"""
)


def test_what_a_definition_says_of_a_service(tmp_path: Path) -> None:
    found = parse(
        page(
            catalogue(tmp_path, {"x.yml": SAID, "kab/dinas/formulir/permohonan.pdf": "%PDF-1.7"}).sops[0]
        ).html
    )
    service = found.one("section", "sop-layanan")
    assert service.one("h2").text == "Untuk pemohon: Surat domisili"
    assert [div.text for div in service.one("dl", "sop-layanan-ringkas").all("div")] == [
        "Jangka waktu 3 hari kerja Menurut langkah-langkahnya: 1 jam 5 menit +",
        "Biaya Gratis",
        "Hasil Surat keterangan Menurut langkah-langkahnya",
    ]
    assert [li.text for li in service.all("ul")[0].all("li")] == [
        "KTP <asli>",
        "Dua pasfoto",
        "Materai",
        "Surat kuasa",
    ]
    blank = service.one("ul", "sop-daftar-tautan").one("a")
    assert (blank.text, blank.attributes["href"]) == ("Permohonan", "../formulir/permohonan.pdf")
    assert "Disimpulkan" not in service.text
    assert service.one("summary").text == "Standar pelayanan: 5 dari 14 komponen disebutkan"


def test_the_way_leads_through_the_applicants_steps_only(tmp_path: Path) -> None:
    service = parse(page(entry(tmp_path, BARE)).html).one("section", "sop-layanan")
    assert [li.text for li in service.one("ol", "sop-layanan-jalan").all("li")] == [
        "Mengajukan 5 menit langkah 1 Siapkan: KTP; Kartu keluarga"
        " Dapat dikembalikan ke langkah ini oleh Loket (Kurang)",
        "Menunggu 1 jam + · dikerjakan Loket, Camat",
        "Menerima surat langkah 4 Hasilnya: Surat keterangan",
        "Sesudah itu · dikerjakan Loket, waktunya tidak disebutkan",
    ]


def test_what_nobody_says_is_not_made_up(tmp_path: Path) -> None:
    service = parse(page(entry(tmp_path, BARE)).html).one("section", "sop-layanan")
    assert [div.text for div in service.one("dl", "sop-layanan-ringkas").all("div")] == [
        "Jangka waktu 1 jam 5 menit + Menurut langkah-langkahnya",
        "Biaya Belum disebutkan",
        "Hasil Surat keterangan Menurut langkah-langkahnya",
    ]
    assert "Disimpulkan: kolom Warga dianggap pemohon karena namanya." in service.text
    assert not service.all("details")


def test_no_part_for_what_is_no_service(tmp_path: Path) -> None:
    assert "sop-layanan" not in page(entry(tmp_path, STEPS)).html


def test_the_list_of_services(tmp_path: Path) -> None:
    unit = "nama: Kecamatan\nlayanan: {tempat: Loket 2, kontak: a@contoh.go.id}\n"
    found = catalogue(tmp_path, {"x.yml": SAID, "y.yml": BARE, "z.yml": STEPS, "kab/dinas/unit.yml": unit})
    (plan,) = services_plan(found, Links(SERVICES, directory_urls=False))
    tree = parse(plan.make("").html)
    first, second = tree.one("ul", "sop-layanan-daftar").all("li")
    assert first.one("a").attributes["href"] == "../sop/kab/dinas/x.html#untuk-pemohon"
    assert first.one("dl").text == (
        "Syarat KTP <asli>; Dua pasfoto; Materai; dan 1 lagi Jangka waktu 3 hari kerja Biaya Gratis"
    )
    assert second.one("h3").text.endswith("Disimpulkan dari jenis SOP dan nama kolom pelaksananya")
    assert "Biaya Belum disebutkan" in second.text
    assert tree.one("p", "sop-layanan-alamat").text == "Loket 2 · a@contoh.go.id"


def test_a_catalogue_without_services_has_no_page_of_them(tmp_path: Path) -> None:
    for name, text in (("a", STEPS), ("b", BARE)):
        plans = plan_pages(catalogue(tmp_path / name, {"x.yml": text}), True, STUDIO)
        assert (SERVICES in [top.address for top in sections(plans)]) == (text is BARE)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Telepon 0812-3456-7890.", 'Telepon <a href="tel:081234567890">0812-3456-7890</a>.'),
        ("(0271) 123 4567", '<a href="tel:02711234567">(0271) 123 4567</a>'),
        ("01-02-2026 08.00-15.00", "01-02-2026 08.00-15.00"),
        ("+62 271 123456", '<a href="tel:+62271123456">+62 271 123456</a>'),
        ("a.b@c.go.id, atau", '<a href="mailto:a.b@c.go.id">a.b@c.go.id</a>, atau'),
        ("lihat https://c.go.id/x.", 'lihat <a href="https://c.go.id/x">https://c.go.id/x</a>.'),
        ("javascript:alert(1) <b>", "javascript:alert(1) &lt;b&gt;"),
        ('https://c.id/"onx="', '<a href="https://c.id/">https://c.id/</a>&#34;onx=&#34;'),
        ("421/013/2026", "421/013/2026"),
        ("08.00–15.00", "08.00–15.00"),
        ("NIP 19700101 199503 1 001", "NIP 19700101 199503 1 001"),
        ("https://x.invalid:99999/ https:///x", "https://x.invalid:99999/ https:///x"),
    ],
)
def test_contacts_become_links(text: str, html: str) -> None:
    assert str(with_contacts(text)) == html
