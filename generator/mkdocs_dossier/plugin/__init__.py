"""The MkDocs plugin: adds the generated pages. The only importer of mkdocs, and of watchdog, which comes with it."""

from __future__ import annotations

import html
import logging
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_build_date

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.pages.home_mark import home_text, wants_home, with_home
from mkdocs_dossier.pages.html import on_site, with_aligned_cells
from mkdocs_dossier.pages.urls import HOME, SECTIONS, SUGGESTIONS, index_path, is_page, public_url, target_of
from mkdocs_dossier.plugin.files import (
    SiteFiles,
    SitemapEntry,
    add_script_words,
    are_ours_alone,
    are_templates_ours_alone,
)
from mkdocs_dossier.plugin.hand_written import HandWritten
from mkdocs_dossier.plugin.mkdocs_pages import add_all_pages, linked_page, listed_page, nav_titles
from mkdocs_dossier.plugin.report import report
from mkdocs_dossier.plugin.settings import (
    DossierConfig,
    add_extensions,
    add_own_theme,
    folders_of,
    options_from,
    project_paths_of,
)
from mkdocs_dossier.run.gc_tuning import keep_until_exit, tune_gc
from mkdocs_dossier.run.options import Options, drafts_from, moment
from mkdocs_dossier.run.workers import WorkersError
from mkdocs_dossier.serve.known_hosts import guard_own_server, guarded
from mkdocs_dossier.serve.own_theme import OwnTheme, own_theme_of
from mkdocs_dossier.serve.theme_trial import spare_shell, try_theme, wrong_templates
from mkdocs_dossier.site_build.output import Output
from mkdocs_dossier.site_build.page import DossierPage
from mkdocs_dossier.site_build.page_layout import PageLayout
from mkdocs_dossier.site_build.search import SearchIndex, can_be_made
from mkdocs_dossier.site_build.snapshots import Snapshots
from mkdocs_dossier.site_build.speak import speak
from mkdocs_dossier.site_build.staged_site import StagedSite
from mkdocs_dossier.words.catalogue import ENGLISH, words_in
from mkdocs_dossier.write.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.serve.editor_ids import EditorIds
    from mkdocs_dossier.serve.preview import Preview
    from mkdocs_dossier.words.catalogue import Words

__all__ = ["DossierPlugin"]

log = logging.getLogger("mkdocs.plugins.dossier")


