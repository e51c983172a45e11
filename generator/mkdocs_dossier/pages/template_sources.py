"""The page templates of a project: the user's own lie over those of the package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.pages.sources import TemplateSource, Unread, read_templates
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.package_files import templates_folder


@dataclass(frozen=True, slots=True)
class Templates:
    """The page templates by name, and what is wrong with files of which nothing could be read."""

    sources: Mapping[str, TemplateSource]
    problems: tuple[Diagnostic, ...]


def template_sources(options: Options) -> Templates:
    """Return the page templates of a project."""
    sources, unread = read_templates([options.templates_folder / "pages", _built_in()])
    return Templates(sources, tuple(_problem(one, options.root) for one in unread))


def built_in_sources() -> dict[str, TemplateSource]:
    """Return the page templates of the package."""
    return read_templates([_built_in()])[0]


def standing_sources(options: Options, before: Mapping[str, TemplateSource]) -> Templates:
    """Return the page templates of a project as long as they are being edited: what is empty, or cannot be read, stays
    as it was `before`, and what was nothing then is the package's own.
    """
    sources, unread = read_templates([options.templates_folder / "pages", _built_in()])
    empty = {name: source for name, source in sources.items() if not source.text}
    lost = {**{name: source.path for name, source in empty.items()}, **{one.name: one.path for one in unread}}
    if not lost:
        return Templates(sources, ())
    known = built_in_sources()
    standing = {name: source for name, source in sources.items() if name not in lost}
    for name, path in lost.items():
        last = before.get(name)
        source = last if last is not None and last.path == path and last.text else known.get(name)
        if source is not None:
            standing[name] = source
    problems = [_problem(one, options.root) for one in unread]
    problems += [_empty(source.path, options.root) for source in empty.values()]
    return Templates({name: standing[name] for name in sorted(standing)}, tuple(problems))


def _built_in() -> Path:
    return templates_folder() / "pages"


def _problem(unread: Unread, root: Path) -> Diagnostic:
    place = Place(_shown(unread.path, root), unread.line)
    if unread.is_text:
        return Diagnostic(place, "encoding", unread.reason, "save it as UTF-8")
    return Diagnostic(place, "unreadable-file", f"cannot be read: {unread.reason}", "fix or remove it")


def _empty(path: str, root: Path) -> Diagnostic:
    hint = "to have a part left out, leave a blank line in its file"
    return Diagnostic(Place(_shown(path, root)), "empty-file", "the file is empty", hint)


def _shown(path: str, root: Path) -> str:
    found = Path(path)
    return found.relative_to(root).as_posix() if found.is_relative_to(root) else found.as_posix()
