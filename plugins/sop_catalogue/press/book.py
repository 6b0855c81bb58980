"""What the browser printed, piece by piece, made into PDFs: whole books, or one file an SOP.

A browser tags what it prints; no library merges tags, so that is done here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from ..paper.values import PrintedSop
from .about import About
from .links import LINK, Outside
from .metadata import LANGUAGE, declare
from .piece import Piece
from .tags import unlink


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

    outside: Outside
    """Where an SOP is that is not in the book."""
    pdf: Pdf = field(default_factory=Pdf.new)
    starts: dict[str, int] = field(default_factory=dict)
    """The first page of each SOP, by its id."""
    _titles: dict[str, str] = field(default_factory=dict)
    _labels: list[str] = field(default_factory=list)
    """Of the pages: what stands at the foot of each."""
    _articles: list[Any] = field(default_factory=list)
    _parents: dict[int, Any] = field(default_factory=dict)
    """What holds the marked parts of a page, or a link, by the number that it has there."""
    _count: int = 0
    """Of such numbers."""

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
        self._titles.setdefault(sop.id, sop.title)
        self._labels += (sheet.number or sheet.title for sheet in sop.sheets)
        self.pdf.pages.extend(piece.pdf.pages[first : first + len(sop.sheets)])
        keyed = [(thing, key) for page in self.pdf.pages[start:] for thing, key in _keyed(page.obj)]
        held = [piece.parents[int(thing[key])] for thing, key in keyed]
        together = piece.pdf.make_indirect(Dictionary(Article=article, Held=Array(held)))
        copied = self.pdf.copy_foreign(together)
        self._articles.append(copied.Article)
        for (thing, key), value in zip(keyed, copied.Held, strict=True):
            thing[key] = self._count
            self._parents[self._count] = value
            self._count += 1

    def finished(self, about: About, outline: Sequence[Entry]) -> bytes:
        self._link()
        with self.pdf.open_outline() as marks:
            marks.root.extend(self._mark(entry) for entry in outline)
        root = self.pdf.Root
        numbered = (part for i, label in enumerate(self._labels) for part in (i, Dictionary(P=String(label))))
        root.PageLabels = Dictionary(Nums=Array(list(numbered)))
        if outline:
            root.PageMode = Name.UseOutlines
        declare(self.pdf, about)
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
        whole.Lang = String(LANGUAGE)
        for article in self._articles:
            article.P = whole
        whole.K = Array(self._articles)
        root.K = whole
        parents = Array([part for pair in self._parents.items() for part in pair])
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=parents))
        root.ParentTreeNextKey = self._count
        root.RoleMap = Dictionary(Em=Name.Span, Strong=Name.Span)  # known only to PDF 2.0
        self.pdf.Root.StructTreeRoot = root

    def _link(self) -> None:
        for page in self.pdf.pages:
            notes = list(page.obj.get(Name.Annots, ()))
            kept = [note for note in notes if self._leads(note)]
            if not kept and notes:
                del page.obj[Name.Annots]
            elif len(kept) < len(notes):
                page.obj.Annots = Array(kept)

    def _leads(self, note: Any) -> bool:
        """Whether the link has a place to lead to, which it is then told."""
        id_ = str(note.A.URI).removeprefix(LINK)
        if id_ in self.starts:
            del note[Name.A]
            target = self.pdf.pages[self.starts[id_]]
            note.Dest = Array([target.obj, Name.XYZ, None, target.mediabox[3], None])
            note.Contents = String(self._titles[id_])
        elif place := self.outside(id_):
            note.A.URI, note.Contents = String(place.address), String(f"{place.title}, di situs")
        else:
            unlink(self._parents.pop(int(note.StructParent)))
            return False
        return True

    def _mark(self, entry: Entry) -> OutlineItem:
        item = OutlineItem(entry.title, self.starts[entry.sop] + entry.further, "Fit")
        item.children.extend(self._mark(below) for below in entry.below)
        item.is_closed = not entry.is_open
        return item


def _keyed(page: Any) -> Iterator[tuple[Any, Name]]:
    """What on a page is found by a number in the tree of parents."""
    if Name.StructParents in page:
        yield page, Name.StructParents
    for note in page.get(Name.Annots, ()):
        if Name.StructParent in note:
            yield note, Name.StructParent
