"""Generated pages as files of MkDocs: all of them for other themes, those in the nav, and those that links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.html import Rendered, render_html
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.site_build.generated_file import generated_file
from mkdocs_dossier.site_build.page import DossierPage, LinkedPage, page_file
from mkdocs_dossier.site_build.theme_page import surroundings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.pages.moved import Moved
    from mkdocs_dossier.words.catalogue import Words


def add_all_pages(files: Files, snapshot: Snapshot, config: MkDocsConfig) -> tuple[Diagnostic, ...]:
    """Let MkDocs build every generated page; return what was wrong with templates."""
    from mkdocs_dossier.build import render_units, write_files
    from mkdocs_dossier.pages.kinds import all_units
    from mkdocs_dossier.pages.moved import moved_pages

    rendered = render_units(list(all_units(snapshot.site)), snapshot, lambda page, markdown: (page, markdown), "serial")
    made = [result for unit in rendered.units for result in unit.results]
    titles = nav_titles(config.nav)
    for page, markdown in made:
        if files.get_file_from_path(page.path) is None:
            files.append(_built_page(page, markdown, titles.get(page.path), config))
    for path, content in write_files(snapshot, themed=config.theme.name == "dossier"):
        files.append(generated_file(config, path, content))
    moved = moved_pages(snapshot.site.moved, [page.path for page, _ in made])
    _add_moved(files, moved, snapshot.site.words, config)
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
    elif isinstance(nav, list | tuple):
        for item in nav:
            yield from _entries(item)


def _built_page(page: Page, markdown: str, title: str | None, config: MkDocsConfig) -> File:
    file = page_file(page, markdown, config)
    rendered = render_html(markdown, page.path, directories=config.use_directory_urls)
    made = DossierPage(page, markdown, rendered, file, config)
    if title is not None:
        made.title = title
    return file


def _add_moved(files: Files, moved: Iterable[Moved], words: Words, config: MkDocsConfig) -> None:
    """Add pages that lead to others, as files that MkDocs copies: they are in no nav, no sitemap and no search."""
    from mkdocs_dossier.pages.moved import SCRIPT, moved_html

    base, taken = surroundings(config).base, {file.dest_uri for file in files}
    for one in moved:
        target, text = moved_html(one, base, words, directories=config.use_directory_urls)
        if target not in taken:
            files.append(generated_file(config, target, text))
        if SCRIPT not in taken:
            taken.add(SCRIPT)
            script = (templates_folder() / "theme" / SCRIPT).read_text(encoding="utf-8")
            files.append(generated_file(config, SCRIPT, script))
