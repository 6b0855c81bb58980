"""Files whose keys are the language's own and whose values may be anything."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

from sop_catalogue.definition.schema import KINDS, schema_for

from . import corpus
from .mutations import Input


@cache
def keys(kind: str) -> list[str]:
    """Every key of this kind of file, at whatever depth."""
    schema = schema_for(kind)
    parts = [schema, *schema["definitions"].values()]
    return sorted({key for part in parts for key in part.get("properties", {})})


def _values(kind: str) -> st.SearchStrategy[Any]:
    scalars = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=True)
        | st.text(max_size=20)
        | st.sampled_from([*corpus.texts(), "lanjut", "selesai", "1", "2", "2026-01-05", "5 menit"])
    )
    return st.recursive(
        scalars,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(keys(kind)), inner, max_size=6)
        ),
        max_leaves=25,
    )


def inputs() -> st.SearchStrategy[Input]:
    return st.sampled_from(KINDS).flatmap(_inputs)


@cache
def _inputs(kind: str) -> st.SearchStrategy[Input]:
    top = st.sampled_from(list(schema_for(kind)["properties"]))
    files = st.dictionaries(top, _values(kind), max_size=8)
    if kind == "sop":
        files = files.map(
            lambda values: {"nama": "Uji", "langkah": [{"kegiatan": "Uji", "pelaksana": "Uji"}], **values}
        )
    return files.map(lambda values: Input(kind, _dumped(values), "shape"))


def _dumped(values: Any) -> bytes:
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
