"""Twenty SOPs such as offices sign, without copying one: from one step to seventeen, texts as long as real ones."""

from __future__ import annotations

import copy
from pathlib import Path
from random import Random

import yaml

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.store.disk import DiskFolder
from tests.bench.seeds import Raw, Seeds, as_list, read_seeds
from tests.site.build import REPOSITORY

MEASURES = (
    (1, 2, 0), (3, 2, 0), (4, 3, 0), (5, 3, 1), (5, 4, 0), (6, 3, 0), (6, 4, 1), (7, 3, 0), (7, 4, 0), (8, 4, 1),
    (8, 5, 0), (8, 3, 0), (9, 4, 0), (9, 5, 1), (10, 4, 0), (11, 5, 0), (12, 5, 1), (13, 4, 0), (15, 6, 0), (17, 6, 1),
)  # fmt: skip
"""Steps, lanes, decisions of each: a third decides something."""
_LANES = ("Kepala Dinas", "Sekretaris", "Kepala Bidang", "Kepala Seksi", "Staf Pelaksana", "Pemohon")
_BOXES = {"dasar_hukum": (2, 4), "kualifikasi_pelaksana": (2, 3), "keterkaitan": (1, 3), "peralatan_perlengkapan": (2, 4),
          "peringatan": (1, 1), "pencatatan_pendataan": (1, 2)}  # fmt: skip
"""How many items each has."""


def modelled(folder: Path) -> Catalogue:
    seeds = read_seeds(REPOSITORY / "sop_defs")
    place = folder / "kab" / "dinas"
    place.mkdir(parents=True)
    (folder / "kab" / "pemda.yml").write_text("nama: Pemerintah Kabupaten Contoh\n", "utf-8")
    (place / "unit.yml").write_text("nama: Dinas Pelayanan Umum dan Arsip Daerah\n", "utf-8")
    for number, measures in enumerate(MEASURES, 1):
        sop = _sop(seeds, number, *measures, Random(number))
        (place / f"sop-{number:02}.yml").write_text(
            yaml.safe_dump(sop, allow_unicode=True, sort_keys=False), "utf-8"
        )
    return CatalogueBuilder(DiskFolder(folder), "sop_defs").build()


def _sop(seeds: Seeds, number: int, steps: int, lanes: int, decisions: int, rng: Random) -> Raw:
    sop: Raw = {
        "nama": f"Pelayanan Contoh Nomor {number}",
        "nomor": f"{number:03}/SOP/DPUAD/2024",
        "tanggal": {"pembuatan": "2024-01-15", "efektif": "2024-02-01"},
        "disahkan_oleh": {"jabatan": "Kepala Dinas", "nama": "Siti Aminah", "nip": "197001011995032001"},
    }
    for box, (least, most) in _BOXES.items():
        known = sorted({_text(item) for real in seeds.sops for item in as_list(real.get(box)) if _text(item)})
        sop[box] = rng.sample(known, rng.randint(least, most))
    sop["pelaksana"] = list(_LANES[:lanes])
    decides = set(rng.sample(range(2, steps - 1), decisions))
    sop["langkah"] = [_step(seeds, i, lanes, i in decides, rng) for i in range(steps)]
    return sop


def _step(seeds: Seeds, index: int, lanes: int, decides: bool, rng: Random) -> Raw:
    real = rng.choice(seeds.steps)
    step = {
        key: copy.deepcopy(real[key])
        for key in ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
        if real.get(key)
    }
    step["pelaksana"] = _LANES[index % lanes if rng.random() < 0.6 else rng.randrange(lanes)]
    if decides:
        step["keputusan"] = {"Ya": "lanjut", "Tidak": rng.randint(1, index)}
    return step


def _text(item: object) -> str:
    return str(item.get("teks") or "") if isinstance(item, dict) else str(item or "")
