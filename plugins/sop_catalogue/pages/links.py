"""From a thing of the catalogue to its address, written relative to the page that links to it.

An address is a path inside the site without its ending: `sop/<pemda>/<unit>/<sop>`. Relative links keep a site
right at a root, under a sub-path, and opened as files.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ..catalogue.model import BrokenSop, LawEntry, PemdaEntry, RoleEntry, SopEntry, UnitEntry
from ..catalogue.revisions.model import Revision

ALL = "sop/index"
"""The list of all SOPs."""
SERVICES = "layanan/index"
"""The list of all services to the public; only where there are some."""
HEALTH = "kesehatan/index"
"""The overview of what is to be mended."""
LAWS = "peraturan/index"
"""The list of all regulations."""
ROLES = "peran/index"
"""The list of all roles."""
HANDOVERS = "serah-terima/index"
"""The units, with how often work changes hands in each."""
DOCUMENTS = "dokumen/index"
"""The list of all documents."""
CHANGES = "perubahan/index"
"""What became of SOPs, and when."""
MAP = "peta/index"
"""The map of the whole catalogue."""


def sop_address(entry: SopEntry | BrokenSop | Revision) -> str:
    return f"sop/{entry.id}"


def code_address(code: str) -> str:
    """The short one that leads on to the SOP with this code, wherever it stands."""
    return f"kode/{code.lower()}"


def comparison_address(entry: SopEntry, before: int, after: int) -> str:
    """What changed from one revision to another."""
    return f"{sop_address(entry)}/riwayat/{before}-{after}"


def place_address(entry: UnitEntry | PemdaEntry) -> str:
    return f"sop/{entry.id}/index"


def law_address(entry: LawEntry) -> str:
    return f"peraturan/{entry.id}"


def law_unit_address(entry: LawEntry, unit: UnitEntry) -> str:
    """The page of one unit's SOPs under a regulation that very many rest on."""
    return f"{law_address(entry)}/{unit.id}"


def law_csv_address(entry: LawEntry, *, excel: bool = False) -> str:
    """Its SOPs as a spreadsheet; `excel`: as Excel reads it in Indonesia."""
    return f"{law_address(entry)}{'.excel' if excel else ''}.csv"


def health_address(entry: UnitEntry, part: int = 1) -> str:
    """What is to be mended in one unit; a long list stands on several pages."""
    return f"kesehatan/{entry.id}" if part == 1 else f"kesehatan/{entry.id}/{part}"


def role_address(entry: RoleEntry) -> str:
    return f"peran/{entry.id}"


def handover_address(entry: UnitEntry) -> str:
    """The matrix of who hands work to whom in a unit."""
    return f"serah-terima/{entry.id}"


def map_address(entry: UnitEntry, part: int = 1) -> str:
    """The map of one unit; a large one stands on several pages."""
    return f"peta/{entry.id}" if part == 1 else f"peta/{entry.id}/{part}"


def changes_address(year: str = "") -> str:
    """The page of what changed in a year, where the first page does not hold it."""
    return f"perubahan/{year}" if year else CHANGES


def feed_address(unit: UnitEntry | None = None) -> str:
    """The Atom feed of what changes in the catalogue or in a unit, where the site has any."""
    return f"perubahan/{unit.id}.atom" if unit else "perubahan.atom"


def print_address(entry: SopEntry | UnitEntry) -> str:
    """The file with its sheets, ready to print."""
    return f"cetak/{entry.id}.html" if isinstance(entry, SopEntry) else f"cetak/{entry.id}/index.html"


def pdf_address(entry: SopEntry | UnitEntry) -> str:
    """The file with its sheets as a PDF, where the site offers that."""
    return f"cetak/{entry.id}.pdf"


def book_address(entry: UnitEntry | RoleEntry | None = None, unit: UnitEntry | None = None) -> str:
    """The binder of the whole catalogue or of a unit; the duty book of a role, whole or of one unit."""
    if entry is None:
        return "cetak/buku/index.html"
    if isinstance(entry, RoleEntry):
        return f"cetak/buku/peran/{entry.id}{f'/{unit.id}' if unit else ''}.html"
    return f"cetak/buku/{entry.id}.html"


