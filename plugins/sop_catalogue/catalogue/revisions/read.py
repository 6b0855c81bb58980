"""The revisions of each SOP: what its definition says of them, and the texts that were kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from ...definition.findings import Fault, Finding, Severity, shown
from ...definition.flow.resolve import resolve
from ...definition.reading.decode import MAX_BYTES
from ...definition.reading.reader import read_definition
from ...definition.riwayat import Revisi
from ...definition.sop import Sop
from ...definition.tanggal import Tanggal, surely_before
from ...store.digest import text_digest
from ...store.os_faults import reason
from ..dossier import form_of
from ..files import SUFFIXES, Found, history_folder
from ..law.cited import Citation
from ..model import Chart, Reference, SopEntry
from ..privacy.signers import Signers
from ..reading import DefinitionReader
from ..web.kinds import Verdict
from .model import Revision, Text

_FOLDER = "folder riwayat SOP ini"


class _Kept(NamedTuple):
    text: Text
    source: bytes = b""
    digest: str = ""
    fault: Fault | None = None


class Histories:
    """Of one catalogue."""

    def __init__(self, definitions: DefinitionReader, there: Iterable[str], signers: Signers) -> None:
        """`there`: every file among the texts that were kept."""
        self.folder, self._there, self._signers = definitions.folder, frozenset(there), signers
        self._definitions = definitions
        self._named: set[str] = set()
        """Files that were kept, and are named by a definition."""

    def of(
        self, item: Found, entry: SopEntry, roles: Mapping[str, str]
    ) -> tuple[tuple[Revision, ...], list[Fault]]:
        """Those of an SOP, the oldest first, and what is wrong with them; none where it tells no history."""
        sop = entry.sop
        if not sop.riwayat:
            return (), []
        said: dict[int, tuple[int, Revisi]] = {}
        faults: list[Fault] = []
        for i, one in enumerate(sop.riwayat):
            if one.nomor in said:
                faults.append(
                    _fault((i, "nomor"), "riwayat-nomor", f"revisi {one.nomor} sudah ditulis di butir {said[one.nomor][0] + 1}",
                           str(one.nomor), "beri nomornya sendiri, atau hapus salah satunya")
                )  # fmt: skip
            said.setdefault(one.nomor, (i, one))
        days = _days(sop)
        found = [
            self._past(item, entry, roles, number, said.get(number), days, faults)
            for number in sorted({*said, *days} - {sop.revision})
        ]
        _, own = said.get(sop.revision, (0, Revisi.model_construct(nomor=sop.revision)))
        found.append(
            Revision(
                sop.revision,
                entry.id,
                own.tanggal or days.get(sop.revision),
                own.alasan or "",
                own.disahkan_oleh or sop.disahkan_oleh,
                Text.PRESENT,
                entry.source,
                text_digest(entry.source),
                read=lambda: entry,
            )
        )
        places = {number: i for number, (i, one) in said.items() if one.tanggal}
        return tuple(found), [*faults, *_backwards(found, places)]

    def strangers(self) -> Iterator[Finding]:
        """Of the files that were kept, those that no definition names."""
        for path in sorted(self._there - self._named):
            yield Finding(
                    Severity.ADVICE, "riwayat-asing", "berkas ini ada di folder riwayat, tetapi tidak disebut di definisi mana pun", shown(path, 400),
                    remedy="sebutkan di 'riwayat' SOP-nya (berkas: nama berkasnya), atau pindahkan ke luar folder riwayat",
                )  # fmt: skip

    def _past(
        self,
        item: Found,
        entry: SopEntry,
        roles: Mapping[str, str],
        number: int,
        said: tuple[int, Revisi] | None,
        days: Mapping[int, Tanggal],
        faults: list[Fault],
    ) -> Revision:
        i, one = said or (0, Revisi.model_construct(nomor=number))
        id_, path = f"{entry.id}/riwayat/{number}", ""
        kept = _Kept(Text.NONE)
        if one.berkas:
            path = f"{history_folder(item)}/{one.berkas}"
            kept = self._kept(path, i, one.berkas, one.sidik or "")
            if kept.fault:
                faults.append(kept.fault)
        found = Revision(
            number, id_, one.tanggal or days.get(number), one.alasan or "", one.disahkan_oleh, kept.text
        )
        if kept.source:
            hiding = self._signers.veil.hiding
            text = self._definitions.parse(path, kept.source, Sop).data if hiding else kept.source
            place = _Place(id_, Found(item.kind, path, item.scope), entry, roles, self._signers)
            found.source, found.digest = text, kept.digest
            found.around, found.read = self._signers.mark(item.scope, text), partial(_entry, place, text)
        return found

    def _kept(self, path: str, i: int, name: str, seal: str) -> _Kept:
        self._named.add(path)
        if set("/\\:") & set(name) or name.startswith((".", "_")) or not name.lower().endswith(SUFFIXES):
            said = "naskah lama disebut dengan nama berkasnya saja, berakhiran .yml"
            return _lost(i, name, said, f"simpan di {_FOLDER}, {_parent(path)}, lalu tulis namanya saja")
        back = f"kembalikan berkas {shown(path, 200)}; bila memang hilang, hapus 'berkas' dan 'sidik'"
        if path not in self._there:  # nor is it looked for behind links
            return _lost(i, name, "naskah lama ini tidak ada", back)
        try:
            data = self.folder.read(path, MAX_BYTES + 1)
        except OSError as error:
            return _lost(i, name, f"naskah lama ini tidak dapat dibuka ({reason(error)})", back)
        if not data or len(data) > MAX_BYTES:
            return _lost(i, name, f"naskah lama ini {'kosong' if not data else 'terlalu besar untuk sebuah definisi'}",
                         "kembalikan berkas seperti waktu disimpan")  # fmt: skip
        digest = text_digest(data)
        if seal and seal.lower().removeprefix("sha256:").strip() == digest:
            return _Kept(Text.SEALED, data, digest)
        if seal:
            fault = _fault((i, "sidik"), "riwayat-berubah", "naskah lama ini tidak lagi seperti waktu disimpan: sidiknya lain",
                           shown(name), f"kembalikan berkas {shown(path, 200)} dari cadangan atau git; naskah lama tidak pernah disunting")  # fmt: skip
            return _Kept(Text.CHANGED, data, digest, fault)
        return _Kept(Text.UNSEALED, data, digest, _unsealed(i, name, path, data, digest))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the text of an earlier revision belongs."""

    id: str
    file: Found
    present: SopEntry
    roles: Mapping[str, str]
    signers: Signers


