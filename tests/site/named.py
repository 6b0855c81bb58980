"""A catalogue in which officials are named wherever a definition has room for it, and in the history of its files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .build import copy_sample

SIGNER, HEAD, FORMER = "Zulfikarnain Wiraqusuma", "Qadarsyah Mbolewo", "Xenawati Pfefferrina"
ONCE = "Wyndarsih Tjokrokusno"
"""Whom only an earlier revision names."""
NIPS = ("197112252001121003", "198206152009042001", "196401021990031007")
SPACED = [f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}" for nip in NIPS]
WORDS = [word.casefold() for name in (SIGNER, HEAD, FORMER, ONCE) for word in name.split()]
"""Which no other text has."""
UNIT = "sop_defs/kabupaten-contoh/dinas-bernama"

FILES = {
    "unit.yml": f"""nama: Dinas Bernama
kepala: {{jabatan: Kepala Dinas, nama: "Hj. {HEAD}, S.H.", nip: "{SPACED[1]}"}}
layanan: {{tempat: Loket, kontak: "{HEAD} (NIP {NIPS[1]})"}}
""",
    "pejabat.yml": f"""pejabat:
  - {{jabatan: Kepala Dinas, nama: "{FORMER}, M.Si.", nip: {NIPS[2]}, sejak: 2015-01-01, sampai: 2020-12-31}}
  - {{jabatan: Kepala Dinas, nama: "Drs. {SIGNER}, M.Si.", nip: "{SPACED[0]}", sejak: 2020-06-01}}
""",
    "keputusan.yml": f"""judul: Keputusan Kepala Dinas
tentang: Penetapan SOP
menimbang: bahwa {SIGNER} menugaskan
menetapkan: Menunjuk {HEAD}.
ditetapkan_oleh: {{jabatan: Kepala Dinas, nama: "Drs. {SIGNER}, M.Si.", nip: {NIPS[0]}}}
""",
    "tertulis.yml": f"""# disalin atas permintaan {SIGNER},
# dan {HEAD.split()[0]}
# {HEAD.split()[1]}
nama: Pengesahan yang tertulis
nomor: 1/X
status: berlaku
tanggal: {{efektif: 2021-02-01}}
disahkan_oleh: {{jabatan: Kepala Dinas, nama: "Drs. {SIGNER}, M.Si.", nip: "NIP. {NIPS[0]}"}}
tanda_tangan: {{tempat: Contoh, jabatan: Sekretaris, nama: {HEAD}, nip: {NIPS[1]}}}
dasar_hukum: Surat {SIGNER} Nomor 3
kualifikasi_pelaksana: Ditunjuk {FORMER.upper()}
keterkaitan: SOP {SIGNER}
peringatan: "Menurut \\x5aulfikarnain Wiraqusuma"
pencatatan_pendataan: >-
  Dicatat oleh Zulfikarnain
  Wiraqusuma setiap hari
sampul: {SIGNER}
sebutan: SOP {SIGNER}
catatan: Dikonsep oleh {SIGNER} (NIP {SPACED[0]})
catatan_penyunting: Menurut {SIGNER.lower()}
sumber: Berkas {SIGNER}
langkah:
  - kegiatan: Melapor kepada {SIGNER}
    pelaksana: Loket
    kelengkapan: Surat {SIGNER}
    waktu: sampai {SIGNER} tiba
    output: Berkas {HEAD}
    keterangan: lihat SOP {HEAD}
  - {{kegiatan: Setuju?, pelaksana: "{HEAD}", keputusan: {{"kata {SIGNER}": lanjut, Tidak: 1}}}}
  - {{kegiatan: Menyimpan, pelaksana: Loket}}
lampiran: {{judul: Daftar {SIGNER}, isi: "Isi {HEAD}", tabel: {{judul: "{FORMER}", kepala: ["{SIGNER}"], baris: [[{NIPS[0]}, "{HEAD}"]]}}}}
diketahui: {{waktu: menunggu {SIGNER}}}
""",
    "menurut-jabatan.yml": """nama: Pengesahan menurut daftar
status: berlaku
disahkan_oleh: Kepala Dinas
tanggal: {efektif: 2021-02-01}
langkah: [{kegiatan: A, pelaksana: B}, {kegiatan: C, pelaksana: B}]
""",
    "berevisi.yml": f"""nama: Pengesahan yang direvisi
nomor: 2/X
tanggal: {{pembuatan: 2016-02-01, revisi: [2021-02-01], efektif: 2021-02-01}}
disahkan_oleh: Kepala Dinas
riwayat:
  - {{nomor: 0, berkas: 0.yml, alasan: "atas arahan {FORMER}", disahkan_oleh: {{jabatan: Kepala Dinas, nama: "{FORMER}"}}}}
  - {{nomor: 1, alasan: "atas arahan {SIGNER}"}}
langkah: [{{kegiatan: Melapor kepada {SIGNER}, pelaksana: B}}, {{kegiatan: C, pelaksana: B}}]
""",
    "riwayat/berevisi/0.yml": f"""# dari {FORMER}
nama: Pengesahan yang direvisi
tanggal: {{pembuatan: 2016-02-01}}
disahkan_oleh: {{jabatan: Kepala Dinas, nama: "{FORMER}, M.Si.", nip: {NIPS[2]}}}
tanda_tangan: {{jabatan: Sekretaris, nama: {ONCE}}}
langkah: [{{kegiatan: Melapor kepada {ONCE}, pelaksana: B}}, {{kegiatan: C, pelaksana: B}}]
""",
    "mantan.yml": """nama: Pengesahan pejabat lama
disahkan_oleh: Kepala Dinas
tanggal: {efektif: 2016-02-01}
langkah: [{kegiatan: A, pelaksana: B}, {kegiatan: C, pelaksana: B}]
""",
    "rusak.yml": f"""nama: Rusak
disahkan_oleh: {{nama: {SIGNER}, nip: {NIPS[0]}
catatan: "{HEAD}
""",
    "keliru.yml": f"""nama: Keliru
status: menunggu {SIGNER}
disahkan_oleh: {{nama: "{HEAD}", jabatn: Kepala}}
langkah: [{{kegiatan: A, pelaksana: B}}]
""",
}


def named_catalogue(folder: Path, settings: str) -> Path:
    """With `settings` under the plugin."""
    source = copy_sample(folder)
    for name, text in FILES.items():
        file = source / UNIT / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    file = source / "mkdocs.yml"
    file.write_text(
        file.read_text("utf-8").replace("  - sop-catalogue\n", f"  - sop-catalogue:\n{settings}"), "utf-8"
    )
    _commit(source)
    return source


def _commit(source: Path) -> None:
    who = {"GIT_AUTHOR_NAME": SIGNER, "GIT_COMMITTER_NAME": SIGNER}
    who |= {"GIT_AUTHOR_EMAIL": "a@example.invalid", "GIT_COMMITTER_EMAIL": "a@example.invalid"}
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", f"Atas arahan {HEAD}"]):
        subprocess.run(["git", *words], cwd=source, env={**os.environ, **who}, check=True)