class DossierPlugin(BasePlugin[DossierConfig]):  # type: ignore[no-untyped-call]
    """Kept alive between the builds of `mkdocs serve`."""

    def __init__(self) -> None:
        self._drafts = False  # whether private records are shown: never in a site that is built
        self._started = self._serving = self._dirty = False
        self._ours = True
        self._aside = False  # whether MkDocs builds into a folder of its own
        self._nav: Any = None
        self._layout: PageLayout | None = None
        self._editions = Snapshots()
        self._site: StagedSite | None = None  # of a build
        self._output: Output | None = None
        self._preview: Preview | None = None  # under `serve`
        self._editor_ids: EditorIds | None = None  # likewise
        self._settled: Options | None = None  # of the last settings that were valid
        self._hosts: tuple[str, ...] = ()  # likewise
        self._hand_written = HandWritten()
        self._own_theme = OwnTheme()
        self._search = SearchIndex(background=False)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._started, self._serving, self._dirty = True, command == "serve", dirty
        self._editions.serving = self._serving
        self._search = SearchIndex(background=self._serving)
        if self._serving:
            from mkdocs_dossier.serve.editor_ids import EditorIds
            from mkdocs_dossier.serve.preview import Preview

            still = "--no-livereload" in sys.argv
            self._preview = Preview(self._refresh, spare_shell, still=still)
            self._editor_ids = EditorIds()
        else:
            tune_gc()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        add_extensions(config)
        wanted = drafts_from(os.environ, self.config.drafts)
        config.extra["dossier_drafts"] = self._drafts = self._serving and wanted
        if wanted and not self._serving:
            log.info("drafts are left out: 'mkdocs serve' alone shows them")
        self._settled = options_from(self.config, config, drafts=self._drafts)
        self._hosts = tuple(self.config.serve_hosts)
        add_own_theme(config, self._settled)
        config.extra["dossier_serving"] = self._serving
        self._ours = are_ours_alone(config, self)
        inbox = target_of(SUGGESTIONS, directories=config.use_directory_urls)
        config.extra["dossier_inbox"] = public_url(inbox) if self._serving and self._ours else ""
        self._aside = self._preview is not None and (self._serving or not self._ours)
        if self._preview is not None and self._aside:
            self._preview.build_aside(config, project_paths_of(config))
        elif not self._serving:
            self._stage(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if self._serving:
            self._hand_written.look_at(files, config, project_paths_of(config), ours=self._ours)
        if self._output is not None and self._stays(self._output):
            self._editions.latest = None
        else:
            self._made(config)
        words = self._words(config)
        if config.theme.name == "dossier" and words.language != ENGLISH:
            add_script_words(files, words, config)
        if files.get_file_from_path(HOME) is None:
            text = home_text(config.site_name, config.site_description or "")
            files.append(File.generated(config, HOME, content=text))
        if not self._ours:
            report(add_all_pages(files, self._here(config), config), serving=self._serving)
            return files
        titles = nav_titles(config.nav)
        indexes = [
            listed_page(path, titles.get(path) or html.escape(words.gettext(title), quote=False), config)
            for path, title in ((index_path(section), title) for section, title in SECTIONS.items())
        ]
        return SiteFiles(
            files,
            indexes,
            listed=lambda path: self._listed(path, titles, config),
            linked=lambda path: self._generated(path, config),
        )

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        if isinstance(files, SiteFiles):
            files.nav_is_made()
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str | None:
        if isinstance(page, DossierPage) or not wants_home(markdown):
            return None
        path = page.file.src_uri
        last = None if self._output is None else self._output.last
        home = None if last is None else last.homes.get(path)
        if home is None:
            from mkdocs_dossier.build import write_home

            home, problems = write_home(self._here(config), path)
            report(problems, serving=self._serving)
        if self._output is not None:
            self._output.homes[path] = home
        page.meta.setdefault("dossier", {"kind": "home"})
        if self._preview is not None:
            self._preview.has_home(page.file.dest_uri)
        return with_home(markdown, on_site(home, path, directories=config.use_directory_urls))

    def on_page_content(self, html: str, /, *, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        del page, files
        return with_aligned_cells(html) if config.theme.name == "dossier" else html

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        if config.theme.name == "dossier":
            speak(env, self._words(config), named=self.config.language or "")
        if self._serving:
            self._stand(env, config, files)
        if config.theme.name != "dossier":
            self._layout = None
        else:
            self._layout = self._shell_of(env, config, files)
        if self._preview is not None and self._serving:
            self._show(self._preview, config)
        elif self._output is not None and self._layout is not None:
            try:
                problems = self._output.write(self._layout, lambda: self._here(config))
            except WorkersError as error:
                raise PluginError(str(error)) from error
            report(problems, serving=self._serving)

    def _show(self, preview: Preview, config: MkDocsConfig) -> None:
        if self._ours and self._layout is not None:
            preview.show(self._here(config), self._layout)
        else:
            preview.show_nothing()

    def _shell_of(self, env: Any, config: MkDocsConfig, files: Files) -> PageLayout:
        pages = files.documentation_pages()
        taken = frozenset(file.src_uri for file in pages)
        listed = {page.file.src_uri: page for page in self._nav.pages if isinstance(page, DossierPage)}
        folder = config.site_dir if self._output is None else self._output.folder
        return PageLayout(env, self._nav, pages, config, folder, taken, listed)

    def _stand(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Let the theme's own templates work, whatever the user's do; let pages ask for such as there are."""
        own = own_theme_of(config, self._options(config).templates_folder / "theme")
        problems = self._own_theme.stand(
            *(env, config.theme.dirs, own, project_paths_of(config)),
            lambda: self._try_theme(env, config, files),
        )
        asked = wrong_templates(files, env, project_paths_of(config))
        self._hand_written.problems += (*problems, *asked)

    def _try_theme(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        if self._ours:
            try_theme(self._shell_of(env, config, files), alone=are_templates_ours_alone(config, self))

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == "sitemap.xml" and self._output is not None:
            pages = (target for target in self._output.targets if is_page(target))
            date = get_build_date()
            entries = (SitemapEntry(public_url(target), config.site_url, date) for target in pages)
            context["pages"] = [*context["pages"], *entries]  # type: ignore[list-item]
        return context

    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let the theme take what is the same on many pages from where it was rendered once."""
        if self._layout is not None and isinstance(page, DossierPage):
            context.update(self._layout.shared(page) | {"page": page})  # type: ignore[typeddict-item]

    def on_post_page(self, output: str, /, *, page: SitePage, config: MkDocsConfig) -> str:
        """Keep a preview with drafts out of search engines, in whatever theme; ours does so itself."""
        del page
        if not self._drafts or config.theme.name == "dossier":
            return output
        return output.replace("<head>", '<head><meta name="robots" content="noindex">', 1)

    @event_priority(100)  # other plugins find the whole site
    def _finish(self, *, config: MkDocsConfig) -> None:
        if guard_own_server(sys._getframe(), lambda: self._hosts) and self._preview is None:
            self._started = False  # --clean: MkDocs says that it builds, so each build is put in its place when made
        search = self._search if self.config.search else None
        if self._preview is not None and self._aside:
            found = self._hand_written
            self._preview.take_over(config, search, folders_of(self._options(config)), found.problems, found.kept)
        elif self._output is not None:
            self._output.finish(config, self._editions.latest, search if can_be_made() else None)
        elif search is not None:
            search.make(config.site_dir)

    @event_priority(-1000)  # the others have done their work
    def _complete(self, *, config: MkDocsConfig) -> None:
        if self._site is not None:
            self._site.complete()
            if not self._started:  # a program calls MkDocs' `build` and nothing else: there is no later moment
                self._close_site()

    on_post_build = CombinedEvent(_finish, _complete)

    @event_priority(-1000)
    def on_build_error(self, *, error: Exception) -> None:
        """With `--strict`, this is how MkDocs tells of warnings, too."""
        if self._site is None:
            return
        self._site.drop()
        said = self._site.explain(error)
        if not self._started:
            self._site.close()
        if said is not None:
            raise PluginError(str(said)) from error

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        if self._preview is None:  # --clean
            from mkdocs_dossier.serve.preview import Preview

            self._preview = Preview(self._refresh, spare_shell, still=False)
        self._preview.serve(server, config, folders_of(self._options(config)), project_paths_of(config))
        server.set_app(guarded(server.get_app() or server.serve_request, lambda: self._hosts))
        return server

    def on_shutdown(self) -> None:
        if self._preview is not None:
            self._preview.stop()
        else:
            keep_until_exit(self)
        if self._editor_ids is not None:
            self._editor_ids.stop()
        self._own_theme.stop()
        self._search.stop()
        self._close_site()

    # -- where it is built ---------------------------------------------------------------------

    def _stage(self, config: MkDocsConfig) -> None:
        """Let the site be built aside. MkDocs' `--dirty` is about the files that are there: it writes among them."""
        if self._dirty and not self._ours:
            return
        try:
            self._site = StagedSite(config)
        except CannotWrite as error:
            raise PluginError(str(error)) from error
        if self._ours:
            heard = config.plugins.events["post_build"]
            alone = all(getattr(method, "__self__", None) is self for method in heard)
            self._output = Output(config, self._options(config), self._site, alone=alone)
        else:
            self._site.build_into("new", config)

    def _close_site(self) -> None:
        """Put the site in its place, or leave the last one there."""
        site, self._site = self._site, None
        try:
            if site is not None:
                site.close()
        except CannotWrite as error:
            raise PluginError(str(error)) from error

    # -- what is built -------------------------------------------------------------------------

    def _options(self, config: MkDocsConfig) -> Options:
        """The options of the last settings that were valid: MkDocs hands over others too."""
        return replace(self._settled or options_from(self.config, config, drafts=self._drafts), now=moment(os.environ))

    def _words(self, config: MkDocsConfig) -> Words:
        """The language of the interface."""
        return words_in(self._options(config).language)

    def _stays(self, output: Output) -> bool:
        """Whether the last build of this very collection is still there."""
        self._editions.files = output.look_back()
        if output.last is not None:
            self._say_and_report(output.last.diagnostics())
        return output.last is not None

    def _made(self, config: MkDocsConfig) -> Snapshot:
        """What the pages are made of, and the word on it."""
        snapshot = self._editions.make(self._options(config))
        self._say_and_report(snapshot.problems)
        if self._editor_ids is not None:
            self._editor_ids.later(snapshot.root, snapshot.records)
        return snapshot

    def _say_and_report(self, problems: tuple[Diagnostic, ...]) -> None:
        if self._preview is not None and not (self._serving and self._ours):  # else it says so with the pages
            self._preview.reload_state.say("data", problems)
        report(problems, serving=self._serving)

    def _here(self, config: MkDocsConfig) -> Snapshot:
        return self._editions.here(self._options(config))

    def _refresh(self, config: MkDocsConfig) -> Snapshot:
        """Read what was edited, between two of MkDocs' own builds."""
        return self._made(config)

    def _generated(self, path: str, config: MkDocsConfig) -> File | None:
        """The file of a generated page, for a link to it."""
        last = None if self._output is None else self._output.last
        target = target_of(path, directories=config.use_directory_urls)
        if last is not None and target not in last.by_hand:  # else that one is gone, and hid what is here
            there = target in last.left and target not in last.moved
            return self._linked(path, config) if there else None
        from mkdocs_dossier.pages.kinds import has_page

        there = has_page(self._here(config).site, path)
        if self._preview is not None:
            self._preview.link(path, there=there)
        return self._linked(path, config) if there else None

    def _listed(self, path: str, titles: Mapping[str, str], config: MkDocsConfig) -> File | None:
        """The file of a generated page, for the nav. titles: that the nav gives, by path."""
        if self._generated(path, config) is None:
            return None
        return listed_page(path, titles.get(path) or html.escape(self._title(path, config)), config)

    def _title(self, path: str, config: MkDocsConfig) -> str:
        """What a generated page that stands in the nav is called by itself."""
        last = None if self._output is None else self._output.last
        title = None if last is None else last.titles.get(path)
        if title is None:
            from mkdocs_dossier.pages.kinds import page_title

            title = page_title(self._here(config).site, path) or ""
        if self._output is not None:
            self._output.titles[path] = title
        if self._preview is not None:
            self._preview.has_title(path, title)
        return title

    def _linked(self, path: str, config: MkDocsConfig) -> File:
        target = target_of(path, directories=config.use_directory_urls)
        return linked_page(path, None if self._output is None else self._output.places(target), config)
