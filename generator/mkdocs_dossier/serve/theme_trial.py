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
from mkdocs_dossier.site_build.page_layout import Shell
from mkdocs_dossier.site_build.project_paths import Ground

_KINDS = ("actor", "index", "map", "article", "home")
_SAMPLE = "# Sample\n\nText.\n\n## Part\n\nMore.\n"


def try_theme(shell: Shell, *, alone: bool) -> None:
    """Render a page of each layout, those that are no dossier's, and those written by hand. Raises what they raise.

    alone: whether nobody else has to do with the templates that are no page's.
    """
    for kind in _KINDS:
        shell.page(Page(f"dossier/sample/{kind}.md", "Sample", kind), _SAMPLE)
    for name in sorted(shell.config.theme.static_templates) if alone else ():
        if name in shell.env.list_templates():
            context = get_context(shell.nav, shell.files, shell.config, base_url=".")
            shell.env.get_template(name).render(context)
    for file in shell.files:
        page = file.page
        if page is not None and page.content is not None:
            shell.env.get_template("main.html").render(get_context(shell.nav, shell.files, shell.config, page))


def wrong_templates(files: Files, env: Any, ground: Ground) -> Iterator[Diagnostic]:
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
            place = ground.place(ground.docs / file.src_uri, (str(name),))
            message = in_one_line(f"the template '{name}' cannot be had: {type(error).__name__}")
            yield Diagnostic(place, "bad-template", message, "the page is shown by 'main.html'")


def spare_shell(shell: Shell) -> Shell:
    """Return the shell with the theme's own templates alone."""
    own = str(templates_folder() / "theme")
    dirs = [folder for folder in shell.config.theme.dirs if folder == own or "site-packages" in folder]
    return shell.with_templates(from_folders(shell.env.overlay(), dirs))
