"""HTML that waits to hear where things are: text, and between it links and logos, by the ids of what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import escape

from ..content.form import Logo


@dataclass(frozen=True, slots=True)
class Link:
    to: str
    """The id of an SOP, or of a part of a binder."""
    html: str


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Where a binder writes its number of the SOP; printed alone, nothing stands there."""

    then: str
    """What parts it from what follows."""
    order: str = ""


Piece = str | Link | Logo | TabPlace
Pieces = tuple[Piece, ...]
Out = list[Piece]
"""What is being written."""
Address = Callable[[str], str]
"""Of a thing, by its id."""


def joined(found: Iterable[Piece]) -> Pieces:
    """As few as there can be."""
    out: Out = []
    texts: list[str] = []
    for piece in found:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            out += ["".join(texts), piece]
            texts.clear()
    return (*out, "".join(texts))


def placed(pieces: Iterable[Piece], link: Address, logo: Address) -> str:
    return _whole(pieces, lambda found: f'<a href="{escape(link(found.to))}">{found.html}</a>', logo)


def unplaced(pieces: Iterable[Piece]) -> str:
    """All that will be printed, wherever things are: without links, with logos by their ids."""
    return _whole(pieces, lambda found: found.html, lambda id_: f"lambang:{id_}")


def _whole(pieces: Iterable[Piece], link: Callable[[Link], str], logo: Address) -> str:
    def shown(piece: Piece) -> str:
        match piece:
            case Link():
                return link(piece)
            case Logo(of, name, picture):
                source, alt = escape(logo(of)), f"Lambang {escape(name)}"
                return f'<img src="{source}" alt="{alt}" data-isi="{picture}">'
            case TabPlace(then, order):
                return f"<b>{escape(order)}</b>{escape(then)}" if order else ""
            case _:
                return piece

    return "".join(map(shown, pieces))
