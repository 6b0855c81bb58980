"""Makes a catalogue of N SOPs, all different, from the real ones: the same seed gives the same files."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from sop_catalogue.definition.fields import slug
from sop_catalogue.definition.findings import Severity
from sop_catalogue.definition.flow.resolve import resolve
from sop_catalogue.definition.reading.reader import read_definition
from sop_catalogue.definition.sop import Sop

from .seeds import Raw, Seeds, as_list, charts, read_seeds
from .steps import vary_chart

PER_UNIT, UNITS_PER_PEMDA = 40, 8
_TRIES = 40
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_PEMDAS = ("Balangan", "Blitar", "Boalemo", "Kepulauan Mentawai", "Luwu Utara", "Tanah Bumbu", "Sleman",
           "Wonogiri", "Banyuasin", "Ngada", "Kutai Timur", "Maluku Tenggara")  # fmt: skip
_OFFICES = ("Pendidikan", "Kesehatan", "Komunikasi dan Informatika", "Pekerjaan Umum", "Sosial", "Perhubungan",
            "Pertanian", "Perikanan", "Lingkungan Hidup", "Tenaga Kerja", "Pariwisata", "Perpustakaan",
            "Kependudukan dan Pencatatan Sipil", "Penanaman Modal", "Koperasi dan Usaha Mikro", "Ketahanan Pangan")  # fmt: skip
_ACTS = ("Pelayanan", "Pengelolaan", "Penyusunan", "Pengurusan", "Penerbitan", "Verifikasi", "Pemeliharaan",
         "Pendataan", "Pengawasan", "Evaluasi", "Pengadaan", "Penyimpanan", "Pelaporan", "Penerimaan")  # fmt: skip
_THINGS = ("Surat Masuk", "Surat Keluar", "Izin Usaha", "Data Sektoral", "Laporan Kinerja", "Arsip Dinamis",
           "Kartu Pegawai", "Bantuan Sosial", "Barang Milik Daerah", "Jaringan Komputer", "Rencana Kerja Tahunan",
           "Permintaan Dana", "Cuti Pegawai", "Pengaduan Masyarakat", "Kendaraan Dinas", "Naskah Berita",
           "Kenaikan Gaji Berkala", "Perjalanan Dinas", "Bahan Rapat Pimpinan", "Peta Wilayah")  # fmt: skip
_CASES = ("", "", "", " Tingkat Kecamatan", " bagi Usaha Mikro", " Semester Pertama", " Secara Elektronik",
          " Lintas Perangkat Daerah", " dalam Keadaan Darurat", " untuk Pegawai Pindah Tugas")  # fmt: skip
_PEOPLE = ("Siti Aminah", "Budi Santoso", "Nurhayati", "Ahmad Fauzi", "Dewi Lestari", "Yohanes Tukan")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an SOP will stand and what it will be called, decided before any is written."""

    pemda: str
    unit: str
    file: str
    title: str

    @property
    def id(self) -> str:
        return f"{self.pemda}/{self.unit}/{self.file}"


def write_catalogue(target: Path, real: Path, count: int, seed: int = 1) -> list[Path]:
    """Write `count` definitions and their registers under `target`; the SOP files are handed back."""
    seeds = read_seeds(real)
    places = _places(count, Random(seed))
    _registers(target, seeds, places)
    seen: set[object] = set()
    files = []
    for number, place in enumerate(places):
        file = target / f"{place.id}.yml"
        file.write_bytes(_different(number, place, places, seeds, seed, seen))
        files.append(file)
    return files


def edit(file: Path, turn: int) -> None:
    """What an author does to one SOP on an ordinary day: other words in a step, another waktu."""
    sop: Raw = yaml.safe_load(file.read_bytes())
    step = as_list(charts(sop)[0]["langkah"])[0]
    step["kegiatan"] += f" (perbaikan ke-{turn})"
    step["waktu"] = f"{turn + 10} menit"
    file.write_bytes(_dump(sop))


def _different(
    number: int, place: Place, places: list[Place], seeds: Seeds, seed: int, seen: set[object]
) -> bytes:
    """One definition without errors whose charts no other has: a kept drawing must serve no second SOP."""
    for attempt in range(_TRIES):
        rng = Random(f"{seed}/{number}/{attempt}")
        data = _dump(_sop(place, places, seeds, rng, changes=rng.randint(2, 5) + attempt))
        shapes = _shapes(data)
        if shapes and not seen.intersection(shapes):
            seen.update(shapes)
            return data
    raise RuntimeError(f"bench: found no valid variant number {number}")


