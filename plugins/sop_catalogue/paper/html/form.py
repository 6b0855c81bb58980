"""The official form, and who signs."""

from __future__ import annotations

from markupsafe import escape

from ..content.form import Datum, Form, FormBox, FormBoxes, FormHead, FormRemark, Kop, Signatures, Signed
from ..content.words import GOES_ON
from ..text.line import Line
from .pieces import Out
from .words import prose, said


def form(found: Form, out: Out) -> None:
    out.append(
        f'<div class="identitas" style="width:{found.width}px;--kiri:{found.left}px;{found.type.style}">'
    )
    for part in found.parts:
        out.append(f'<div class="pasang" style="min-height:{part.height:g}px">')
        match part:
            case FormRemark():
                out.append(f'<p class="simpulan">{escape(part.text)}</p>')
            case FormHead():
                _head(part, out)
            case FormBoxes():
                for box in part.boxes:
                    _box(box, out)
        out.append("</div>")
    out.append("</div>")


def _head(head: FormHead, out: Out) -> None:
    _kop(head.kop, out)
    out.append('<div class="data" role="table" aria-label="Identitas">')
    out += map(_datum, head.data)
    out.append("</div>")


def _kop(kop: Kop, out: Out) -> None:
    out.append('<div class="kop">')
    if kop.logo:
        out.append(kop.logo)
    out += [f"<p>{said(line)}</p>" for line in kop.lines]
    if kop.subunit:
        out.append(f'<p class="subunit">{said(kop.subunit)}</p>')
    out.append("</div>")


def _datum(datum: Datum) -> str:
    css, value = "", ""
    match datum.value:
        case str():
            value = escape(datum.value)
        case Line():
            css, value = ' class="nama-sop"', f"<h1>{said(datum.value)}</h1>"
        case Signed():
            css, value = ' class="sah"', _signed(datum.value)
    return (
        f'<div{css} role="row"><p role="rowheader">{said(datum.label)}</p>'
        f'<div role="cell">{value}</div></div>'
    )


def _box(box: FormBox, out: Out) -> None:
    more = f" {GOES_ON}" if box.going_on else ""
    out.append(f'<div class="kotak"><h2>{said(box.title)}{more}</h2>')
    prose(box.prose, out)
    out.append("</div>")


def signatures(found: Signatures, out: Out) -> None:
    css = f' class="{found.kind}"' if found.kind else ""
    signs = "".join(f'<div{css} style="width:{found.width}px">{_signed(sign)}</div>' for sign in found.signs)
    out.append(f'<div class="ttd" style="{found.type.style}">{signs}</div>')


def _signed(found: Signed) -> str:
    over = "".join(f"<p>{escape(text)}</p>" for text in (*found.where, *found.office))
    under = "".join(f'<p class="{what}">{escape(text)}</p>' for what, text in found.names)
    return f'{over}<div class="ruang" style="height:{found.room}px"></div>{under}'
