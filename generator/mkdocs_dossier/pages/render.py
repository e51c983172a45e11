"""Writes a page as Markdown, by its template. The only importer of jinja2.

A template sees one variable, `page`, and the gettext calls (`template_words.py`). Every value that it writes goes
through `written`, which escapes whatever is not Markdown already; there is no filter by which a template could leave
this out.

A template is compiled together with the parts that it includes, so that a page costs one run of code and not one for
each list on it. Where such a run fails, the page is rendered once more part by part, to learn which part it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined, Template, TemplateError, nodes
from jinja2.visitor import NodeTransformer

from mkdocs_dossier.model.lines import Link
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.markdown import escape, link, url
from mkdocs_dossier.pages.sources import TemplateSource
from mkdocs_dossier.pages.template_words import as_code, listed, markdown_calls
from mkdocs_dossier.words.catalogue import Words

_OF_MODULE = re.compile(r"'(?:\w+\.)+(?=[A-Z]\w* object')")
"""In what Jinja says of a value: the module of its class, of which who writes templates knows nothing."""

_BLANK_LINES = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


class BadTemplate(Exception):
    """A template cannot be compiled or rendered. path: as its loader names it; line: 1-based."""

    def __init__(self, path: str, line: int, problem: str) -> None:
        super().__init__(problem)
        self.path, self.line, self.problem = path, line, problem


_INCLUDED = re.compile(r"""["']([^"']+\.jinja)["']""")


def kinds_of(sources: Mapping[str, TemplateSource], changed: Iterable[str]) -> set[str]:
    """Return the kinds of page in whose templates, or in what these include, one of the `changed` files stands."""
    concerned = set(changed)
    while True:
        more = {name for name, source in sources.items() if concerned & set(_INCLUDED.findall(source.text))}
        if more <= concerned:
            return {name.removesuffix(".md.jinja") for name in concerned if "/" not in name}
        concerned |= more


class Renderer:
    """The page templates, ready to be used: by name, as `actor.md.jinja`. words: what their gettext calls give."""

    def __init__(self, sources: Mapping[str, TemplateSource], words: Words) -> None:
        self.sources, self.words = sources, words
        self._loader = FunctionLoader(self._load)
        self._environment = Environment(
            loader=self._loader,
            undefined=StrictUndefined,
            finalize=written,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.filters = {
            "length": len,
            "address": lambda value: Markdown(url(value)),
            "code": as_code,
            "listed": lambda values: listed(values, words, written),
        }
        self._environment.globals |= markdown_calls(words, written)
        self._templates: dict[str, Template] = {}

    def __reduce__(self) -> tuple[type[Renderer], tuple[Mapping[str, TemplateSource], Words]]:
        """To another process go the sources; it compiles what it needs."""
        return Renderer, (self.sources, self.words)

    def render(self, page: Page) -> str:
        """Return the Markdown of `page`. Raises `BadTemplate`."""
        try:
            text = self._template(page.kind).render(page=page)
        except Exception:  # a template may fail in any way that Python can
            text = self._part_by_part(page)
        return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"

    def _part_by_part(self, page: Page) -> str:
        try:
            return self._environment.get_template(f"{page.kind}.md.jinja").render(page=page)
        except Exception as error:
            raise _bad(error) from error

    def _template(self, kind: str) -> Template:
        if kind not in self._templates:
            self._templates[kind] = _compiled(f"{kind}.md.jinja", self._environment, self._loader)
        return self._templates[kind]

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = self.sources.get(name)
        return None if source is None else (source.text, source.path, lambda: True)


def _compiled(name: str, environment: Environment, loader: BaseLoader) -> Template:
    try:
        return _with_parts(name, environment, loader)
    except Exception:  # what is wrong in a part must not be said of the whole, nor where no page comes to it
        return environment.get_template(name)


def _with_parts(name: str, environment: Environment, loader: BaseLoader) -> Template:
    """Return a template, the parts that it includes taken into it."""
    source, file, _ = loader.get_source(environment, name)
    tree = _TakeIn(environment, loader, (name,)).visit(environment.parse(source, name, file))
    tree = _CallAtOnce(environment).visit(tree)
    return Template.from_code(environment, environment.compile(tree, name, file), environment.make_globals(None))


class _TakeIn(NodeTransformer):
    """Puts what a part holds in the place of its `include`. around: the files in which that stands, outermost first.

    What cannot be taken in stays an `include`: a part that is missing or broken, which is an error only where it is
    reached; one that includes itself; one with blocks, which belong to a file of their own.
    """

    def __init__(self, environment: Environment, loader: BaseLoader, around: tuple[str, ...]) -> None:
        self._environment, self._loader, self._around = environment, loader, around

    def visit_Include(self, node: nodes.Include) -> nodes.Node:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or name in self._around or node.ignore_missing or not node.with_context:
            return node
        try:
            source, file, _ = self._loader.get_source(self._environment, name)
            part = self._environment.parse(source, name, file)
        except (TemplateError, UnicodeDecodeError):
            return node
        if any(part.find_all((nodes.Block, nodes.Extends))):
            return node
        inner = _TakeIn(self._environment, self._loader, (*self._around, name)).visit(part)
        # A scope of its own: what a part sets is not seen outside it.
        return nodes.Scope(inner.body, lineno=node.lineno)


class _CallAtOnce(NodeTransformer):
    """Puts the text of a gettext call in its place where nothing in the call depends on the page: most are headings."""

    def __init__(self, environment: Environment) -> None:
        self._calls: Mapping[str, Any] = environment.globals

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        arguments = [each.value for each in node.args if isinstance(each, nodes.Const)]
        is_whole = len(arguments) == len(node.args) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if not is_whole or not isinstance(node.node, nodes.Name) or node.node.name not in ("_", "gettext", "pgettext"):
            return node
        try:
            return nodes.Const(self._calls[node.node.name](*arguments), lineno=node.lineno)
        except Exception:  # wrong arguments: an error where the page comes to it
            return node


def written(value: Any) -> str:
    """Return what a template writes for a value."""
    if type(value) is str:  # so are most values, and this is the quickest question
        return _written_text(value)
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Link):
        return _written_link(value.text, value.url, value.note)
    return _written_text(value if isinstance(value, str) else str(value))


# The same names, titles and days stand on many pages: most of what a template writes it has written before.
_written_text = lru_cache(maxsize=1 << 14)(escape)


@lru_cache(maxsize=1 << 15)
def _written_link(text: str, address: str, note: str) -> str:
    return link(_written_text(text), address) + (f" ({_written_text(note)})" if note else "")


def _bad(error: Exception) -> BadTemplate:
    path, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(".jinja"):
            path, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    said = _OF_MODULE.sub("'", str(error).split("\n")[0])
    return BadTemplate(path or "templates", line or 1, said)
