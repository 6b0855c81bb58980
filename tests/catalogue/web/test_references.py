"""Keterkaitan and diganti_oleh: what is meant, from whose point of view."""

from __future__ import annotations

import pytest

from sop_catalogue.catalogue.web.kinds import Verdict
from sop_catalogue.definition.findings import Severity
from tests.catalogue.folder import Folder, entry, sop


@pytest.fixture
def two_pemda(folder: Folder) -> Folder:
    folder.places("satu/arsip", "satu/umum", "dua/arsip")
    return folder.write(
        {
            "satu/arsip/surat-masuk.yml": sop("Surat Masuk", "nomor: 421/012/2026\n"),
            "satu/umum/surat-masuk.yml": sop("Penanganan *Surat* Masuk"),
            "satu/umum/kembar.yml": sop("Kembar"),
            "satu/arsip/kembar.yml": sop("Kembar"),
            "dua/arsip/surat-masuk.yml": sop("Surat Masuk"),
            "dua/arsip/rapat.yml": sop("Rapat"),
            "dua/arsip/sidang.yml": sop("Rapat dan Sidang"),
        }
    )


def test_each_of_many_references_at_fault_gets_its_guess(two_pemda: Folder) -> None:
    items = "".join(f"  - {{teks: SOP itu, sop: rapat-{n}}}\n" for n in range(100))
    two_pemda.write({"satu/umum/pelaku.yml": sop("Pelaku", f"keterkaitan:\n{items}")})
    remedies = [finding.remedy for finding in two_pemda.build().findings]
    assert remedies == ["maksud Anda 'dua/arsip/rapat'?"] * 100


@pytest.mark.parametrize(
    ("written", "verdict", "target"),
    [
        ("Rapat", Verdict.LINKED, "dua/arsip/rapat"),
        ("SOP rapat.", Verdict.LINKED, "dua/arsip/rapat"),
        ("Standar Operasional Prosedur Rapat", Verdict.LINKED, "dua/arsip/rapat"),
        ("Surat Masuk", Verdict.LINKED, "satu/arsip/surat-masuk"),
        ("SOP Penanganan Surat  Masuk", Verdict.LINKED, "satu/umum/surat-masuk"),
        ("421/012/2026", Verdict.LINKED, "satu/arsip/surat-masuk"),
        ("SOP Nomor 421 / 012 / 2026", Verdict.LINKED, "satu/arsip/surat-masuk"),
        ("Kembar", Verdict.LINKED, "satu/umum/kembar"),
        ("1. SOP Rapat;", Verdict.LINKED, "dua/arsip/rapat"),
        ("SOP Rapat & Sidang", Verdict.LINKED, "dua/arsip/sidang"),
        ("SOP Surat Masuk Nomor 421/012/2026", Verdict.LINKED, "satu/arsip/surat-masuk"),
        ("SOP Pelaku", Verdict.SELF, "satu/umum/pelaku"),
        ("SOP Cuti", Verdict.MISSING, None),
        ('"-"', Verdict.MISSING, None),
        ("{teks: Kementerian, luar: ya}", Verdict.OUTSIDE, None),
        ("{teks: SOP itu, sop: surat-masuk}", Verdict.LINKED, "satu/umum/surat-masuk"),
        ("{teks: SOP itu, sop: surat-masuk.yml}", Verdict.LINKED, "satu/umum/surat-masuk"),
        ("{teks: SOP itu, sop: arsip/surat-masuk}", Verdict.LINKED, "satu/arsip/surat-masuk"),
        ("{teks: SOP itu, sop: dua/arsip/surat-masuk}", Verdict.LINKED, "dua/arsip/surat-masuk"),
    ],
)
def test_by_title_number_or_id_nearest_first(
    two_pemda: Folder, written: str, verdict: Verdict, target: str | None
) -> None:
    two_pemda.write({"satu/umum/pelaku.yml": sop("Pelaku", f"keterkaitan:\n  - {written}\n")})
    catalogue = two_pemda.build()
    source = entry(catalogue, "satu/umum/pelaku")
    (reference,) = source.references
    assert (reference.verdict, reference.target and reference.target.id) == (verdict, target)
    assert not catalogue.findings
    cited = [found.id for found in catalogue.sops if source in found.cited_by]
    assert cited == ([target] if verdict is Verdict.LINKED else [])


def test_equally_near_titles_are_ambiguous(two_pemda: Folder) -> None:
    two_pemda.write({"dua/arsip/pelaku.yml": sop("Pelaku", "keterkaitan: [Kembar]\n")})
    catalogue = two_pemda.build()
    (reference,) = entry(catalogue, "dua/arsip/pelaku").references
    assert reference.verdict is Verdict.AMBIGUOUS
    assert reference.target is None
    (finding,) = catalogue.findings
    assert (finding.code, finding.severity, finding.line) == ("sop-ganda", Severity.WARNING, 2)
    assert all(f"'{found.id}'" in finding.remedy for found in reference.maybe)
    assert len(reference.maybe) == 2


def test_an_old_edition_speaks_of_its_own_time(two_pemda: Folder) -> None:
    cites = "keterkaitan: [Notulen]\n"
    two_pemda.write(
        {
            "dua/arsip/notulen-2019.yml": sop("Notulen", f"{cites}diganti_oleh: notulen-2024\n"),
            "dua/arsip/notulen-2024.yml": sop("Notulen", cites),
        }
    )
    catalogue = two_pemda.build()
    for id_ in ("dua/arsip/notulen-2019", "dua/arsip/notulen-2024"):
        (reference,) = entry(catalogue, id_).references
        assert (reference.verdict, reference.target) == (Verdict.SELF, entry(catalogue, id_))
    assert not catalogue.findings


