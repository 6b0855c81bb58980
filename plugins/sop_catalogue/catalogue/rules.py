"""What is odd about one SOP, or about the catalogue, beyond the grammar of a definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..definition.findings import Fault, Finding, Loc, Severity, shown
from ..definition.langkah import Langkah
from ..definition.panah import Cabang
from ..definition.sop import Sop
from ..definition.waktu import known_wording, read_waktu
from .files import Found, Kind
from .places import Places


def check_sop(item: Found, sop: Sop) -> Iterator[Fault]:
    """All that is odd about one SOP."""
    yield from _place(item, sop)
    yield from _cells(sop)
    yield from _labels(sop)


def _cells(sop: Sop) -> Iterator[Fault]:
    """Waktu that no total can count and that does not say so on purpose."""
    for at, step in _steps(sop):
        for text in step.waktu.teks if step.waktu else ():
            if not known_wording(read_waktu(text)):
                yield Fault((*at, "waktu"), "waktu", "lamanya tidak terbaca, jadi tidak ikut dijumlahkan", shown(text),
                            "misalnya 10 menit, 2 jam, 1–3 hari kerja, sesuai kebutuhan", "periksa ejaan satuannya",
                            Severity.WARNING)  # fmt: skip


_BETWEEN = re.compile(r"[\s/-]+")
_LABEL, _WORD = 48, 15
"""Letters of a label, and of one of its words, that a lane of usual width has room for."""


def _labels(sop: Sop) -> Iterator[Fault]:
    """Labels of arrows that are drawn in many lines, or with their words divided."""
    for at, step in _steps(sop):
        for loc, ways in _ways(at, step):
            for way in ways:
                if len(way.label) > _LABEL or any(len(word) > _WORD for word in _BETWEEN.split(way.label)):
                    yield Fault((*loc, *way.jalur), "label-panjang", "label ini terlalu panjang untuk digambar dengan rapi",
                                shown(way.label), f"paling banyak {_LABEL} huruf, tiap kata {_WORD} huruf",
                                "pendekkan, misalnya menjadi Lengkap, dan tulis selebihnya di keterangan", Severity.ADVICE,
                                on_key=True)  # fmt: skip


def _steps(sop: Sop) -> Iterator[tuple[Loc, Langkah]]:
    """The steps of all charts, and where each is written."""
    for b, chart in enumerate(sop.semua_bagan):
        at = ("bagan", b, "langkah") if sop.bagan else ("langkah",)
        for i, step in enumerate(chart.langkah):
            yield (*at, i), step


def _ways(at: Loc, step: Langkah) -> Iterator[tuple[Loc, tuple[Cabang, ...]]]:
    """What leaves a step's symbols, and where it is written."""
    yield (*at, "ke"), step.ke
    yield (*at, "keputusan"), step.keputusan
    for k, symbol in enumerate(step.simbol):
        yield (*at, "simbol", k, "ke"), symbol.ke
        yield (*at, "simbol", k, "keputusan"), symbol.keputusan


def check_folders(files: Iterable[Found], places: Places) -> Iterator[Finding]:
    """Folders whose SOPs stand under a name that was only guessed from the folder."""
    seen: set[str] = set()
    for item in files:
        if item.kind is not Kind.SOP:
            continue
        folders = item.path.split("/")[:-1]
        for depth, register in ((1, "pemda.yml"), (2, "unit.yml")):
            id_ = "/".join(item.scope[:depth])
            guessed = len(item.scope) >= depth and (id_ in places.pemdas or id_ in places.units)
            if not guessed or id_ in places.described or id_ in seen:
                continue
            seen.add(id_)
            path = "/".join((*folders[:depth], register))
            yield Finding(Severity.WARNING, f"tanpa-{register[:-4]}", f"folder ini belum punya {register}", path,
                          remedy=f"buat {path} berisi 'nama: …'")  # fmt: skip


def _place(item: Found, sop: Sop) -> Iterator[Fault]:
    """An SOP whose pemda or unit neither its folders nor its text name."""
    missing = [
        word
        for depth, word in ((1, "pemda"), (2, "unit"))
        if len(item.scope) < depth and not getattr(sop, word)
    ]
    if missing:
        yield Fault((), "salah-tempat", f"{' dan '.join(missing)} SOP ini tidak diketahui",
                    expected="berkas di folder <pemda>/<unit>/", remedy=f"pindahkan berkasnya, atau tambahkan '{missing[0]}: …'",
                    severity=Severity.WARNING)  # fmt: skip
