"""A catalogue of any size that is in perfect health, and faults planted in it at known places."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sop_catalogue.catalogue.web.kinds import SnagKind
from tests.catalogue.folder import STEPS, Folder

PER_UNIT, UNITS = 40, 75
_ACTS = (
    "Penerimaan",
    "Penilaian",
    "Pengiriman",
    "Pemusnahan",
    "Penggandaan",
    "Peminjaman",
    "Penomoran",
    "Pengecekan",
)
_THINGS = ("Naskah", "Kendaraan", "Anggaran", "Perpustakaan", "Jembatan")
_WARDS = ("Utara", "Selatan", "Timur", "Barat", "Tengah", "Hulu", "Hilir", "Pesisir", "Bukit", "Lembah", "Rawa", "Delta", "Muara",
          "Tanjung", "Teluk")  # fmt: skip


@dataclass
class Sop:
    unit: str
    file: str
    title: str
    number: str
    references: list[str] = field(default_factory=list)
    more: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        return f"{self.unit}/{self.file}"

    def text(self) -> str:
        items = "".join(f'  - "{text}"\n' for text in self.references)
        head = f'nama: "{self.title}"\nnomor: "{self.number}"\n{self.more}'
        steps = (
            STEPS.replace("Menyimpan, ", f'Menyimpan, keterangan: "{self.note}", ') if self.note else STEPS
        )
        return f"{head}keterkaitan:\n{items}{steps}" if items else f"{head}{steps}"


Expected = set[tuple[SnagKind, str, int]]
"""Kind, SOP, and the line it is written on."""


def healthy(count: int) -> list[Sop]:
    """Each SOP names the next of its pair, which names it; titles look alike, as in one office they do."""
    sops = []
    for i in range(count):
        unit, place = divmod(i, PER_UNIT)
        pemda, ward = divmod(unit, len(_WARDS))
        act, thing = _ACTS[place % len(_ACTS)], _THINGS[place // len(_ACTS)]
        sops.append(
            Sop(
                f"kab-{pemda}/kantor-{ward}",
                f"sop-{place}",
                f"{act} {thing} {_WARDS[ward]}",
                f"{place}/KANTOR{unit}/2024",
            )
        )
    for first, second in zip(sops[::2], sops[1::2], strict=True):
        first.references.append(f"SOP {second.title}")
        second.references.append(first.title.upper())
    return sops


def plant(sops: list[Sop]) -> Expected:
    """One office a kind of fault: its SOPs 0 and 1 are a pair, as are 2 and 3, and so on."""
    expected: Expected = set()

    def office(number: int) -> list[Sop]:
        return sops[number * PER_UNIT : (number + 1) * PER_UNIT]

    def told(kind: SnagKind, sop: Sop, line: int) -> None:
        expected.add((kind, sop.id, line))

    def name(sop: Sop, text: str, kind: SnagKind | None) -> None:
        sop.references.append(text)
        if kind:
            told(kind, sop, 3 + sop.more.count("\n") + len(sop.references))

    for sop in office(1)[:6]:  # a letter too few, words turned round, an office's name left out
        act, thing, ward = sop.title.split()
        name(
            sop,
            {
                0: f"{act[:-3]}{act[-2:]} {thing} {ward}",
                1: f"{thing} {act} {ward}",
                2: f"{act} {thing}, {ward} Raya",
            }[int(sop.file[4:]) % 3],
            SnagKind.NEAR,
        )
    for sop in office(2)[:5]:
        name(sop, f"SOP {sop.title}", SnagKind.SELF)
    for sop, other in zip(office(3)[:4], office(3)[10:14], strict=True):
        name(sop, other.title, SnagKind.ONE_WAY)
    for sop in office(4)[:7]:
        name(sop, "SOP Pemeriksaan Hewan Kurban", SnagKind.MISSING)
    first, second = office(5)[0], office(5)[9]
    second.title, office(5)[1].references[0] = first.title, "SOP sop-0"
    office(5)[1].references[0] = f"Nomor {first.number}"
    office(5)[8].references[0] = f"Nomor {second.number}"
    for sop in (first, second):
        told(SnagKind.SAME_TITLE, sop, 1)
    name(office(5)[20], first.title, SnagKind.AMBIGUOUS)
    for sop in office(6)[:2]:
        sop.number = "800/UMUM/2024"
        told(SnagKind.SAME_NUMBER, sop, 2)
    for sop in office(7)[:2]:  # a pair that no longer names each other
        sop.references.clear()
        told(SnagKind.ORPHAN, sop, 1)
    old, new = office(8)[:2]
    old.references, new.references, old.more = (
        [],
        [office(8)[3].title],
        "status: diganti\ndiganti_oleh: sop-1\n",
    )
    office(8)[3].references.append(new.title)
    name(office(8)[2], old.title, SnagKind.OUTDATED)
    for sop, following in zip(office(9)[0:6:2], (2, 4, 0), strict=True):
        sop.more = f"diganti_oleh: sop-{following}\n"
        told(SnagKind.CYCLE, sop, 3)
    for sop in office(9)[1:6:2]:
        sop.references = [office(9)[7].title]
        office(9)[7].references.append(sop.title)
    revoked = office(10)[:9]
    for sop in revoked:
        sop.more = "dasar_hukum: Undang-Undang Nomor 1 Tahun 1950\n"
    lost = office(11)[0]
    lost.note = "Lihat SOP Pemasangan Lampu Jalan"
    told(SnagKind.MISSING, lost, 3 + len(lost.references) + 4)
    return expected


def write(sops: list[Sop], folder: Path) -> Folder:
    target = Folder(folder)
    target.places(*dict.fromkeys(sop.unit for sop in sops))
    target.write(
        {
            "peraturan.yml": "peraturan: [{id: uu-1-1950, nama: Undang-Undang Nomor 1 Tahun 1950, status: dicabut}]\n"
        }
    )
    return target.write({f"{sop.id}.yml": sop.text() for sop in sops})
