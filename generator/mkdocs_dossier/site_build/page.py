"""A generated page as MkDocs knows pages."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_dossier.pages.urls import SECTIONS, index_path, site_link
from mkdocs_dossier.site_build.edit_link import edit_uri, resolved
from mkdocs_dossier.site_build.generated_file import generated_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.model.lines import Link
    from mkdocs_dossier.model.page import Page
    from mkdocs_dossier.pages.html import Heading, Rendered

_IN_NAV = frozenset(index_path(section) for section in SECTIONS)


class DossierPage(SitePage):
    """Its Markdown and HTML come from the generator, not from a file."""

    def __init__(self, page: Page, markdown: str, rendered: Rendered, file: File, config: MkDocsConfig) -> None:
        super().__init__(_shown_title(page.title, config), file, config)
        self._page, self._markdown, self._rendered = page, markdown, rendered
        self.edit_url = resolved(self.edit_url, page.source, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = self._markdown
        self.meta = meta(self._page, str(self.title), directories=config.use_directory_urls)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._rendered.html
        self.toc = contents(self._rendered.headings)
        self.present_anchor_ids = anchors_in(self._rendered.html)


class LinkedPage:
    """A generated page that is written by us, as far as MkDocs asks of it where a page by hand links to it.

    places: where the file of the page may lie when links are checked, the likeliest first.
    """

    def __init__(self, *places: str) -> None:
        self._places = places

    @property
    def present_anchor_ids(self) -> set[str] | None:
        for place in self._places:
            with suppress(OSError, UnicodeDecodeError):
                return anchors_in(Path(place).read_text(encoding="utf-8"))
        return None


def anchors_in(text: str) -> set[str]:
    """Return the ids in a page's HTML, to which links can lead."""
    return {html.unescape(id) for id in _ID.findall(text)}


_ID = re.compile(r'<[a-zA-Z][^>]*\sid="([^"]*)"')


def page_file(page: Page, markdown: str, config: MkDocsConfig) -> File:
    """Return the file that a generated page would come from."""
    file = generated_file(config, page.path, markdown, page.source)
    left_out = config.not_in_nav is not None and config.not_in_nav.match_file(page.path)
    in_nav = page.path in _IN_NAV and not left_out
    file.inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
    file.edit_uri = edit_uri(page.source, config)
    return file


def meta(page: Page, title: str, *, directories: bool) -> dict[str, Any]:
    """Return what the theme puts into the head of the page.

    Args:
        directories: As in `site_link`.
    """
    found = {"title": title, "dossier": _about(page, directories)}
    return found | {"description": page.description} if page.description else found


def _about(page: Page, directories: bool) -> dict[str, Any]:

    def address(link: Link | None) -> str:
        return "" if link is None else site_link(link.url, page.path, directories=directories)

    return {
        "kind": page.kind,
        "title": page.title,
        "lang": page.lang,
        "dir": "",
        "brief": page.brief,
        "tally": page.tally,
        "facets": page.facets,
        "previous": address(page.previous),
        "next": address(page.next),
        "draft": page.draft,
    }


def _shown_title(title: str, config: MkDocsConfig) -> str:
    """Our theme escapes a title; the others take it for HTML, so it must not hold what could be a tag."""
    return title if config.theme.name == "dossier" else title.replace("<", "‹").replace(">", "›")


def in_contents(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the headings of levels 1 and 2: those below are a list's own."""
    return tuple([heading for heading in headings if heading.level <= 2])


def contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Return the table of contents of a page with these headings."""
    top: list[AnchorLink] = []
    for heading in in_contents(headings):
        # Themes write it as HTML.
        link = AnchorLink(html.escape(heading.text), heading.id, heading.level)
        if heading.level == 1 or not top:
            top.append(link)
        else:
            top[-1].children.append(link)
    return TableOfContents(top)
