"""Door 1: MkDocs. Every hook hands plain values to the floors below and puts their answer in its place."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Dir, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from .catalogue.build import CatalogueBuilder
from .catalogue.model import Catalogue
from .chart import ChartError, DrawingCache
from .definition.schema import reference_markdown
from .pages.data import LANDMARKS, data_files
from .pages.examples import ExampleFault, drawn_examples
from .pages.indexes import home
from .pages.links import Links
from .pages.page_plan import PagePlan
from .pages.plan import plan_pages
from .shell import Shells

log = get_plugin_logger(__name__)

SHIM = "assets/javascripts/iframe-worker.js"
HOME_MARKER = "<!-- katalog -->"
KEYS_MARKER = "<!-- rujukan-kunci -->"
RESULT_MARKER = "<!-- hasil -->"


class SopConfig(Config):
    """Options in mkdocs.yml."""

    sop_defs = Dir(exists=True, default="sop_defs")
    """Folder of the definitions."""
    cache_dir = Type(str, default=".cache/plugin/sop-catalogue")
    """Folder for drawings and parsed definitions, relative to mkdocs.yml; safe to delete."""


class CataloguePage(Page):
    """A page whose content comes finished from the catalogue, and only when it is written."""

    def __init__(self, plan: PagePlan, file: File, config: MkDocsConfig) -> None:
        self.plan = plan
        self.safe_title = escape(plan.title)
        """Themes write titles into their HTML as they are."""
        super().__init__(self.safe_title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"title": self.safe_title, "hide": ["navigation", "toc"], "search": {"exclude": True}}
        if self.plan.edit:
            self.meta["template"] = "sop-halaman.html"

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = ""
        self.toc = TableOfContents([])


class SopCataloguePlugin(BasePlugin[SopConfig]):
    """Turns YAML SOP definitions into pages."""

    builder: CatalogueBuilder | None = None
    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being here keeps the plugin, and what it has read, over the rebuilds of a serve."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        config.extra.setdefault("generator", False)
        config.extra.setdefault("polyfills", []).append(SHIM)
        base = Path(config.config_file_path or ".").parent
        cache = base / self.config.cache_dir
        root = Path(self.config.sop_defs)
        if self.builder is None or self.builder.root != root:
            shown = root.relative_to(base).as_posix() if root.is_relative_to(base) else root.name
            self.builder = CatalogueBuilder(root, shown, cache / "definisi.json")
        self.cache = DrawingCache(cache)

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """At 50, so that other plugins and the nav see the pages."""
        assert self.builder
        self.catalogue: Catalogue = self.builder.build()
        self._report(config)
        self.plans = plan_pages(self.catalogue, config.use_directory_urls, self.cache)
        self.search: list[dict[str, str]] = []
        self.examples: dict[str, dict[str, str]] = {}
        for plan in self.plans:
            file = File.generated(
                config, f"{plan.address}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.edit_uri = self._edit_uri(plan, config)
            CataloguePage(plan, file, config)
            files.append(file)
        for path in LANDMARKS:  # empty until they are written last: known here, links to them are checked
            files.append(File.generated(config, path, content=b""))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        pages = {plan.address: files.src_uris[f"{plan.address}.md"].page for plan in self.plans}
        for plan in self.plans:
            page = pages[plan.address]
            assert page
            page.parent = _parents(plan, pages)
            if plan.parents:
                page.previous_page, page.next_page = pages.get(plan.previous), pages.get(plan.next)
        self._date_pages(files)
        return nav

    def _date_pages(self, files: Files) -> None:
        """Dates in the sitemap come from the documents, never from the clock: same in, same out."""
        newest = max((plan.date for plan in self.plans), default="") or "2000-01-01"
        for file in files.documentation_pages():
            if file.page and "SOURCE_DATE_EPOCH" not in os.environ:
                plan = getattr(file.page, "plan", None)
                file.page.update_date = (plan and plan.date) or newest

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        shells = Shells(env)

        @pass_context
        def sop_page(context: Context) -> str:
            return shells.around(context.get_all(), context["page"].plan.parents)

        env.globals["sop_page"] = sop_page
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if KEYS_MARKER in markdown:
            markdown = markdown.replace(KEYS_MARKER, reference_markdown())
        if RESULT_MARKER in markdown:
            try:
                markdown, self.examples[page.file.src_uri] = drawn_examples(markdown, self.cache)
            except ExampleFault as fault:
                log.warning(f"{page.file.src_uri}: {fault}")
            except ChartError as error:
                raise PluginError(str(error)) from error
        return markdown

    @event_priority(-75)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """At -75, after the search plugin: what stands here is indexed from the catalogue, not from HTML."""
        if isinstance(page, CataloguePage):
            self._fill(page)
        elif HOME_MARKER in (page.content or ""):
            links = Links(page.file.src_uri.removesuffix(".md"), config.use_directory_urls)
            page.content = (page.content or "").replace(HOME_MARKER, home(self.catalogue, links))
        for marker, html in self.examples.pop(page.file.src_uri, {}).items():
            page.content = (page.content or "").replace(marker, html)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finished pages are let go at once: 3,000 of them do not fit in memory together."""
        if isinstance(page, CataloguePage):
            page.content = ""
        return output

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """At -50, after the search plugin has written its index."""
        site = Path(config.site_dir)
        for path, data in data_files(self.catalogue, config.use_directory_urls, self.cache):
            write_file(data, str(site / path))
        self._complete_search_index(site / "search")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        server.watch(self.config.sop_defs)
        return server

    def _report(self, config: MkDocsConfig) -> None:
        """A strict build stops before a page is written; while serving, a broken file's own page tells."""
        counted = [finding for finding in self.catalogue.findings if finding.counts]
        for finding in counted:
            log.warning(finding.text())
        if counted and config.strict and not self.serving:
            raise PluginError(f"{len(counted)} temuan di definisi SOP; periksa dengan 'sop check'")

    def _fill(self, page: CataloguePage) -> None:
        try:
            made = page.plan.make(page.edit_url or "")
        except ChartError as error:
            raise PluginError(str(error)) from error
        page.content = made.html
        page.meta["description"] = escape(made.description)
        # Material shows what it finds as HTML.
        self.search.append(
            {"location": page.url, "title": escape(made.title), "text": escape(made.search_text)}
        )

    def _edit_uri(self, plan: PagePlan, config: MkDocsConfig) -> str | None:
        if not plan.edit:
            return None
        assert self.builder
        base = Path(config.config_file_path or ".").parent
        docs = Path(config.docs_dir)
        ups = "../" * len(docs.relative_to(base).parts) if docs.is_relative_to(base) else "../"
        return ups + quote(self.builder.prefix + plan.edit)

    def _complete_search_index(self, folder: Path) -> None:
        """Add the catalogue's pages, and the copy that a page opened from a file reads."""
        file = folder / "search_index.json"
        if not file.is_file():
            return
        index = json.loads(file.read_text("utf-8"))
        index["docs"] += self.search
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        file.write_text(text, "utf-8")
        (folder / "search_index.js").write_text(f"var __index = {text}", "utf-8")


def _parents(plan: PagePlan, pages: dict[str, Page | None]) -> Any:
    """The chain that breadcrumbs and the active tab follow; its top is the catalogue's index page."""
    parent: Any = None
    for page in (pages[address] for address in plan.parents):
        if page is None or parent is None:
            parent = page
            continue
        section = Section(page.title or "", [page])
        section.parent = parent
        parent = section
    return parent
