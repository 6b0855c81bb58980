"""A catalogue as pages and data show it, and as sheets do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Catalogue
from .settings import Hiding, Privacy


@dataclass(frozen=True, slots=True)
class Editions:
    pages: Catalogue
    paper: Catalogue
    """The very same where both hide the same."""


def editions(build: Callable[[Hiding], Catalogue], privacy: Privacy) -> Editions:
    pages = build(privacy.pages)
    return Editions(pages, pages if privacy.paper == privacy.pages else build(privacy.paper))
