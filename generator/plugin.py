"""The MkDocs plugin: adds the generated pages in memory. The only importer of mkdocs."""

from __future__ import annotations

import gc
import html
import logging
import os
import posixpath
import subprocess
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.build import Written, WrittenSite, has_errors, write_home, write_site
from generator.config import Options, moment
from generator.diagnostics import Diagnostic, Severity, as_text
from generator.model.lines import Link
from generator.pages.home import home_text, wants_home, with_home
from generator.pages.html import Heading, Rendered, on_site, render_html
from generator.pages.urls import HOME, SECTIONS, index_path, site_link
from generator.resources import templates_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.dossier")

_EXTENSIONS = ("md_in_html", "tables", "attr_list")
"""What the generated Markdown needs where Python-Markdown renders it (at the home mark)."""


class DossierConfig(Config):  # type: ignore[no-untyped-call]
    data_dir = config_options.Type(str, default="data")
    templates_dir = config_options.Type(str, default="templates")
    max_file_size = config_options.Type(int, default=5_000_000)
    search = config_options.Type(bool, default=True)
    maps = config_options.Type(bool, default=True)


class DossierPage(SitePage):
    """A generated page: its Markdown and HTML come from the generator, not from a file."""

    def __init__(self, written: Written, rendered: Rendered, file: File, config: MkDocsConfig) -> None:
        super().__init__(_shown_title(written.page.title, config), file, config)
        self._written, self._rendered = written, rendered

    def read_source(self, config: MkDocsConfig) -> None:
        page = self._written.page
        self.markdown = self._written.markdown
        self.meta = {"title": self.title, "dossier": self._about(config)}
        if page.description:
            self.meta["description"] = page.description

    def _about(self, config: MkDocsConfig) -> dict[str, Any]:
        """What the theme puts into the head of the page."""
        page = self._written.page

        def address(link: Link | None) -> str:
            return "" if link is None else site_link(link.url, page.path, directories=config.use_directory_urls)

        return {
            "kind": page.kind,
            "title": page.title,
            "lang": page.lang,
            "brief": page.brief,
            "tally": page.tally,
            "facets": page.facets,
            "previous": address(page.previous),
            "next": address(page.next),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._rendered.html
        self.toc = _contents(self._rendered.headings)


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Kept alive between the builds of `mkdocs serve`, so that only pages whose data changed are rendered again."""

    def __init__(self) -> None:
        self._serving = False
        self._site: WrittenSite | None = None
        self._html: dict[str, tuple[Written, bool, Rendered]] = {}
        self._headers: dict[tuple[str, str], str] = {}
        self._env: Any = None
        self._indexing: subprocess.Popen[bytes] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._serving = command == "serve"
        if not self._serving:
            # A build makes no cycles worth looking for, and to look costs a sixth of its time; then the process ends.
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        for extension in _EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        # The user's files lie over those of our theme; MkDocs has `custom_dir` for the other themes.
        own_theme = self._options(config).templates_folder / "theme"
        if config.theme.name == "dossier" and own_theme.is_dir() and str(own_theme) not in config.theme.dirs:
            config.theme.dirs.insert(0, str(own_theme))
        config.extra["dossier_serving"] = self._serving
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        self._site, problems = write_site(self._options(config), self._site, keep_good=self._serving)
        self._report(problems)
        config.extra["dossier_problems"] = [as_text(problem) for problem in problems] if self._serving else []
        for written in self._site.pages.values():
            if files.get_file_from_path(written.page.path) is None:
                files.append(self._file(written, config))
        if config.theme.name == "dossier":
            for path, text in self._site.data.items():
                files.append(File.generated(config, path, content=text))
        if files.get_file_from_path(HOME) is None:
            text = home_text(config.site_name, config.site_description or "")
            files.append(File.generated(config, HOME, content=text))
        log.info("%d pages, %d rendered", len(self._site.pages), self._site.rendered)
        return files

    def on_page_markdown(self, markdown: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str | None:
        if self._site is None or isinstance(page, DossierPage) or not wants_home(markdown):
            return None
        home, problems = write_home(self._site.site, self._options(config), page.file.src_uri)
        self._report(problems)
        page.meta.setdefault("dossier", {"kind": "home"})
        return with_home(markdown, on_site(home, page.file.src_uri, directories=config.use_directory_urls))

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        self._env, self._headers = (env, {}) if config.theme.name == "dossier" else (None, {})

    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Render the header of our theme once for all pages of a section that lie at one depth."""
        if self._env is None or not isinstance(page, DossierPage):
            return
        section, _, rest = page.url.partition("/")
        key = (context["base_url"], section if rest else page.url)
        if key not in self._headers:
            self._headers[key] = self._env.get_template("header.html").render(context)
        context["dossier_header"] = self._headers[key]  # type: ignore[typeddict-unknown-key]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if not self.config.search:
            return
        if find_spec("pagefind") is None:
            log.info("no search: install it with 'pip install mkdocs-dossier[search]'")
            return
        self._index_site(config.site_dir)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        options = self._options(config)
        for folder in (options.data_folder, options.templates_folder, templates_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_shutdown(self) -> None:
        self._stop_indexing()

    def _options(self, config: MkDocsConfig) -> Options:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        return Options(
            root=root,
            now=moment(dict(os.environ)),
            data_dir=self.config.data_dir,
            templates_dir=self.config.templates_dir,
            max_file_size=self.config.max_file_size,
            maps=self.config.maps,
        )

    def _report(self, problems: tuple[Diagnostic, ...]) -> None:
        for problem in problems:
            log.log(logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING, "%s", as_text(problem))
        # Under `serve` a raised error would end the server; what was good before is served instead.
        if has_errors(problems) and not self._serving:
            number = sum(problem.severity is Severity.ERROR for problem in problems)
            raise PluginError(f"{number} error(s) in the collection; 'dossier check' lists them")

    def _file(self, written: Written, config: MkDocsConfig) -> File:
        page = written.page
        file = File.generated(config, page.path, content=written.markdown)
        in_nav = page.path in {index_path(section) for section in SECTIONS}
        file.inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        file.edit_uri = _edit_uri(page.source, config.config_file_path or "mkdocs.yml", config.docs_dir)
        DossierPage(written, self._rendered(written, config.use_directory_urls), file, config)
        return file

    def _rendered(self, written: Written, directories: bool) -> Rendered:
        path = written.page.path
        known = self._html.get(path)
        if known is None or known[0] is not written or known[1] != directories:
            known = (written, directories, render_html(written.markdown, path, directories=directories))
            self._html[path] = known
        return known[2]

    def _index_site(self, site: str) -> None:
        """Make the full-text index; under `serve` in the background, so that the page is not waited for."""
        command = [sys.executable, "-m", "pagefind", "--site", site, "--exclude-selectors", ".headerlink", "--quiet"]
        if self._serving and (nice := which("nice")):
            command = [nice, *command]  # the next rebuild comes first
        self._stop_indexing()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if self._serving:
            self._indexing = process
        elif process.wait() != 0:
            log.info("no search: the index could not be made")

    def _stop_indexing(self) -> None:
        if self._indexing is not None:
            self._indexing.terminate()
            self._indexing.wait()
            self._indexing = None


@lru_cache(maxsize=1 << 12)  # most records share a file with others
def _edit_uri(source: str, config_file: str, docs_dir: str) -> str | None:
    """Where a generated page is edited: its record's file, seen from the docs folder, to which MkDocs' links are
    relative.
    """
    if not source:
        return None
    root = Path(config_file).resolve().parent
    docs = Path(docs_dir).resolve()
    return posixpath.relpath(source, docs.relative_to(root).as_posix()) if docs.is_relative_to(root) else None


def _shown_title(title: str, config: MkDocsConfig) -> str:
    """Our theme escapes a title; the others take it for HTML, so it must not hold what could be a tag."""
    return title if config.theme.name == "dossier" else title.replace("<", "‹").replace(">", "›")


def _contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """The headings of levels 1 and 2: those below are a list's own."""
    top: list[AnchorLink] = []
    for heading in headings:
        if heading.level > 2:
            continue
        # Themes write it as HTML.
        link = AnchorLink(html.escape(heading.text), heading.id, heading.level)
        if heading.level == 1 or not top:
            top.append(link)
        else:
            top[-1].children.append(link)
    return TableOfContents(top)
