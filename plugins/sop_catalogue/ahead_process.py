"""What runs beside a build; see `ahead`."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread

from .ahead import CountingKept, Job
from .catalogue.build import CatalogueBuilder
from .catalogue.model import Catalogue, SopEntry
from .catalogue.privacy.editions import editions
from .chart import Studio
from .chart.graphviz.engine import LocalGraphviz
from .pages.links import sop_address
from .pages.page_plan import PagePlan
from .pages.plan import plan_pages
from .paper.choice import fit
from .paper.kept import KeptSheets
from .store.disk import DiskFolder

_MET = 8
"""So many in a row were there already that the build must have come this far."""


def main() -> None:
    job: Job = pickle.load(sys.stdin.buffer)
    Thread(target=_end_with_the_build, daemon=True).start()
    work(job)


def work(job: Job) -> None:
    kept = CountingKept(job.cache)
    studio = Studio(LocalGraphviz(), kept)
    builder = CatalogueBuilder(
        DiskFolder(job.definitions), job.shown_as, kept, past=lambda: job.past, policy=job.policy
    )
    said = editions(builder.build, job.privacy)
    paper = job.paper
    drafts = paper is not None and paper.draf
    plans = plan_pages(said.pages, job.directory_urls, studio, paper is not None, job.pdfs, drafts)
    pages = _with_revisions(plans)

    def page(entry: SopEntry) -> None:
        for plan in pages[sop_address(entry)]:
            plan.make(job.edits.get(plan.address, ""))

    _from_the_end(_ordered(said.pages), page, job, kept)
    if paper:
        sheets = KeptSheets(paper, studio, job.marks)
        _from_the_end(fit(_ordered(said.paper), paper), sheets.printed, job, kept)


def _ordered(catalogue: Catalogue) -> list[SopEntry]:
    return [entry for unit in catalogue.units for entry in unit.sops]


def _with_revisions(plans: Iterable[PagePlan]) -> dict[str, list[PagePlan]]:
    """The page of each SOP, and those of its revisions, which follow it."""
    found: dict[str, list[PagePlan]] = {}
    own = ""
    for plan in plans:
        if plan.edit:
            own = plan.address
            found[own] = [plan]
        elif own and plan.address.startswith(f"{own}/riwayat/"):
            found[own].append(plan)
    return found


def _from_the_end(
    entries: Iterable[SopEntry], make: Callable[[SopEntry], object], job: Job, kept: CountingKept
) -> None:
    met = 0
    for entry in list(entries)[::-1][job.share :: job.shares]:
        before = kept.made
        with suppress(Exception):  # the build meets it too, and tells
            make(entry)
        met = met + 1 if kept.made == before else 0
        if met == _MET:
            return


def _end_with_the_build() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
