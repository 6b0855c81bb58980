"""Tags as a browser writes them, mended to those of a PDF that can be read aloud (PDF/UA-1).

What is asked of the browser stands in `paper.html`: the mark of an item is what is first in it and no paragraph; a group
is what repeats on every sheet. Keys are plain strings here, which costs a third of what names do.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

from .piece import Piece
from .strokes import drawn

_WORDS = frozenset(
    ("/P", "/H1", "/H2", "/H3", "/TH", "/TD", "/Link", "/Em", "/Strong", "/Figure", "/NonStruct")
)
"""In these, words need nothing around them."""
_LOWER = {"/H1": Name.H2, "/H2": Name.H3}


@dataclass(slots=True)
class _PageTags:
    page: Any
    owners: Any
    """The tags that hold the marked parts of the page, by the numbers of these."""
    pictures: dict[int, Any] = field(default_factory=dict)
    foot: set[int] = field(default_factory=set)


def mend(piece: Piece, below: Collection[str] = ()) -> None:
    """`below`: ids of SOPs whose headings stand under another's."""
    pages = {
        page.obj.objgen: _PageTags(page, piece.parents[int(page.obj["/StructParents"])])
        for page in piece.pdf.pages
        if "/StructParents" in page.obj
    }
    for sop, article in zip(piece.sops, piece.articles, strict=True):
        _Mender(piece.pdf, pages, sop.id in below).mend(article, "/Art")
    for tags in pages.values():
        _redraw(piece.pdf, tags)


def unlink(tag: Any) -> None:
    """A link to nowhere is words like any other."""
    tag.S = Name.Span
    _hold(tag, [kid for kid in _kids(tag) if isinstance(kid, int) or "/S" in kid])


@dataclass(frozen=True, slots=True)
class _Mender:
    pdf: Pdf
    pages: dict[tuple[int, int], _PageTags]
    lower: bool

    def mend(self, tag: Any, kind: str) -> None:
        if kind in ("/TD", "/TH"):
            _slim(tag)
        elif self.lower and kind in _LOWER:
            tag.S = _LOWER[kind]
        kids = _kids(tag)
        found = []
        for kid in kids:
            if isinstance(kid, int):
                found.append(kid)
                if kind == "/Figure":
                    self.pages[tag["/Pg"].objgen].pictures[kid] = tag
            elif "/S" not in kid:
                found.append(kid)  # where a link is
            elif (own := str(kid["/S"])) == "/Div":
                self.silence(kid)
            else:
                found.append(self.mended(kid, own, tag if kind in _WORDS else None))
        if kind == "/LI":
            found = self.item(tag, found)
        if found != kids:
            _hold(tag, found)

    def mended(self, tag: Any, kind: str, holder: Any) -> Any:
        """Or the words in it, where it says nothing of them and `holder` may have them."""
        nothing = holder is not None and kind == "/NonStruct"
        if not (nothing and isinstance(tag.get("/K"), int)):
            self.mend(tag, kind)
        number = tag.get("/K") if nothing else None
        if not isinstance(number, int):
            return tag
        page = holder["/Pg"] = tag["/Pg"]
        self.pages[page.objgen].owners[number] = holder
        return number

    def silence(self, tag: Any) -> None:
        for kid in _kids(tag):
            if isinstance(kid, int):
                page = self.pages[tag["/Pg"].objgen]
                page.foot.add(kid)
                page.owners[kid] = None
            elif "/S" in kid:
                self.silence(kid)

    def item(self, tag: Any, kids: list[Any]) -> list[Any]:
        """Its mark, if it has one, and its body."""
        marks, body = [], kids
        if _are(kids[:1], "/NonStruct"):
            marks, body = kids[:1], kids[1:]
            marks[0].S = Name.Lbl
        if _are(body, "/P", "/NonStruct"):
            body[0].S = Name.LBody
            return marks + body
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=tag, K=Array(body)))
        for kid in body:
            kid.P = whole
        return [*marks, whole]


def _redraw(pdf: Pdf, tags: _PageTags) -> None:
    tags.page.contents_coalesce()
    found = drawn(tags.page.obj["/Contents"].read_bytes(), tags.pictures.keys(), tags.foot)
    tags.page.obj["/Contents"] = pdf.make_stream(found.data)
    for number in found.strokes:
        owner = tags.owners[number]
        _hold(owner, [kid for kid in _kids(owner) if kid != number])
        tags.owners[number] = None
    for number, box in found.boxes.items():
        tags.pictures[number].A = Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in box]))


def _kids(tag: Any) -> list[Any]:
    held = tag.get("/K")
    return list(held) if isinstance(held, Array) else [] if held is None else [held]


def _hold(tag: Any, kids: list[Any]) -> None:
    if kids:
        tag["/K"] = kids[0] if len(kids) == 1 else Array(kids)
    else:
        del tag["/K"]


def _are(kids: list[Any], *kinds: str) -> bool:
    """Whether there is one, of these kinds."""
    return len(kids) == 1 and not isinstance(kids[0], int) and str(kids[0].get("/S")) in kinds


def _slim(cell: Any) -> None:
    """Heads are told by their scope alone: ids are unique in one piece only."""
    if "/ID" in cell:
        del cell["/ID"]
    said = cell.get("/A")
    if isinstance(said, Array):
        kept = [part for part in said if _tells(part)]
        if not kept:
            del cell["/A"]
        elif len(kept) < len(said):
            cell["/A"] = Array(kept)


def _tells(attributes: Any) -> bool:
    return "/Scope" in attributes or any(
        int(attributes.get(span, 1)) > 1 for span in ("/RowSpan", "/ColSpan")
    )
