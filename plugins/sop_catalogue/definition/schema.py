"""The model's JSON Schema, which editors use to complete, explain and check a definition while it is written.

Draft-07, because that is what the YAML language server of editors understands best.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from .daftar import DaftarPeran, DaftarPeraturan, DaftarSinonim, Pemda, UnitKerja
from .fields import slug
from .pejabat import DaftarPejabat
from .sop import Sop
from .surat_keputusan import SuratKeputusan

MODELS: dict[str, type[BaseModel]] = {
    "sop": Sop,
    "unit": UnitKerja,
    "pemda": Pemda,
    "peran": DaftarPeran,
    "peraturan": DaftarPeraturan,
    "pejabat": DaftarPejabat,
    "sinonim": DaftarSinonim,
    "keputusan": SuratKeputusan,
}
"""What each kind of file holds."""
KINDS = tuple(MODELS)

_ABOUT = {
    "sop": "Satu SOP: identitas, langkah-langkah, dan alurnya.",
    "unit": "Berkas unit.yml: unit kerja pemilik SOP di folder ini.",
    "pemda": "Berkas pemda.yml: pemerintah daerah pemilik unit-unit di folder ini.",
    "peran": "Berkas peran.yml: jabatan dan sebutannya, dipakai SOP di folder ini dan di bawahnya.",
    "peraturan": "Berkas peraturan.yml: peraturan yang dirujuk SOP di folder ini dan di bawahnya.",
    "pejabat": "Berkas pejabat.yml: pejabat yang mengesahkan SOP di folder ini, dengan masa jabatannya.",
    "sinonim": "Berkas sinonim.yml: kata-kata yang dianggap sama, atau tidak boleh disamakan, oleh pencarian situs.",
    "keputusan": "Berkas keputusan.yml: keputusan pimpinan di bagian depan buku SOP pemda atau unit kerja.",
}


def schema_for(kind: str) -> dict[str, Any]:
    """The schema of one kind of file."""
    schema = MODELS[kind].model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: _cleaned(part) for name, part in sorted(schema.pop("$defs", {}).items())}
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:katalog-sop:skema:{kind}:1",
        **_cleaned(schema),
        "description": _ABOUT[kind],
        "definitions": definitions,
    }
    _tell(whole)
    return whole


def _tell(part: Any) -> None:
    """Give each part the words with which editors refuse what does not fit it; validators pass over them."""
    if isinstance(part, dict):
        for inner in list(part.values()):
            _tell(inner)
        if said := _refusal(part):
            part["errorMessage"] = said
        if isinstance(part.get("pattern"), str):
            part["patternErrorMessage"] = (
                f"Isian ini kosong atau bukan {part.get('title', 'pilihan yang dikenal')}."
            )
    elif isinstance(part, list):
        for inner in part:
            _tell(inner)


def _refusal(part: dict[str, Any]) -> str:
    if part.get("additionalProperties") is False:
        needed = " dan ".join(f"'{key}'" for key in part.get("required", ()))
        missing = f", atau {needed} belum diisi" if needed else ""
        return (
            f"Ada kunci yang tidak dikenal di sini{missing}. Tekan Ctrl+Spasi untuk melihat kunci yang ada."
        )
    if isinstance(part.get("enum"), list):
        return f"Pilih salah satu: {', '.join(map(str, part['enum']))}."
    return ""


def _cleaned(schema: dict[str, Any]) -> dict[str, Any]:
    """A model's schema without what only its developers need."""
    out = {key: value for key, value in schema.items() if key != "description"}
    out["properties"] = {name: _property(name, part) for name, part in schema["properties"].items()}
    return out


def _property(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    out = dict(schema)
    if out.get("title") == name.replace("_", " ").title():
        del out["title"]  # made up by pydantic from the key
    if out.get("default") in (None, [], {}):
        out.pop("default", None)
    if "$ref" in out and len(out) > 1:  # draft-07 ignores what stands beside a $ref
        out["allOf"] = [{"$ref": out.pop("$ref")}]
    return out


def reference_markdown() -> str:
    """Every key of every kind of file as Markdown tables: the reference part of the authoring guide."""
    schemas = [schema_for(kind) for kind in KINDS]
    sections = {schema["title"]: "" for schema in schemas[:1]}
    for schema in schemas:
        definitions = schema["definitions"]
        for name in _in_order(schema):
            part = definitions[name]
            sections.setdefault(part["title"], _section(part, definitions))
        sections[schema["title"]] = _section(schema, definitions)
    return "\n\n".join(sections.values())


def _section(schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    required = schema.get("required", ())
    rows = [
        f"| `{key}`{' (wajib)' if key in required else ''} | {_kind(part, definitions)} | {_cell(part['description'])} |"
        for key, part in schema["properties"].items()
    ]
    about = [schema["description"], ""] if "description" in schema else []
    return "\n".join(
        [f"## {schema['title']}", "", *about, "| Kunci | Isi | Keterangan |", "|---|---|---|", *rows]
    )


def _kind(schema: dict[str, Any], definitions: dict[str, Any]) -> str:
    """What may be typed, in words."""
    if "$ref" in schema:
        title = definitions[schema["$ref"].rsplit("/", 1)[-1]]["title"]
        return f"[{title}](#{slug(title)})"
    if "title" in schema:
        return str(schema["title"])
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "items" in schema:
        return f"daftar {_kind(schema['items'], definitions)}"
    if "patternProperties" in schema:
        return "kode dan alasan"
    parts = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf") or []
    kinds = [
        _kind(part, definitions)
        for part in parts
        if part.get("type") != "null" and part.keys() != {"pattern", "type"}
    ]
    named = [kind for kind in dict.fromkeys(kinds) if f"daftar {kind}" not in kinds]
    one_or_many = [
        kind.removeprefix("daftar ") + ", atau daftarnya" if kind.startswith("daftar ") else kind
        for kind in named
    ]
    return " atau ".join(one_or_many)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{", "`{").replace("}", "}`")


def _in_order(schema: dict[str, Any]) -> list[str]:
    """The definitions in the order in which keys lead to them."""
    found: list[str] = []
    todo: list[Any] = [schema["properties"]]
    while todo:
        part = todo.pop(0)
        if isinstance(part, dict) and isinstance(ref := part.get("$ref"), str):
            name = ref.rsplit("/", 1)[-1]
            if name not in found:
                found.append(name)
                todo.insert(0, schema["definitions"][name]["properties"])
        elif isinstance(part, dict | list):
            todo[:0] = part.values() if isinstance(part, dict) else part
    return found
