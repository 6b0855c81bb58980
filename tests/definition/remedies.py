"""Does what a remedy says, word by word, to the definition it was given for."""

from __future__ import annotations

import copy
import re
from typing import Any

import yaml

from sop_catalogue.definition.findings import Fault
from sop_catalogue.definition.flow.resolve import Resolved, resolve
from sop_catalogue.definition.langkah import Bagan

_PLACE = r"(?P<place>(?:simbol \d+ )?(?:langkah [^ ;,]+|baris ke-\d+)(?: \(kolom [^)]*\))?)"
_HERE = r"'(?P<key>\w+): (?P<value>[^']*)' di sini"
_THERE = rf"'(?P<key>\w+): (?P<value>[^']*)' pada {_PLACE}"
_BRANCH = rf"'(?P<label>[^':]*): (?P<value>[^']*)' di bawah '(?P<key>\w+)' pada {_PLACE}"
_FORK = rf"arahkan sebuah cabang {_PLACE} ke '(?P<value>[^']*)'"
TO_THINK_ABOUT = ("tambahkan cabang yang lain", "tambahkan cabangnya", "bedakan tujuannya")
"""What nobody can do without the document: which other branch there is."""


def resolved(chart: dict[str, Any]) -> Resolved:
    return resolve(Bagan.model_validate(chart))


def mended(chart: dict[str, Any], fault: Fault) -> list[dict[str, Any]]:
    """The chart as each of the remedy's alternatives makes it."""
    lead = "".join(re.findall(r"^.*; lalu ", fault.remedy))
    alternatives = fault.remedy.removeprefix(lead).split("; atau ")
    return [_done(chart, fault, lead + one) for one in alternatives if not one.startswith(TO_THINK_ABOUT)]


def _done(chart: dict[str, Any], fault: Fault, remedy: str) -> dict[str, Any]:
    out = copy.deepcopy(chart)
    here = _at(out, fault.loc)
    done = 0
    for m in re.finditer(_HERE, remedy):
        here[m["key"]] = yaml.safe_load(m["value"])
        done += 1
    for m in re.finditer(_THERE, remedy):
        place = _named(out, chart, m["place"])
        place[m["key"]] = yaml.safe_load(m["value"])
        done += 1
    for key in re.findall(r"(?:dan hapus|sebagai ganti) '(\w+)'", remedy):
        place.pop(key)
    for m in re.finditer(_BRANCH, remedy):
        _named(out, chart, m["place"])[m["key"]][yaml.safe_load(m["label"])] = yaml.safe_load(m["value"])
        done += 1
    for m in re.finditer(_FORK, remedy):
        place = _named(out, chart, m["place"])
        exits = place["keputusan" if "keputusan" in place else "ke"]
        label, to = next(iter(exits.items()))
        exits[label] = [*(to if isinstance(to, list) else [to]), yaml.safe_load(m["value"])]
        done += 1
    if gone := re.match(r"hapus '(\w+)", remedy):
        del here[gone[1]]
        done += 1
    if swap := re.match(r"ganti '(\w+)' dengan '(\w+)'", remedy):
        here[swap[2]] = here.pop(swap[1])
        done += 1
    if meant := re.match(r"maksud Anda '(.*)'\?", remedy):
        _replace(out, fault.loc, meant[1])
        done += 1
    if named := re.match(r"tulis '([^':]*)'(?: atau |$)", remedy):
        _replace(out, fault.loc, named[1])
        done += 1
    if "tambahkan langkah penutup" in remedy:
        last = out["langkah"][-1]
        out["langkah"].append({"kegiatan": "Menutup", "pelaksana": last.get("pelaksana", "A")})
        done += 1
    assert done, f"nobody could do this: {remedy}"
    return out


def _at(chart: dict[str, Any], loc: tuple[str | int, ...]) -> Any:
    """The step or symbol around `loc`."""
    value: Any = chart
    for part in loc:
        if part in ("ke", "keputusan", "bentuk"):
            break
        value = value[part]
    return value


def _replace(chart: Any, loc: tuple[str | int, ...], new: str) -> None:
    """What stands at `loc`, or alone in place of a list."""
    part, *rest = loc
    if rest and isinstance(chart[part], dict | list):
        _replace(chart[part], tuple(rest), new)
    else:
        chart[part] = new


def _named(out: dict[str, Any], chart: dict[str, Any], place: str) -> dict[str, Any]:
    """The step or symbol that messages call so."""
    step = re.sub(r"^simbol \d+ | \(kolom .*", "", place)
    row = next(row for row in resolved(chart).flow.rows if row.called == step)
    found: dict[str, Any] = out["langkah"][row.index]
    if m := re.match(r"simbol (\d+) ", place):
        found = found["simbol"][int(m[1]) - 1]
    return found
