"""The official form on the page of an SOP."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.pages.form.flowtable import lane_heads, lane_width
from tests.pages.parsed import Node, parse
from tests.pages.sample import STEPS, entry, page


def form(folder: Path, text: str, **others: str) -> Node:
    return parse(page(entry(folder, text, **others), drawn=True).html)


def data(form: Node) -> list[tuple[str, str]]:
    rows = form.one("dl", "sop-data").all("div")
    return [(row.one("dt").text, row.one("dd").text) for row in rows]


def boxes(form: Node) -> dict[str, str]:
    return {
        box.one("h3").text: box.text.removeprefix(box.one("h3").text).strip()
        for box in form.all(css="sop-kotak")
    }


def body(form: Node) -> list[list[Node]]:
    """The cells of the flow table, row by row."""
    rows = form.one("table", "sop-alur").one("tbody").all("tr")
    return [[cell for cell in row.all() if cell.tag in ("th", "td")] for row in rows]


def test_identity_with_nothing_known(tmp_path: Path) -> None:
    found = form(tmp_path, STEPS)
    assert found.one(css="sop-kop").text == "PEMERINTAH KABUPATEN CONTOH DINAS ARSIP"
    assert data(found) == [
        ("Nomor SOP", "–"),
        ("Tanggal Pembuatan", "–"),
        ("Tanggal Revisi", "–"),
        ("Tanggal Efektif", "–"),
        ("Disahkan oleh", "–"),
        ("Nama SOP", "Legalisasi Ijazah"),
    ]
    assert list(boxes(found)) == [
        "Dasar Hukum",
        "Kualifikasi Pelaksana",
        "Keterkaitan",
        "Peralatan/Perlengkapan",
        "Peringatan",
        "Pencatatan dan Pendataan",
    ]
    assert set(boxes(found).values()) == {"–"}


def test_identity_in_full(tmp_path: Path) -> None:
    text = (
        STEPS
        + """
nomor: 12/SOP/2026
kop: [Baris satu, Baris *dua*]
subunit: Sekretariat
tanggal: {pembuatan: 2018-01-02, revisi: [2019-03-04, "-", Mei 2020], pengesahan: 2018-02-01}
disahkan_oleh: {jabatan: Plt. Kepala, nama: Siti, pangkat: Pembina, nip: 19700101}
formulir: {label: {nomor: NOMOR, dasar_hukum: Landasan}}
peringatan: Satu saja
pencatatan_pendataan: [Pertama, Kedua]
peralatan_perlengkapan: [{no: a., teks: Komputer}, {no: c., teks: Meja}]
"""
    )
    found = form(tmp_path, text)
    assert found.one(css="sop-kop").text == "Baris satu Baris dua Sekretariat"
    assert data(found)[0] == ("NOMOR", "12/SOP/2026")
    assert data(found)[2] == ("Tanggal Revisi", "4 Maret 2019, -, Mei 2020")
    assert data(found)[3] == ("Tanggal Pengesahan", "1 Februari 2018")
    assert data(found)[4][1] == "Plt. Kepala Siti Pembina NIP 19700101"
    assert boxes(found)["Landasan"] == "–"
    assert boxes(found)["Peringatan"] == "Satu saja"
    assert boxes(found)["Peralatan/Perlengkapan"] == "a. Komputer c. Meja"
    counted = next(b for b in found.all(css="sop-kotak") if b.one("h3").text == "Pencatatan dan Pendataan")
    assert [item.text for item in counted.one("ol").all("li")] == ["Pertama", "Kedua"]


def test_dashes_for_revisions_that_never_were_are_one(tmp_path: Path) -> None:
    found = form(tmp_path, STEPS + 'tanggal: {pembuatan: 2022, revisi: ["-", "-", "-"]}\n')
    assert data(found)[2] == ("Tanggal Revisi", "–")


def test_a_block_that_its_document_does_not_have_says_so(tmp_path: Path) -> None:
    said = "Dokumen asal tidak memuat blok identitas; blok ini dibuat untuk katalog."
    found = form(tmp_path, STEPS + "tafsiran: formulir\n").one(css="sop-formulir")
    at_block, below = found.all(css="sop-disimpulkan")
    assert at_block.text == below.text == said
    assert found.children.index(at_block) < found.children.index(found.one(css="sop-identitas"))
    assert said not in form(tmp_path / "lagi", STEPS).text


def test_the_form_keeps_the_document_s_name_beside_the_catalogue_s(tmp_path: Path) -> None:
    found = form(tmp_path, f"{STEPS}\njudul: Gaji Berkala\n")
    assert found.one("h1").text == "Gaji Berkala"
    assert data(found)[-1] == ("Nama SOP", "Legalisasi Ijazah")


def test_an_item_that_names_several_links_them_after_its_words(tmp_path: Path) -> None:
    text = f"{STEPS}\nketerkaitan: {{teks: SOP Surat, sop: [masuk, keluar]}}\n"
    others = {name: STEPS.replace("Legalisasi Ijazah", f"Surat *{name}*") for name in ("masuk", "keluar")}
    found = form(tmp_path, text, **others)
    assert boxes(found)["Keterkaitan"] == "SOP Surat (Surat masuk; Surat keluar)"
    (box,) = [box for box in found.all(css="sop-kotak") if box.one("h3").text == "Keterkaitan"]
    assert [link.attributes["href"] for link in box.all("a")] == ["../masuk/", "../keluar/"]


def test_a_column_without_a_head_and_a_step_without_a_number(tmp_path: Path) -> None:
    text = """nama: Ini
