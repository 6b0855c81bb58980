"""Schema and model say the same: what the editor accepts, the reader accepts, and the other way round."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError

from sop_catalogue.definition.reading.source import read_yaml
from sop_catalogue.definition.schema import KINDS, MODELS, schema_for
from tests.definition.golden import FILES, Case

VALIDATORS = {kind: Draft7Validator(schema_for(kind)) for kind in KINDS}
CASES = {name: Case.load(file) for name, file in FILES.items()}
JUDGED = [name for name, case in CASES.items() if not read_yaml(case.text.encode()).broken]
"""The cases that are YAML at all."""
MEANING = {
    "bagan-ganda",
    "karakter",
    "simbol-ganda",
    "simbol-tanpa-pelaksana",
    "tanggal",
    "tanpa-langkah",
}
"""What the reader refuses for its meaning; a schema speaks of form only."""


class EditorLoader(yaml.CSafeLoader):
    """YAML 1.2 core, as editors read it: `no` and dates are texts."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def reader_accepts(kind: str, value: Any) -> bool:
    try:
        MODELS[kind].model_validate(value)
    except ValidationError as error:
        return all(detail["type"] in MEANING for detail in error.errors())
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_is_a_draft_7_schema_with_an_id(kind: str) -> None:
    schema = schema_for(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"urn:katalog-sop:skema:{kind}:1"
    assert "$defs" not in json.dumps(schema)


@pytest.mark.parametrize("name", JUDGED)
def test_golden_cases_have_one_verdict(name: str) -> None:
    case = CASES[name]
    accepted = reader_accepts(case.kind, read_yaml(case.text.encode()).value)
    typed = yaml.load(case.text, Loader=EditorLoader)
    errors = [e.message for e in VALIDATORS[case.kind].iter_errors(typed)]
    assert (not errors) == accepted, errors


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_schema_and_explained_in_indonesian(kind: str) -> None:
    schema = schema_for(kind)
    for model in models_under(MODELS[kind]):
        found = schema if model is MODELS[kind] else schema["definitions"][model.__name__]
        assert set(found["properties"]) == set(model.model_fields)
        assert found["additionalProperties"] is False
        assert set(found.get("required", ())) == {n for n, f in model.model_fields.items() if f.is_required()}
        for name, field in model.model_fields.items():
            assert found["properties"][name]["description"] == field.description
        assert (model.__doc__ or "?") not in json.dumps(found)


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts_of(inner)


def test_editors_offer_where_an_arrow_may_lead_and_never_true_or_false() -> None:
    steps = schema_for("sop")["definitions"]["Langkah"]["properties"]
    for key in ("ke", "keputusan"):
        targets = [part for part in parts_of(steps[key]) if part.get("title") == "langkah tujuan"]
        assert targets
        assert all(part["examples"][:4] == ["lanjut", "selesai", 1, 2] for part in targets)
    for part in parts_of(schema_for("sop")):
        if part.get("title") in ("langkah tujuan", "teks"):
            assert "boolean" not in json.dumps(part)


@pytest.mark.parametrize("kind", KINDS)
def test_editors_refuse_in_indonesian(kind: str) -> None:
    """Wherever a part can be refused for a key, a word or a pattern, its own words stand beside it."""
    for part in parts_of(schema_for(kind)):
        if part.get("additionalProperties") is False or isinstance(part.get("enum"), list):
            assert part["errorMessage"]
        if isinstance(part.get("pattern"), str):
            assert part["patternErrorMessage"]
    model = schema_for("sop")["errorMessage"]
    assert model.startswith("Ada kunci yang tidak dikenal di sini, atau 'nama' belum diisi.")


def models_under(model: type[BaseModel]) -> set[type[BaseModel]]:
    found, todo = {model}, [model]
    while todo:
        for field in todo.pop().model_fields.values():
            new = models_in(field.annotation) - found
            found |= new
            todo += new
    return found


def models_in(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*(models_in(arg) for arg in get_args(annotation)))


GOOD = [
    (case.kind, value)
    for case in CASES.values()
    if not case.said and (value := read_yaml(case.text.encode()).value) is not None
]
KEYS = sorted({key for model in models_under(MODELS["sop"]) for key in model.model_fields})
words = st.sampled_from(
    ["", " ", "ya", "Tidak", "no", "berlaku", "GARIS", "proses", "langkah-1", "Langkah 1", "2018", "2", "x"]
)
values = st.recursive(
    st.none() | words,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS) | words, inner, max_size=2)
    ),
    max_leaves=4,
)


def paths(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(p for key, item in inner for p in paths(item, (*way, key)))]


@settings(max_examples=400)
@given(st.data())
def test_changed_definitions_have_one_verdict(data: st.DataObject) -> None:
    kind, good = data.draw(st.sampled_from(GOOD))
    changed = copy.deepcopy(good)
    way = data.draw(st.sampled_from(paths(good)[1:]))
    parent = changed
    for part in way[:-1]:
        parent = parent[part]
    match data.draw(st.sampled_from(["replace", "add", "drop"])):
        case "replace":
            parent[way[-1]] = data.draw(values)
        case "add" if isinstance(parent, dict):
            parent[data.draw(st.sampled_from(KEYS))] = data.draw(values)
        case _:
            del parent[way[-1]]
    errors = [f"{list(e.path)}: {e.message}" for e in VALIDATORS[kind].iter_errors(changed)]
    assert (not errors) == reader_accepts(kind, changed), (changed, errors)
