"""pydantic's report in the author's language."""

from __future__ import annotations

import re
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..findings import Fault, Loc, did_you_mean, shown
from .source import MAX_FAULTS, Source

_KINDS: dict[Any, str] = {dict: "kunci dan nilai", list: "daftar", str: "teks"}
_EXPECTED: dict[str, Any] = {
    "model_type": dict,
    "model_attributes_type": dict,
    "dict_type": dict,
    "tuple_type": list,
    "list_type": list,
    "string_type": str,
}
_CULPRITS = {"bagan-ganda": "bagan", "simbol-ganda": "simbol"}
"""The key to point at, for faults that a model as a whole finds."""


def explain(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Fault]:
    """Every fault of the report, each at the place its author wrote."""
    details = error.errors(include_url=False)
    faults = [_fault(detail, source, model) for detail in details[:MAX_FAULTS]]
    if (more := len(details) - MAX_FAULTS) > 0:
        message = f"masih ada {more} temuan lain di berkas ini"
        faults.append(
            Fault((), "terlalu-banyak", message, remedy="perbaiki yang lain dahulu, lalu periksa lagi")
        )
    return faults


def _fault(detail: ErrorDetails, source: Source, model: type[BaseModel]) -> Fault:
    kind, loc = detail["type"], source.written(detail["loc"])
    value = source.lookup(loc)
    written = shown(value) if isinstance(value, str) else ""
    context: dict[str, Any] = detail.get("ctx", {})
    if "pesan" in context:
        remedy = context["perbaikan"]
        if value is None and loc and re.search(r"\w:\S", str(loc[-1])):
            remedy = "sesudah titik dua harus ada spasi"
        key = _CULPRITS.get(kind)
        loc = (*loc, key) if key else loc
        return Fault(loc, kind, context["pesan"], written, context["mestinya"], remedy, on_key=bool(key))
    if kind == "extra_forbidden":
        return _unknown_key(loc, detail["loc"], model)
    if kind == "missing":
        return _missing(loc, str(detail["loc"][-1]), value)
    if kind == "literal_error":
        words = [word.strip().strip("'") for word in str(context["expected"]).replace(" or ", ",").split(",")]
        expected = ", ".join(words[:-1]) + f", atau {words[-1]}" if len(words) > 2 else " atau ".join(words)
        remedy = did_you_mean(str(detail["input"]), words, "pilih salah satu kata itu", cutoff=0.75)
        return Fault(loc, "pilihan", "pilihan ini tidak dikenal", written, expected, remedy)
    if kind in _EXPECTED:
        return _wrong_form(loc, value, written, _EXPECTED[kind], _models_at(model, detail["loc"]))
    return Fault(
        loc,
        "isian",
        "isian ini tidak terbaca",
        written,
        remedy="bandingkan dengan kerangka dari 'sop new'",
    )


def _unknown_key(loc: Loc, full: Loc, model: type[BaseModel]) -> Fault:
    key = str(full[-1])
    known = [name for m in _models_at(model, full[:-1]) for name in m.model_fields]
    glued = re.search(r"\w:\S", key)
    remedy = "sesudah titik dua harus ada spasi" if glued else did_you_mean(key, known)
    return Fault(
        loc, "kunci-asing", f"kunci '{shown(key, 40)}' tidak dikenal di sini", remedy=remedy, on_key=True
    )


def _missing(loc: Loc, key: str, value: Any) -> Fault:
    written, remedy = "", f"tambahkan baris '{key}: …'"
    if isinstance(value, str):  # a text stands for what needs several keys
        written, remedy = shown(value), f"tulis '{key}: …' dan isian lainnya di baris-baris di bawahnya"
    return Fault(loc, "wajib", f"'{key}' belum diisi", written, f"{key}: …", remedy)


def _wrong_form(loc: Loc, value: Any, written: str, wanted: Any, models: list[type[BaseModel]]) -> Fault:
    expected = _KINDS[wanted]
    if wanted is dict and models and models[0].model_fields:
        fields = models[0].model_fields
        key = next((name for name in fields if fields[name].is_required()), next(iter(fields)))
        expected = f"kunci dan nilai, misalnya '{key}: …'"
    found = _KINDS.get(type(value), "kosong")
    message = (
        f"di sini tertulis {found}, padahal isiannya {_KINDS[wanted]}"
        if value is not None
        else "isian ini kosong"
    )
    remedy = {
        dict: "tulis kunci-kuncinya di baris-baris di bawahnya, menjorok dua spasi",
        list: "awali tiap butir dengan '- '",
        str: "tulis satu teks saja",
    }[wanted]
    if not loc:
        remedy = "awali berkas dengan 'nama: …', satu isian satu baris"
    return Fault(loc, "bentuk-isian", message, written, expected, remedy)


def _models_at(model: type[BaseModel], loc: Loc) -> list[type[BaseModel]]:
    """The models whose keys may stand at `loc`; parts in <> say which of several it was."""
    here: list[type[BaseModel]] = [model]
    for part in loc:
        if isinstance(part, int) or part in ("<isian>", "<teks>"):
            continue
        if part.startswith("<"):
            here = [m for m in here if m.__name__.lower().startswith(part.strip("<>"))] or here
            continue
        fields = [m.model_fields[part] for m in here if part in m.model_fields]
        found = [f for field in fields for f in _models_in(field.annotation)]
        here = found or here
    return here


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for arg in get_args(annotation) for m in _models_in(arg)]
