"""Door 1: MkDocs. Every hook hands plain values to the floors below and puts their answer in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
from ..catalogue.opendata.past import Publication
from ..catalogue.part import EVERYTHING, Part
from ..catalogue.policy.policy import Policy
from ..catalogue.privacy.editions import Editions, editions
from ..catalogue.privacy.settings import Privacy
from ..chart import ChartError, Studio
from ..chart.graphviz.engine import LocalGraphviz
from ..options import PART
from ..pages.data import LANDMARKS
from ..pages.late import made
from ..pages.links import SERVICES, feed_address
from ..pages.office import office
from ..pages.page_plan import PagePlan
from ..pages.plan import sections
from ..pages.search.site import INDEX, with_worker
from ..paper.qr import qr_marks
from ..refused import RefusedError
from ..store.collector import set_aside, taken_back
from ..store.disk import DiskFolder
from ..store.git import GitPast
from ..store.kept_files import KeptFiles
from ..store.os_faults import told
from ..store.version import installed_version
from ..theme.bundles import SHIM
from .again import Around, around, known_to_mkdocs
from .catalogue_page import CataloguePage
from .contents import Contents, Terms
from .dress import Dress, missing_pictures, other_dress, own_dress
from .guide import ON_SEARCHING, asked_for, guide_files, unfolded
from .markers import Markers
from .sections import Sections
from .serving import LateSite, finished, reloads
from .settings import SopConfig
from .shell import Shells

log = get_plugin_logger(__name__)


class SopCataloguePlugin(BasePlugin[SopConfig]):
    """Turns YAML SOP definitions into pages."""

    builder: CatalogueBuilder | None = None
    privacy = Privacy()
    """What the builder's past, and its catalogues, were asked for."""
    graphviz = LocalGraphviz()
    helpers = Helpers()  # both for all sites that a process builds
    serving = False
    site: LateSite | None = None
    """What is served, where files can be made when a browser asks for them."""
    woven: Editions | None = None
    """Of the definitions as they are, where it was built before MkDocs began."""
    around: Around | None = None
    """What the site that is served was made from, beside definitions."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being here keeps the plugin, and what it has read, over the rebuilds of a serve."""
        self.serving = command == "serve"
        self.site = LateSite() if self.serving and reloads() else None

    def on_config(self, config: MkDocsConfig) -> None:
        self.mkdocs, self.around, self.before = config, None, around(config) if self.site else None
        config.extra.setdefault("generator", False)
        config.nav = unfolded(config.nav)
        if asked_for(config.nav):
            config.theme.setdefault("petunjuk_cari", ON_SEARCHING)
        base = Path(config.config_file_path or ".").parent
        cache = base / self.config.cache_dir
        root = Path(self.config.sop_defs)
        folder = DiskFolder(root)
        privacy = self.config.privasi
        if self.builder is None or (self.builder.folder, self.privacy) != (folder, privacy):
            shown = root.relative_to(base).as_posix() if root.is_relative_to(base) else root.name
            part = Part.of(os.environ.get(PART, "")) if self.serving else EVERYTHING
            past = GitPast(root, log.info, names=privacy.editors)
            self.builder = CatalogueBuilder(folder, shown, KeptFiles(cache), part, past)
            self.privacy = privacy
        self.builder.policy = Policy(self.config.aturan, self.config.hari_ini)
        self.kept = CountingKept(cache, partial(self._help, config))
        self.studio = Studio(self.graphviz, self.kept)
        self.own_theme = bool(config.theme.get("katalog_sop"))
        if not self.own_theme:  # ours asks for it where it is needed
            config.extra.setdefault("polyfills", []).append(SHIM)
        # Other themes know only Material's worker.
        own_search = self.config.search == "catalogue" and self.own_theme
        paper = self.config.cetak
        self.terms = Terms(
            config.use_directory_urls,
            paper,
            None if self.serving else qr_marks(config.site_url, config.use_directory_urls),
            cache / "pdf" if paper and paper.pdf and not self.serving else None,
            own_search,
            Publication(
                config.site_name, config.site_url or "", self.config.lisensi_data or "", installed_version()
            ),
            late=bool(self.site) and own_search,  # Material's index needs every page at once
            warn=log.warning,
        )

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """At 50, so that other plugins and the nav see the pages."""
        assert self.builder
        said, self.woven = self.woven or editions(self.builder.build, self.privacy), None
        self._report(said.pages, config.strict)
        self.contents = Contents(said, self.studio, self.terms)
        if not self.serving:  # there a catalogue goes when the next one comes
            set_aside()
        self.markers = Markers(self.studio, config.use_directory_urls)
        self.dress = self._dressed(files, config) if self.own_theme else other_dress()
        for file in self._files(config):
            files.append(file)
        if asked_for(config.nav):
            for file in guide_files(files, config):
                files.append(file)
        return files

    def _dressed(self, files: Files, config: MkDocsConfig) -> Dress:
        for changed in self.config.merek.changed:
            log.info(changed)
        for fault in missing_pictures(files, config.theme):
            log.warning(fault)
        return own_dress(files, self.config.merek, search=self.terms.own_search)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav, self.files = nav, files
        pages = {page.plan.address: page for page in self.pages}
        tops = [(plan.title, pages[plan.address]) for plan in sections(self.contents.plans)]
        self.sections = Sections(tops, Section)
        if SERVICES in pages:
            self.sections.offer(pages[SERVICES])
        for plan in self.contents.plans:
            page = pages[plan.address]
            self.sections.place(page, [pages[address] for address in plan.parents])
            if plan.parents:
                page.previous_page, page.next_page = pages.get(plan.previous), pages.get(plan.next)
        self._date_pages(files)
        return nav

    def _date_pages(self, files: Files) -> None:
        """Dates in the sitemap come from the documents, never from the clock: same in, same out."""
        newest = max((plan.date for plan in self.contents.plans), default="") or "2000-01-01"
        for file in files.documentation_pages():
            if file.page and "SOURCE_DATE_EPOCH" not in os.environ:
                plan = getattr(file.page, "plan", None)
                file.page.update_date = (plan and plan.date) or newest

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if not config.site_url:  # addresses that begin nowhere are of no use to a search engine
            config.theme.static_templates.discard("sitemap.xml")
        if self.site and self.terms.late:
            self.site.leave_pages(self.pages, partial(self._finished, config, files, env), env)
        shells = Shells(env)

        @pass_context
        def sop_page(context: Context) -> str:
            plan = context["page"].plan
            return shells.around(context.get_all(), (plan.parents, plan.aside))

        env.globals["sop_page"] = sop_page
        env.globals["sop_sections"] = self.sections.around
        env.globals["sop_tops"] = self.sections.tops
        env.globals["sop_feed"] = feed_address() if self.terms.publication.url else ""
        env.globals["sop_office"] = office(self.config.kontak, self.config.laporkan)
        env.globals["sop_styles"] = [style.path for style in self.dress.styles]
        env.globals["sop_scripts"] = [script.path for script in self.dress.scripts]
        if self.dress.worker:
            env.globals["sop_search"] = partial(with_worker, self.dress.worker.path)
        return env

    def _finished(self, config: MkDocsConfig, files: Files, env: Environment, page: Page) -> bytes:
        if isinstance(page, CataloguePage):
            page.late = False
            page.read_source(config)
        else:
            self.markers.empty(page)
        return finished(page, config, self.nav, files, env)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        return self.markers.in_markdown(markdown, page)

    @event_priority(-75)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """At -75, after the search plugin: what stands here is indexed from the catalogue, not from HTML."""
        if isinstance(page, CataloguePage):
            if not page.late:
                content = self.contents.page(page)
                page.content = content.html
                page.meta["description"] = escape(content.description)
        else:
            self.markers.fill(page, self.contents.catalogue)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finished pages are let go at once: 3,000 of them do not fit in memory together."""
        if isinstance(page, CataloguePage):
            page.content = ""
        return output

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """At -50, after the search plugin has written its index."""
        index = Path(config.site_dir, INDEX)
        self.index = index.read_text("utf-8") if index.is_file() else ""
        files = self.contents.beside(self.pages, self.index, self.files)
        if self.site and self.terms.late:
            self.site.leave(files)
            self.around = self.before
            return  # nothing shows yet what is no longer needed
        for path, data in made(files):
            write_file(data, str(Path(config.site_dir, path)))
        taken_back()
        self.helpers.stop()
        self.kept.sweep()

    def build_again(self) -> bool:
        """After a save of definitions alone, if MkDocs would see the same site: only what it does not see."""
        if not (self.site and self.builder and self.around) or self.around != around(self.mkdocs):
            return False
        self.woven = said = editions(self.builder.build, self.privacy)
        contents = Contents(said, self.studio, self.terms)
        if known_to_mkdocs(contents.plans) != known_to_mkdocs(self.contents.plans):
            return False
        self.woven, self.contents = None, contents
        self._report(said.pages, strict=False)
        for page, plan in zip(self.pages, contents.plans, strict=True):
            page.plan = plan
        self.site.leave(contents.beside(self.pages, self.index, self.files), self.markers.pages)
        return True

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """At -100, after other plugins have cleaned up. What a user can mend is told in words, without a traceback."""
        taken_back()
        self.helpers.stop()
        if isinstance(error, (ChartError, RefusedError, OSError)):
            _said(error)
            raise Abort("Situs tidak selesai dibangun.") from error

    def _help(self, config: MkDocsConfig) -> None:
        """Much is to be made: not by this process alone."""
        if self.terms.late:
            return
        assert self.builder
        job = partial(
            Job,
            Path(self.config.sop_defs).resolve(),
            self.builder.prefix.rstrip("/"),
            self.kept.folder.resolve(),
            config.use_directory_urls,
            self.terms.paper,
            self.terms.pdfs is not None,
            self.terms.marks,
            {page.plan.address: page.edit_url or "" for page in self.pages},
            self.builder.past(),
            self.builder.policy,
            self.privacy,
        )
        self.helpers.start(job, processes(self.config.kerja) - 1)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        server.watch(self.config.sop_defs)
        if self.site:
            self.site.attach(server, self.build_again, _said)
        return server

    def _report(self, catalogue: Catalogue, strict: bool) -> None:
        """A strict build stops before a page is written; while serving, a broken file's own page tells."""
        counted = [finding for finding in catalogue.findings if finding.counts]
        for finding in counted:
            log.warning(finding.text())
        if counted and strict and not self.serving:
            raise PluginError(f"{len(counted)} temuan di definisi SOP; periksa dengan 'sop check'")

    def _files(self, config: MkDocsConfig) -> Iterator[File]:
        self.pages = [self._page(plan, config) for plan in self.contents.plans]
        yield from (page.file for page in self.pages)
        for asset in self.dress.assets:
            yield File.generated(config, asset.path, content=asset.data)
        for path in LANDMARKS:  # empty until they are written last: known here, links to them are checked
            yield File.generated(config, path, content=b"")

    def _page(self, plan: PagePlan, config: MkDocsConfig) -> CataloguePage:
        file = File.generated(config, f"{plan.address}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = self._edit_uri(plan, config)
        return CataloguePage(plan, file, config, self.terms.late)

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
