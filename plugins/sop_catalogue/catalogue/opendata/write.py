"""The catalogue as open data: `catalogue.json` and the JSON file of each SOP."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from ...definition.daftar import Pejabat
from ...definition.fields import says_something
from ...definition.identitas import Butir, TandaTangan
from ...definition.sop import Lampiran, Sop
from ...definition.tanggal import Tanggal
from ..model import Catalogue, LawEntry, Mention, Named, PemdaEntry, RoleEntry, SopEntry, UnitEntry
from ..revisions.model import Revision
from . import types as records
from .charts import chart_records, sop_time_record
from .past import UNSAID, Publication, commit_records, generator_record, hidden_parts, origin_record
from .services import service_record

Address = Callable[[SopEntry | Revision], str]
"""The page of an SOP, or of an earlier revision of it, relative to the site's root."""
ChartAddress = Callable[[SopEntry, int], str]
"""The SVG file of one of its charts, counted from 1."""


def catalogue_record(
    catalogue: Catalogue,
    address: Address,
    chart_address: ChartAddress,
    publication: Publication = UNSAID,
) -> records.KatalogRecord:
    return {
        "versi": records.VERSION,
        "pembangkit": generator_record(publication),
        "asal": origin_record(catalogue.head),
        "lisensi_data": publication.licence or None,
        "disembunyikan": hidden_parts(catalogue.hidden),
        "pemda": [_pemda(pemda) for pemda in catalogue.pemdas],
        "peran": [_role(role) for role in catalogue.roles],
        "peraturan": [_law(law) for law in catalogue.laws],
        "sop": [sop_record(entry, address, chart_address) for entry in catalogue.sops],
    }


def sop_record(entry: SopEntry, address: Address, chart_address: ChartAddress) -> records.SopRecord:
    sop = entry.sop
    record: records.SopRecord = {
        "id": entry.id,
        "url": address(entry),
        "kode": entry.kode or None,
        "alamat_lama": list(entry.before),
        "sumber_definisi": entry.path,
        "pemda": entry.unit.pemda.id,
        "unit": entry.unit.id,
        "subunit": sop.subunit,
        "judul": entry.name,
        "nama": sop.nama,
        "sebutan": list(sop.sebutan),
        "nomor": sop.nomor,
        "status": _status(sop),
        "status_disimpulkan": entry.status_inferred,
        "formulir_disimpulkan": "formulir" in sop.tafsiran,
        "diganti_oleh": entry.replaced_by.id if entry.replaced_by else sop.diganti_oleh,
        "menggantikan": _ids(entry.replaces),
        "jenis": list(sop.jenis),
        "tanggal": _dates(sop),
        "disahkan_oleh": _signer(entry),
        "tanda_tangan": [_signature(signature) for signature in sop.tanda_tangan],
        "dasar_hukum": [
            {"teks": c.text, "peraturan": _id(next(iter(c.laws), None))}
            for c in entry.citations
            if says_something(c.text)
        ],
        "kualifikasi_pelaksana": _texts(sop.kualifikasi_pelaksana),
        "keterkaitan": [
            {
                "teks": r.text,
                "hasil": r.verdict.value,
                "sop": _id(r.target),
                "semua_sop": _ids(r.targets),
                "mungkin": _ids(r.maybe),
            }
            for r in entry.references
            if says_something(r.text)
        ],
        "dirujuk_oleh": _ids(entry.cited_by),
        "penyebutan": [_mention(mention) for mention in entry.mentions],
        "disebut_oleh": _ids(entry.mentioned_by),
        "peralatan_perlengkapan": _texts(sop.peralatan_perlengkapan),
        "peringatan": _texts(sop.peringatan),
        "pencatatan_pendataan": _texts(sop.pencatatan_pendataan),
        "layanan": service_record(entry),
        "bagan": chart_records(entry, partial(chart_address, entry)),
        "total_waktu": sop_time_record(entry),
        "catatan": list(sop.catatan),
        "lampiran": [_attachment(sheet) for sheet in sop.lampiran],
        "catatan_penyunting": list(sop.catatan_penyunting),
        "sumber": _source(sop),
        "tautan": sop.tautan,
        "revisi": [_revision(one, entry, address) for one in entry.revisions],
        "perubahan_berkas": commit_records(entry.commits),
    }
    record.update(_optional_boxes(sop))
    return record


