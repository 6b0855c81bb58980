"""How much a finding weighs, as an office has settled it."""

from __future__ import annotations

from datetime import date

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue
from sop_catalogue.catalogue.policy.levels import SETTABLE, RulesError, rules_setting
from sop_catalogue.catalogue.policy.policy import Policy
from sop_catalogue.definition.findings import Severity
from sop_catalogue.store.disk import DiskFolder
from tests.catalogue.folder import Folder, sop

BARE = sop("A", "status: berlaku\ntanggal: {efektif: 2020-01-01}\ndisahkan_oleh: {nama: Ani}\n")
OFF = "{tingkat: mati, alasan: dinomori biro hukum}"


def built(folder: Folder, said: object = None, today: date | None = None) -> Catalogue:
    return CatalogueBuilder(DiskFolder(folder.root), policy=Policy(rules_setting(said), today)).build()


def told(catalogue: Catalogue) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity.value) for finding in catalogue.findings]


def test_the_nearest_word_counts(folder: Folder) -> None:
    folder.places("kab/a", "kab/b").write({"kab/a/a.yml": BARE, "kab/b/b.yml": BARE})
    assert told(built(folder)) == [("berlaku-tanpa-nomor", "peringatan")] * 2
    assert told(built(folder, {"berlaku-tanpa-nomor": "saran"})) == [("berlaku-tanpa-nomor", "saran")] * 2
    folder.write({"kab/pemda.yml": "nama: Kab\naturan: {berlaku-tanpa-nomor: galat}\n"})
    assert told(built(folder, {"berlaku-tanpa-nomor": "saran"})) == [("berlaku-tanpa-nomor", "galat")] * 2
    folder.write({"kab/b/unit.yml": f"nama: B\naturan: {{berlaku-tanpa-nomor: {OFF}}}\n"})
    catalogue = built(folder, {"berlaku-tanpa-nomor": "saran"})
    assert told(catalogue) == [("berlaku-tanpa-nomor", "galat")]
    assert [bool(entry.faults) for entry in catalogue.sops] == [True, False]


def test_snags_of_the_web_are_weighed_too(folder: Folder) -> None:
    folder.places("kab/a").write({"kab/a/a.yml": sop("A")})
    assert not told(built(folder))
    assert told(built(folder, {"menyendiri": "Peringatan"})) == [("menyendiri", "peringatan")]
    (entry,) = built(folder, {"menyendiri": {"tingkat": "mati", "alasan": "hanya satu SOP"}}).sops
    assert not entry.snags


def test_what_is_known_stays_known_whatever_it_weighs(folder: Folder) -> None:
    known = BARE + "diketahui: {berlaku-tanpa-nomor: belum dinomori}\n"
    folder.places("kab/a").write({"kab/a/a.yml": known})
    assert told(built(folder)) == [("berlaku-tanpa-nomor", "catatan")]
    assert told(built(folder, {"berlaku-tanpa-nomor": "galat"})) == [("berlaku-tanpa-nomor", "catatan")]
    off = {"berlaku-tanpa-nomor": {"tingkat": "mati", "alasan": "x"}}
    assert not told(built(folder, off))


@pytest.mark.parametrize(
    ("said", "code", "remedy"),
    [
        ("{berlaku-tanpa-nomer: saran}", "aturan-asing", "maksud Anda 'berlaku-tanpa-nomor'?"),
        ("{kunci-asing: saran}", "aturan-asing", ""),
        ("{menyendiri: mati}", "aturan-tanpa-alasan", "tulis menyendiri: {tingkat: mati, alasan: …}"),
    ],
)
def test_what_cannot_be_settled_is_told(folder: Folder, said: str, code: str, remedy: str) -> None:
    folder.places("kab/a").write({"kab/a/unit.yml": f"nama: A\naturan: {said}\n"})
    (finding,) = built(folder).findings
    assert (finding.code, finding.path, finding.line) == (code, "kab/a/unit.yml", 2)
    assert remedy in finding.remedy


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("saran", "tulis misalnya"),
        ({"menyendiri": "parah"}, "tulis misalnya"),
        ({"menyendiri": False}, "tulis misalnya"),
        ({"menyendirii": "saran"}, "maksud Anda 'menyendiri'"),
        ({"menyendiri": "mati"}, "alasan"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(said: object, why: str) -> None:
    with pytest.raises(RulesError, match=why):
        rules_setting(said)


def test_each_finding_can_have_each_level() -> None:
    assert all(rules_setting({code: level}) for code in SETTABLE for level in Severity if level != "catatan")
