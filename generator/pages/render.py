"""Writes a page as Markdown, by its template. The only importer of jinja2.

A template sees one variable, `page`. Every value that it writes goes through `written`, which escapes whatever is not
Markdown already; there is no filter by which a template could leave this out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateError

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


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read. path: of its file."""

    text: str
    path: str


def read_templates(folders: Sequence[Path]) -> dict[str, Source]:
    """Return the page templates of `folders` by name, the first folder that has one winning."""
    found: dict[str, Source] = {}
    for folder in reversed(folders):
        for file in sorted(folder.rglob("*.jinja")):
            name = file.relative_to(folder).as_posix()
            found[name] = Source(file.read_text(encoding="utf-8", errors="replace"), str(file))
    return found


class Renderer:
    """The page templates, ready to be used: by name, as `actor.md.jinja`."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self._environment = Environment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            finalize=written,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters = {"length": len, "address": lambda value: Markdown(url(value))}
        self._templates: dict[str, Template] = {}

    def __reduce__(self) -> tuple[type[Renderer], tuple[Mapping[str, Source]]]:
        """To another process go the sources; it compiles what it needs."""
        return Renderer, (self.sources,)

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

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self.sources.get(name)
        return None if source is None else (source.text, source.path, lambda: True)


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
