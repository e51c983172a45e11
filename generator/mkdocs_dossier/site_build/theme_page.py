"""A generated page as the theme sees it: what MkDocs says of a page, and no more work than the theme asks for.

MkDocs' own page and file cost more to make than the page's HTML; ten thousand times they are a part of the build.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_date

from mkdocs_dossier.pages.urls import public_url, target_of
from mkdocs_dossier.site_build.edit_link import resolved
from mkdocs_dossier.site_build.page import contents, in_contents, meta, page_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.model.page import Page
    from mkdocs_dossier.pages.html import Heading, Rendered


@dataclass(frozen=True, slots=True)
class SiteContext:
    """What MkDocs' settings say of all pages.

    Attributes:
        directories: `use_directory_urls`.
        base: The address of the site, if it has one.
        edit_urls: That are known, by the file that is edited.
    """

    config: MkDocsConfig
    directories: bool
    base: str | None
    edit_urls: dict[str, str | None] = field(default_factory=dict)

    def edit_url(self, page: Page) -> str | None:
        """Return where a page is edited, as MkDocs works it out."""
        if page.source not in self.edit_urls:
            self.edit_urls[page.source] = _edit_url(page, self.config)
        return self.edit_urls[page.source]


def surroundings(config: MkDocsConfig) -> SiteContext:
    """Return what `config` says of all pages."""
    base = config.site_url
    base = urljoin(base if base.endswith("/") else f"{base}/", ".") if base else None
    return SiteContext(config, config.use_directory_urls, base)


class ThemePage:
    """The attributes of MkDocs' pages that themes may use.

    Attributes:
        listed: What the nav has of it, if it is there.
    """

    is_homepage = is_section = is_link = active = False
    is_page = True
    children: Any = None
    parent: Any = None

    def __init__(
        self, page: Page, markdown: str, rendered: Rendered, around: SiteContext, listed: SitePage | None
    ) -> None:
        self.markdown, self.content = markdown, rendered.html
        self.meta = meta(page, page.title, directories=around.directories)
        self.target = target_of(page.path, directories=around.directories)
        self.url = quote(public_url(self.target))
        self.canonical_url = None if around.base is None else around.base + self.url
        self.previous_page = None if listed is None else listed.previous_page
        self.next_page = None if listed is None else listed.next_page
        self.title = page.title
        self._page, self._headings, self._around = page, rendered.headings, around

    @property
    def in_contents(self) -> tuple[Heading, ...]:
        """The headings that the theme's `toc` is made of."""
        return in_contents(self._headings)

    @cached_property
    def toc(self) -> TableOfContents:
        return contents(self._headings)

    @property
    def abs_url(self) -> str | None:
        return None if self.canonical_url is None else urlsplit(self.canonical_url).path

    @property
    def edit_url(self) -> str | None:
        return self._around.edit_url(self._page)

    @cached_property
    def file(self) -> File:
        return page_file(self._page, self.markdown, self._around.config)

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


def _edit_url(page: Page, config: MkDocsConfig) -> str | None:
    if not page.source or not (config.edit_uri or config.edit_uri_template):
        return None
    return resolved(SitePage(page.title, page_file(page, "", config), config).edit_url, page.source, config)
