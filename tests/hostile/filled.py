"""Definitions with something in every field, made from the schemas: a new field of the language is filled by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any

from sop_catalogue.definition.fields import slug
from sop_catalogue.definition.schema import schema_for

Text = Callable[[str], str]
"""What to write into the text field of this name (`langkah.kegiatan`)."""
Schema = dict[str, Any]


def filled(kind: str, text: Text, *, brief: bool = False) -> Any:
    """A file of this kind with every field filled; `brief`: in its shortest spelling, where there are several."""
    schema = _schema(kind)
    return _Filler(schema["definitions"], text, brief).value(schema, "")


_schema = cache(schema_for)


class _Filler:
    def __init__(self, definitions: dict[str, Schema], text: Text, brief: bool) -> None:
        self.definitions, self.text, self.brief = definitions, text, brief
        self.numbers = count(1)

    def value(self, schema: Schema, name: str) -> Any:
        if "$ref" in schema:
            return self.value(self.definitions[schema["$ref"].rsplit("/", 1)[-1]], name)
        for key in ("anyOf", "oneOf", "allOf"):
            if key in schema:
                return self.value(self.chosen(schema[key]), name)
        if "enum" in schema:
            return schema["enum"][0]
        if "properties" in schema:
            return {
                key: self.value(part, f"{name}.{key}".lstrip("."))
                for key, part in schema["properties"].items()
            }
        if "items" in schema:
            return [self.value(kind, name) for kind in self.items(schema["items"])]
        if labels := schema.get("additionalProperties") or schema.get("patternProperties"):
            part = labels.get(r"\S", labels)
            return {self.text(name): self.value(part, name)}
        return self.scalar(schema.get("title", "teks"), name)

    def chosen(self, kinds: list[Schema]) -> Schema:
        """The kind that says most, or least."""
        able = [kind for kind in kinds if kind.get("type") != "null" and kind.keys() != {"pattern", "type"}]
        return (min if self.brief else max)(able, key=self.weight)

    def weight(self, kind: Schema) -> int:
        if "items" in kind:
            return self.weight(kind["items"]) + 1
        if "anyOf" in kind:
            return max(map(self.weight, kind["anyOf"]))
        return 9 if "$ref" in kind else 5 if "additionalProperties" in kind else 1

    def items(self, schema: Schema) -> list[Schema]:
        """Two at least, and one of every kind that has fields of its own."""
        kinds = [kind for kind in schema.get("anyOf", [schema]) if "$ref" in kind]
        return [schema, schema] if self.brief or len(kinds) < 2 else kinds

    def scalar(self, title: str, name: str) -> str:
        match title:
            case "id":
                return f"{slug(name)[-40:]}-{next(self.numbers)}".lstrip("-0123456789")
            case "tanggal":
                return "2026-01-05"
            case "nomor revisi":
                return str(next(self.numbers))
            case "alamat web":
                return "https://x.invalid/" + "".join(self.text(name).split())
            case "langkah tujuan":
                return "selesai"
            case "kode":
                return f"K-{next(self.numbers)}"
            case _ if title.startswith("alamat lama"):
                example = title.rpartition(" ")[2]
                return f"{example}-{next(self.numbers)}"
            case _:
                assert title == "teks", f"{name}: no text is known for '{title}'"
                return self.text(name)
