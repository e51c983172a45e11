"""The files of a site whose generated pages are written by us: MkDocs puts their indexes into the nav and lets pages
written by hand link to all of them, but builds only the latter.

MkDocs' own way costs a third of a build: a file, a page, two passes and a dozen events for each. It is still taken for
other themes, and where another plugin wants to see every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_dossier.pages.urls import WORDS_FILE
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.site_build.theme_page import surroundings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.pages.moved import Moved
    from mkdocs_dossier.words.catalogue import Words

_EVENTS = (
    *("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    "post_page",
)
"""By these a plugin sees pages, or what becomes of them."""


def are_ours_alone(config: MkDocsConfig, plugin: object) -> bool:
    """Whether nobody but our theme and our plugin has to do with generated pages."""
    heard = (method for event in _EVENTS for method in config.plugins.events[event])
    return config.theme.name == "dossier" and all(getattr(method, "__self__", None) is plugin for method in heard)


def are_templates_ours_alone(config: MkDocsConfig, plugin: object) -> bool:
    """Whether no other plugin has to do with the templates that are no page's: of the sitemap, of what is missing."""
    events = ("pre_template", "template_context", "post_template")
    heard = (method for event in events for method in config.plugins.events[event])
    return all(getattr(method, "__self__", None) is plugin for method in heard)


FindPage = Callable[[str], File | None]
"""Gives the file of the generated page at a path."""


class SiteFiles(Files):
    """indexes: generated pages that stand in a nav which nobody wrote. listed: finds any that the nav names; linked:
    any that a page written by hand leads to.
    """

    def __init__(self, files: Iterable[File], indexes: Iterable[File], listed: FindPage, linked: FindPage) -> None:
        super().__init__(files)
        self._indexes = {file.src_uri: file for file in indexes if file.src_uri not in self._src_uris}
        self._listed, self._linked = cache(listed), linked  # one page, however often the nav names it
        self._have_nav = False

    def nav_is_made(self) -> None:
        """From now on only the pages written by hand are told of."""
        self._have_nav = True

    def get_file_from_path(self, path: str) -> File | None:
        uri = PurePath(path).as_posix()
        find = self._linked if self._have_nav else self._listed
        return super().get_file_from_path(uri) or self._indexes.get(uri) or find(uri)

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        pages = super().documentation_pages(inclusion=inclusion)
        return pages if self._have_nav else [*pages, *self._indexes.values()]


def add_moved(files: Files, moved: Iterable[Moved], words: Words, config: MkDocsConfig) -> None:
    """Add pages that lead to others, as files that MkDocs copies: they are in no nav, no sitemap and no search."""
    from mkdocs_dossier.pages.moved import SCRIPT, moved_html

    base, taken = surroundings(config).base, {file.dest_uri for file in files}
    for one in moved:
        target, text = moved_html(one, base, words, directories=config.use_directory_urls)
        if target not in taken:
            files.append(File.generated(config, target, content=text))
        if SCRIPT not in taken:
            taken.add(SCRIPT)
            script = (templates_folder() / "theme" / SCRIPT).read_text(encoding="utf-8")
            files.append(File.generated(config, SCRIPT, content=script))


def add_script_words(files: Files, words: Words, config: MkDocsConfig) -> None:
    """Add what the theme's scripts say in another language than English."""
    from mkdocs_dossier.export.script_words import script_words

    scripts = (file.content_string for file in files.javascript_files() if file.src_uri.startswith("js/"))
    files.append(File.generated(config, WORDS_FILE, content=script_words(words, scripts)))


class SitemapEntry:
    """A generated page as MkDocs' sitemap asks for it: `entry.page.canonical_url`."""

    is_link = False

    def __init__(self, url: str, site_url: str | None, date: str) -> None:
        self.canonical_url = f"{site_url.rstrip('/')}/{url}" if site_url else None
        self.abs_url = self.canonical_url
        self.update_date = date

    @property
    def page(self) -> Any:
        return self
