"""The MkDocs plugin: hands each of MkDocs' events on to the object for the way in which it runs.

A `MkDocsCommand` (`commands.py`) is chosen once, when MkDocs starts. It begins each build as a `SiteRun`, of which
there is one kind for each way of building and serving (`site_build/site_run.py`).
"""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from mkdocs_dossier.pages.html import with_aligned_cells
from mkdocs_dossier.pages.urls import SUGGESTIONS, public_url, target_of
from mkdocs_dossier.plugin.commands import BuildCall, BuildCommand, CleanServe, MkDocsCommand, ServeCommand
from mkdocs_dossier.plugin.own_locale import allow_any_locale
from mkdocs_dossier.plugin.settings import DossierConfig, add_extensions, add_own_theme, rewrites_files, settings_from
from mkdocs_dossier.run.options import drafts_from
from mkdocs_dossier.run.termination import clean_up_on_termination
from mkdocs_dossier.serve.known_hosts import guard_own_server, guarded
from mkdocs_dossier.site_build.blocked import blocked_extras, blocked_in, policy_of, say_blocked
from mkdocs_dossier.site_build.home_page import with_figures
from mkdocs_dossier.site_build.page import DossierPage
from mkdocs_dossier.site_build.site_files import sitemap_entries
from mkdocs_dossier.site_build.speak import add_script_words, speak
from mkdocs_dossier.words.catalogue import words_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_dossier.site_build.blocked import Policy
    from mkdocs_dossier.site_build.run_settings import RunSettings
    from mkdocs_dossier.site_build.site_run import SiteRun

__all__ = ["DossierPlugin"]

log = logging.getLogger("mkdocs.plugins.dossier")


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Kept alive between the builds of `mkdocs serve`."""

    _settings: RunSettings  # the last that were valid
    _policy: Policy  # of the theme, if it is ours
    _run: SiteRun  # the current build, or the last one

    def __init__(self) -> None:
        self._command: MkDocsCommand = BuildCall()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        clean_up_on_termination()
        self._command = ServeCommand() if command == "serve" else BuildCommand(dirty=dirty)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        add_extensions(config)
        allow_any_locale(config)
        is_served = guard_own_server(sys._getframe(), lambda: self._settings.hosts)
        if is_served and isinstance(self._command, BuildCommand):
            self._command = CleanServe()
        serving, wanted = self._command.is_serve, drafts_from(os.environ, self.config.drafts)
        drafts = serving and wanted
        if wanted and not serving:
            log.info("drafts are left out: 'mkdocs serve' alone shows them")
        settings = settings_from(self.config, config, self, drafts=drafts)
        add_own_theme(config, settings.options)
        inbox = public_url(target_of(SUGGESTIONS, directories=config.use_directory_urls))
        config.extra["dossier_drafts"], config.extra["dossier_serving"] = drafts, serving
        config.extra["dossier_inbox"] = inbox if serving and settings.writes_pages else ""
        self._settings, self._run = settings, self._command.begin(config, settings)
        return config

    def _add_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        return files if rewrites_files(config) else self._with_pages(files, config)

    @event_priority(-1000)  # it has done its work
    def _add_pages_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        return self._with_pages(files, config) if rewrites_files(config) else files

    on_files = CombinedEvent(_add_pages, _add_pages_late)

    def _with_pages(self, files: Files, config: MkDocsConfig) -> Files:
        if config.theme.name == "dossier":
            add_script_words(files, words_in(self._settings.options.language), config)
        return self._run.add_pages(files, config)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        del config
        self._run.see_nav(nav, files)
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str | None:
        del files
        return with_figures(markdown, page, config, self._run)

    def on_page_content(self, html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        del page, files
        return with_aligned_cells(html) if config.theme.name == "dossier" else html

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        if config.theme.name == "dossier":
            speak(env, words_in(self._settings.options.language), named=self.config.language or "")
            self._policy = policy_of(env)
            say_blocked("mkdocs.yml", blocked_extras(config, self._policy))
        self._run.use_templates(env, config, files)

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == "sitemap.xml":
            entries = sitemap_entries(self._run.sitemap(), config)
            context["pages"] = [*context["pages"], *entries]  # type: ignore[list-item]
        return context

    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let the theme take what is the same on many pages from where it was rendered once."""
        del nav
        if config.theme.name == "dossier" and not isinstance(page, DossierPage):
            say_blocked(page.file.src_uri, blocked_in(page.content or "", self._policy))
        context.update(self._run.page_context(page))  # type: ignore[typeddict-item]

    def on_post_page(self, output: str, /, *, page: SitePage, config: MkDocsConfig) -> str:
        return self._run.written(output, page, config)

    @event_priority(100)  # other plugins find the whole site
    def _finish(self, *, config: MkDocsConfig) -> None:
        self._run.finish(config)

    @event_priority(-1000)  # the others have done their work
    def _complete(self, *, config: MkDocsConfig) -> None:
        del config
        self._command.complete()

    on_post_build = CombinedEvent(_finish, _complete)

    @event_priority(-1000)
    def on_build_error(self, *, error: Exception) -> None:
        self._command.fail(error)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        del builder
        self._command.serve(server, config, self._settings)
        server.set_app(guarded(server.get_app() or server.serve_request, lambda: self._settings.hosts))
        return server

    def on_shutdown(self) -> None:
        self._command.end()
