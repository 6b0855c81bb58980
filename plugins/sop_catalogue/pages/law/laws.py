"""The pages of regulations: which SOPs rest on each, and for whom it is to act when one is revoked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from markupsafe import Markup

from ...catalogue.law.kinds import kind_of, name_of, subject_of
from ...catalogue.law.parts import title_of
from ...catalogue.model import LawEntry, SopEntry, UnitEntry
from ...definition.fields import slug
from ..late import LateFile
from ..links import LAWS, Links, law_address, law_csv_address, law_unit_address, page_path, sop_address
from ..page_plan import PagePlan, unedited
from ..render import Page, plain, render, rich_line
from ..spreadsheet import as_csv
from ..status import Status, status_of

MOST_ON_A_PAGE = 800
"""More SOPs than these under one regulation stand on a page a unit."""

STANDINGS = {
    "berlaku": "Berlaku",
    "diubah": "Diubah",
    "dicabut": "Dicabut",
    "tidak diketahui": "Status belum dicatat",
}


UNCHECKED = "belum diperiksa"
"""Of a standing that rests on nothing that anybody told."""


@dataclass(frozen=True, slots=True)
class Under:
    """One SOP under the regulation."""

    url: str
    name: Markup
    number: str
    date: str
    status: Status
    signer: str
    wordings: Sequence[str]
    """How it names the regulation, where that differs from the title."""


@dataclass(frozen=True, slots=True)
class UnitImpact:
    """What one unit has to look at."""

    unit: UnitEntry
    url: str
    page: str
    """Its own page, where the regulation's is too long to hold all."""
    addressee: str
    count: int
    rows: Sequence[Under]

    @property
    def anchor(self) -> str:
        return slug(self.unit.id)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Which regulations each one replaced and amended."""

    replaced: Mapping[LawEntry, list[LawEntry]]
    amended: Mapping[LawEntry, list[LawEntry]]

    @classmethod
    def of(cls, laws: Iterable[LawEntry]) -> Earlier:
        replaced: dict[LawEntry, list[LawEntry]] = {}
        amended: dict[LawEntry, list[LawEntry]] = {}
        for law in laws:
            if law.replaced_by:
                replaced.setdefault(law.replaced_by, []).append(law)
            for other in law.amended_by:
                amended.setdefault(other, []).append(law)
        return cls(replaced, amended)


def law_plans(laws: Iterable[LawEntry], links: Callable[[str], Links]) -> Iterator[PagePlan]:
    """A page a regulation; one a unit more where many SOPs rest on it."""
    laws = list(laws)
    earlier = Earlier.of(laws)
    for law in laws:
        address = law_address(law)
        yield PagePlan(address, name_of(law), (LAWS,), unedited(law_page, law, earlier, links(address)))
        if len(law.sops) > MOST_ON_A_PAGE:
            for unit in _by_unit(law):
                below = law_unit_address(law, unit)
                title = f"{name_of(law)}: {unit.data.nama}"
                yield PagePlan(
                    below, title, (LAWS, address), unedited(law_page, law, earlier, links(below), unit)
                )


def law_page(law: LawEntry, earlier: Earlier, links: Links, unit: UnitEntry | None = None) -> Page:
    """`unit` is the only one whose SOPs are wanted."""
    by_unit = _by_unit(law)
    listed = unit is not None or len(law.sops) <= MOST_ON_A_PAGE
    chosen = {unit: by_unit[unit]} if unit else by_unit
    impacts = [_impact(law, one, sops, links, listed) for one, sops in chosen.items()]
    name = name_of(law)
    html = render(
        "peraturan.html",
        {
            "law": law,
            "name": name,
            "subject": subject_of(law),
            "kind": kind_of(law),
            "standing": STANDINGS[law.standing],
            "recorded": recorded(law),
            "basis": basis(law),
            "named_by": [] if unit else [(links.sop(sop), rich_line(sop.name)) for sop in law.named_by],
            "impacts": impacts,
            "count": sum(impact.count for impact in impacts),
            "listed": listed,
            "unit": unit,
            "related": _related(law, earlier),
            "name_of": name_of,
            "subject_of": subject_of,
            "excel": links.file(law_csv_address(law, excel=True)),
            "csv": links.file(law_csv_address(law)),
            "links": links,
        },
    )
    title = f"{name}: {unit.data.nama}" if unit else name
    said = f"{name}: {len(law.sops)} SOP di {len(by_unit)} unit kerja. {STANDINGS[law.standing]}."
    return Page(html, title, said, plain(law.data.judul))


def law_files(laws: Iterable[LawEntry], directory_urls: bool) -> Iterator[LateFile]:
    """Each regulation's SOPs as a spreadsheet."""
    for law in laws:
        if law.sops:
            yield law_csv_address(law), partial(_csv, law, directory_urls, ",")
            yield law_csv_address(law, excel=True), partial(_csv, law, directory_urls, ";")


