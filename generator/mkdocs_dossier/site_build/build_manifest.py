"""What the last `mkdocs build` left. Where nothing changed that a generated page is made of, it stays as it lies."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.diagnostics import Diagnostic, as_text, from_plain
from mkdocs_dossier.incremental.cache import Cache
from mkdocs_dossier.incremental.cache_keys import tool_key
from mkdocs_dossier.incremental.dependencies import Dependency
from mkdocs_dossier.incremental.digests import digest
from mkdocs_dossier.pages.template_sources import template_sources
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.write.built import is_as_left

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.site_build.page_layout import PageLayout

SLOT, PAGES = "site", "pages"


@dataclass(frozen=True)
class LastBuild:
    """What the last build left behind.

    Attributes:
        collection: What tells its data from any other.
        span: The days for which it holds, between two embargoes.
        problems: What was wrong, as plain data.
        layout: What tells the theme's state from any other.
        homes: What stood at the home marks of pages written by hand, as Markdown, by path.
        targets: Where generated pages and data files lie in the site.
        moved: Where pages lie that lead to others.
        by_hand: Files of the site that MkDocs built.
        left: The size and time of each of these files.
        search: Whether there was a full-text index.
        titles: The titles of generated pages that stand in the nav without one, by path.
    """

    collection: str
    span: tuple[str, str]
    problems: list[Any]
    layout: str = ""
    homes: Mapping[str, str] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    left: Mapping[str, list[int]] = field(default_factory=dict)
    search: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(map(from_plain, self.problems))


@dataclass(frozen=True)
class LastPages:
    """What the pages of the last build rest on.

    Attributes:
        digests: Of the answers.
        units: Kind, key, targets, and the numbers of dependencies.
    """

    dependencies: list[Dependency]
    digests: list[str]
    units: list[tuple[str, str, list[str], list[int]]]


def site_key(options: Options, site: str, *, directories: bool) -> str:
    """Return what tells this tool, these page templates, the language, and this folder that is built into from others.

    Args:
        directories: Whether each page is a folder with an `index.html`.
    """
    found = template_sources(options)
    templates = [part.encode() for name, source in sorted(found.sources.items()) for part in (name, source.text)]
    templates += [as_text(problem).encode() for problem in found.problems]
    settings = f"{options.maps} {directories} {options.language}"
    return digest(tool_key().encode(), settings.encode(), os.fsencode(os.path.abspath(site)), *templates)


def read_last(cache: Cache, key: str, site: str) -> LastBuild | None:
    """Return what the last build left, if the site still is what it was."""
    content = cache.read(SLOT, key)
    last = None if content is None else LastBuild(**json.loads(content))
    return last if last is not None and is_as_left(site, last.left) else None


def read_pages(cache: Cache, last: LastBuild) -> LastPages | None:
    """Return what its pages were made of."""
    content = cache.read(PAGES, _pages_key(last))
    if content is None:
        return None
    asked, digests, units = json.loads(content)
    return LastPages([(accessor, tuple(arguments)) for accessor, arguments in asked], digests, units)


def keep_last(cache: Cache, key: str, last: LastBuild, pages: LastPages | None) -> None:
    """Keep what this build leaves for the next one.

    Args:
        pages: None if all of them are what they were.
    """
    if pages is not None:
        cache.keep(PAGES, _pages_key(last), _json([pages.dependencies, pages.digests, pages.units]))
    cache.keep(SLOT, key, _json(vars(last)))


def _pages_key(last: LastBuild) -> str:
    return digest(last.collection.encode(), last.layout.encode(), *(target.encode() for target in last.targets))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def layout_key(layout: PageLayout, config: MkDocsConfig) -> str:
    """Return what tells the theme, the settings and the nav, as far as generated pages show them, from any other."""
    settings = {key: value for key, value in config.items() if key not in ("site_dir", "extra") and _is_plain(value)}
    extra = {key: value for key, value in config.extra.items() if not key.startswith("dossier_")}
    parts = [repr(settings), repr(dict(config.theme)), repr(extra), os.environ.get("SOURCE_DATE_EPOCH", "")]
    parts += [repr([str(part) for part in (*config.extra_css, *config.extra_javascript)])]
    parts += [f"{name} {value}" for name, value in layout.env.globals.items() if name.startswith("dossier_")]
    parts += [f"{path}: {page.previous_page!r} {page.next_page!r}" for path, page in sorted(layout.listed.items())]
    parts += sorted(layout.taken)
    shared = layout.sample()
    parts += [str(shared[name]) for name in sorted(shared) if name.startswith("dossier_")]
    for folder in config.theme.dirs:
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".html"):
                    with open(os.path.join(parent, name), encoding="utf-8", errors="replace") as file:
                        parts += [os.path.join(parent, name), file.read()]
    return digest(*(part.encode("utf-8", "replace") for part in parts))


def _is_plain(value: Any) -> bool:
    """Tell whether a setting is made of texts, numbers, lists and mappings: what a template can show."""
    if type(value) is dict:
        return all(_is_plain(item) for item in value.values())
    if type(value) is list:
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)
