"""The pages about who does what with what: roles, the hand-overs between them, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...catalogue.model import Catalogue
from ..links import ROLES, Links
from ..page_plan import PagePlan, unedited
from .document_sheets import DocumentSheets
from .documents import document_plans
from .handovers import handover_plans
from .role_index import TITLE, role_index
from .roles import role_plans


def people_plans(
    catalogue: Catalogue, documents: DocumentSheets, links: Callable[[str], Links]
) -> Iterator[PagePlan]:
    yield PagePlan(ROLES, TITLE, (), unedited(role_index, catalogue, links(ROLES)))
    yield from role_plans(catalogue.roles, links)
    yield from handover_plans(catalogue.units, catalogue.roles, links)
    yield from document_plans(documents, links)
