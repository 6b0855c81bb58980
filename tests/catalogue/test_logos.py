"""Logos are published as they are: each is a picture and nothing else, or it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sop_catalogue.catalogue.logos import MAX_BYTES, Logo, problem_of, read_logo
from sop_catalogue.store.disk import DiskFolder
from sop_catalogue.store.folder import PlainFolder

SVG = 'xmlns="http://www.w3.org/2000/svg"'
LINKED = f'{SVG} xmlns:xlink="http://www.w3.org/1999/xlink"'
BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 20 if i else "ha"}">' for i in range(12))

PICTURES = {
    "plain": f'<svg {SVG} viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#1d5c3a"/></svg>',
    "a drawing program's own notes": (
        f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        f'<svg {SVG} xmlns:inkscape="http://www.inkscape.org/x" inkscape:export-filename="C:\\x\\logo.png">'
        "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' rdf:about='http://a.b'/></metadata></svg>"
    ).replace(' onset=""', ""),
    "styles and gradients": (
        f'<svg {LINKED}><style><![CDATA[.a{{fill:url(#g);stroke:url("#h")}}]]></style><linearGradient id="g"/>'
        '<linearGradient id="h" xlink:href="#g"/><g class="a" style="filter:url( #f )" font-family="\'Arial\'"/></svg>'
    ),
    "a photograph within": f'<svg {LINKED}><image xlink:href="data:image/png;base64,iVBORw0KGgo="/></svg>',
    "named colours": f'<!DOCTYPE svg [<!ENTITY hijau "#1d5c3a">]><svg {SVG}><path fill="&hijau;"/></svg>',
}
OTHERS = {
    "script": f"<svg {SVG}><script>alert(1)</script></svg>",
    "prefixed script": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script href="#"/></s:svg>',
    "event": f'<svg {SVG} onload="alert(1)"/>',
    "event by default": f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg {SVG}/>',
    "event by entity": f"<!DOCTYPE svg [<!ENTITY e \"<path onclick='alert(1)'/>\">]><svg {SVG}>&e;</svg>",
    "HTML": f'<svg {SVG}><foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject></svg>',
    "a page of HTML": '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
    "link": f'<svg {SVG}><a href="java&#9;script:alert(1)"><path d="M0 0"/></a></svg>',
    "link elsewhere": f'<svg {LINKED}><a xlink:href="//jahat.example"/></svg>',
    "animated link": f'<svg {SVG}><a href="#"><animate attributeName="href" to="javascript:alert(1)"/></a></svg>',
    "picture of another site": f'<svg {LINKED}><image xlink:href="https://jahat.example/x.png"/></svg>',
    "drawing within": f'<svg {SVG}><use href="data:image/svg+xml;base64,PHN2Zy8+#a"/></svg>',
    "style that fetches": f"<svg {SVG}><style>@im<!-- -->port '//jahat.example'</style></svg>",
    "fill that fetches": f"<svg {SVG}><path fill='url( \"https://jahat.example/#a\")'/></svg>",
    "style spelled otherwise": f"<svg {SVG}><path style='fill:u\\72l(//jahat.example)'/></svg>",
    "style sheet": f'<?xml-stylesheet href="x.xsl" type="text/xsl"?><svg {SVG}/>',
}
BROKEN = {
    "no SVG": "x",
    "half": f"<svg {SVG}><g>",
    "bomb": f"<!DOCTYPE svg [{BOMB}]><svg {SVG}><text>&e11;</text></svg>",
}


def problem_of_svg(text: str) -> str:
    return problem_of(Logo(".svg", text.encode()))


@pytest.mark.parametrize("text", PICTURES.values(), ids=PICTURES)
def test_pictures_stay(text: str) -> None:
    assert problem_of_svg(text) == ""


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_more_than_a_picture_is_refused(text: str) -> None:
    assert "memuat skrip, animasi, atau alamat" in problem_of_svg(text)


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_svg_is_refused(text: str) -> None:
    assert "bukan SVG yang utuh" in problem_of_svg(text)


def test_other_files_are_not_shown_in_its_stead(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia"
    secret.write_text("TOKEN=1", "utf-8")
    link = tmp_path / "lambang.png"
    link.symlink_to(secret)
    logo, problem = read_logo(DiskFolder(tmp_path), "lambang.png")
    assert logo is None
    assert "symlink" in problem


def test_a_logo_has_a_size_that_readers_can_bear() -> None:
    for extra, problem in ((0, ""), (1, "berkas logo ini lebih dari 2 MB")):
        data = b"\x89PNG\r\n\x1a\n".ljust(MAX_BYTES + extra, b"\0")
        logo, said = read_logo(PlainFolder({"a/Lambang.PNG": data}), "a/Lambang.PNG")
        assert said == problem
        assert logo == (None if problem else Logo(".png", data))