def test_a_citation_made_twice_is_one_line_back(two_pemda: Folder) -> None:
    two_pemda.write({"dua/arsip/pelaku.yml": sop("Pelaku", "keterkaitan: [Rapat, SOP Rapat]\n")})
    assert [e.id for e in entry(two_pemda.build(), "dua/arsip/rapat").cited_by] == ["dua/arsip/pelaku"]


@pytest.mark.parametrize(
    ("more", "line", "code", "said"),
    [
        (
            "keterkaitan:\n  - Rapat\n  - {teks: X, sop: rapatt}\n",
            4,
            "sop-asing",
            "maksud Anda 'dua/arsip/rapat'?",
        ),
        ("keterkaitan: {teks: X, sop: Kembar}\n", 2, "sop-ganda", "'satu/arsip/kembar'"),
        ("status: diganti\ndiganti_oleh: Cutii\n", 3, "sop-asing", "maksud Anda 'dua/arsip/cuti'?"),
        ("diganti_oleh: Pelaku\n", 2, "sop-asing", ""),
        ("diganti_oleh: Kembar\n", 2, "sop-ganda", "'satu/umum/kembar'"),
        ("status: diganti\n", 2, "tanpa-pengganti", "diganti_oleh"),
    ],
)
def test_what_names_nothing_is_told_with_a_remedy(
    two_pemda: Folder, more: str, line: int, code: str, said: str
) -> None:
    two_pemda.write({"dua/arsip/cuti.yml": sop("Cuti"), "dua/arsip/pelaku.yml": sop("Pelaku", more)})
    (finding,) = two_pemda.build().findings
    assert (finding.path, finding.line, finding.code) == ("dua/arsip/pelaku.yml", line, code)
    assert said in finding.remedy


def test_a_replacement_is_known_from_both_sides(two_pemda: Folder) -> None:
    two_pemda.write({"dua/arsip/rapat-lama.yml": sop("Rapat", "diganti_oleh: rapat\n")})
    catalogue = two_pemda.build()
    old, new = entry(catalogue, "dua/arsip/rapat-lama"), entry(catalogue, "dua/arsip/rapat")
    assert (old.replaced_by, new.replaces) == (new, [old])
    assert not catalogue.findings


def test_an_unreadable_sop_is_blamed_once_and_not_on_those_that_cite_it(folder: Folder) -> None:
    cites = sop("Baik", "keterkaitan: {teks: X, sop: rusak}\ndiganti_oleh: rusak\n")
    folder.places("a/b").write({"a/b/rusak.yml": "nama: X\nnam: Y\n", "a/b/baik.yml": cites})
    catalogue = folder.build()
    assert {finding.path for finding in catalogue.findings} == {"a/b/rusak.yml"}
    assert [broken.id for broken in catalogue.broken] == ["a/b/rusak"]


@pytest.fixture
def letters(folder: Folder) -> Folder:
    folder.places("a/b", "a/c")
    return folder.write(
        {
            "a/b/masuk.yml": sop("Surat Masuk"),
            "a/b/keluar.yml": sop("Surat Keluar"),
            "a/b/rapat.yml": sop("Rapat"),
            "a/b/rapat-dan-sidang.yml": sop("Rapat dan Sidang"),
            "a/b/sidang.yml": sop("Sidang"),
            "a/b/tugas-masuk.yml": sop("Surat Tugas Masuk"),
            "a/b/tugas-keluar.yml": sop("Surat Tugas Keluar"),
        }
    )


@pytest.mark.parametrize(
    ("written", "targets"),
    [
        ("{teks: SOP surat, sop: [masuk, keluar]}", ["masuk", "keluar"]),
        ("{teks: SOP surat, sop: [masuk, masuk, pelaku]}", ["masuk"]),
        ("{teks: SOP surat, sop: [SOP Surat Keluar]}", ["keluar"]),
        ("{teks: SOP Surat Masuk dan Keluar, luar: ya}", []),
        ("SOP Surat Masuk dan Keluar", ["masuk", "keluar"]),
        ("SOP Surat Keluar & Masuk", ["keluar", "masuk"]),
        ("SOP Rapat dan Sidang", ["rapat-dan-sidang"]),
        ("SOP Surat Masuk dan Hilang", []),
        ("SOP Surat Tugas Masuk dan Keluar", []),
    ],
)
def test_one_item_may_name_several(letters: Folder, written: str, targets: list[str]) -> None:
    """Of the last nobody knows which is meant: two titles end so."""
    letters.write({"a/b/pelaku.yml": sop("Pelaku", f"keterkaitan:\n  - {written}\n")})
    catalogue = letters.build()
    actor = entry(catalogue, "a/b/pelaku")
    (reference,) = actor.references
    assert [target.id for target in reference.targets] == [f"a/b/{name}" for name in targets]
    assert all(target.cited_by == [actor] for target in reference.targets)
    assert {s.id for s in actor.tied_to} == {target.id for target in reference.targets}
    assert not [f for f in catalogue.findings if f.severity is Severity.ERROR]


def test_of_several_only_the_unknown_is_at_fault(letters: Folder) -> None:
    written = "keterkaitan:\n  - teks: SOP surat\n    sop:\n      - masuk\n      - kelaur\n      - rapat\n"
    letters.write({"a/b/pelaku.yml": sop("Pelaku", written)})
    catalogue = letters.build()
    (reference,) = entry(catalogue, "a/b/pelaku").references
    assert [target.id for target in reference.targets] == ["a/b/masuk", "a/b/rapat"]
    (finding,) = catalogue.findings
    assert (finding.code, finding.field, finding.value) == (
        "sop-asing",
        "keterkaitan 1 › sop 2",
        "kelaur",
    )
    assert finding.remedy == "maksud Anda 'a/b/keluar'?"
