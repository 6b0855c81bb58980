"""Door 1: MkDocs. Every hook hands plain values to the floors below and puts their answer in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from ..ahead import CountingKept, Helpers, Job, processes
from ..catalogue.build import CatalogueBuilder
from ..catalogue.model import Catalogue
from ..chart import ChartError, GraphvizFailed, Studio
from ..chart.graphviz.engine import LocalGraphviz
from ..definition.schema import reference_markdown
from ..pages.data import LANDMARKS, data_files
from ..pages.examples import ExampleFault, drawn_examples
from ..pages.late import LateFile, made
from ..pages.links import Links, sop_address
from ..pages.lists.indexes import home
from ..pages.page_plan import PagePlan
from ..pages.plan import plan_pages, sections
from ..pages.search.site import INDEX, Told, search_files, with_worker
from ..paper.files import print_files
from ..paper.kept import KeptSheets
from ..paper.qr import QrMarks, qr_marks
from ..refused import RefusedError
from ..store.disk import DiskFolder
from ..store.kept_files import KeptFiles
from ..store.os_faults import told
from ..theme.bundles import SHIM
from .catalogue_page import CataloguePage
from .dress import other_dress, own_dress
from .sections import Sections
from .serving import LateSite, finished, reloads
from .settings import SopConfig
from .shell import Shells

log = get_plugin_logger(__name__)

HOME_MARKER = "<!-- katalog -->"
KEYS_MARKER = "<!-- rujukan-kunci -->"
RESULT_MARKER = "<!-- hasil -->"


class SopCataloguePlugin(BasePlugin[SopConfig]):
    """Turns YAML SOP definitions into pages."""

    builder: CatalogueBuilder | None = None
    graphviz = LocalGraphviz()
    helpers = Helpers()
    """Both for all sites that a process builds."""
    serving = False
    site: LateSite | None = None
    """What is served, where files can be made when a browser asks for them."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being here keeps the plugin, and what it has read, over the rebuilds of a serve."""
        self.serving = command == "serve"
        self.site = LateSite() if self.serving and reloads() else None

    def on_config(self, config: MkDocsConfig) -> None:
        config.extra.setdefault("generator", False)
        config.extra.setdefault("polyfills", []).append(SHIM)
        if not config.site_url:  # addresses that begin nowhere are of no use to a search engine
            config.theme.static_templates.discard("sitemap.xml")
        base = Path(config.config_file_path or ".").parent
        cache = base / self.config.cache_dir
        root = Path(self.config.sop_defs)
        folder = DiskFolder(root)
        if self.builder is None or self.builder.folder != folder:
            shown = root.relative_to(base).as_posix() if root.is_relative_to(base) else root.name
            self.builder = CatalogueBuilder(folder, shown, KeptFiles(cache))
        self.kept = CountingKept(cache, partial(self._help, config))
        self.studio = Studio(self.graphviz, self.kept)
        self.own_theme = bool(config.theme.get("katalog_sop"))
        self.own_search = self.config.search == "catalogue" and self.own_theme
        """Other themes know only Material's worker."""
        self.late = bool(self.site) and self.own_search
        """Material's index needs every page at once."""

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """At 50, so that other plugins and the nav see the pages."""
        assert self.builder
        self.catalogue: Catalogue = self.builder.build()
        self._report(config)
        paper = self.config.cetak
        self.pdfs = paper is not None and paper.pdf and not self.serving
        self.plans = plan_pages(
            self.catalogue,
            config.use_directory_urls,
            self.studio,
            prints=paper is not None,
            pdfs=self.pdfs,
            drafts=paper is not None and paper.draf,
        )
        self.found: dict[str, Told] = {}
        """What the search must be told of pages, by their address."""
        self.sops = {sop_address(entry) for entry in self.catalogue.sops}
        self.examples: dict[str, dict[str, str]] = {}
        self.dress = own_dress(files, search=self.own_search) if self.own_theme else other_dress()
        for file in self._files(config):
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        pages = {page.plan.address: page for page in self.pages}
        tops = [(plan.title, pages[plan.address]) for plan in sections(self.plans)]
        self.sections = Sections(tops, Section)
        for plan in self.plans:
            page = pages[plan.address]
            self.sections.place(page, [pages[address] for address in plan.parents])
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
        if self.site and self.late:
            self.site.leave_pages(self.pages, partial(self._finished, config, files, env), env)
        shells = Shells(env)

        @pass_context
        def sop_page(context: Context) -> str:
            return shells.around(context.get_all(), context["page"].plan.parents)

        env.globals["sop_page"] = sop_page
        env.globals["sop_sections"] = self.sections.around
        env.globals["sop_styles"] = [style.path for style in self.dress.styles]
        env.globals["sop_scripts"] = [script.path for script in self.dress.scripts]
        if self.dress.worker:
            env.globals["sop_search"] = partial(with_worker, self.dress.worker.path)
        return env

    def _finished(self, config: MkDocsConfig, files: Files, env: Environment, page: Page) -> bytes:
        assert isinstance(page, CataloguePage)
        page.late = False
        page.read_source(config)
        return finished(page, config, self.nav, files, env)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if KEYS_MARKER in markdown:
            markdown = markdown.replace(KEYS_MARKER, reference_markdown())
        if RESULT_MARKER in markdown:
            try:
                markdown, self.examples[page.file.src_uri] = drawn_examples(markdown, self.studio)
            except (ExampleFault, GraphvizFailed) as fault:
                log.warning(f"{page.file.src_uri}: {fault}")
        return markdown

    @event_priority(-75)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """At -75, after the search plugin: what stands here is indexed from the catalogue, not from HTML."""
        if isinstance(page, CataloguePage):
            if not page.late:
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
        if self.site and self.late:
            self.site.leave(self._beside_pages(config))
            return  # nothing shows yet what is no longer needed
        for path, data in made(self._beside_pages(config)):
            write_file(data, str(Path(config.site_dir, path)))
        self.helpers.stop()
        self.kept.sweep()

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """At -100, after other plugins have cleaned up. What a user can mend is told in words, without a traceback."""
        self.helpers.stop()
        if isinstance(error, (ChartError, RefusedError, OSError)):
            _said(error)
            raise Abort("Situs tidak selesai dibangun.") from error

    def _beside_pages(self, config: MkDocsConfig) -> Iterator[LateFile]:
        urls = config.use_directory_urls
        yield from data_files(self.catalogue, urls, self.studio)
        yield from self._on_paper(config)
        index = Path(config.site_dir, INDEX)
        if index.is_file():
            catalogue = self.catalogue if self.own_search else None
            yield from search_files(index.read_text("utf-8"), self._told, catalogue, urls)

    def _on_paper(self, config: MkDocsConfig) -> Iterator[LateFile]:
        paper = self.config.cetak
        if not paper:
            return
        marks = self._marks(config)
        yield from print_files(
            self.catalogue, paper, config.use_directory_urls, self.studio, marks, log.warning
        )
        if self.pdfs:
            from ..press.site_pdf import SitePdfs  # what it imports takes a tenth of a second

            sheets = KeptSheets(paper, self.studio, marks)
            for path, data in SitePdfs(self.catalogue, sheets, self.kept.folder / "pdf").files():
                yield path, partial(bytes, data)

    def _marks(self, config: MkDocsConfig) -> QrMarks | None:
        return None if self.serving else qr_marks(config.site_url, config.use_directory_urls)

    def _help(self, config: MkDocsConfig) -> None:
        """Much is to be made: not by this process alone."""
        if self.late:
            return
        assert self.builder
        job = partial(
            Job,
            Path(self.config.sop_defs).resolve(),
            self.builder.prefix.rstrip("/"),
            self.kept.folder.resolve(),
            config.use_directory_urls,
            self.config.cetak,
            self.pdfs,
            self._marks(config),
            {page.plan.address: page.edit_url or "" for page in self.pages},
        )
        self.helpers.start(job, processes(self.config.kerja) - 1)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        server.watch(self.config.sop_defs)
        if self.site:
            self.site.attach(server, _said)
        return server

    def _report(self, config: MkDocsConfig) -> None:
        """A strict build stops before a page is written; while serving, a broken file's own page tells."""
        counted = [finding for finding in self.catalogue.findings if finding.counts]
        for finding in counted:
            log.warning(finding.text())
        if counted and config.strict and not self.serving:
            raise PluginError(f"{len(counted)} temuan di definisi SOP; periksa dengan 'sop check'")

    def _fill(self, page: CataloguePage) -> None:
        made = page.plan.make(page.edit_url or "")
        for fault in made.faults:
            log.warning(fault)
        page.content = made.html
        page.meta["description"] = escape(made.description)
        if not (self.own_search and page.plan.address in self.sops):
            self.found[page.plan.address] = (page.url, replace(made, html=""))

    def _told(self) -> Iterator[Told]:
        """In the order of the pages; those that nobody has asked for yet are made for their words."""
        for page in self.pages:
            address = page.plan.address
            if self.late and address not in self.sops and address not in self.found:
                made = page.plan.make("")
                self.found[address] = (page.url, replace(made, html=""))
            if address in self.found:
                yield self.found[address]

    def _files(self, config: MkDocsConfig) -> Iterator[File]:
        self.pages = [self._page(plan, config) for plan in self.plans]
        yield from (page.file for page in self.pages)
        for asset in self.dress.assets:
            yield File.generated(config, asset.path, content=asset.data)
        for path in LANDMARKS:  # empty until they are written last: known here, links to them are checked
            yield File.generated(config, path, content=b"")

    def _page(self, plan: PagePlan, config: MkDocsConfig) -> CataloguePage:
        file = File.generated(config, f"{plan.address}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = self._edit_uri(plan, config)
        return CataloguePage(plan, file, config, self.late)

    def _edit_uri(self, plan: PagePlan, config: MkDocsConfig) -> str | None:
        if not plan.edit:
            return None
        assert self.builder
        base = Path(config.config_file_path or ".").parent
        docs = Path(config.docs_dir)
        ups = "../" * len(docs.relative_to(base).parts) if docs.is_relative_to(base) else "../"
        return ups + quote(self.builder.prefix + plan.edit)


def _said(error: Exception) -> str:
    said = told(error) if isinstance(error, OSError) else str(error)
    log.error(said)
    log.debug("Asalnya:", exc_info=error)
    return said
