"""Reads what the command line needs of `mkdocs.yml`. It is the user's own file, so its tags are allowed and left
aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


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
