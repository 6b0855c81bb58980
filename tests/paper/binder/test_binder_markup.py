"""Binders of one office whose every text would be markup, were it trusted."""

from __future__ import annotations

from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.paper.binder.binder import Binder, duty_binder, sop_binder
from sop_catalogue.paper.kept import KeptSheets
from sop_catalogue.paper.settings import DEFAULT, settings_from
from sop_catalogue.store.disk import DiskFolder
from tests.paper.document import sheets_of
from tests.studio import STUDIO

HOSTILE = """<b onmouseover="x">&amp; "kutip" 'satu' </section><script>alert(1)</script> {{ 7 * 7 }}"""

ALL = settings_from(
    {"pengesahan": True, "riwayat": True, "distribusi": True, "punggung": True, "lampiran_keputusan": True}
)


def test_nothing_an_author_wrote_becomes_markup(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    place = tmp_path / "kab/dinas"
    place.mkdir(parents=True)
    (tmp_path / "kab/pemda.yml").write_text(f"nama: {quoted}\nsingkatan: {quoted}\n", "utf-8")
    (place / "unit.yml").write_text(f"nama: {quoted}\nsingkatan: x\n", "utf-8")
    (place / "peran.yml").write_text(
        f"peran: [{{nama: {quoted}, id: staf, singkatan: [Staf], uraian: {quoted}}}]", "utf-8"
    )
    keys = (
        "judul",
        "nomor",
        "tentang",
        "menimbang",
        "mengingat",
        "memperhatikan",
        "menetapkan",
        "tempat",
        "ditetapkan_oleh",
    )
    (place / "keputusan.yml").write_text("".join(f"{key}: {quoted}\n" for key in keys), "utf-8")
    step = (
        f"{{kegiatan: {quoted}, pelaksana: Staf, kelengkapan: {quoted}, output: {quoted}, waktu: {quoted}}}"
    )
    text = f"disahkan_oleh: {quoted}\ntanggal: {{revisi: 2 Mei 2024}}\n"
    text += f"nama: {quoted}\nnomor: {quoted}\nsubunit: {quoted}\ndasar_hukum: {quoted}\nlangkah: [{step}, {step}]\n"
    (place / "satu.yml").write_text(text, "utf-8")
    catalogue = CatalogueBuilder(DiskFolder(tmp_path), "sop_defs").build()
    assert catalogue.sops and catalogue.units[0].decree, [f.text() for f in catalogue.findings]
    for scope in (catalogue, catalogue.units[0]):
        safe(sop_binder(scope, ALL, KeptSheets(ALL, STUDIO).printed))
    safe(duty_binder(catalogue.sops[0].roles[0], DEFAULT))


def safe(binder: Binder) -> None:
    html = "".join(sheet.printed for sheet in sheets_of(binder.parts))
    assert "<script" not in html and "<b onmouseover" not in html
    assert html.count("<section") == html.count("</section>")
    assert html.count("<table") == html.count("</table>")
    assert "{{ 7 * 7 }}" in html
