"""One build of the site by MkDocs, from its settings to its end: what each way of running does at MkDocs' events.

ThemedBuild      `mkdocs build` with our theme: generated pages are written by us
PlainBuild       `mkdocs build` under another theme, or with a plugin that sees pages: MkDocs builds each
ThemedPreview    `mkdocs serve` with our theme: generated pages are made when they are asked for
PlainPreview     `mkdocs serve` where MkDocs builds each
CleanPreview     `mkdocs serve --clean` where MkDocs builds each, when pages are served already
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.site_build.site_files import SiteFiles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage


class SiteRun(ABC):
    """The methods are called in this order. nav: as MkDocs made it; set before the templates are there."""

    nav: Navigation

    @abstractmethod
    def add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        """Return the files of the site, with the generated pages as far as MkDocs has to know them."""

    def see_nav(self, nav: Navigation, files: Files) -> None:
        """Go by the nav that MkDocs made."""
        self.nav = nav
        if isinstance(files, SiteFiles):
            files.nav_is_made()

    @abstractmethod
    def home(self, file: File) -> str:
        """Return what stands at the home mark of a page written by hand, as Markdown."""

    @abstractmethod
    def use_templates(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        """Go by the theme's templates, which are ready. Pages written by hand are rendered, but not in the theme."""

    def sitemap(self) -> Iterable[str]:
        """Return where further pages lie in the site, which MkDocs does not know."""
        return ()

    def page_context(self, page: SitePage) -> Mapping[str, Any]:
        """Return what the theme need not make anew for a page."""
        return {}

    def written(self, text: str, page: SitePage, config: MkDocsConfig) -> str:
        """Return the HTML of a page that MkDocs built, as it is to be written."""
        return text

    @abstractmethod
    def finish(self, config: MkDocsConfig) -> None:
        """Do what is to be done before other plugins see the whole site."""
