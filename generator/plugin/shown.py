"""A generated page as the theme sees it: what MkDocs says of a page, and no more work than the theme asks for.

MkDocs' own page and file cost more to make than the page's HTML; ten thousand times they are a part of the build.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_date

from generator.model.pages import Page
from generator.pages.html import Rendered
from generator.pages.urls import public_url, target_of
from generator.plugin.page import contents, meta, page_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class ShownPage:
    """The attributes of MkDocs' pages that themes may use. listed: what the nav has of it, if it is there."""

    is_homepage = is_section = is_link = active = False
    is_page = True
    children: Any = None
    parent: Any = None

    def __init__(
        self, page: Page, markdown: str, rendered: Rendered, config: MkDocsConfig, listed: SitePage | None
    ) -> None:
        self.markdown, self.content = markdown, rendered.html
        self.meta = meta(page, page.title, config)
        self.target = target_of(page.path, directories=config.use_directory_urls)
        self.url = quote(public_url(self.target))
        self.previous_page = None if listed is None else listed.previous_page
        self.next_page = None if listed is None else listed.next_page
        self.title = page.title
        self._page, self._headings, self._config = page, rendered.headings, config

    @cached_property
    def toc(self) -> TableOfContents:
        return contents(self._headings)

    @cached_property
    def canonical_url(self) -> str | None:
        base = self._config.site_url
        return urljoin(base if base.endswith("/") else f"{base}/", self.url) if base else None

    @property
    def abs_url(self) -> str | None:
        return None if self.canonical_url is None else urlsplit(self.canonical_url).path

    @property
    def edit_url(self) -> str | None:
        return edit_url(self._page, self._config)

    @cached_property
    def file(self) -> File:
        return page_file(self._page, self.markdown, self._config)

    @property
    def is_index(self) -> bool:
        return self._page.path.endswith("/index.md")

    @property
    def is_top_level(self) -> bool:
        return self.parent is None

    @property
    def ancestors(self) -> list[Any]:
        return []

    @property
    def update_date(self) -> str:
        return get_build_date()


def edit_url(page: Page, config: MkDocsConfig) -> str | None:
    """Return where a page is edited, as MkDocs works it out."""
    if not page.source or not (config.edit_uri or config.edit_uri_template):
        return None
    return SitePage(page.title, page_file(page, "", config), config).edit_url