def _shapes(data: bytes) -> set[object]:
    """What is drawn of each chart, without the words around it; nothing when the definition has errors."""
    definition = read_definition("bench.yml", data, Sop)
    if definition.model is None:
        return set()
    shapes: set[object] = set()
    for chart in definition.model.semua_bagan:
        resolved = resolve(chart)
        if any(fault.severity is Severity.ERROR for fault in resolved.faults):
            return set()
        flow = resolved.flow
        symbols = tuple((s.row, s.lanes, s.shape, s.stack) for s in flow.symbols)
        shapes.add(
            (len(flow.lanes), symbols, tuple((a.source, a.target, a.label, a.plain) for a in flow.arrows))
        )
    return shapes


def _sop(place: Place, places: list[Place], seeds: Seeds, rng: Random, changes: int) -> Raw:
    sop = copy.deepcopy(rng.choice(seeds.sops))
    year = rng.randint(2017, 2026)
    sop["nama"] = place.title
    sop["nomor"] = f"{rng.randint(1, 900):03}/SOP/{place.unit[:12].upper()}/{year}"
    sop["tanggal"] = {"pembuatan": _date(year, rng), "efektif": _date(year, rng)}
    if rng.random() < 0.4:
        sop["tanggal"]["revisi"] = [_date(year, rng) for _ in range(rng.randint(1, 2))]
    sop["disahkan_oleh"] = {"jabatan": f"Kepala {_unit_name(place.unit)}", "nama": rng.choice(_PEOPLE)}
    if sop.get("status") == "diganti":
        del sop["status"]
    sop["keterkaitan"] = _references(place, places, seeds, rng)
    for chart in charts(sop):
        vary_chart(chart, seeds.steps, changes, rng)
        for step in chart["langkah"]:
            if rng.random() < 0.4:
                step["kegiatan"] += f" untuk {rng.choice(_THINGS).lower()}"
    return sop


def _references(place: Place, places: list[Place], seeds: Seeds, rng: Random) -> list[str | Raw]:
    """By title in the own unit, by id elsewhere, and as real offices name what the catalogue does not have."""
    near = [other for other in places if other.pemda == place.pemda and other.unit == place.unit]
    found: list[str | Raw] = [f"SOP {rng.choice(near).title}" for _ in range(rng.randint(0, 3))]
    found += [rng.choice(seeds.references) for _ in range(rng.randint(0, 2)) if seeds.references]
    if rng.random() < 0.3:
        other = rng.choice(places)
        found.append({"teks": f"SOP {other.title} pada {_unit_name(other.unit)}", "sop": other.id})
    return found


def _places(count: int, rng: Random) -> list[Place]:
    """Units of forty; titles are unique within a unit, and come back in others as they do in life."""
    titles = [f"{act} {thing}{case}" for act in _ACTS for thing in _THINGS for case in dict.fromkeys(_CASES)]
    places: list[Place] = []
    for number, (pemda, unit) in enumerate(_units()):
        size = min(PER_UNIT, count - number * PER_UNIT)
        if size <= 0:
            break
        places += [Place(pemda, unit, slug(title), title) for title in rng.sample(titles, size)]
    return places


def _units() -> Iterator[tuple[str, str]]:
    turn = 0
    while True:
        for k in range(UNITS_PER_PEMDA):
            name = _PEMDAS[turn % len(_PEMDAS)]
            again = f"-{turn // len(_PEMDAS) + 1}" if turn >= len(_PEMDAS) else ""
            yield f"{slug(name)}{again}", f"dinas-{slug(_OFFICES[(turn * 3 + k) % len(_OFFICES)])}"
        turn += 1


def _registers(target: Path, seeds: Seeds, places: list[Place]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    (target / "peran.yml").write_bytes(_dump({"peran": seeds.roles}))
    (target / "peraturan.yml").write_bytes(_dump({"peraturan": seeds.laws}))
    for pemda, unit in dict.fromkeys((place.pemda, place.unit) for place in places):
        folder = target / pemda / unit
        folder.mkdir(parents=True, exist_ok=True)
        name = pemda.replace("-", " ").title()
        (target / pemda / "pemda.yml").write_bytes(
            _dump({"nama": f"Pemerintah Kabupaten {name}", "singkatan": f"Kab. {name}"})
        )
        (folder / "unit.yml").write_bytes(_dump({"nama": _unit_name(unit)}))


def _unit_name(unit: str) -> str:
    return unit.replace("-", " ").title().replace(" Dan ", " dan ")


def _date(year: int, rng: Random) -> str:
    return f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def _dump(value: Raw) -> bytes:
    text: str = yaml.dump(value, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=110)
    return text.encode()
