"""What the open data tells of a service to the public: its type, and how it is written."""

from __future__ import annotations

from typing_extensions import TypedDict

from ..model import SopEntry
from ..work.service import Service, is_service
from .chart_types import documented


@documented
class FormulirRecord(TypedDict):
    judul: str
    url: str
    """Berkasnya, dari akar situs."""
    ukuran: int
    """Dalam bita."""


@documented
class LayananRecord(TypedDict):
    nama: str
    """Nama layanan; sama dengan judul SOP bila tidak disebut."""
    pemohon: list[str]
    """Kolom pelaksana yang merupakan pemohon."""
    pemohon_disimpulkan: bool
    """true: disimpulkan dari nama kolomnya."""
    syarat: list[str]
    waktu: list[str]
    biaya: list[str]
    produk: list[str]
    sarana: list[str]
    pengawasan: list[str]
    jumlah_pelaksana: list[str]
    jaminan: list[str]
    keamanan: list[str]
    evaluasi: list[str]
    tempat: list[str]
    """Milik SOP ini, atau unitnya; begitu pula jam, kontak, dan pengaduan."""
    jam: list[str]
    kontak: list[str]
    pengaduan: list[str]
    formulir: list[FormulirRecord]


def service_record(entry: SopEntry) -> LayananRecord | None:
    if not is_service(entry):
        return None
    service = Service(entry)
    said = service.said
    return {
        "nama": service.name,
        "pemohon": service.applicants,
        "pemohon_disimpulkan": bool(service.guessed),
        "syarat": list(said.syarat),
        "waktu": list(said.waktu),
        "biaya": list(said.biaya),
        "produk": list(said.produk),
        "sarana": list(said.sarana),
        "pengawasan": list(said.pengawasan),
        "jumlah_pelaksana": list(said.jumlah_pelaksana),
        "jaminan": list(said.jaminan),
        "keamanan": list(said.keamanan),
        "evaluasi": list(said.evaluasi),
        "tempat": list(service.at_desk("tempat")),
        "jam": list(service.at_desk("jam")),
        "kontak": list(service.at_desk("kontak")),
        "pengaduan": list(service.at_desk("pengaduan")),
        "formulir": [
            {"judul": form.title, "url": form.address, "ukuran": form.size} for form in entry.blanks
        ],
    }
