"""Where each page lies: the path of its Markdown file, below the site's root."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache

from mkdocs_dossier.model.ids import DEVICES, RESERVED_IDS, slug

HOME = "index.md"
EXPLORE = "explore"
"""The folder of the pages on the collection as a whole."""

SECTIONS = {
    "actors": "Actors",
    "countries": "Countries",
    "events": "Events",
    "dates": "Dates",
    "articles": "Articles",
    EXPLORE: "Explore",
}
"""The folders of all generated pages, and what they are called in the nav, in its order."""

RECORDS = tuple(section for section in SECTIONS if section != EXPLORE)
"""The folders of the pages on records and dates, each with an index."""

VIEW_NAMES = ("", "network", "connections", "timeline", "map")
"""The pages in it: the entry, then each view."""

WORDS_FILE = "dossier/words.js"
"""What the theme's scripts say in another language than English."""

SUGGESTIONS = "dossier/suggestions.md"
"""The page on names that no record covers. Only `mkdocs serve` makes it."""


def actor_path(id: str) -> str:
    return f"actors/{id}.md"


def event_path(id: str) -> str:
    return f"events/{id}.md"


def article_path(id: str) -> str:
    return f"articles/{id}.md"


def index_path(section: str) -> str:
    return f"{section}/index.md"


def explore_path(view: str) -> str:
    return f"{EXPLORE}/{view or 'index'}.md"


@lru_cache(maxsize=1 << 14)  # an article links to the same days as all those around it
def date_path(page: str) -> str:
    """`2016-08-18` lies at dates/2016/08/18.md, the month and the year at the index of their folder."""
    parts = page.split("-")
    return f"dates/{'/'.join(parts)}.md" if len(parts) == 3 else f"dates/{'/'.join(parts)}/index.md"


def date_of(path: str) -> str:
    """Return the page of the calendar that lies at `path`: the other way round of `date_path`."""
    return path.removeprefix("dates/").removesuffix(".md").removesuffix("/index").replace("/", "-")


def country_paths(names: Mapping[str, str]) -> dict[str, str]:
    """Return the path of each country's page, by code; the slug of its name, or of name and code where two are
    alike. names: by code.
    """
    slugs: dict[str, list[str]] = {}
    for code, country in names.items():
        slugs.setdefault(slug(country) or code.lower(), []).append(code)
    alone = {name for name, codes in slugs.items() if len(codes) == 1 and name not in RESERVED_IDS | DEVICES}
    paths = {}
    for name, codes in slugs.items():
        for code in codes:
            own = name
            while name not in alone and (own == name or own in alone):
                own = f"{own}-{code.lower()}"
            paths[code] = f"countries/{own}.md"
    return paths


@lru_cache(maxsize=1 << 12)
def _way(folder: str, here: str) -> str:
    """The way from one folder of the site to another, with a slash behind it."""
    way = posixpath.relpath(folder or ".", here or ".")
    return "" if way == "." else f"{way}/"


def relative(target: str, here: str, anchor: str = "") -> str:
    """Return the address of the page `target`, as written on the page `here`."""
    folder, _, name = target.rpartition("/")
    path = f"{_way(folder, here.rpartition('/')[0])}{name}"
    return f"{path}#{anchor}" if anchor else path


def site_link(url: str, here: str, *, directories: bool) -> str:
    """Turn a relative link to a `.md` file, as written on the page `here`, into the address on the built site.

    directories: whether a page is a folder with an index (`use_directory_urls`).
    """
    return moved(url, from_index=is_index(here), directories=directories)


def is_index(path: str) -> bool:
    """Whether a page is the index of its folder."""
    return path.rpartition("/")[2] == "index.md"


def moved(url: str, *, from_index: bool, directories: bool) -> str:
    """Return the same of any page that is the index of its folder, or of any that is none."""
    path, hash, anchor = url.partition("#")
    folder, _, name = path.rpartition("/")
    base = f"{folder}/" if folder else ""
    if not directories:
        return f"{base}{name.removesuffix('.md')}.html{hash}{anchor}"
    # A page that is no index lies one folder deeper on the site than its file does.
    deeper = "" if from_index else "../"
    target = f"{deeper}{base}" if name == "index.md" else f"{deeper}{base}{name.removesuffix('.md')}/"
    return f"{target or './'}{hash}{anchor}"


def target_of(path: str, *, directories: bool) -> str:
    """Return where the page `path` lies in the built site, as `actors/x/index.html`."""
    bare = path.removesuffix(".md")
    if not directories or bare == "index" or bare.endswith("/index"):
        return f"{bare}.html"
    return f"{bare}/index.html"


def page_paths(target: str, *, directories: bool) -> tuple[str, ...]:
    """Return the paths that the page at `target` of the built site (`actors/x/index.html`) may have."""
    if not target.endswith(".html"):
        return ()
    bare = target.removesuffix(".html")
    if not directories:
        return (f"{bare}.md",)
    folder = bare.removesuffix("index").rstrip("/")
    return (f"{folder}.md", f"{bare}.md") if bare.endswith("index") else ()


def is_page(target: str) -> bool:
    """Whether a page lies at `target` of the built site, and no other file."""
    return target.endswith(".html")


def public_url(target: str) -> str:
    """Return the address, below the root of the site, of the page at `target` (`actors/x/index.html`)."""
    return target.removesuffix("index.html") if target.endswith("/index.html") else target
