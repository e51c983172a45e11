"""Reads `mkdocs.yml` as MkDocs does: `mkdocs.yaml` where there is none, `INHERIT`, `!ENV`, `plugins` as list or map.

It is the user's own file. Tags that stand for Python's objects are read as nothing: no option of ours is one.

MkDocs itself takes half a second to be imported, and the command asks for no more than this.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mergedeep
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError
from yaml_env_tag import construct_env_tag

from mkdocs_dossier.diagnostics import Diagnostic, Place

NAMES = ("mkdocs.yml", "mkdocs.yaml")
"""What the file may be called; the first that there is counts."""

_WHOLE = "it must hold the settings of the site"


class _Settings(yaml.SafeLoader):
    """Reads every tag that it does not know (`!relative`, `!!python/name:…`) as nothing."""


_Settings.add_multi_constructor("", lambda loader, suffix, node: None)
_Settings.add_constructor("!ENV", construct_env_tag)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the settings of a site say.

    Attributes:
        path: That of their file, whether it is there or not.
        values: What they say, with what is inherited.
        problems: Why they cannot be read; `values` is empty then.
        parsed: The files, as messages name them, the nearest first, with their nodes.
    """

    path: Path
    values: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    parsed: tuple[tuple[str, Node], ...] = ()

    @property
    def docs(self) -> Path:
        """The folder of the pages written by hand."""
        given = self.values.get("docs_dir")
        return self.path.parent / (given if isinstance(given, str) else "docs")

    def place(self, *keys: str) -> Place:
        """Return where the settings say something: the key itself, in the nearest file that has it.

        Args:
            keys: The way to it; the list of plugins counts as a mapping.
        """
        for depth in range(len(keys), 0, -1):
            for shown, root in self.parsed:
                found = _key(root, keys[:depth])
                if found is not None:
                    return Place(shown, found.start_mark.line + 1, found.start_mark.column + 1)
        return Place(self.parsed[0][0] if self.parsed else self.path.name)


def read_site(project: Path) -> SiteSettings:
    """Return the settings of the site in a project's folder."""
    path = next((project / name for name in NAMES if (project / name).exists()), project / NAMES[0])
    return read_site_file(path, path.name, project) if path.exists() else SiteSettings(path)


def read_site_file(path: Path, shown: str, project: Path) -> SiteSettings:
    """Return the settings in a file.

    Args:
        shown: Its path in messages.
        project: The folder that the paths of others are relative to.
    """
    return _read(path, shown, project, ())


