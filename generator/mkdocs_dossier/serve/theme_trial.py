"""Tries the theme's templates on pages of all layouts before they are used: one may be half saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.serve.log_capture import in_one_line
from mkdocs_dossier.serve.own_theme import from_folders
from mkdocs_dossier.site_build.page_layout import PageLayout
from mkdocs_dossier.site_build.project_paths import ProjectPaths

_KINDS = ("actor", "index", "map", "article", "home")
_SAMPLE = "# Sample\n\nText.\n\n## Part\n\nMore.\n"


def try_theme(layout: PageLayout, *, alone: bool) -> None:
    """Render a page of each layout, those that are no dossier's, and those written by hand. Raises what they raise.

    Args:
        alone: Whether nobody else has to do with the templates that are no page's.
    """
    for kind in _KINDS:
        layout.page(Page(f"dossier/sample/{kind}.md", "Sample", kind), _SAMPLE)
    for name in sorted(layout.config.theme.static_templates) if alone else ():
        if name in layout.env.list_templates():
            context = get_context(layout.nav, layout.files, layout.config, base_url=".")
            layout.env.get_template(name).render(context)
    for file in layout.files:
        page = file.page
        if page is not None and page.content is not None:
            layout.env.get_template("main.html").render(get_context(layout.nav, layout.files, layout.config, page))


def wrong_templates(files: Files, env: Any, paths: ProjectPaths) -> Iterator[Diagnostic]:
    """Yield what is wrong with the templates that pages ask for in their front matter; these do without."""
    for file in files.documentation_pages():
        meta = {} if file.page is None else file.page.meta
        name = meta.get("template")
        if name is None:
            continue
        try:
            env.get_template(name)
        except Exception as error:
            del meta["template"]
            place = paths.place(paths.docs / file.src_uri, (str(name),))
            message = in_one_line(f"the template '{name}' cannot be had: {type(error).__name__}")
            yield Diagnostic(place, "bad-template", message, "the page is shown by 'main.html'")


def spare_shell(layout: PageLayout) -> PageLayout:
    """Return the shell with the theme's own templates alone."""
    own = str(templates_folder() / "theme")
    dirs = [folder for folder in layout.config.theme.dirs if folder == own or "site-packages" in folder]
    return layout.with_templates(from_folders(layout.env.overlay(), dirs))
