"""The engine makes the same of the same definitions where there is no machine around it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import sop_catalogue
from tests.engine import alone
from tests.studio import GRAPHVIZ

FILES = {
    "peran.yml": "peran:\n  - {nama: Loket, singkatan: [Petugas Loket]}\n  - Kepala Dinas\n",
    "contoh/pemda.yml": "nama: Pemerintah Kabupaten Contoh\nlogo: lambang.svg\n",
    "contoh/lambang.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "contoh/arsip/unit.yml": "nama: Dinas Arsip\n",
    "contoh/arsip/masuk.yml": """\
nama: Penerimaan Surat Masuk
nomor: 001/2026
keterkaitan: [SOP Penyimpanan Arsip, SOP Penyimpnan Arsip, SOP Lain]
langkah:
  - {kegiatan: Menerima surat, pelaksana: Loket, kelengkapan: Surat, waktu: 5 menit, output: Surat tercatat}
  - {kegiatan: Memeriksa, pelaksana: Kadis, teks: Sah?, keputusan: {Ya: lanjut, Tidak: 1}}
  - {kegiatan: Menyimpan, pelaksana: Petugas Loket, output: Arsip}
""",
    "contoh/arsip/simpan.yml": """\
nama: Penyimpanan Arsip
nomer: 2
keterkaitan: [Penerimaan Surat Masuk]
langkah:
  - {kegiatan: Menata, pelaksana: [Loket, Kepala Dinas], waktu: 2 hari}
""",
    "contoh/arsip/pinjam.yml": """\
nama: Penyimpanan Arsip
diganti_oleh: tidak-ada
langkah: [{kegiatan: Meminjam, pelaksana: Loket}]
""",
}


class Recording:
    """Draws, and remembers what it drew."""

    version = GRAPHVIZ.version

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}

    def render(self, dot: str, program: str = "nop2") -> str:
        svg = self.answers[f"{program} {dot}"] = GRAPHVIZ.render(dot, program)
        return svg


def test_it_needs_no_machine() -> None:
    recording = Recording()
    wanted = alone.made(FILES, recording)
    assert len(wanted["bagan"]) > 3
    assert len(wanted["lembar"]) >= 2
    assert {verdict for _, verdict, _ in wanted["rujukan"]} == {"terhubung", "mirip", "belum-ada"}
    assert any("kunci 'nomer' tidak dikenal" in text for text in wanted["temuan"])
    done = subprocess.run(
        [sys.executable, "-P", alone.__file__],
        input=json.dumps({"berkas": FILES, "jawaban": recording.answers}),
        env={"PYTHONPATH": str(Path(sop_catalogue.__file__).parents[1]), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found.pop("terlarang")
    assert found.pop("modul") > 100
    assert found == wanted
