"""The register of those who held an office, one after the other."""

from __future__ import annotations

from .daftar import Pejabat
from .fields import Baris, BarisOpsional, Isian, TanggalOpsional
from .shapes import DaftarPanjang


class MasaJabatan(Isian, title="Masa jabatan"):
    """Who held one office, from when to when."""

    jabatan: Baris
    """Jabatan seperti ditulis di SOP, misalnya Kepala Dinas Pendidikan."""
    nama: Baris
    """Nama dengan gelar."""
    pangkat: BarisOpsional = None
    """Pangkat dan golongan."""
    nip: BarisOpsional = None
    """NIP."""
    sejak: TanggalOpsional = None
    """Hari pertama menjabat; tanpa ini: sejak sebelum semua SOP."""
    sampai: TanggalOpsional = None
    """Hari terakhir menjabat; tanpa ini: sampai penggantinya mulai."""

    @property
    def pejabat(self) -> Pejabat:
        """As whoever signs."""
        return Pejabat(jabatan=self.jabatan, nama=self.nama, pangkat=self.pangkat, nip=self.nip)


class DaftarPejabat(Isian, title="Daftar pejabat"):
    """The file `pejabat.yml`."""

    pejabat: DaftarPanjang[MasaJabatan]
    """Pejabat yang mengesahkan SOP di folder ini, sekarang dan dahulu; satu masa jabatan satu butir."""
