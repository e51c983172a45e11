"""The pages written by hand under `mkdocs serve`: one that is broken stays as it last was, and the others go on.

MkDocs gives up on all of them where one cannot be read or rendered.
"""

from __future__ import annotations

import html
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import TableOfContents

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.site_page import read_site_page
from mkdocs_dossier.serve.editors import is_temporary
from mkdocs_dossier.serve.log_capture import in_one_line
from mkdocs_dossier.site_build.mkdocs_pages import nav_titles
from mkdocs_dossier.site_build.project_paths import ProjectPaths

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.dossier")

_SHOWN = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What rendering leaves in a page of MkDocs."""


class HandWritten:
    """What is known of the last good state. problems: with the present one. kept: targets that stay as they lie."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._rendered: dict[str, dict[str, Any]] = {}
        self._copied: dict[str, str] = {}  # sources of files that are copied, by target
        self.problems: list[Diagnostic] = []
        self.kept: set[str] = set()

    def look_at(self, files: Files, config: MkDocsConfig, paths: ProjectPaths, *, ours: bool) -> None:
        """Put what was good in the place of what is broken. ours: whether no other plugin has to do with pages."""
        self.problems.clear()
        self.kept.clear()
        for file in [file for file in files if is_temporary(file.src_uri)]:
            files.remove(file)
        self._look_at_pages(files, config, paths)
        self._look_at_copied(files, paths)
        if ours:
            titles = nav_titles(config.nav)
            for file in files:
                if file.is_documentation_page() and file.page is None:
                    HandWrittenPage(titles.get(file.src_uri), file, config, self, paths)

    def _look_at_pages(self, files: Files, config: MkDocsConfig, paths: ProjectPaths) -> None:
        there = set()
        for file in list(files):
            if not file.is_documentation_page() or file.abs_src_path is None or file.generated_by is not None:
                continue
            there.add(file.src_uri)
            text, problem = read_site_page(Path(file.abs_src_path), paths.shown(file.abs_src_path))
            if problem is None:
                self._texts[file.src_uri] = text
            else:
                self.problems.append(problem)
                file.content_string = self._texts.get(file.src_uri) or _nothing_of(file.name)
        for uri in sorted(self._texts.keys() - there):
            path = paths.docs / uri
            if files.get_file_from_path(uri) is None and _is_in_the_way(path):
                self.problems.append(_unreadable(path, paths))
                files.append(File.generated(config, uri, content=self._texts[uri]))
            else:
                del self._texts[uri]

    def _look_at_copied(self, files: Files, paths: ProjectPaths) -> None:
        """Files that are copied: an empty one may be half saved."""
        copied = {
            file.dest_uri: file.abs_src_path
            for file in files
            if not file.is_documentation_page() and file.abs_src_path and _is_users_own(file.abs_src_path, paths)
        }
        for target, source in {**self._copied, **copied}.items():
            problem = _copy_problem(Path(source), paths)
            if problem is None:
                continue
            if target in self._copied or problem.code != "empty-file":
                self.problems.append(problem)
                self.kept.add(target)
            file = files.get_file_from_path(target)
            if problem.code != "empty-file" and file is not None and file.abs_src_path == source:
                files.remove(file)
        lost = {target: source for target, source in self._copied.items() if target in self.kept}
        self._copied = {**{target: path for target, path in copied.items() if _has_content(path)}, **lost}

    def keep(self, uri: str, page: SitePage) -> None:
        """Remember how a page was rendered."""
        self._rendered[uri] = {name: getattr(page, name, None) for name in _SHOWN}

    def put_back(self, uri: str, page: SitePage, problem: Diagnostic) -> None:
        """Let a page be as it was last rendered."""
        self.problems.append(problem)
        shown = self._rendered.get(uri)
        if shown is None:
            page.content, page.toc = f"<h1>{html.escape(page.file.name)}</h1><p>{_NOT_NOW}</p>", TableOfContents([])
            page.present_anchor_ids, page.links_to_anchors = set(), {}
        else:
            for name, value in shown.items():
                setattr(page, name, value)


class HandWrittenPage(SitePage):
    """A page that is shown as it last was where it cannot be rendered."""

    def __init__(
        self, title: str | None, file: File, config: MkDocsConfig, known: HandWritten, paths: ProjectPaths
    ) -> None:
        super().__init__(title, file, config)
        self._known, self._paths = known, paths

    def render(self, config: MkDocsConfig, files: Files) -> None:
        try:
            super().render(config, files)
        except Exception as error:  # an extension may fail in any way
            log.debug("rendering '%s'", self.file.src_uri, exc_info=True)
            message = in_one_line(f"{type(error).__name__}: {error}")
            place = Place(self._paths.shown(self._paths.docs / self.file.src_uri))
            self._known.put_back(self.file.src_uri, self, Diagnostic(place, "site-error", message))
        else:
            self._known.keep(self.file.src_uri, self)


_NOT_NOW = "This page cannot be read at the moment."


def _nothing_of(name: str) -> str:
    return f"# {name}\n\n{_NOT_NOW}\n"


def _copy_problem(path: Path, paths: ProjectPaths) -> Diagnostic | None:
    """Why a file cannot be copied that is to be; None also where it is simply gone."""
    if path.is_file() and os.access(path, os.R_OK):
        empty = Diagnostic(Place(paths.shown(path)), "empty-file", "the file is empty", "save it again, or remove it")
        return None if path.stat().st_size else empty
    return _unreadable(path, paths) if _is_in_the_way(path) else None


def _unreadable(path: Path, paths: ProjectPaths) -> Diagnostic:
    reason = "this is a folder, where a file is expected" if path.is_dir() else "cannot be read"
    return Diagnostic(Place(paths.shown(path)), "unreadable-file", reason, "fix or remove it")


def _is_in_the_way(path: Path) -> bool:
    """Whether something is there, or perhaps: a folder, a link to nothing, what may not be looked at."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _has_content(path: str) -> bool:
    try:
        return os.stat(path).st_size > 0
    except OSError:
        return False


def _is_users_own(path: str, paths: ProjectPaths) -> bool:
    return Path(path).is_relative_to(paths.root) and "site-packages" not in Path(path).parts
