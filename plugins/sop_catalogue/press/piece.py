"""What the browser printed at a time, with its tags as they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

from ..paper.values import PrintedSop


class Piece:
    """One document of the browser; `sops` are its articles, in order."""

    def __init__(self, data: bytes, sops: Sequence[PrintedSop]) -> None:
        self.pdf = Pdf.open(BytesIO(data))
        self.sops = sops
        tags = self.pdf.Root.StructTreeRoot
        if Name.Dests in self.pdf.Root:
            del self.pdf.Root.Dests  # our own links are told otherwise
        self.articles = list(_articles(tags.K))
        self.parents = dict(_numbers(tags.ParentTree))
        for article in self.articles:
            del article[Name.P]  # or all that stands beside it would be copied along

    @property
    def pages(self) -> int:
        return len(self.pdf.pages)

    def fits(self) -> bool:
        """Whether the browser made a page of every sheet, and an article of every SOP."""
        return self.pages == sum(len(sop.sheets) for sop in self.sops) and len(self.articles) == len(
            self.sops
        )


def _articles(element: Any) -> Iterator[Any]:
    """The outermost, in order."""
    if isinstance(element, Array):
        for child in element:
            yield from _articles(child)
    elif isinstance(element, Dictionary):
        if element.get(Name.S) == Name.Art:
            yield element
        elif Name.K in element:
            yield from _articles(element.K)


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    for kid in tree.get(Name.Kids, ()):
        yield from _numbers(kid)
    flat = list(tree.get(Name.Nums, ()))
    yield from ((int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))
