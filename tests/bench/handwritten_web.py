"""The hand-written side's other pages: what the catalogue concludes of all SOPs together, as Markdown.

Regulations with the SOPs under them, the duty book of each role, the hand-over matrix of each unit, documents, and
what is to be mended. Not in it: the maps, the tables as CSV, the links from every step and number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_catalogue.catalogue.model import Catalogue, LawEntry, RoleEntry, SopEntry
from sop_catalogue.catalogue.web.health import health_of
from sop_catalogue.catalogue.work.documents import DocumentTrail
from sop_catalogue.catalogue.work.duties import Duty, Partner, role_duties
from sop_catalogue.catalogue.work.handovers import Matrix, matrix

from .markdown import link, sop_file, table

MOST_DOCUMENTS = 400


def web_pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and text of each."""
    cited = [law for law in catalogue.laws if law.sops]
    yield "peraturan/index.md", "\n".join(_laws(cited))
    for law in cited:
        yield f"peraturan/{law.id}.md", "\n".join(_law(law))
    busy = [role for role in catalogue.roles if role.sops]
    yield "peran/index.md", "\n".join(_roles(busy))
    for role in busy:
        yield f"peran/{role.id}.md", "\n".join(_role(role))
    order = {role: i for i, role in enumerate(catalogue.roles)}
    for unit in catalogue.units:
        yield f"serah-terima/{unit.id}.md", "\n".join(_handovers(matrix(unit, order)))
        yield f"kesehatan/{unit.id}.md", "\n".join(_health(catalogue, unit.id))
    yield from _documents(catalogue)


def _laws(laws: Iterable[LawEntry]) -> Iterator[str]:
    here = "peraturan/index.md"
    yield "# Peraturan\n"
    rows = [
        [link(law.data.judul, f"peraturan/{law.id}.md", here), law.standing, str(len(law.sops))]
        for law in laws
    ]
    yield from table(["Peraturan", "Status", "SOP"], rows)


def _law(law: LawEntry) -> Iterator[str]:
    yield f"# {law.data.judul}\n\n{law.standing}\n"
    yield from _sops(law.sops, f"peraturan/{law.id}.md")


def _sops(sops: Iterable[SopEntry], here: str) -> Iterator[str]:
    rows = [
        [link(sop.name, sop_file(sop), here), sop.sop.nomor or "", sop.unit.data.nama, sop.sop.terbaru.tampil]
        for sop in sops
    ]
    yield from table(["SOP", "Nomor", "Unit kerja", "Tanggal"], rows)


def _roles(roles: Iterable[RoleEntry]) -> Iterator[str]:
    here = "peran/index.md"
    yield "# Peran\n"
    rows = [[link(role.data.nama, f"peran/{role.id}.md", here), str(len(role.sops))] for role in roles]
    yield from table(["Peran", "SOP"], rows)


def _role(role: RoleEntry) -> Iterator[str]:
    here = f"peran/{role.id}.md"
    yield f"# {role.data.nama}\n"
    for post in role_duties(role):
        yield f"\n## {post.unit.data.nama}\n"
        for item in post.sops:
            yield f"\n### {link(item.sop.name, sop_file(item.sop), here)}\n\n{item.time.teks}\n"
            head = ["Langkah", "Kegiatan", "Diterima", "Dihasilkan"]
            yield from table(head, [list(_duty(duty)) for duty in item.duties])


def _duty(duty: Duty) -> Iterator[str]:
    yield f"{duty.number} {duty.waktu}"
    yield duty.activity
    yield "<br>".join([*map(_partner, duty.receives), *duty.needs])
    yield "<br>".join([*duty.produces, *map(_partner, duty.hands_on)])


def _partner(partner: Partner) -> str:
    return " ".join(filter(None, (partner.name, f"{partner.step}", partner.label)))


def _handovers(found: Matrix) -> Iterator[str]:
    yield f"# Serah terima {found.unit.data.nama}\n"
    rows = [
        [giver.data.nama, *(str(len(found.cells.get((giver, taker), ())) or "") for taker in found.roles)]
        for giver in found.roles
    ]
    yield from table(["", *(role.data.nama for role in found.roles)], rows)
    here = f"serah-terima/{found.unit.id}.md"
    for (giver, taker), passings in found.cells.items():
        yield f"\n## {giver.data.nama} ke {taker.data.nama}\n"
        for passing in passings:
            steps = f"langkah {passing.source + 1} ke {passing.target + 1} {passing.label}"
            yield f"- {link(passing.sop.name, sop_file(passing.sop), here)} {steps}"


def _health(catalogue: Catalogue, unit: str) -> Iterator[str]:
    here = f"kesehatan/{unit}.md"
    found = next(item for item in health_of(catalogue).units if item.unit.id == unit)
    yield f"# Kesehatan {found.unit.data.nama}\n"
    rows = [
        [line.snag.kind.value, link(line.sop.name, sop_file(line.sop), here), line.snag.fault.message, f"{line.sop.path}:{line.line}"]
        for line in found.lines()
    ]  # fmt: skip
    yield from table(["Jenis", "SOP", "Temuan", "Berkas"], rows)


def _documents(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    documents = DocumentTrail(catalogue.sops).all
    for start in range(0, len(documents), MOST_DOCUMENTS):
        here = f"dokumen/{start // MOST_DOCUMENTS + 1}.md"
        rows = [
            [
                document.name.shown,
                document.pemda.data.nama,
                "<br>".join(link(sop.name, sop_file(sop), here) for sop in document.makers),
                "<br>".join(link(sop.name, sop_file(sop), here) for sop in document.users),
            ]
            for document in documents[start : start + MOST_DOCUMENTS]
        ]
        yield (
            here,
            "\n".join(["# Dokumen\n", *table(["Dokumen", "Daerah", "Dihasilkan", "Diperlukan"], rows)]),
        )
