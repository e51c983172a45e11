"""The site as a plain Markdown tree that MkDocs, ProperDocs and Zensical build without this tool's plugin or theme."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from mkdocs_dossier.pages.html import on_site
from mkdocs_dossier.pages.moved import Moved, moved_markdown
from mkdocs_dossier.pages.urls import SECTIONS, index_path
from mkdocs_dossier.words.catalogue import Words

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


def tree_files(
    pages: Mapping[str, str],
    moved: Iterable[Moved],
    own: Mapping[str, bytes],
    settings: Mapping[str, Any],
    words: Words,
) -> dict[str, bytes]:
    """Return the files of the tree by path.

    Args:
        pages: Generated Markdown.
        moved: Pages that lie elsewhere now.
        own: The user's hand-written files.
    """
    files = {f"docs/{path}": with_site_links(text, path, settings).encode() for path, text in pages.items()}
    files |= {
        f"docs/{one.path}": moved_markdown(one, words, directories=_directories(settings)).encode() for one in moved
    }
    files |= {f"docs/{path}": content for path, content in own.items()}
    files["mkdocs.yml"] = site_settings(settings, frozenset(files), words).encode()
    return files


def with_site_links(text: str, path: str, settings: Mapping[str, Any]) -> str:
    """Let the links in a page's pictures, which are HTML, lead to the pages of the built site.

    All builders follow the links of Markdown to `.md` files, but of `href` in HTML some rewrite every relative one, and
    some none. `xlink:href` is SVG's own older name for it, which browsers follow and builders leave alone.
    """
    return on_site(text, path, directories=_directories(settings), attribute="xlink:href")


def _directories(settings: Mapping[str, Any]) -> bool:
    return settings.get("use_directory_urls") is not False


def site_settings(settings: Mapping[str, Any], files: frozenset[str], words: Words) -> str:
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
        "nav": _nav(settings.get("nav"), files, words),
        "not_in_nav": "\n".join(f"/{section}/**" for section in SECTIONS) + "\n",
        "markdown_extensions": list(_EXTENSIONS),
        "plugins": [],
    }
    # JSON values are YAML, and say every text unmistakably.
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items())


def _nav(nav: Any, files: frozenset[str], words: Words) -> list[Any]:
    """Return the user's nav, or the home page and the indexes."""
    if isinstance(nav, list):
        return nav
    own = sorted(
        path.removeprefix("docs/")
        for path in files
        if path.startswith("docs/") and path.endswith(".md") and PurePosixPath(path).parts[1] not in SECTIONS
    )
    return [*own, *({words.gettext(title): index_path(section)} for section, title in SECTIONS.items())]
