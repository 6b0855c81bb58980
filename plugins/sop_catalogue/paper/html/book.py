"""What only the sheets of a binder show."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from ..content.book import BookCover, Clause, CoverLines, DecreeHead, Spines, TabTitle
from .pieces import Out
from .words import prose


def cover(found: BookCover, out: Out) -> None:
    out.append(f'<div class="sampul-buku" style="height:{found.height:g}px">')
    if found.logo:
        out.append(found.logo)
    _parts(found.parts, out, title="h1")
    out.append("</div>")


def spines(found: Spines, out: Out) -> None:
    out.append(f'<div class="punggung" style="{found.type.style}">')
    for label in found.labels:
        out.append(f'<div><div class="label" style="width:{label.width}px;height:{found.height}px">')
        if label.logo:
            out += [f'<div class="lambang" style="height:{label.logo_height}px">', label.logo, "</div>"]
        _parts(label.parts, out)
        out.append(f"</div><p>{escape(label.file)}</p></div>")
    out.append("</div>")


def _parts(parts: Iterable[CoverLines], out: Out, title: str = "p") -> None:
    for part in parts:
        tag = title if part.place == "judul" else "p"
        out.append(f'<div class="{part.place}" style="{part.type.style}">{_lines(part.lines, tag)}</div>')


def tab_title(found: TabTitle, out: Out) -> None:
    out.append(
        f'<div class="tab" style="{found.type.style}">'
        f'<b class="telinga" style="top:{found.top}px" aria-hidden="true">{found.number}</b>'
        f'<p class="nomor-tab">{found.number}</p><div><p>{escape(found.above)}</p>'
        f'<h1 style="{found.title_type.style}">{escape(found.title)}</h1><p>{escape(found.below)}</p></div></div>'
    )


def decree_head(found: DecreeHead, out: Out) -> None:
    title, rest = "", found.lines
    if found.titled:
        title, rest = f"<h1>{escape(rest[0])}</h1>", rest[1:]
    out.append(f'<div class="kepala-keputusan" style="{found.type.style}">{title}{_lines(rest)}</div>')


def clause(found: Clause, out: Out) -> None:
    css, mark = "isi-keputusan", ""
    if found.mark is not None:
        css, mark = "butir-keputusan", f"<p>{escape(found.mark)}</p>"
    colon = ":" if found.label else ""
    out.append(
        f'<div class="{css}" style="{found.type.style}"><p>{escape(found.label)}</p><p>{colon}</p>{mark}<div>'
    )
    prose(found.prose, out)
    out.append("</div></div>")


def _lines(texts: Iterable[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)
