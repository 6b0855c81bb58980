"""What is odd about one SOP, or about the catalogue, beyond the grammar of a definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..definition.findings import Fault, Finding, Severity, shown
from ..definition.sop import Sop
from ..definition.waktu import known_wording, read_waktu
from .files import Found, Kind
from .places import Places


def check_cells(sop: Sop) -> Iterator[Fault]:
    """Waktu that no total can count and that does not say so on purpose."""
    for b, chart in enumerate(sop.semua_bagan):
        at = ("bagan", b, "langkah") if sop.bagan else ("langkah",)
        for i, step in enumerate(chart.langkah):
            for text in step.waktu.teks if step.waktu else ():
                if not known_wording(read_waktu(text)):
                    yield Fault((*at, i, "waktu"), "waktu", "lamanya tidak terbaca, jadi tidak ikut dijumlahkan", shown(text),
                                "misalnya 10 menit, 2 jam, 1–3 hari kerja, sesuai kebutuhan", "periksa ejaan satuannya",
                                Severity.WARNING)  # fmt: skip


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


def check_place(item: Found, sop: Sop) -> Iterator[Fault]:
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
