"""The file `sinonim.yml`: what is taken from it, and what is said of its faults."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.synonyms import Synonyms
from sop_catalogue.definition.daftar import DaftarSinonim
from tests.catalogue.folder import Folder

FAULTY = """\
sama:
  - bansos = bantuan sosial
  - bansos
  - BLT = bansos
  - "= -"
berbeda:
  - SPPD bukan SPD
  - SPPD
  - Bansos ≠ bantuan sosial
  - BLT != bansos
"""


SAID = """\
sinonim.yml:3:5: galat [sinonim-tunggal] sama 2: baris ini tidak menyebut dua kata yang sama artinya
    tertulis : bansos
    mestinya : dua kata atau lebih dengan tanda = di antaranya
    perbaiki : tulis misalnya 'bansos = bantuan sosial'
sinonim.yml:4:5: peringatan [sinonim-kembar] sama 3: 'bansos' sudah ada di baris lain daftar ini
    tertulis : BLT = bansos
    perbaiki : gabungkan kedua baris itu menjadi satu
sinonim.yml:5:5: galat [sinonim-tunggal] sama 4: baris ini tidak menyebut dua kata yang sama artinya
    tertulis : = -
    mestinya : dua kata atau lebih dengan tanda = di antaranya
    perbaiki : tulis misalnya 'bansos = bantuan sosial'
sinonim.yml:8:5: galat [sinonim-berbeda] berbeda 2: baris ini tidak menyebut dua kata yang berbeda
    tertulis : SPPD
    mestinya : dua kata dengan 'bukan' di antaranya
    perbaiki : tulis misalnya 'SPPD bukan SPD'
sinonim.yml:9:5: galat [sinonim-berbeda] berbeda 3: baris ini tidak menyebut dua kata yang berbeda
    tertulis : Bansos ≠ bantuan sosial
    mestinya : dua kata dengan 'bukan' di antaranya
    perbaiki : tulis misalnya 'SPPD bukan SPD'
sinonim.yml:10:5: galat [sinonim-bertentangan] berbeda 4: kedua kata ini disamakan di daftar 'sama'
    tertulis : BLT != bansos
    perbaiki : hapus salah satu barisnya"""


def test_every_fault_has_its_line_and_a_remedy(folder: Folder) -> None:
    catalogue = folder.write({"sinonim.yml": FAULTY}).build()
    assert "\n".join(finding.text() for finding in catalogue.findings) == SAID
    assert catalogue.synonyms.groups == [("bansos", "bantuan sosial"), ("BLT", "bansos")]
    assert catalogue.synonyms.distinct == [("SPPD", "SPD")]


def test_it_lies_beside_the_governments_alone(folder: Folder) -> None:
    catalogue = folder.write({"kab/sinonim.yml": "sama: [a = b]\n"}).build()
    (finding,) = catalogue.findings
    assert (finding.code, finding.remedy) == ("salah-tempat", f"tempatnya {folder.root.name}/sinonim.yml")


@given(
    st.lists(st.text(alphabet="ab=≠ bukan.", max_size=12), max_size=4),
    st.lists(st.text(max_size=12), max_size=4),
)
def test_whatever_is_taken_can_be_compared(same: list[str], other: list[str]) -> None:
    found = Synonyms()
    faults = list(found.take_in(DaftarSinonim.model_construct(sama=tuple(same), berbeda=tuple(other))))
    assert len(found.groups) + len(found.distinct) + len(faults) >= len(same) + len(other)
    assert all(len(set(group)) > 1 for group in found.groups)
    assert all(one and two and " " not in one + two for one, two in found.distinct)