def _entry(place: _Place, data: bytes) -> SopEntry | None:
    """With the names and the form of its office as they are now, and tied to nothing."""
    sop = read_definition(place.file.path, data, Sop).model
    if sop is None:
        return None
    unit = place.present.unit
    charts = []
    for i, written in enumerate(sop.semua_bagan):
        flow = resolve(written, ("bagan", i), place.roles).flow
        charts.append(
            Chart(i + 1, written.langkah, flow, written.catatan_kaki, roles=(None,) * len(flow.lanes))
        )
    entry = SopEntry(place.id, place.file.path, data, unit, sop, tuple(charts), form_of(sop, unit))
    entry.references = [Reference(one.teks, one.no or "", Verdict.OUTSIDE) for one in sop.keterkaitan]
    entry.citations = [Citation(one.teks, one.no or "") for one in sop.dasar_hukum]
    entry.present = place.present
    place.signers.sign(entry, place.file)
    return entry


def _days(sop: Sop) -> dict[int, Tanggal]:
    """By the number of the revision, as far as the form dates them: some name every one, others only the last."""
    dates = sop.tanggal
    if not dates:
        return {}
    began = next((day for day in (dates.pembuatan, dates.pengesahan, dates.efektif) if day and day.iso), None)
    revised = [day for day in dates.revisi if day and day.iso]
    first = max(1, sop.revision - len(revised) + 1)
    return dict(enumerate(revised, first)) | ({0: began} if began else {})


def _backwards(revisions: Iterable[Revision], places: Mapping[int, int]) -> Iterator[Fault]:
    """Those that their history dates before an earlier one; of the dates of the form others speak."""
    dated = [one for one in revisions if one.day and one.day.iso]
    for one, other in pairwise(dated):
        i = places.get(other.number, places.get(one.number))
        if i is not None and one.day and other.day and surely_before(other.day, one.day):
            yield _fault((i, "tanggal"), "riwayat-nomor",
                         f"revisi {other.number} bertanggal {other.day.tampil}, sebelum revisi {one.number} ({one.day.tampil})",
                         other.day.tampil, "periksa nomor dan tanggal keduanya")  # fmt: skip


def _unsealed(i: int, name: str, path: str, data: bytes, digest: str) -> Fault:
    """Nobody vouches for it: so it is read at once."""
    found = read_definition(path, data, Sop)
    if found.model is None:
        why = next(
            (f"baris {one.line}: {one.message}" for one in found.findings), "isinya bukan definisi SOP"
        )
        return _fault((i, "berkas"), "riwayat-hilang", f"naskah lama ini belum terbaca ({why})", shown(name),
                      f"betulkan {shown(path, 200)}, atau hapus 'berkas' bila memang bukan naskah SOP ini")  # fmt: skip
    return _fault((i, "berkas"), "riwayat-tanpa-sidik", "naskah lama ini belum bersidik, jadi perubahannya tidak akan ketahuan",
                  shown(name), f"bila isinya benar, tulis di bawahnya: sidik: {digest}")  # fmt: skip


def _lost(i: int, name: str, said: str, remedy: str) -> _Kept:
    return _Kept(Text.LOST, fault=_fault((i, "berkas"), "riwayat-hilang", said, shown(name), remedy))


def _parent(path: str) -> str:
    return shown(path.rpartition("/")[0], 200)


def _fault(at: tuple[int, str], code: str, message: str, value: str, remedy: str) -> Fault:
    return Fault(("riwayat", *at), code, message, value, remedy=remedy, severity=Severity.WARNING)
