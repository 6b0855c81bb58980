"""How an office prints: the paper, where it is bound, what stands at the foot. Read from mkdocs.yml or a command line."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

PAPERS: dict[str, tuple[float, float]] = {
    "A4": (210.0, 297.0),
    "F4": (215.0, 330.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
"""Short and long edge, in mm. F4 is the folio of Indonesian offices."""
WIDER = {name: PAPERS[name] for name in ("F4", "Legal")} | {"A3": (297.0, 420.0)}
"""What an SOP may be printed on instead whose charts are too wide."""
DENSITIES = ("rapat", "biasa", "lega")
NUMBER_FIELDS = ("nomor", "nama", "revisi", "unit", "hal", "jumlah")
_GUTTER, _FREE = (10.0, 40.0), (0.0, 30.0)


class SettingError(ValueError):
    """A setting that cannot be; says which and what could."""


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """The names are those of the keys under `cetak` in mkdocs.yml."""

    kertas: str = "A4"
    """A4, F4, Letter or Legal."""
    jilid: float = 25.0
    """The margin at the binding edge, in mm: the top of a landscape sheet, the left of an upright one."""
    kerapatan: str = "biasa"
    """How close rows and symbols stand: rapat, biasa, lega."""
    kertas_lebar: str = ""
    """F4, Legal or A3: for SOPs with a chart whose letters would be too small on the usual paper; empty for none."""
    bolak_balik: bool = False
    """Printed on both sides: the binding edge changes sides, and every SOP begins on a leaf of its own."""
    kaki_bebas: float = 0.0
    """What stays empty at the foot of every sheet, in mm, for an electronic signature: 0 for none, else what it needs at
    least. The code of the sheet then stands in the other corner."""
    logo: bool = True
    """Whether the form shows the logo."""
    catatan_salinan: str = "Salinan tidak terkendali bila dicetak"
    """Stands at the foot of every sheet; may be empty."""
    nomor_lembar: str = "SOP {nomor} · Rev. {revisi} · hal. {hal} dari {jumlah}"
    """What numbers every sheet. Parts between dots whose field is unknown are left out."""
    tidak_berlaku: bool = False
    """Binders hold SOPs that are replaced or revoked, too."""
    pengesahan: bool = False
    """Binders hold a sheet on which their officials sign."""
    riwayat: bool = False
    """Binders hold a sheet of what was revised when."""
    distribusi: bool = False
    """Binders hold a list of who has a copy."""
    lampiran_keputusan: bool = False
    """Decrees in binders have an annex that lists their SOPs."""
    punggung: bool = False
    """Binders hold labels for the backs of their files."""
    draf: bool = False
    """Everything is printed, even what is at fault, and every sheet says that it is a draft."""
    pdf: bool = False
    """The site offers its sheets as PDFs as well; no matter of the sheets themselves."""


DEFAULT = PaperSettings()
_KEYS = tuple(field.name for field in fields(PaperSettings))


def settings_from(given: Mapping[str, Any], base: PaperSettings = DEFAULT) -> PaperSettings:
    """`base` with what is given in its place. Raises `SettingError`."""
    found = {name: getattr(base, name) for name in _KEYS}
    for key, value in given.items():
        if key not in _KEYS:
            raise SettingError(f"kunci '{key}' tidak dikenal; yang ada: {', '.join(_KEYS)}")
        if value is not None:
            found[key] = _CHECKS[key](key, value)
    return PaperSettings(**found)


def paper_settings(given: object) -> PaperSettings | None:
    """What stands under `cetak` in mkdocs.yml: keys, `true`, or `false` for no print pages."""
    if given is False:
        return None
    if given is None or given is True:
        return DEFAULT
    if not isinstance(given, Mapping):
        raise SettingError(
            f"'{given}' bukan pengaturan; tulis kunci di bawahnya ({', '.join(_KEYS)}), atau false"
        )
    return settings_from({str(key): value for key, value in given.items()})


def _one_of(papers: Iterable[str], *, empty: bool = False) -> Any:
    known = {name.casefold(): name for name in papers} | {"folio": "F4"} | ({"": ""} if empty else {})

    def check(key: str, value: Any) -> str:
        found = known.get(str(value).strip().casefold())
        if found is None:
            raise SettingError(f"{key}: '{value}' bukan ukuran kertas yang dikenal; pilih {_or(papers)}")
        return found

    return check


def _density(key: str, value: Any) -> str:
    text = str(value).strip().casefold()
    if text not in DENSITIES:
        raise SettingError(f"{key}: '{value}' bukan pilihan; tulis {_or(DENSITIES)}")
    return text


def _millimetres(low: float, high: float) -> Any:
    def check(key: str, value: Any) -> float:
        text = str(value).strip().removesuffix("mm").strip().replace(",", ".")
        try:
            number = float("x" if isinstance(value, bool) else text)
        except ValueError:
            raise SettingError(
                f"{key}: '{value}' bukan angka; tulis ukuran dalam mm, misalnya {low + 15:g}"
            ) from None
        if not low <= number <= high:
            raise SettingError(f"{key}: {number:g} mm di luar batas; pilih {low:g} sampai {high:g} mm")
        return number

    return check


def _yes_no(key: str, value: Any) -> bool:
    found = {"true": True, "ya": True, "false": False, "tidak": False}.get(str(value).strip().casefold())
    if found is None:
        raise SettingError(f"{key}: '{value}' bukan pilihan; tulis true atau false")
    return found


def _words(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise SettingError(
            f"{key}: '{value}' bukan teks; tulis di antara tanda kutip, atau \"\" bila tidak perlu"
        )
    return " ".join(value.split())


def _pattern(key: str, value: Any) -> str:
    text = _words(key, value)
    try:
        parsed = [
            field
            for _, field, spec, conversion in string.Formatter().parse(text)
            if field is not None or spec or conversion
        ]
    except ValueError:
        raise SettingError(f"{key}: kurung kurawal di '{text}' tidak berpasangan") from None
    for name in parsed:
        if name not in NUMBER_FIELDS:
            known = ", ".join(f"{{{field}}}" for field in NUMBER_FIELDS)
            raise SettingError(f"{key}: '{{{name}}}' tidak dikenal; yang ada: {known}")
    return text


def _or(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} atau {last}"


_CHECKS: dict[str, Any] = {
    "kertas": _one_of(PAPERS),
    "kertas_lebar": _one_of(WIDER, empty=True),
    "kerapatan": _density,
    "jilid": _millimetres(*_GUTTER),
    "bolak_balik": _yes_no,
    "kaki_bebas": _millimetres(*_FREE),
    "logo": _yes_no,
    "catatan_salinan": _words,
    "nomor_lembar": _pattern,
    "tidak_berlaku": _yes_no,
    "pengesahan": _yes_no,
    "riwayat": _yes_no,
    "distribusi": _yes_no,
    "lampiran_keputusan": _yes_no,
    "punggung": _yes_no,
    "draf": _yes_no,
    "pdf": _yes_no,
}


def sheet_number(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern filled. Of its parts, those that would stand with nothing behind them are left out."""
    parts = []
    for part in pattern.split(" · "):
        pieces = list(string.Formatter().parse(part))
        if all(values[name] for _, name, _, _ in pieces if name):
            parts.append("".join(_filled(said, values[name] if name else "") for said, name, _, _ in pieces))
    return " · ".join(parts)


def _filled(said: str, value: str) -> str:
    """`said`, then the value; a word that the value begins with is not said twice: SOP SOP-024."""
    word = re.search(r"\w+(?=\s+$)", said)
    if word and re.match(rf"\W*{re.escape(word[0])}(?![^\W\d_])", value, re.IGNORECASE):
        said = said[: word.start()]
    return said + value
