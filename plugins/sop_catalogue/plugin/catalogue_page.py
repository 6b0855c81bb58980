"""A page of the catalogue, as MkDocs knows pages."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ..pages.page_plan import PagePlan
from .serving import NOT_YET


class CataloguePage(Page):
    """A page whose content comes finished from the catalogue, and only when it is written."""

    def __init__(self, plan: PagePlan, file: File, config: MkDocsConfig, late: bool) -> None:
        self.plan = plan
        self.late = late
        """Not to be made in this build, but when somebody asks for it."""
        self.safe_title = escape(plan.title)
        """Themes write titles into their HTML as they are."""
        super().__init__(self.safe_title, file, config)
        if plan.aside:  # not in the sitemap, which lists what has an address of the whole world
            self.canonical_url = self.abs_url = None

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"title": self.safe_title, "hide": ["navigation", "toc"], "search": {"exclude": True}}
        if self.plan.aside:
            self.meta["aside"] = True
        if (self.plan.edit or self.plan.aside) and config.theme.get("katalog_sop"):
            self.meta["template"] = "sop-halaman.html"
        if self.late:
            self.meta["template"] = NOT_YET

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""
        self.toc = TableOfContents([])
