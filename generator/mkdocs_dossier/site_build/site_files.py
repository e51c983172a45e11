"""The files of a site whose generated pages are written by us: MkDocs puts their indexes into the nav and lets pages
written by hand link to all of them, but builds only the latter.

MkDocs' own way costs a third of a build: a file, a page, two passes and a dozen events for each. It is still taken for
other themes, and where another plugin wants to see every page.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_build_date

from mkdocs_dossier.pages.urls import SECTIONS, index_path, public_url
from mkdocs_dossier.site_build.mkdocs_pages import linked_page, listed_page, nav_titles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.words.catalogue import Words

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


class KnownPages(Protocol):
    """What is known of generated pages, by their paths."""

    def has_page(self, path: str) -> bool:
        """Whether there is one at `path`."""

    def title(self, path: str) -> str:
        """What it is called by itself."""

    def places(self, path: str) -> tuple[str, str] | None:
        """Where its file may lie in a site that is built, the likeliest place first; None if there is none yet."""


def with_generated(files: Files, config: MkDocsConfig, known: KnownPages, words: Words) -> SiteFiles:
    """Return the files of a site, with the generated pages as far as MkDocs has to know them."""
    titles = nav_titles(config.nav)

    def linked(path: str) -> File | None:
        return linked_page(path, known.places(path), config) if known.has_page(path) else None

    def listed(path: str) -> File | None:
        if not known.has_page(path):
            return None
        return listed_page(path, titles.get(path) or html.escape(known.title(path)), config)

    indexes = [
        listed_page(path, titles.get(path) or html.escape(words.gettext(title), quote=False), config)
        for path, title in ((index_path(section), title) for section, title in SECTIONS.items())
    ]
    return SiteFiles(files, indexes, listed, linked)


def sitemap_entries(targets: Iterable[str], config: MkDocsConfig) -> list[SitemapEntry]:
    """Return further pages for the sitemap. targets: where they lie in the site."""
    date = get_build_date()
    return [SitemapEntry(public_url(target), config.site_url, date) for target in targets]


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
