"""Generated pages as files of MkDocs: all of them for other themes, those in the nav, and those that links lead to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.html import Rendered, render_html
from mkdocs_dossier.plugin.files import add_moved
from mkdocs_dossier.site_build.page import DossierPage, LinkedPage, page_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.build import Snapshot


def add_all_pages(files: Files, snapshot: Snapshot, config: MkDocsConfig) -> tuple[Diagnostic, ...]:
    """Let MkDocs build every generated page; return what was wrong with templates."""
    from mkdocs_dossier.build import picture_content, render_units
    from mkdocs_dossier.export.data_files import data_files
    from mkdocs_dossier.pages.kinds import all_units
    from mkdocs_dossier.pages.moved import moved_pages
    from mkdocs_dossier.pages.site_view import SiteView

    rendered = render_units(list(all_units(snapshot.site)), snapshot, lambda page, markdown: (page, markdown), "serial")
    made = [result for unit in rendered.units for result in unit.results]
    titles = nav_titles(config.nav)
    for page, markdown in made:
        if files.get_file_from_path(page.path) is None:
            files.append(_built_page(page, markdown, titles.get(page.path), config))
    for name in snapshot.site.collection.pictures:
        content = picture_content(snapshot, name)
        if content is not None:
            files.append(File.generated(config, name, content=content))
    if config.theme.name == "dossier":
        for path, text in data_files(SiteView(snapshot.site)).items():
            files.append(File.generated(config, path, content=text))
    moved = moved_pages(snapshot.site.moved, [page.path for page, _ in made])
    add_moved(files, moved, snapshot.site.words, config)
    return rendered.problems


def listed_page(path: str, title: str, config: MkDocsConfig) -> File:
    """Return the file of a page for the nav alone: what it holds is made with the other pages. title: as HTML."""
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


def nav_titles(nav: Any) -> dict[str, str]:
    """Return the titles that the nav gives, by path. A page that it names twice keeps the first, as MkDocs has it.

    nav: as in `mkdocs.yml`; None where there is none.
    """
    titles: dict[str, str] = {}
    for title, path in _entries(nav):
        titles.setdefault(PurePath(path.lstrip("/")).as_posix(), title)
    return titles


def _entries(nav: Any) -> Iterator[tuple[str, str]]:
    """Yield each title and path."""
    if isinstance(nav, dict):
        for title, below in nav.items():
            yield from [(str(title), below)] if isinstance(below, str) else _entries(below)
    elif isinstance(nav, list):
        for item in nav:
            yield from _entries(item)


def _built_page(page: Page, markdown: str, title: str | None, config: MkDocsConfig) -> File:
    file = page_file(page, markdown, config)
    rendered = render_html(markdown, page.path, directories=config.use_directory_urls)
    made = DossierPage(page, markdown, rendered, file, config)
    if title is not None:
        made.title = title
    return file
