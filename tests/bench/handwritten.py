"""The other side of the comparison: the same catalogue as an office would write it by hand in Markdown.

In it: all that an author wrote and all that the catalogue concludes from it: the identity block, the flow table with
what each symbol says in its lane, notes, signatures, attachments, total waktu, duties, related SOPs and regulations,
the lists of SOPs, the links between pages, and the pages of regulations, roles, hand-overs, documents and health. Not
in it: the drawings and maps; the data files; the legend, buttons and captions; the second telling of each step for a
phone's card; links from step to step; breadcrumbs, previous and next. So the other side does less than ours, never more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sop_catalogue.catalogue.build import CatalogueBuilder
from sop_catalogue.catalogue.model import Catalogue, Chart, Reference, SopEntry, UnitEntry
from sop_catalogue.catalogue.web.kinds import Verdict
from sop_catalogue.catalogue.web.neighbours import named_by, named_in_vain, naming
from sop_catalogue.definition.form import Kind
from sop_catalogue.definition.markup import plain
from sop_catalogue.pages.form import identity
from sop_catalogue.pages.form.words import FlowWords, as_text
from sop_catalogue.pages.links import Links
from sop_catalogue.pages.lists.indexes import EVERY_SOP
from sop_catalogue.pages.lists.sop_lines import sop_line
from sop_catalogue.pages.sop import after
from sop_catalogue.pages.sop.durations import durations
from sop_catalogue.pages.sop.performers import performers
from sop_catalogue.pages.status import status_of
from sop_catalogue.store.disk import DiskFolder

from .handwritten_web import web_pages
from .markdown import link, sop_file, table


def write_pages(docs: Path, definitions: Path) -> None:
    """Every page of the catalogue under `docs`, as Markdown."""
    catalogue = CatalogueBuilder(DiskFolder(definitions)).build()
    for path, text in _pages(catalogue):
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "index.md", "\n".join(_home(catalogue))
    yield "sop/index.md", "\n".join(_all(catalogue))
    for pemda in catalogue.pemdas:
        units = [_unit_line(unit, f"sop/{pemda.id}/index.md") for unit in pemda.units]
        yield f"sop/{pemda.id}/index.md", "\n".join([f"# {pemda.data.nama}", "", *units, ""])
    for unit in catalogue.units:
        here = f"sop/{unit.id}/index.md"
        lines = [f"# {unit.data.nama}", "", unit.pemda.data.nama, "", *_list(unit.sops, here), ""]
        yield here, "\n".join(lines)
    for entry in catalogue.sops:
        yield sop_file(entry), "\n".join(sop_markdown(entry))
    yield from web_pages(catalogue)


def _home(catalogue: Catalogue) -> Iterator[str]:
    steps = sum(sop.step_count for sop in catalogue.sops)
    yield f"# Katalog SOP\n\n{len(catalogue.sops)} SOP, {steps} langkah, {len(catalogue.units)} unit kerja\n"
    for pemda in catalogue.pemdas:
        yield f"\n## {pemda.data.nama}\n"
        yield from (_unit_line(unit, "index.md") for unit in pemda.units)


def _all(catalogue: Catalogue) -> Iterator[str]:
    yield "# Katalog\n"
    for unit in catalogue.units:
        yield _unit_line(unit, "sop/index.md")
        if len(catalogue.sops) <= EVERY_SOP:
            yield ""
            yield from _list(unit.sops, "sop/index.md")
            yield ""


def _unit_line(unit: UnitEntry, here: str) -> str:
    return f"- {link(unit.data.nama, f'sop/{unit.id}/index.md', here)} {len(unit.sops)} SOP"


def _list(sops: Sequence[SopEntry], here: str) -> Iterator[str]:
    rows = []
    for entry in sops:
        line = sop_line(entry, Links(""))
        title = f"{link(entry.name, sop_file(entry), here)} {line.number}"
        rows.append([title, line.status.text, str(line.steps), line.performers, line.year])
    return table(["SOP", "Status", "Langkah", "Pelaksana", "Tahun"], rows)


def sop_markdown(entry: SopEntry) -> Iterator[str]:
    """The page of one SOP."""
    sop, here, words = entry.sop, sop_file(entry), entry.form.words
    yield f"# {plain(sop.nama)}\n"
    yield f"{link(entry.unit.data.nama, f'sop/{entry.unit.id}/index.md', here)} {entry.unit.pemda.data.nama}\n"
    yield f"{status_of(entry).text} {sop.nomor or ''}\n\n## Formulir SOP\n"
    yield from (f"{line}  " for line in [*identity.kop(entry), sop.subunit or ""] if line)
    yield ""
    yield from _identity(entry, words)
    for title, items in _boxes(entry, words):
        yield f"\n### {title}\n"
        yield from (f"{i}. {item}" for i, item in enumerate(items, 1)) if items else iter(["–"])
    for chart in entry.charts:
        yield f"\n### {plain(chart.title) or 'Alur'}\n"
        yield from _flow_table(chart, entry, words)
        yield from ("", *(f"{note}\n" for note in chart.footnotes))
    yield from (f"\n{note}" for note in sop.catatan)
    for signature in sop.tanda_tangan:
        day = signature.tanggal.tampil if signature.tanggal else ""
        yield f"\n{signature.tempat or ''}, {day}  "
        yield from (f"{text}  " for _, text in identity.official(signature))
    yield from _attachments(entry)
    yield from _after(entry, here)


def _identity(entry: SopEntry, words: dict[str, str]) -> Iterator[str]:
    signed = "<br>".join(text for _, text in identity.official(entry.sop.disahkan_oleh))
    rows = identity.head(entry.sop, words)
    return table(["", ""], [[row.label, signed if row.kind is Kind.OFFICIAL else row.text] for row in rows])


def _boxes(entry: SopEntry, words: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    here = sop_file(entry)
    for box in entry.sop.boxes:
        if box.kind is Kind.SOP:
            yield words[box.key], [_reference(reference, here) for reference in entry.references]
        else:
            yield words[box.key], [item.teks for item in entry.sop.items(box)]


def _reference(reference: Reference, here: str) -> str:
    if reference.target and reference.verdict is Verdict.LINKED:
        return link(reference.text, sop_file(reference.target), here)
    missing = " (belum ada di katalog)" if reference.verdict in (Verdict.MISSING, Verdict.NEAR) else ""
    return reference.text + missing


def _flow_table(chart: Chart, entry: SopEntry, words: dict[str, str]) -> Iterator[str]:
    flow = chart.flow
    said = FlowWords(flow, chart.number)
    columns = [column.key for column in entry.form.columns]
    rows = []
    for i, step in enumerate(chart.steps):
        row = [flow.rows[i].number, step.kegiatan]
        for lane in range(len(flow.lanes)):
            here = [s for s in said.by_row[i] if lane in s.lanes]
            row.append("<br>".join(as_text(said.say(s, lane)) for s in here))
        cells = [step.cell(key) for key in columns]
        rows.append(row + ["<br>".join(cell.teks) if cell else "" for cell in cells])
    return table([words["no"], words["kegiatan"], *said.lanes, *(words[key] for key in columns)], rows)


def _attachments(entry: SopEntry) -> Iterator[str]:
    yield entry.sop.sampul or ""
    for sheet in entry.sop.lampiran:
        yield f"\n## {plain(sheet.judul)}\n\n{sheet.isi or ''}\n"
        for part in sheet.tabel:
            rows = [[cell or "" for cell in row] for row in part.baris]
            width = max([len(part.kepala), *map(len, rows)])
            yield from (f"{part.judul or ''}\n", *table([*part.kepala, *[""] * width][:width], rows), "")


def _after(entry: SopEntry, here: str) -> Iterator[str]:
    yield "\n## Waktu dan pelaksana\n"
    for item in durations(entry):
        yield (
            " ".join((item.title, *(f"{label} **{text}**" for label, text in item.lines), *item.notes)) + "\n"
        )
    yield from table(
        ["Pelaksana", "Langkah"], [[p.name, p.steps.striptags()] for p in performers(entry, Links(""))]
    )
    yield "\n## SOP terkait\n"
    for label, others in (("Dirujuk SOP ini", named_by(entry)), ("Merujuk SOP ini", naming(entry))):
        yield f"\n### {label}\n"
        yield from (f"- {link(o.name, sop_file(o), here)} {o.unit.data.nama}" for o in others)
    if missing := named_in_vain(entry):
        yield "\n### Belum ada di katalog\n"
        yield from (f"- {plain(item.text)}" for item in missing)
    if laws := after.laws(entry, Links("")):
        yield "\n## Status dasar hukum\n"
        yield from (f"- {law.title} {law.status}" for law in laws)
    yield f"\n## Tentang data ini\n\n`{entry.path}`\n"
    yield after.inferred(entry)
    yield from (f"- {note.striptags()}" for note in after.editor_notes(entry))
