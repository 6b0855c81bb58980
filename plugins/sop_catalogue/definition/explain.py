"""pydantic's report in the author's language."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .findings import Fault, Loc, did_you_mean, shown
from .source import Source

_KINDS = {dict: "isian bertingkat (kunci: nilai)", list: "daftar (butir-butir '- …')", str: "satu teks"}


def explain(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Fault]:
    """Every fault of the report, each at the place its author wrote."""
    return [_fault(detail, source, model) for detail in error.errors(include_url=False)]


def _fault(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Fault:
    kind, loc = detail["type"], source.written(detail["loc"])
    value = source.lookup(loc)
    written = shown(value) if isinstance(value, str) else ""
    context: dict[str, Any] = detail.get("ctx", {})
    if "pesan" in context:
        return Fault(loc, kind, context["pesan"], written, context["mestinya"], context["perbaikan"])
    if kind == "extra_forbidden":
        key = str(detail["loc"][-1])
        known = _known_keys(model, detail["loc"])
        return Fault(
            loc,
            "kunci-asing",
            f"kunci '{shown(key, 40)}' tidak dikenal di sini",
            remedy=did_you_mean(key, known),
            on_key=True,
        )
    if kind == "missing":
        key = str(detail["loc"][-1])
        return Fault(
            loc, "wajib", f"'{key}' belum diisi", expected=f"'{key}: …'", remedy="tambahkan barisnya"
        )
    if kind == "literal_error":
        return Fault(
            loc,
            "pilihan",
            "pilihan ini tidak dikenal",
            written,
            str(context["expected"]).replace(" or ", " atau "),
            did_you_mean(str(detail["input"]), _choices(str(context["expected"]))),
        )
    expected = {
        "model_type": _KINDS[dict],
        "model_attributes_type": _KINDS[dict],
        "dict_type": _KINDS[dict],
        "tuple_type": _KINDS[list],
        "list_type": _KINDS[list],
        "string_type": _KINDS[str],
    }.get(kind)
    if expected:
        found = _KINDS.get(type(value), "tidak ada isi")
        return Fault(
            loc,
            "bentuk-isian",
            f"di sini tertulis {found}",
            written,
            expected,
            "periksa indentasinya" if value is not None else "isi, atau hapus barisnya",
        )
    return Fault(
        loc,
        "isian",
        "isian ini tidak terbaca",
        written,
        remedy="bandingkan dengan contoh di panduan penulisan",
    )


def _choices(expected: str) -> list[str]:
    return [word.strip().strip("'") for word in expected.replace(" or ", ",").split(",")]


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys allowed beside the last one of `loc`."""
    found = _models_at(model, loc[:-1])
    return [name for m in found for name in m.model_fields]


def _models_at(model: type[BaseModel], loc: Loc) -> list[type[BaseModel]]:
    here: list[type[BaseModel]] = [model]
    for part in loc:
        if isinstance(part, int):
            continue
        if part.startswith("<"):
            here = [m for m in here if m.__name__.lower().startswith(part.strip("<>"))] or here
            continue
        inner = [m.model_fields[part].annotation for m in here if part in m.model_fields]
        inner += [item for m in here if part in m.model_fields for item in m.model_fields[part].metadata]
        found = [f for annotation in inner for f in _models_in(annotation)]
        here = found or here
    return here


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for arg in getattr(annotation, "__args__", ()) for m in _models_in(arg)]
