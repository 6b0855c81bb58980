"""What rapidfuzz finds is found by hand, too: the same words in the same order, and so the same verdicts."""

from __future__ import annotations

from random import Random

import pytest

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.web import nearness, references, spelling, spelling_plain, spelling_rapid
from sop_catalogue.catalogue.web.titles import words_of
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.folder import PlainFolder
from tests.catalogue.web.planted import PER_UNIT, healthy, plant
from tests.site.build import REPOSITORY

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789é /-"


def test_rapidfuzz_is_asked_where_it_is() -> None:
    assert spelling.slips is spelling_rapid.slips
    assert spelling.likest is spelling_rapid.likest


def slipped(text: str, chance: Random) -> str:
    """With up to three letters left out, added, changed, or swapped."""
    letters = list(text)
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(letters) + 1)
        match chance.randrange(4):
            case 0:
                letters[at : at + 1] = []
            case 1:
                letters.insert(at, chance.choice(LETTERS))
            case 2:
                letters[at : at + 1] = chance.choice(LETTERS)
            case _:
                letters[at : at + 2] = letters[at : at + 2][::-1]
    return "".join(letters)


def test_the_same_words_are_found() -> None:
    titles = [
        sop.name.casefold() for sop in CatalogueBuilder(DiskFolder(REPOSITORY / "sop_defs")).build().sops
    ]
    titles += [sop.title.casefold() for sop in healthy(200)]
    words = list(dict.fromkeys(word for title in titles for word in words_of(title).split()))
    chance, found = Random(7), 0
    for _ in range(300):
        word, most = slipped(chance.choice(words), chance), chance.randint(1, 2)
        near = spelling_plain.slips(word, words, most)
        assert near == spelling_rapid.slips(word, words, most), (word, most)
        found += len(near)
    assert found > 200
    for _ in range(150):
        text, least = slipped(chance.choice([*titles, *words]), chance), chance.choice((0.0, 0.6, 0.9))
        assert spelling_plain.likest(text, titles, least) == spelling_rapid.likest(text, titles, least), text
    assert spelling_plain.likest("", [], 0.0) is spelling_rapid.likest("", [], 0.0) is None


def test_the_same_verdicts_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    sops = healthy(12 * PER_UNIT)
    plant(sops)
    sops[0].references.append("kab-0/kantor-0/sop-9z")
    sops[1].more = "diganti_oleh: sop-99\n"
    folder = PlainFolder({f"{sop.id}.yml": sop.text().encode() for sop in sops})

    def verdicts() -> list[object]:
        catalogue = CatalogueBuilder(folder).build()
        said = [
            (sop.id, item.text, item.verdict, [one.id for one in item.maybe])
            for sop in catalogue.sops
            for items in (sop.references, sop.mentions)
            for item in items
        ]
        return [said, [finding.text() for finding in catalogue.findings]]

    by_rapidfuzz = verdicts()
    monkeypatch.setattr(nearness, "slips", spelling_plain.slips)
    monkeypatch.setattr(references, "likest", spelling_plain.likest)
    assert verdicts() == by_rapidfuzz
