"""Puts a generated page into the theme: the whole HTML of the page, as it is written or served."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context

from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.html import render_html, with_aligned_cells
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.site_build.page import DossierPage
from mkdocs_dossier.site_build.theme_page import SiteContext, ThemePage, surroundings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage

    from mkdocs_dossier.pages.moved import Moved
    from mkdocs_dossier.words.catalogue import Words

_PARTS = {
    "dossier_opening": "opening.html",
    "dossier_header": "header.html",
    "dossier_assets": "assets.html",
    "dossier_footer": "footer.html",
}
"""What is the same on all pages of a section that lie at one depth."""

_HOLE = "\0"
"""Stands in a head for what each page has of its own."""


@dataclass(frozen=True)
class PageLayout:
    """The theme, ready for pages.

    Attributes:
        env: The Jinja environment with its templates.
        files: The files of the pages written by hand.
        taken: Their paths, which no generated page takes.
        listed: Generated pages that stand in the nav, by path.
        folder: The folder of the built site.
        known: For each section, depth and page in the nav, the context of the pages that lie there and belong to it,
            with the parts that they share.
        contents: Lists of headings, by these.
    """

    env: Any
    nav: Navigation
    files: Sequence[File]
    config: MkDocsConfig
    folder: str
    taken: frozenset[str] = frozenset()
    listed: Mapping[str, SitePage] = field(default_factory=dict)
    known: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)
    contents: dict[tuple[object, ...], str] = field(default_factory=dict)

    def with_templates(self, env: Any) -> PageLayout:
        """Return the same theme with other templates."""
        return replace(self, env=env, known={}, contents={})

    def page(self, page: Page, markdown: str) -> tuple[str, str]:
        """Return where the page lies in the built site, and its HTML."""
        made = render_html(markdown, page.path, directories=self._around.directories)
        rendered = replace(made, html=with_aligned_cells(made.html))
        shown = ThemePage(page, markdown, rendered, self._around, self.listed.get(page.path))
        context = {**self.shared(shown), "page": shown, "dossier_contents": self._contents(shown)}
        return shown.target, self._filled(context)

    def shared(self, shown: Any) -> dict[str, Any]:
        """Return what the pages have in common that lie where this one does."""
        section, _, rest = shown.url.partition("/")
        current = self._current(shown.url)
        key = ("/" * shown.url.count("/"), section if rest else shown.url, current)
        if key not in self.known:
            context: dict[str, Any] = {**get_context(self.nav, self.files, self.config, shown)}
            context["dossier_current"] = current
            context |= {name: self.env.get_template(template).render(context) for name, template in _PARTS.items()}
            self.known[key] = context | {"dossier_heads": self._heads(context)}
        return self.known[key]

    def _current(self, url: str) -> str:
        """Return the address of the page in the nav to which a page belongs: its own, or that of the section it lies
        in.
        """
        places = self._places.get(url.partition("/")[0], ())
        return next((place for place, folder in places if url == place or url.startswith(folder)), "")

    @cached_property
    def _places(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """The addresses of the pages in the nav and of their folders, the deepest first, by section."""
        places: dict[str, list[tuple[str, str]]] = {}
        for url in {page.url for page in self.nav.pages if not page.is_homepage}:
            folder = url.removesuffix("index.html")
            places.setdefault(url.partition("/")[0], []).append((url, f"{folder.rstrip('/')}/"))
        for found in places.values():
            found.sort(key=lambda place: (-len(place[1]), place))
        return places

    def sample(self) -> dict[str, Any]:
        """Return what is shared by pages that lie nowhere in particular: it shows all of the nav."""
        page = Page("dossier/sample.md", "", "")
        return self.shared(ThemePage(page, "", render_html("", page.path, directories=True), self._around, None))

    def _filled(self, context: dict[str, Any]) -> str:
        """`main.html`, rendered. Jinja's own `render` spends a fifth of its time on collecting its globals anew."""
        try:
            return "".join(self._main.root_render_func(self._main.new_context(self._globals | context, shared=True)))
        except Exception:
            return str(self._main.render(context))  # raises it again, with the lines of the template

    @cached_property
    def _main(self) -> Any:
        return self.env.get_template("main.html")

    @cached_property
    def _globals(self) -> dict[str, Any]:
        return dict(self._main.globals)

    @cached_property
    def _around(self) -> SiteContext:
        return surroundings(self.config)

    def _heads(self, context: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
        """Return what stands in the head before the title, between it and the description, and behind this; first of
        pages without a description. Nothing where the user's own head may show more of a page than these two.
        """
        head = self.env.get_template("head.html")
        if Path(head.filename).parent != templates_folder() / "theme":
            return ()
        texts = (head.render(context | {"title": _HOLE, "description": description}) for description in ("", _HOLE))
        return tuple((*text.split(_HOLE), "")[:3] for text in texts)

    def _contents(self, shown: ThemePage) -> str:
        """Return the list of a page's headings, rendered once for all pages that have the same ones below their
        title.
        """
        first, *others = shown.in_contents or (None,)
        key = (first if first is None or first.level > 1 else None, *others)
        if key not in self.contents:
            self.contents[key] = self.env.get_template("contents.html").render(page=shown)
        return self.contents[key]

    def moved(self, moved: Moved, words: Words) -> tuple[str, str]:
        """Return where a page that leads to another lies in the built site, and its HTML."""
        from mkdocs_dossier.pages.moved import moved_html

        return moved_html(moved, self._around.base, words, directories=self._around.directories)

    def write(self, page: Page, markdown: str) -> str:
        """Write the page into the built site, and return where it lies there; "" where one written by hand does."""
        if page.path in self.taken:
            return ""
        target, text = self.page(page, markdown)
        write_page(self.folder, target, text)
        return target


def shell_of(env: Any, nav: Navigation, files: Files, config: MkDocsConfig, folder: str) -> PageLayout:
    """Return the theme, ready for pages. env, nav, files: as MkDocs made them. folder: of the built site."""
    pages = files.documentation_pages()
    taken = frozenset(file.src_uri for file in pages)
    listed = {page.file.src_uri: page for page in nav.pages if isinstance(page, DossierPage)}
    return PageLayout(env, nav, pages, config, folder, taken, listed)


def write_page(site: str, target: str, text: str) -> None:
    """Write a page of the built site."""
    write_file(site, target, page_content(text))


def page_content(text: str) -> bytes:
    """Return what a file with this page holds. A lone surrogate, which UTF-8 has none for, is a reference there."""
    return text.encode("utf-8", errors="xmlcharrefreplace")


def write_file(site: str, target: str, content: bytes) -> None:
    """Write a file of the built site."""
    path = f"{site}/{target}"
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # most pages are the first and the only one in theirs
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    rest = content
    with open(path, "wb", buffering=0) as file:
        while rest:
            rest = rest[file.write(rest) :]


def fragment(page: Page, markdown: str) -> tuple[Page, str]:
    """Return what another process hands back of a page: what its head says, and its Markdown."""
    head = Page(
        *(page.path, page.title, page.kind, page.source, page.description, page.lang, page.brief, page.tally),
        *(page.facets, page.previous, page.next),
    )
    return head, markdown