formulir: {label: {keterangan: "", no: ""}}
langkah:
  - {kegiatan: a, pelaksana: A}
  - {no: "", kegiatan: b, pelaksana: A, keterangan: x}
"""
    table = form(tmp_path, text).one("table", "sop-alur")
    heads = {
        head.text: [s.attributes.get("class") for s in head.all("span")]
        for head in table.one("thead").all("th")
    }
    assert heads["Keterangan"] == heads["No"] == ["sop-tersembunyi"]
    first, second = table.one("tbody").all("tr")
    assert first.one("th").all("a")[0].attributes["href"] == "#langkah-1"
    assert second.attributes["id"] == "baris-2"
    assert second.one("th").one(css="sop-tersembunyi").text == "baris ke-2" and not second.one("th").all("a")
    assert second.one(css="keterangan").attributes["data-l"] == "Keterangan"


def test_keterkaitan_says_what_became_of_each(tmp_path: Path) -> None:
    text = (
        STEPS
        + """
keterkaitan: [SOP Surat Masuk, SOP Legalisasi Ijazah, SOP Entah;, {teks: Bank, luar: ya}]
"""
    )
    found = form(tmp_path, text, masuk=STEPS.replace("Legalisasi Ijazah", "Surat Masuk"))
    box = next(b for b in found.all(css="sop-kotak") if b.one("h3").text == "Keterkaitan")
    items = box.one("ol").all("li")
    assert [item.text for item in items] == [
        "SOP Surat Masuk",
        "SOP Legalisasi Ijazah (SOP ini sendiri)",
        "SOP Entah (belum ada di katalog);",
        "Bank (di luar katalog)",
    ]
    assert items[0].one("a").attributes["href"] == "../masuk/"
    assert not items[2].all("a")


def test_the_flow_table_stands_as_on_paper(tmp_path: Path) -> None:
    found = form(tmp_path, STEPS)
    heads = [
        [th.text for th in row.all("th")] for row in found.one("table", "sop-alur").one("thead").all("tr")
    ]
    assert heads == [
        ["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Keterangan"],
        ["Loket", "Kasubbag", "Staf", "Kelengkapan", "Waktu", "Output"],
    ]
    columns = len(found.one("colgroup").all("col"))
    rows = body(found)
    assert [len(row) for row in rows] == [columns] * 3
    assert [cell.tag for cell in rows[0][:2]] == ["th", "td"]
    assert rows[1][1].text == "Memeriksa berkas"
    assert rows[1][3].text == "Keputusan. Ya: ke langkah 3. Tidak: kembali ke langkah 1."
    assert [row.attributes["id"] for row in found.one("table", "sop-alur").one("tbody").all("tr")] == [
        "langkah-1",
        "langkah-2",
        "langkah-3",
    ]


def test_every_row_carries_its_slice_in_its_first_lane_cell(tmp_path: Path) -> None:
    for i, row in enumerate(body(form(tmp_path, STEPS))):
        first = row[2]
        assert first.one(css="sop-gambar").one("svg", f"strip-{i}")
        assert first.one(css="sop-gambar").attributes["aria-hidden"] == "true"
        assert first.attributes["style"] == "height:41px"
        assert not any(cell.all(css="sop-gambar") for cell in row[3:])


def test_every_cell_has_its_role(tmp_path: Path) -> None:
    """A phone's cards lay the table out as blocks, which would take its meaning from it."""
    table = form(tmp_path, STEPS).one("table", "sop-alur")
    roles = {"tr": {"row"}, "td": {"cell"}, "thead": {"rowgroup"}, "tbody": {"rowgroup"}}
    for tag, allowed in roles.items():
        assert {node.attributes.get("role") for node in table.all(tag)} == allowed
    assert {n.attributes.get("role") for n in table.all("th")} == {"columnheader", "rowheader"}
    assert all(n.attributes.get("scope") for n in table.all("th"))