def plugin_settings(settings: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the options of the plugin `dossier`, as they stand there; None where it is not among the plugins."""
    for name, options in plugins_of(settings):
        if name in ("dossier", "/dossier"):
            return options if isinstance(options, dict) else {}
    return None


def plugins_of(settings: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the plugins with their options, from a list or a mapping, whatever these are."""
    given = settings.get("plugins")
    if isinstance(given, dict):
        yield from given.items()
    for item in given if isinstance(given, list) else ():
        yield from item.items() if isinstance(item, dict) else ((item, {}),)


def nav_entries(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each page that the `nav` of these settings lists, with its place (1-based line and column)."""
    try:
        root = yaml.compose(text, Loader=_Settings)
    except yaml.YAMLError:
        return
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if key.value == "nav":
            yield from _entries(value)


def settings_problem(path: Path, shown: str) -> Diagnostic | None:
    """Return why `mkdocs.yml` cannot be read, or is not that of a dossier: it may be half saved.

    Args:
        shown: Its path.
    """
    site = read_site_file(path, shown, path.parent)
    if site.problems:
        return site.problems[0]
    if not site.parsed:
        return Diagnostic(Place(shown), "empty-file", "the file is empty", _WHOLE)
    if plugin_settings(site.values) is None:
        message = "the plugin 'dossier' is not in 'plugins' any more"
        return Diagnostic(Place(shown), "site-error", message, "start 'mkdocs serve' again if that is meant")
    return None


def syntax_problem(error: Exception, shown: str, first_line: int = 1) -> Diagnostic:
    """Return what is wrong with a YAML text that begins on `first_line` of the file `shown`."""
    mark = getattr(error, "problem_mark", None)
    place = Place(shown, first_line) if mark is None else Place(shown, first_line + mark.line, mark.column + 1)
    message = getattr(error, "problem", None) or str(error).split("\n")[0]
    return Diagnostic(place, "yaml-syntax", message, "fix the YAML; a text with a colon needs quotes")


def _read(path: Path, shown: str, project: Path, below: tuple[Path, ...]) -> SiteSettings:
    """Return what a file says, with all that it inherits.

    Args:
        below: The files that inherit from this one.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return _broken(path, Diagnostic(Place(shown), "unreadable-file", f"cannot be read: {reason}", "put it back"))
    try:
        node, values = _parsed(content)
    except ReaderError as error:
        return _broken(path, _not_text(error, content, shown))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _broken(path, syntax_problem(error, shown))
    if node is None:
        return SiteSettings(path)
    if not isinstance(values, dict):
        return _broken(path, Diagnostic(Place(shown), "site-error", "this is not made of 'key: value' lines", _WHOLE))
    site = SiteSettings(path, values, parsed=((shown, node),))
    return _with_inherited(site, project, (*below, path)) if "INHERIT" in values else site


def _parsed(content: bytes) -> tuple[Node | None, Any]:
    loader = _Settings(content)
    try:
        node = loader.get_single_node()
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _with_inherited(site: SiteSettings, project: Path, below: tuple[Path, ...]) -> SiteSettings:
    given = site.values["INHERIT"]
    place = site.place("INHERIT")
    if not isinstance(given, str):
        return _broken(site.path, Diagnostic(place, "site-error", "INHERIT names no file", "give a path"))
    parent = Path(os.path.normpath(site.path.parent / given))
    if not parent.exists():
        problem = Diagnostic(place, "site-error", f"there is no file '{given}' to inherit from", "correct the path")
        return _broken(site.path, problem)
    if parent in below:
        problem = Diagnostic(place, "site-error", f"'{given}' inherits from this file itself", "remove one of the two")
        return _broken(site.path, problem)
    inherited = _read(parent, _shown(parent, project), project, below)
    if inherited.problems:
        return SiteSettings(site.path, problems=inherited.problems)
    own = {key: value for key, value in site.values.items() if key != "INHERIT"}
    merged: dict[str, Any] = mergedeep.merge({}, inherited.values, own)
    return SiteSettings(site.path, merged, parsed=(*site.parsed, *inherited.parsed))


def _broken(path: Path, problem: Diagnostic) -> SiteSettings:
    return SiteSettings(path, problems=(problem,))


def _not_text(error: ReaderError, content: bytes, shown: str) -> Diagnostic:
    if error.encoding == "unicode":
        return syntax_problem(error, shown)
    line = content.count(b"\n", 0, error.position) + 1
    return Diagnostic(Place(shown, line), "encoding", "the file is not UTF-8", "save it as UTF-8")


def _shown(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()


def _entries(node: Node) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, ScalarNode):
        yield node.value, node.start_mark.line + 1, node.start_mark.column + 1
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, MappingNode):
        for _, item in node.value:
            yield from _entries(item)


def _key(root: Node, keys: Sequence[str]) -> Node | None:
    """The node of the last of these keys, each looked for in the value of the one before."""
    found, values = None, [root]
    for name in keys:
        pairs = [pair for value in values for pair in _pairs(value)]
        matching = [(key, value) for key, value in pairs if isinstance(key, ScalarNode) and key.value == name]
        if not matching:
            return None
        found, values = matching[-1][0], [matching[-1][1]]
    return found


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    if isinstance(node, MappingNode):
        yield from node.value
    for item in node.value if isinstance(node, SequenceNode) else ():
        yield from _pairs(item) if isinstance(item, MappingNode) else ((item, item),)