def _optional_boxes(sop: Sop) -> Any:
    """Whose keys are known from the form alone."""
    return {box.key: _texts(sop.items(box)) for box in sop.boxes if box.optional}


def _mention(mention: Mention) -> records.SebutanRecord:
    return {
        "bagan": mention.chart + 1,
        "langkah": mention.row + 1,
        "kolom": mention.column,
        "teks": mention.text,
        "hasil": mention.verdict.value,
        "sop": _id(mention.target),
        "mungkin": _ids(mention.maybe),
    }


def _id(entry: Named | None) -> str | None:
    return entry.id if entry else None


def _ids(entries: Iterable[Named]) -> list[str]:
    return [entry.id for entry in entries]


def _status(sop: Sop) -> records.Status | None:
    return next((word for word in records.STATUSES if word == sop.keadaan), None)


def _dates(sop: Sop) -> records.TanggalSopRecord:
    dates = sop.tanggal
    return {
        "pembuatan": _date(dates.pembuatan) if dates else None,
        "revisi": [record for date in (dates.revisi if dates else ()) if (record := _date(date))],
        "efektif": _date(dates.efektif) if dates else None,
        "pengesahan": _date(dates.pengesahan) if dates else None,
    }


def _date(date: Tanggal | None) -> records.TanggalRecord | None:
    return {"teks": date.tampil, "iso": date.iso or None} if date else None


def _official(official: Pejabat | None) -> records.PejabatRecord | None:
    return _person(official) if official else None


def _signer(entry: SopEntry) -> records.PengesahRecord | None:
    person, signing = entry.sop.disahkan_oleh, entry.signing
    return {**_person(person), "dari_daftar": bool(signing and signing.registered)} if person else None


def _signature(signature: TandaTangan) -> records.TandaTanganRecord:
    return {**_person(signature), "tempat": signature.tempat, "tanggal": _date(signature.tanggal)}


def _person(person: Pejabat) -> records.PejabatRecord:
    return {
        "jabatan": person.jabatan,
        "nama": person.named or None,
        "pangkat": person.pangkat,
        "nip": person.numbered or None,
    }


def _revision(one: Revision, entry: SopEntry, address: Address) -> records.RevisiRecord:
    return {
        "nomor": one.number,
        "tanggal": _date(one.day),
        "alasan": one.reason or None,
        "disahkan_oleh": _official(one.signer),
        "naskah": one.text.value,
        "sidik": one.digest or None,
        "url": address(entry if one.present else one) if one.source else None,
    }


def _texts(items: Iterable[Butir]) -> list[str]:
    return [item.teks for item in items]


def _attachment(sheet: Lampiran) -> records.LampiranRecord:
    return {
        "judul": sheet.judul,
        "isi": sheet.isi,
        "tabel": [
            {"judul": t.judul, "kepala": list(t.kepala), "baris": [list(row) for row in t.baris]}
            for t in sheet.tabel
        ],
    }


def _source(sop: Sop) -> records.SumberRecord | None:
    source = sop.sumber
    if source is None:
        return None
    return {"teks": source.teks, "berkas": source.berkas, "halaman": source.halaman}


def _pemda(pemda: PemdaEntry) -> records.PemdaRecord:
    return {**_place(pemda), "unit": [_place(unit) for unit in pemda.units]}


def _place(place: PemdaEntry | UnitEntry) -> records.UnitRecord:
    return {
        "id": place.id,
        "alamat_lama": list(place.before),
        "nama": place.data.nama,
        "singkatan": place.data.singkatan,
        "kepala": _official(place.data.kepala),
    }


def _role(role: RoleEntry) -> records.PeranRecord:
    return {
        "id": role.id,
        "nama": role.data.nama,
        "singkatan": list(role.data.singkatan),
        "terdaftar": role.registered,
        "sop": _ids(role.sops),
    }


def _law(law: LawEntry) -> records.PeraturanRecord:
    data = law.data
    return {
        "id": law.id,
        "judul": data.judul,
        "jenis": data.jenis,
        "nomor": data.nomor,
        "tahun": data.tahun,
        "tentang": data.tentang,
        "status": data.status,
        "dasar_status": data.dasar_status,
        "diganti_oleh": _id(law.replaced_by),
        "diubah_oleh": _ids(law.amended_by),
        "tautan": data.tautan,
        "terdaftar": law.registered,
        "sop": _ids(law.sops),
        "disebut_oleh": _ids(law.named_by),
    }