def test_a_cards_head_tells_who_how_long_and_where_next(tmp_path: Path) -> None:
    heads = [row[0].text for row in body(form(tmp_path, STEPS))]
    assert heads == [
        "Langkah 1 · Loket · 5 menit → langkah 2",
        "Langkah 2 · Kasubbag · 1 jam · keputusan",
        "Langkah 3 · Staf · selesai",
    ]


def test_groups_columns_and_numbers_of_the_head(tmp_path: Path) -> None:
    text = """
nama: Kirim
formulir: {nomor_kolom: ya, tanpa_kolom: [keterangan, waktu], label: {kegiatan: Uraian}}
pelaksana: [Pemohon, {kelompok: Satker, pelaksana: [Operator, Approver]}]
langkah:
  - {kegiatan: a, pelaksana: Pemohon}
  - {kegiatan: b, pelaksana: Approver}
"""
    found = form(tmp_path, text)
    rows = found.one("table", "sop-alur").one("thead").all("tr")
    heads = [[th.text for th in row.all("th")] for row in rows]
    assert heads == [
        ["No", "Uraian", "Pelaksana", "Mutu Baku"],
        ["Pemohon", "Satker", "Kelengkapan", "Output"],
        ["Operator", "Approver"],
        [],
    ]
    assert rows[1].all("th")[0].attributes["rowspan"] == "2"
    assert rows[1].all("th")[1].attributes["colspan"] == "2"
    assert [td.text for td in rows[3].all("td")] == [f"({n})" for n in range(1, 8)]
    assert [len(row) for row in body(found)] == [7, 7]


def test_merged_cells_lists_and_marks(tmp_path: Path) -> None:
    text = """
nama: Gabung
langkah:
  - {kegiatan: a, pelaksana: A, waktu: {teks: 2 hari, sampai: 3}, kelengkapan: [Map, Pena]}
  - {kegiatan: b, pelaksana: A, kelengkapan: ["1.1 Map", "1.2 Pena"]}
  - {kegiatan: c, pelaksana: A, kelengkapan: Satu}
"""
    rows = body(form(tmp_path, text))
    merged = next(cell for cell in rows[0] if "waktu" in cell.classes)
    assert merged.attributes["rowspan"] == "3"
    assert merged.text == "(langkah 1–3) 2 hari"
    assert [len(row) for row in rows] == [7, 6, 6]
    lists = [next(c for c in row if "kelengkapan" in c.classes) for row in rows]
    assert [li.classes for li in lists[0].all("li")] == [[], []]
    assert [li.text for li in lists[1].all("li")] == ["1.1 Map", "1.2 Pena"]
    assert [li.classes for li in lists[1].all("li")] == [["n"], ["n"]]
    assert not lists[2].all("li")


