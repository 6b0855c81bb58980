"""Definitions whose forms are hard to print."""

from __future__ import annotations

from tests.paper.one_sop import sop

WORDS = " ".join(f"kata{i} yang panjang" for i in range(230))
STEPS = "".join(
    f"  - {{kegiatan: Mengerjakan tahap ke-{i}, pelaksana: P{i % 4 + 1}, output: Hasil {i}"
    f"{', waktu: {teks: 3 hari kerja untuk seluruh tahap, sampai: 24}' if i == 3 else ''}}}\n"
    for i in range(1, 31)
)
LANES = "".join(
    f"  - {{kegiatan: Tahap {i}, pelaksana: {chr(64 + i)} Jabatan, waktu: {i} menit}}\n" for i in range(1, 13)
)
GROUPS = (
    "pelaksana: [{kelompok: Pengirim, pelaksana: [P1, P2]}, {kelompok: Penerima, pelaksana: [P3, P4]}, P5]\n"
)

HARD = {
    "a row higher than a sheet": sop().replace("Menulis", WORDS),
    "an identity longer than a sheet": sop(dasar_hukum=f"[{WORDS}, {WORDS}]", peringatan=WORDS),
    "a merged cell over three sheets, in groups of lanes": f"nama: Satu\n{GROUPS}langkah:\n{STEPS}",
    "twelve lanes": f"nama: Satu\nlangkah:\n{LANES}",
    "long notes, and a signature that is not cut": sop(
        catatan=f"[{WORDS}, {WORDS}]", tanda_tangan="{tempat: Blitar, jabatan: Kepala Dinas, nama: Contoh}"
    ),
    "attachments longer than a sheet": sop(
        lampiran=f"{{judul: Contoh, isi: {WORDS}, tabel: {{kepala: [A, B], baris: [[{WORDS}, b], [c, d]]}}}}"
    ),
    "nobody named": "nama: Satu\nlangkah: [{kegiatan: Menulis}, {kegiatan: Membaca}]\n",
    "no steps yet": "nama: Satu\nstatus: konsep\n",
}

LONG = "Mempertanggungjawabkannyalah 800/SEKRETARIAT/DKISP/2018.perencanaan_daerah@contoh.go.id " + "x" * 70
HARD |= {
    "words wider than their columns": f"nama: Satu\nlangkah:\n{LANES}".replace(
        "waktu:", f"kelengkapan: [{LONG}], output: [{LONG}], keterangan: {LONG}, waktu:"
    )
}

BEGUN = "nama: Satu\nlangkah:\n" + "".join(
    f"  - {{kegiatan: Tahap {i}, pelaksana: P{i % 3}{', halaman_baru: ya' if i in (3, 4, 7) else ''}"
    f"{', ke: 8' if i == 2 else ', ke: 4' if i == 1 else ''}}}\n"
    for i in range(1, 9)
)
HARD |= {
    "sheets that its author begins": BEGUN,
    "a row higher than a sheet begins one": BEGUN.replace("Tahap 4", WORDS),
}
