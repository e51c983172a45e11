"""Reads what the command line needs of `mkdocs.yml`. It is the user's own file, so its tags are allowed and left
aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from mkdocs_dossier.diagnostics import Diagnostic, Place


class _Settings(yaml.SafeLoader):
    """Reads every tag that it does not know (`!ENV`, `!!python/name:…`) as nothing."""


_Settings.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """Return the settings in `path`, or none where they cannot be read: MkDocs itself says what is wrong with them."""
    try:
        # A subclass of SafeLoader, which builds nothing but plain values.
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_Settings)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
    return settings if isinstance(settings, dict) else {}


def nav_entries(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each page that the `nav` of these settings lists, with its place (1-based line and column)."""
    try:
        root = yaml.compose(text, Loader=_Settings)
    except yaml.YAMLError:
        return
    for key, value in root.value if isinstance(root, MappingNode) else ():
        if key.value == "nav":
            yield from _entries(value)


def _entries(node: Node) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, ScalarNode):
        yield node.value, node.start_mark.line + 1, node.start_mark.column + 1
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _entries(item)
    elif isinstance(node, MappingNode):
        for _, item in node.value:
            yield from _entries(item)


def plugin_settings(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the `dossier` plugin."""
    plugins = settings.get("plugins")
    for plugin in plugins if isinstance(plugins, list) else []:
        if isinstance(plugin, dict) and isinstance(plugin.get("dossier"), dict):
            found: dict[str, Any] = plugin["dossier"]
            return found
    return {}


_WHOLE = "it must hold the settings of the site"


def settings_problem(path: Path, shown: str) -> Diagnostic | None:
    """Return why `mkdocs.yml` cannot be read, or is not that of a dossier: it may be half saved.

    Args:
        shown: Its path.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return Diagnostic(Place(shown), "unreadable-file", f"cannot be read: {reason}", "put it back")
    if not content.strip():
        return Diagnostic(Place(shown), "empty-file", "the file is empty", _WHOLE)
    try:
        settings = yaml.load(content.decode("utf-8"), Loader=_Settings)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Diagnostic(Place(shown, line), "encoding", "the file is not UTF-8", "save it as UTF-8")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return syntax_problem(error, shown)
    if not isinstance(settings, dict):
        return Diagnostic(Place(shown), "site-error", "this is not made of 'key: value' lines", _WHOLE)
    if "INHERIT" not in settings and not _has_plugin(settings.get("plugins")):
        message = "the plugin 'dossier' is not in 'plugins' any more"
        return Diagnostic(Place(shown), "site-error", message, "start 'mkdocs serve' again if that is meant")
    return None


def _has_plugin(plugins: Any) -> bool:
    if isinstance(plugins, dict):
        return "dossier" in plugins
    named = plugins if isinstance(plugins, list) else []
    return any(plugin == "dossier" or (isinstance(plugin, dict) and "dossier" in plugin) for plugin in named)


def syntax_problem(error: Exception, shown: str, first_line: int = 1) -> Diagnostic:
    """Return what is wrong with a YAML text that begins on `first_line` of the file `shown`."""
    mark = getattr(error, "problem_mark", None)
    place = Place(shown, first_line) if mark is None else Place(shown, first_line + mark.line, mark.column + 1)
    message = getattr(error, "problem", None) or str(error).split("\n")[0]
    return Diagnostic(place, "yaml-syntax", message, "mend the YAML; a text with a colon needs quotes")
