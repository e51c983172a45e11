"""The site as a plain Markdown tree that MkDocs, ProperDocs and Zensical build without this tool's plugin or theme."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

_KEPT = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "use_directory_urls",
)
_EXTENSIONS = ("tables", "md_in_html", "attr_list", "fenced_code", "admonition", "footnotes", "def_list")
_THEMES = ("mkdocs", "readthedocs", "material")
_SECTIONS = ("actors", "countries", "events", "dates", "articles")


def tree_files(pages: Mapping[str, str], own: Mapping[str, bytes], settings: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the files of the tree by path. pages: generated Markdown; own: the user's hand-written files."""
    files = {f"docs/{path}": text.encode() for path, text in pages.items()}
    files |= {f"docs/{path}": content for path, content in own.items()}
    files["mkdocs.yml"] = site_settings(settings, frozenset(files)).encode()
    return files


def site_settings(settings: Mapping[str, Any], files: frozenset[str]) -> str:
    """Return a `mkdocs.yml` for the tree: what of the user's one means anything without the plugin and the theme."""
    kept = {key: settings[key] for key in _KEPT if settings.get(key) is not None}
    theme = settings.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    lines = {
        "site_name": "Dossier",
        **kept,
        "docs_dir": "docs",
        # Each builder has a theme of its own where none is named.
        **({"theme": {"name": name}} if name in _THEMES else {}),
        "nav": _nav(settings.get("nav"), files),
        "not_in_nav": "\n".join(f"/{section}/**" for section in _SECTIONS) + "\n",
        "markdown_extensions": list(_EXTENSIONS),
        "plugins": [],
    }
    # JSON values are YAML, and say every text unmistakably.
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items())


def _nav(nav: Any, files: frozenset[str]) -> list[Any]:
    """The user's nav, or the home page and the indexes."""
    if isinstance(nav, list):
        return nav
    own = sorted(
        path.removeprefix("docs/")
        for path in files
        if path.startswith("docs/") and path.endswith(".md") and PurePosixPath(path).parts[1] not in _SECTIONS
    )
    return [*own, *({section.title(): f"{section}/index.md"} for section in _SECTIONS)]
