"""Generated pages as files of MkDocs: all of them for other themes, those in the nav, and those that links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

from generator.diagnostics import Diagnostic
from generator.model.page import Page
from generator.pages.html import Rendered, render_html
from generator.plugin.files import add_moved
from generator.plugin.page import DossierPage, LinkedPage, page_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.build import Edition


def add_all_pages(files: Files, edition: Edition, config: MkDocsConfig) -> tuple[Diagnostic, ...]:
    """Let MkDocs build every generated page; return what was wrong with templates."""
    from generator.build import picture_content, render_units
    from generator.export.data_files import data_files
    from generator.pages.kinds import all_units
    from generator.pages.moved import moved_pages
    from generator.pages.site_view import SiteView

    rendered = render_units(list(all_units(edition.site)), edition, lambda page, markdown: (page, markdown), "serial")
    made = [result for unit in rendered.units for result in unit.results]
    for page, markdown in made:
        if files.get_file_from_path(page.path) is None:
            files.append(_built_page(page, markdown, config))
    for name in edition.site.collection.pictures:
        content = picture_content(edition, name)
        if content is not None:
            files.append(File.generated(config, name, content=content))
    if config.theme.name == "dossier":
        for path, text in data_files(SiteView(edition.site)).items():
            files.append(File.generated(config, path, content=text))
    add_moved(files, moved_pages(edition.site.moved, [page.path for page, _ in made]), config)
    return rendered.problems


def listed_page(path: str, title: str, config: MkDocsConfig) -> File:
    """Return the file of an index, for the nav alone: what it holds is made with the other pages."""
    page = Page(path, title, "index")
    file = page_file(page, "", config)
    DossierPage(page, "", Rendered("", ()), file, config)
    return file


def linked_page(path: str, places: tuple[str, str] | None, config: MkDocsConfig) -> File:
    """Return the file of a page for a link to it. places: where it may lie in a site that is built."""
    file = page_file(Page(path, "", ""), "", config)
    if places is not None:
        file.page = LinkedPage(*places)  # type: ignore[assignment]  # MkDocs asks it for anchors, and nothing else
    return file


def _built_page(page: Page, markdown: str, config: MkDocsConfig) -> File:
    file = page_file(page, markdown, config)
    rendered = render_html(markdown, page.path, directories=config.use_directory_urls)
    DossierPage(page, markdown, rendered, file, config)
    return file
