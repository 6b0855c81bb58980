"""`sop schema`: the schemas as editors and data users take them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from sop_catalogue.catalogue.opendata.types import opendata_schema
from sop_catalogue.definition.schema import KINDS, schema_for

from .conftest import Sop


@pytest.mark.parametrize("kind", [*KINDS, "catalogue"])
def test_prints_one(sop: Sop, kind: str) -> None:
    done = sop("schema", kind)
    schema = json.loads(done.out)
    assert schema == (opendata_schema() if kind == "catalogue" else schema_for(kind))
    jsonschema.validators.validator_for(schema).check_schema(schema)


def test_prints_that_of_sops_when_not_told(sop: Sop) -> None:
    assert sop("schema").out == sop("schema", "sop").out


def test_writes_all_beside_the_definitions(sop: Sop, project: Path) -> None:
    assert sop("schema", "--write", cwd=project).out == "9 skema ditulis ke sop_defs/.skema.\n"
    written = {
        file.name: json.loads(file.read_text("utf-8")) for file in (project / "sop_defs/.skema").iterdir()
    }
    assert written["sop.schema.json"] == schema_for("sop")
    assert set(written) == {f"{kind}.schema.json" for kind in (*KINDS, "catalogue")}
    assert sop("check").code == 0


def test_writes_where_it_is_told(sop: Sop, tmp_path: Path) -> None:
    assert sop("schema", "--write", "a/b", cwd=tmp_path).code == 0
    assert (tmp_path / "a/b/unit.schema.json").is_file()
    assert sop("schema", "--write", ".").code == 0
    assert (tmp_path / "unit.schema.json").is_file()


def test_says_what_it_cannot_do(sop: Sop, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    assert sop("schema", "surat", cwd=tmp_path).code == 2
    assert sop("schema", "--write").code == 2
    done = sop("schema", "--write", "berkas")
    assert (done.code, "tidak dapat" in done.err) == (2, True)
