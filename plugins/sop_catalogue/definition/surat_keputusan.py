"""The decree by which a head puts SOPs into force, as it stands at the front of their binder."""

from __future__ import annotations

from typing import Annotated

from .daftar import Pejabat
from .fields import Baris, BarisOpsional, Isian, TanggalOpsional
from .shapes import DaftarTeks, Ringkas


class SuratKeputusan(Isian, title="Keputusan"):
    """The file `keputusan.yml`."""

    judul: Baris
    """Kepala keputusan, misalnya Keputusan Kepala Dinas Pendidikan Kabupaten Blitar."""
    nomor: BarisOpsional = None
    """Nomor keputusan; tanpa ini disediakan titik-titik untuk diisi."""
    tentang: Baris
    """Pokok yang ditetapkan, misalnya Penetapan Standar Operasional Prosedur."""
    menimbang: DaftarTeks = ()
    """Pertimbangan; satu butir satu huruf (a, b, c, …)."""
    mengingat: DaftarTeks = ()
    """Dasar hukum; satu butir satu nomor."""
    memperhatikan: DaftarTeks = ()
    """Hal lain yang diperhatikan, bila ada; satu butir satu nomor."""
    menetapkan: DaftarTeks
    """Yang diputuskan; satu butir satu diktum (KESATU, KEDUA, …)."""
    tempat: BarisOpsional = None
    """Tempat penetapan."""
    tanggal: TanggalOpsional = None
    """Tanggal penetapan; tanpa ini disediakan titik-titik untuk diisi."""
    ditetapkan_oleh: Annotated[Pejabat | None, Ringkas("jabatan")] = None
    """Pejabat yang menetapkan: jabatan, nama, NIP. Tanpa ini: pimpinan unit atau pemda."""
