"""The home page, and any other page written by hand that shows figures of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from mkdocs_dossier.pages.home_mark import home_text, wants_home, with_home
from mkdocs_dossier.pages.html import on_site
from mkdocs_dossier.pages.urls import HOME
from mkdocs_dossier.site_build.generated_file import generated_file
from mkdocs_dossier.site_build.page import DossierPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

    from mkdocs_dossier.site_build.site_run import SiteRun


def add_home_page(files: Files, config: MkDocsConfig) -> None:
    """Give a site a home page that has none."""
    if files.get_file_from_path(HOME) is None:
        text = home_text(config.site_name, config.site_description or "")
        files.append(generated_file(config, HOME, text))


def with_figures(markdown: str, page: SitePage, config: MkDocsConfig, run: SiteRun) -> str | None:
    """Return the Markdown of a page with what belongs at its home mark; None where it has no such mark."""
    if isinstance(page, DossierPage) or not wants_home(markdown):
        return None
    home = run.home(page.file)
    page.meta.setdefault("dossier", {"kind": "home"})
    return with_home(markdown, on_site(home, page.file.src_uri, directories=config.use_directory_urls))