def test_several_charts_each_with_its_own_anchors(tmp_path: Path) -> None:
    text = """
nama: Dua
bagan:
  - {judul: Belanja barang, langkah: [{kegiatan: a, pelaksana: A}, {kegiatan: b, pelaksana: A}], catatan_kaki: "*) Catatan"}
  - {judul: Belanja modal, langkah: [{kegiatan: a, pelaksana: B}, {kegiatan: b, pelaksana: B}]}
"""
    found = form(tmp_path, text)
    assert [h.text for h in found.all("h3") if h.attributes.get("id", "").startswith("bagan")] == [
        "A. Belanja barang",
        "B. Belanja modal",
    ]
    ids = [n.attributes["id"] for n in found.all() if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    targets = [a.attributes["href"] for a in found.all("table", "sop-alur")[1].all("a")]
    assert list(dict.fromkeys(targets)) == ["#bagan-2-langkah-1", "#bagan-2-langkah-2"]
    assert found.one(css="sop-catatan-kaki").text == "*) Catatan"


def test_heads_are_divided_at_syllables_where_many_lanes_leave_no_room(tmp_path: Path) -> None:
    lanes = "langkah: {kegiatan: a, pelaksana: [Pengadministrasi Umum, KPA/PPK, C, D, E, F]}\n"
    heads = form(tmp_path / "a", f"nama: A\n{lanes}").all("th", "lajur")
    assert heads[0].text == "Pengad\u00admi\u00adnis\u00adtrasi Umum"
    assert [len(head.all("wbr")) for head in heads] == [0, 1, 0, 0, 0, 0]


def test_where_they_leave_it_no_word_of_a_head_is_divided(tmp_path: Path) -> None:
    steps = "nama: A\nlangkah: {kegiatan: a, pelaksana: [Pengadministrasi Umum, Bendahara]}\n"
    flow = entry(tmp_path, steps).charts[0].flow
    wide = lane_width(flow)
    assert wide
    heads = lane_heads(flow, [lane.name for lane in flow.lanes], int(wide))
    assert [str(head.html) for head in heads] == ["Pengadministrasi Umum", "Bendahara"]


def test_as_many_words_of_heads_are_whole_as_the_room_leaves(tmp_path: Path) -> None:
    steps = "nama: A\nlangkah: {kegiatan: a, pelaksana: [Administratif/Kepegawaian, Penanggungjawab/KPA, C, D, E]}\n"
    flow = entry(tmp_path, steps).charts[0].flow
    wide = lane_width(flow)
    assert wide
    heads = lane_heads(flow, [lane.name for lane in flow.lanes], int(wide))
    assert [str(head.html) for head in heads[:2]] == [
        "Administratif/<wbr>Kepegawaian",
        "Pe\u00adnang\u00adgung\u00adja\u00adwab/<wbr>KPA".replace("Pe\u00ad", "Pe"),
    ]


def test_a_head_wider_than_its_column_is_divided_at_syllables(tmp_path: Path) -> None:
    labels = ", ".join(
        f"{key}: Dipertanggungjawabkan" for key in ("kelengkapan", "waktu", "output", "keterangan")
    )
    found = form(
        tmp_path, f"nama: A\nformulir: {{label: {{{labels}}}}}\nlangkah: {{kegiatan: a, pelaksana: B}}\n"
    )
    assert sum("Diper\u00adtang\u00adgung" in head.text for head in found.all("th")) == 4


def test_heads_turn_upright_before_a_word_is_cut(tmp_path: Path) -> None:
    assert not form(tmp_path / "a", STEPS).all("th", "tegak")
    long = STEPS.replace("Kasubbag", "Hrxgbdrtkplmnbvcxzrtpk" * 2)
    assert len(form(tmp_path / "b", long).all("th", "tegak")) == 3


def test_signature_attachments_and_notes(tmp_path: Path) -> None:
    text = (
        STEPS
        + """
catatan: Gratis
tanda_tangan: {tempat: Blitar, tanggal: Januari 2018, jabatan: Kepala, nama: Siti}
lampiran: [{judul: Lembar Kerja, isi: "*Isi*", tabel: {judul: Tabel A, kepala: [No, Hal], baris: [["1", Map], ["2", null]]}}]
"""
    )
    found = form(tmp_path, text)
    assert found.one(css="sop-catatan").text == "Gratis"
    assert found.one(css="sop-ttd").text == "Blitar, Januari 2018 Kepala Siti"
    sheet = found.one(css="sop-lembar")
    assert sheet.one("caption").text == "Tabel A"
    assert [[c.text for c in row.all("td")] for row in sheet.one("tbody").all("tr")] == [
        ["1", "Map"],
        ["2", ""],
    ]