def data_address(entry: SopEntry | BrokenSop, ending: str) -> str:
    """The file of data beside the page: `yml` or `json`."""
    return f"{sop_address(entry)}.{ending}"


def chart_address(entry: SopEntry, number: int) -> str:
    """The file of one of its charts, counted from 1."""
    return f"{sop_address(entry)}-alur{f'-{number}' if number > 1 else ''}.svg"


def logo_address(entry: UnitEntry | PemdaEntry) -> str:
    """Where the entry's own logo is published; empty without one."""
    return f"sop/{entry.id}/lambang{entry.logo.suffix}" if entry.logo else ""


def form_logo_address(unit: UnitEntry) -> str:
    """Where the logo at the head of its forms is published; empty without one."""
    return logo_address(unit) or logo_address(unit.pemda)


def page_path(address: str, directory_urls: bool) -> str:
    """The page's path from the site's root."""
    if not directory_urls:
        return f"{address}.html"
    folder, _, name = address.rpartition("/")
    return f"{folder}/" if name == "index" and folder else "" if name == "index" else f"{address}/"


def relative(here: str, path: str) -> str:
    """From one path of the site to another, as a link says it; a path that ends in a slash is a folder."""
    start, target = here.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(start), len(target) - 1) and start[shared] == target[shared]:
        shared += 1
    return quote("/".join([".."] * (len(start) - shared) + target[shared:])) or "./"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses as seen from one page."""

    here: str
    """The page's own address."""
    directory_urls: bool = True
    """Whether pages are folders (`…/x/`) or files (`…/x.html`)."""
    edit: str = ""
    """Where the page's definition can be edited; empty when that is not known."""
    prints: bool = True
    """Whether the site has print pages."""
    pdfs: bool = False
    """Whether it offers them as PDFs as well."""
    drafts: bool = False
    """Whether it prints what is at fault, too."""

    def page(self, address: str) -> str:
        return self._relative(page_path(address, self.directory_urls))

    def file(self, path: str) -> str:
        """A file of the site that is no page."""
        return self._relative(path)

    def sop(self, entry: SopEntry | BrokenSop) -> str:
        return self.page(sop_address(entry))

    def place(self, entry: UnitEntry | PemdaEntry) -> str:
        return self.page(place_address(entry))

    def law(self, entry: LawEntry | None) -> str:
        """Empty for none."""
        return self.page(law_address(entry)) if entry else ""

    def role(self, entry: RoleEntry | None) -> str:
        """Empty for none."""
        return self.page(role_address(entry)) if entry else ""

    def every_sop(self, **wanted: str) -> str:
        """The table of all SOPs, narrowed down to what is wanted."""
        return f"{self.page(ALL)}?{urlencode(wanted)}" if wanted else self.page(ALL)

    def handovers(self, entry: UnitEntry) -> str:
        return self.page(handover_address(entry))

    def map(self, entry: UnitEntry) -> str:
        return self.page(map_address(entry))

    def printed(self, entry: SopEntry | UnitEntry) -> str:
        """Empty when the site has no print pages."""
        return self.file(print_address(entry)) if self.prints else ""

    def pdf(self, entry: SopEntry | UnitEntry) -> str:
        """Empty when the site has none of it."""
        sops = entry.sops if isinstance(entry, UnitEntry) else [entry]
        there = self.pdfs and (self.drafts or not all(sop.faults for sop in sops))
        return self.file(pdf_address(entry)) if there else ""

    def book(self, entry: UnitEntry | RoleEntry | None = None) -> str:
        """Empty when the site has no print pages."""
        return self.file(book_address(entry)) if self.prints else ""

    def data(self, entry: SopEntry | BrokenSop, ending: str) -> str:
        return self.file(data_address(entry, ending))

    def chart(self, entry: SopEntry, number: int) -> str:
        return self.file(chart_address(entry, number))

    def logo(self, unit: UnitEntry) -> str:
        """The logo at the head of the unit's forms; empty without one."""
        address = form_logo_address(unit)
        return self.file(address) if address else ""

    def _relative(self, path: str) -> str:
        return relative(page_path(self.here, self.directory_urls), path)
