"""Writes a page as Markdown, by its template. The only importer of jinja2.

A template sees one variable, `page`. Every value that it writes goes through `written`, which escapes whatever is not
Markdown already; there is no filter by which a template could leave this out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Template, TemplateError

from generator.model.lines import Link
from generator.model.markdown import Markdown
from generator.model.pages import Page
from generator.pages.markdown import escape, link, url

_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


class BadTemplate(Exception):
    """A template cannot be compiled or rendered. path: as its loader names it; line: 1-based."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(problem)
        self.path, self.line, self.problem = path, line, problem


class Renderer:
    """The page templates of `folders`, the first that has a file winning."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(str(folder)) for folder in folders]),
            undefined=StrictUndefined,
            finalize=written,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters = {"length": len, "address": lambda value: Markdown(url(value))}
        self._templates: dict[str, Template] = {}
        self.signature = _signature(folders)

    def render(self, page: Page) -> str:
        """Return the Markdown of `page`. Raises `BadTemplate`."""
        try:
            text = self._template(page.kind).render(page=page)
        except TemplateError as error:
            raise _bad(error) from error
        except Exception as error:  # a template may fail in any way that Python can
            raise _bad(error) from error
        return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"

    def _template(self, kind: str) -> Template:
        if kind not in self._templates:
            self._templates[kind] = self._environment.get_template(f"{kind}.md.jinja")
        return self._templates[kind]


def _signature(folders: Sequence[Path]) -> str:
    """Tell one state of all templates from another."""
    digest = sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.jinja")):
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def written(value: Any) -> str:
    """Return what a template writes for a value."""
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Link):
        note = f" ({escape(value.note)})" if value.note else ""
        return link(escape(value.text), value.url) + note
    return escape(value if isinstance(value, str) else str(value))


def _bad(error: Exception) -> BadTemplate:
    path, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(".jinja"):
            path, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return BadTemplate(path or "templates", line or 1, str(error).split("\n")[0])
