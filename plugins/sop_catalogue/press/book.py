"""What the browser printed, piece by piece, made into PDFs: whole books, or one file an SOP.

A browser tags what it prints; no library merges tags, so that is done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from ..catalogue.model import Catalogue
from ..paper.qr import QrMarks
from ..paper.values import PrintedSop
from .about import About
from .piece import Piece

LINK = "sop:"
"""Before the id of what a link leads to: only here it is known whether that is in the book, and on which page."""
_LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class Entry:
    """A bookmark."""

    title: str
    sop: str
    """The id of the one that it leads to."""
    further: int = 0
    """Pages beyond its first."""
    below: tuple[Entry, ...] = ()
    is_open: bool = False


@dataclass(slots=True)
class Book:
    """A PDF in the making."""

    outside: Callable[[str], str]
    """The address of an SOP that is not in the book; empty when it has none."""
    pdf: Pdf = field(default_factory=Pdf.new)
    starts: dict[str, int] = field(default_factory=dict)
    """The first page of each SOP, by its id."""
    _articles: list[Any] = field(default_factory=list)
    _parents: list[Any] = field(default_factory=list)
    """Keys and values by turns, as the file has them."""

    def add(self, piece: Piece, which: int | None = None) -> None:
        """All articles of a piece, or one."""
        first = 0
        for i, (sop, article) in enumerate(zip(piece.sops, piece.articles, strict=True)):
            if which in (None, i):
                self._place(piece, first, sop, article)
            first += len(sop.sheets)

    def _place(self, piece: Piece, first: int, sop: PrintedSop, article: Any) -> None:
        start = len(self.pdf.pages)
        self.starts.setdefault(sop.id, start)
        self.pdf.pages.extend(piece.pdf.pages[first : first + len(sop.sheets)])
        keyed = [(thing, key) for page in self.pdf.pages[start:] for thing, key in _keyed(page.obj)]
        held = [piece.parents[int(thing[key])] for thing, key in keyed]
        together = piece.pdf.make_indirect(Dictionary(Article=article, Held=Array(held)))
        copied = self.pdf.copy_foreign(together)
        self._articles.append(copied.Article)
        for (thing, key), value in zip(keyed, copied.Held, strict=True):
            number = len(self._parents) // 2
            thing[key] = number
            self._parents += [number, value]

    def finished(self, about: About, outline: Sequence[Entry]) -> bytes:
        self._link()
        with self.pdf.open_outline() as marks:
            marks.root.extend(self._mark(entry) for entry in outline)
        root = self.pdf.Root
        root.Lang = String(_LANGUAGE)
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if outline:
            root.PageMode = Name.UseOutlines
        self._say(about)
        return self.saved()

    def saved(self) -> bytes:
        """With links as the browser made them: a piece again, that any book can take."""
        self._tag()
        out = BytesIO()
        self.pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
        return out.getvalue()

    def _tag(self) -> None:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        whole.Lang = String(_LANGUAGE)
        for article in self._articles:
            article.P = whole
        whole.K = Array(self._articles)
        root.K = whole
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(self._parents)))
        root.ParentTreeNextKey = len(self._parents) // 2
        root.RoleMap = Dictionary(Em=Name.Span, Strong=Name.Span)  # known only to PDF 2.0
        self.pdf.Root.StructTreeRoot = root

    def _link(self) -> None:
        for page in self.pdf.pages:
            for note in page.obj.get(Name.Annots, ()):
                action = note.get(Name.A)
                if action is None or Name.URI not in action:
                    continue
                url = str(action.URI)
                id_ = url.removeprefix(LINK) if url.startswith(LINK) else ""
                if id_ in self.starts:
                    del note[Name.A]
                    target = self.pdf.pages[self.starts[id_]]
                    note.Dest = Array([target.obj, Name.XYZ, None, target.mediabox[3], None])
                elif id_ and (address := self.outside(id_)):
                    action.URI = String(address)
                elif not url.startswith(("https:", "http:")):
                    del note[Name.A]  # a link to nowhere

    def _mark(self, entry: Entry) -> OutlineItem:
        item = OutlineItem(entry.title, self.starts[entry.sop] + entry.further, "Fit")
        item.children.extend(self._mark(below) for below in entry.below)
        item.is_closed = not entry.is_open
        return item

    def _say(self, about: About) -> None:
        said = {
            "Title": about.title,
            "Subject": about.subject,
            "Author": about.author,
            "Creator": "Katalog SOP",
        }
        if about.date:
            said |= {"CreationDate": f"D:{about.date}000000Z", "ModDate": f"D:{about.date}000000Z"}
        info = self.pdf.docinfo
        for key in list(info.keys()):
            del info[key]
        for key, value in said.items():
            if value:
                info[f"/{key}"] = String(value)
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            meta.load_from_docinfo(info)
            meta["dc:language"] = {_LANGUAGE}


def _keyed(page: Any) -> Iterator[tuple[Any, Name]]:
    """What on a page is found by a number in the tree of parents."""
    if Name.StructParents in page:
        yield page, Name.StructParents
    for note in page.get(Name.Annots, ()):
        if Name.StructParent in note:
            yield note, Name.StructParent


def elsewhere(catalogue: Catalogue, marks: QrMarks | None) -> Callable[[str], str]:
    """The addresses of SOPs that a book does not hold: on the site, where that is known."""
    entries = {entry.id: entry for entry in catalogue.sops}
    return lambda id_: marks.page(entries[id_]) if marks and id_ in entries else ""
