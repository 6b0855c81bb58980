"""The words of an SOP by their places on the form, to compare what was read with what was written by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sop_catalogue.definition.markup import plain
from sop_catalogue.definition.sop import Sop

_COLUMNS = ("kelengkapan", "waktu", "output", "keterangan")

Words = dict[str, Counter[str]]


def places(sop: Sop) -> Words:
    found: Words = {}
    for place, text in _texts(sop):
        found.setdefault(place, Counter()).update(re.findall(r"\d+|[^\W\d_]+", plain(text).lower()))
    return {place: words for place, words in found.items() if words}


def _texts(sop: Sop) -> Iterator[tuple[str, str]]:
    yield "nama", sop.nama
    yield "nomor", sop.nomor or ""
    for text in (*(sop.kop or ()), getattr(sop, "subunit", "") or ""):
        yield "kop", text
    if sop.tanggal:
        for key in ("pembuatan", "efektif", "pengesahan"):
            if day := getattr(sop.tanggal, key):
                yield f"tanggal {key}", day.tampil
    for place, official in (("disahkan", sop.disahkan_oleh), ("tanda tangan", sop.tanda_tangan)):
        for key in ("tempat", "jabatan", "nama", "nip"):
            yield f"{place} {key}", getattr(official, key, "") or ""
    for box in sop.boxes:
        for item in sop.items(box):
            yield box.key, item.teks
    for chart in sop.semua_bagan:
        yield "judul bagan", chart.judul or ""
        for k, step in enumerate(chart.langkah, 1):
            yield f"langkah {k} kegiatan", step.kegiatan
            for key in _COLUMNS:
                if cell := step.cell(key):
                    yield f"langkah {k} {key}", " ".join(cell.teks)


def misplaced(found: Words, true: Words) -> dict[str, tuple[str, str]]:
    """Where words are missing, and which stand there instead."""
    wrong = {}
    for place in sorted({*found, *true}):
        less, more = (
            true.get(place, Counter()) - found.get(place, Counter()),
            found.get(place, Counter()) - true.get(place, Counter()),
        )
        if less or more:
            wrong[place] = (" ".join(less.elements()), " ".join(more.elements()))
    return wrong


def share_in_place(found: Words, true: Words) -> tuple[int, int]:
    """How many of the words stand where they should, of all in either."""
    right = sum((found.get(place, Counter()) & words).total() for place, words in true.items())
    return right, max(sum(words.total() for words in one.values()) for one in (found, true))
