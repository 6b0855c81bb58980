"""One page to be: where it stands, and how it is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

from .render import Page

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class PagePlan:
    address: str
    """Path inside the site, without an ending."""
    title: str
    parents: tuple[str, ...]
    """Addresses from the top of the catalogue down to the page above."""
    make: Callable[[str], Page]
    """The finished page; takes the address where its definition can be edited, or nothing."""
    edit: str = ""
    """Definition file behind it, relative to the definitions' folder."""
    previous: str = ""
    next: str = ""
    date: str = ""
    """The day its document last changed, in ISO form, the first of month or year where no day is known."""
    aside: bool = False
    """The search does not find it, and search engines are asked to leave it out."""


def unedited(make: Callable[P, Page], *args: P.args, **kwargs: P.kwargs) -> Callable[[str], Page]:
    """For a page behind which no definition stands."""
    return lambda _: make(*args, **kwargs)
