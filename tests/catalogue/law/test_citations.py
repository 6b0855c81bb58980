"""The golden table of citations: every written form names the regulation that stands above it, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_catalogue.catalogue.law.names import LawKey, Region, law_key, region_of
from sop_catalogue.catalogue.law.parts import cited_parts

NOTHING = "-"


class Form(NamedTuple):
    identity: str
    place: str
    text: str

    @property
    def keys(self) -> list[LawKey]:
        pemda, _, office = self.place.partition("/")
        return [
            part.key for part in cited_parts(self.text, region_of(f"Pemerintah {pemda}", office)) if part.key
        ]


def _forms() -> Iterator[Form]:
    identity = ""
    for line in Path(__file__).with_name("citations.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            identity = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            said = re.fullmatch(r"(?:@([^:]+): )?(.+)", line)
            assert said
            yield Form(identity, said[1] or "Kabupaten Boalemo/Dinas Kominfo", said[2])


FORMS = list(_forms())


def test_the_table_is_a_table() -> None:
    assert len(FORMS) >= 80
    assert len(set(FORMS)) == len(FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.text)
def test_a_form_names_as_many_regulations_as_it_says_with_number_and_year(form: Form) -> None:
    told = [] if form.identity == NOTHING else form.identity.split(" + ")
    assert len(form.keys) == len(told)
    for key, name in zip(form.keys, told, strict=True):
        if name != "UUD 1945":
            assert f"{key.number}/{key.year}".casefold() == name.rpartition(" ")[2].casefold()


def test_forms_of_one_regulation_have_one_key_and_no_two_regulations_share_one() -> None:
    keys: dict[str, set[LawKey]] = {}
    for form in FORMS:
        for key, name in zip(form.keys, form.identity.split(" + "), strict=False):
            keys.setdefault(name, set()).add(key)
    assert {name: found for name, found in keys.items() if len(found) != 1} == {}
    by_key: dict[LawKey, str] = {}
    for name, found in keys.items():
        for key in found:
            assert by_key.setdefault(key, name) == name


REGIONS = st.sampled_from([region_of("Kabupaten Boalemo", "Dinas Kominfo"), region_of("")])
PIECES = st.sampled_from([form.text for form in FORMS]) | st.text(max_size=30)


@given(st.lists(PIECES, max_size=4), st.sampled_from(["; ", ", ", " dan ", "\n", " jo. ", ""]), REGIONS)
def test_the_parts_of_an_item_are_the_item(pieces: list[str], joint: str, region: Region) -> None:
    text = joint.join(pieces)
    assert "".join(part.text for part in cited_parts(text, region)) == text


@given(
    st.lists(
        st.sampled_from([f for f in FORMS if " + " not in f.identity and f.identity != NOTHING]),
        min_size=1,
        max_size=4,
    )
)
def test_items_set_in_a_row_name_what_each_names(forms: list[Form]) -> None:
    forms = [form for form in forms if not form.text.startswith(("Lampiran", "1.", "Pasal"))]
    region = region_of("Kabupaten Boalemo", "Dinas Kominfo")
    found = [part.key for part in cited_parts(";\n".join(form.text.rstrip(";") for form in forms), region)]
    alone = [key for form in forms for key in [law_key(form.text, region)]]
    assert found == alone or not forms