def _csv(law: LawEntry, directory_urls: bool, between: str) -> bytes:
    return as_csv(_csv_rows(law, directory_urls), between)


def wordings(law: LawEntry, sop: SopEntry) -> list[str]:
    """How `sop` names the regulation."""
    parts = [part for citation in sop.citations for part in citation.parts if part.law is law]
    return list(dict.fromkeys(title_of(plain(part.text)) for part in parts))


def since(law: LawEntry) -> str:
    """By which other regulation it was replaced or amended."""
    if law.replaced_by:
        return f"diganti oleh {name_of(law.replaced_by)}"
    return f"diubah oleh {'; '.join(map(name_of, law.amended_by))}" if law.amended_by else ""


def recorded(law: LawEntry) -> str:
    """Before what became of it: a fact, or what somebody wrote into the register."""
    return "sudah" if law.data.dasar_status else "tercatat"


def basis(law: LawEntry) -> str:
    """On what its standing rests, as far as anybody looked; empty where none is known."""
    return "" if law.standing == "tidak diketahui" else law.data.dasar_status or UNCHECKED


def _by_unit(law: LawEntry) -> dict[UnitEntry, list[SopEntry]]:
    found: dict[UnitEntry, list[SopEntry]] = {}
    for sop in law.sops:
        found.setdefault(sop.unit, []).append(sop)
    return dict(sorted(found.items(), key=lambda item: item[0].id))


def _impact(
    law: LawEntry, unit: UnitEntry, sops: Sequence[SopEntry], links: Links, listed: bool
) -> UnitImpact:
    return UnitImpact(
        unit,
        links.place(unit),
        "" if listed else links.page(law_unit_address(law, unit)),
        _addressee(unit),
        len(sops),
        [_under(law, sop, links) for sop in sops] if listed else [],
    )


def _under(law: LawEntry, sop: SopEntry, links: Links) -> Under:
    own = _letters(law.data.judul)
    day = sop.sop.terbaru
    return Under(
        links.sop(sop),
        rich_line(sop.name),
        sop.sop.nomor or "",
        day.tampil if day.tahun else "",
        status_of(sop),
        _signer(sop),
        [text for text in wordings(law, sop) if _letters(text) != own],
    )


def _signer(sop: SopEntry) -> str:
    person = sop.sop.disahkan_oleh
    return ", ".join(filter(None, (person.jabatan, person.named))) if person else ""


def _addressee(unit: UnitEntry) -> str:
    head = unit.data.kepala
    if head and head.jabatan:
        return head.jabatan
    return f"Pimpinan {unit.data.nama}"


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text).casefold()))


def _related(law: LawEntry, earlier: Earlier) -> list[tuple[str, list[LawEntry]]]:
    """Other regulations it stands in a line with."""
    lines = [
        ("Diganti oleh", [law.replaced_by] if law.replaced_by else []),
        ("Diubah oleh", law.amended_by),
        ("Menggantikan", earlier.replaced.get(law, [])),
        ("Mengubah", earlier.amended.get(law, [])),
    ]
    return [(label, found) for label, found in lines if found]


def _csv_rows(law: LawEntry, directory_urls: bool) -> Iterator[list[str]]:
    yield ["Peraturan", "Status peraturan", "Dasar status", "Keterangan", "Pemda", "Unit kerja", "Kepada", "Nama SOP", "Nomor SOP",
           "Tanggal", "Status SOP", "Disahkan oleh", "Ditulis sebagai", "Halaman"]  # fmt: skip
    own = [plain(law.data.judul), STANDINGS[law.standing], basis(law), since(law)]
    for unit, sops in _by_unit(law).items():
        where = [unit.pemda.data.nama, unit.data.nama, _addressee(unit)]
        for sop in sops:
            day = sop.sop.terbaru
            yield [
                *own, *where, plain(sop.name), sop.sop.nomor or "", (day.iso or day.tampil) if day.tahun else "",
                status_of(sop).text, _signer(sop), "; ".join(wordings(law, sop)),
                page_path(sop_address(sop), directory_urls),
            ]  # fmt: skip
