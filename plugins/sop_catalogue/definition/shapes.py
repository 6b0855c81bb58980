"""How values are put together: lists that may be one value, words to choose from, models that may be a text.

Each takes the shorthand an author writes and hands on one canonical form; its JSON Schema describes both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Discriminator, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag, create_model
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .fields import Baris, Teks, fault, in_any_case

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


def as_list(value: Any) -> Any:
    """One value stands for a list of one; nothing, for none."""
    if value is None:
        return []
    return value if isinstance(value, list | tuple) else [value]


@dataclass(frozen=True)
class _OneOrMany:
    """A list, or one item alone, or nothing."""

    most: int
    """Items; what has more is no form that anybody fills."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def _listed(self, value: Any) -> Any:
        listed = as_list(value)
        if len(listed) > self.most:
            raise fault(
                "terlalu-banyak",
                f"daftar ini memuat {len(listed)} butir, terlalu banyak untuk satu isian",
                expected=f"paling banyak {self.most} butir",
                remedy="pecah menjadi beberapa SOP, atau beberapa berkas",
            )
        return listed

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many, {"type": "null"}]}


Daftar = Annotated[tuple[T, ...], _OneOrMany(300)]
DaftarPanjang = Annotated[tuple[T, ...], _OneOrMany(20_000)]
"""Of registers, of tables, and of steps, which a chart counts by itself."""
DaftarBaris = Daftar[Baris]
DaftarTeks = Daftar[Teks]
Diketahui = dict[Baris, Teks]
"""Codes of findings, and why each of them is let be."""


class _AnyCase:
    """Words of a Literal, in any case of letters."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_lowered, handler(source))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = handler(schema)
        return in_any_case(tuple(found.get("enum", [found.get("const")])))


def _lowered(value: Any) -> Any:
    return " ".join(value.lower().split()) if isinstance(value, str) else value


Pilihan = Annotated[T, _AnyCase]
"""`Pilihan[Literal["berlaku", "dicabut"]]`"""


@dataclass(frozen=True)
class Ringkas:
    """Marks a model that may be written as a text alone, which then is its `key`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.lengthened, handler(source))

    def lengthened(self, value: Any) -> Any:
        return value if value is None or isinstance(value, dict | BaseModel) else {self.key: value}

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = handler(schema)
        kinds = found.get("anyOf", [found])
        text = handler.resolve_ref_schema(kinds[0])["properties"][self.key]
        return {"anyOf": [{k: v for k, v in text.items() if k not in ("default", "description")}, *kinds]}


def _written_long(value: Any) -> Literal["<isian>", "<teks>"]:
    return "<isian>" if isinstance(value, dict | BaseModel) else "<teks>"


Nama = Annotated[Annotated[Baris, Tag("<teks>")] | Annotated[T, Tag("<isian>")], Discriminator(_written_long)]
"""The name of something in a register, or the thing itself written in place."""


def with_fields(fields: Mapping[str, Any]) -> Callable[[type[M]], type[M]]:
    """A model with fields, as `create_model` takes them, behind those that it declares."""

    def extended(model: type[M]) -> type[M]:
        return create_model(
            model.__name__, __base__=model, __module__=model.__module__, __doc__=model.__doc__, **fields
        )

    return extended
