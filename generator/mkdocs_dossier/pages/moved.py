"""Where pages lay before their record was renamed: small pages that lead on, so that published links hold for ever.

They are no dossiers: in no list, no index and no search. Under any theme they are the same plain HTML.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.model.formerly import Renamable, former_ids
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.pages.markdown import escape, link, with_values
from mkdocs_dossier.pages.urls import actor_path, article_path, event_path, public_url, relative, site_link, target_of
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.direction import direction
from mkdocs_dossier.words.later import N_

SCRIPT = "js/moved.js"
"""Takes along what stands behind the `#` of an address. A file of the theme, which lies beside pages of other themes
too.
"""


class Move(NamedTuple):
    """Where the pages of a renamed record went.

    Attributes:
        to: What the paths of its pages begin with now (`actors/guan-youfei`).
        title: Its name.
    """

    to: str
    title: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that lies elsewhere now.

    Attributes:
        path, target: Its Markdown file, then and now.
        title: What the page is called now.
    """

    path: str
    target: str
    title: str


def moves(collection: Collection) -> dict[str, Move]:
    """Return where the pages of renamed records went, by what their paths began with before (`actors/guan`)."""
    articles = {id: document.record for id, document in collection.documents.items()}
    found: dict[str, Move] = {}
    for path_of, records in _kinds(collection.actors, collection.events, articles):
        for old, new in former_ids(records).items():
            record = records[new]
            title = record.name if isinstance(record, Actor) else record.title
            found[_bare(path_of(old))] = Move(_bare(path_of(new)), title)
    return found


_Kind = tuple[Callable[[str], str], Mapping[str, Renamable]]


def _kinds(*records: Mapping[str, Renamable]) -> Iterable[_Kind]:
    return zip((actor_path, event_path, article_path), records, strict=True)


def moved_pages(known: Mapping[str, Move], paths: Iterable[str]) -> Iterator[Moved]:
    """Yield the pages that lie elsewhere now. known: of `moves`. paths: of the pages that continue others, as
    `actors/guan-youfei/events.md`; further ones do no harm.
    """
    if not known:
        return
    former: dict[str, list[str]] = {}
    for old, move in known.items():
        yield Moved(f"{old}.md", f"{move.to}.md", move.title)
        former.setdefault(move.to, []).append(old)
    for path in paths:
        owner = _owner(path)
        for old in former.get(owner, ()) if f"{owner}.md" != path else ():
            yield Moved(old + path[len(owner) :], path, known[old].title)


def moved_at(known: Mapping[str, Move], path: str, has_page: Callable[[str], bool]) -> Moved | None:
    """Return the page that lay at `path`, if it lies elsewhere now. has_page: whether the site has a page."""
    move = known.get(_bare(path))
    if move is not None:
        return Moved(path, f"{move.to}.md", move.title)
    owner = _owner(path)
    move = known.get(owner)
    if move is None or not has_page(target := move.to + path[len(owner) :]):
        return None
    return Moved(path, target, move.title)


def _bare(path: str) -> str:
    return path.removesuffix(".md")


def _owner(path: str) -> str:
    """What the path of a page begins with that continues another: only dossiers have such."""
    return "/".join(_bare(path).split("/")[:2])


def moved_html(moved: Moved, base: str | None, words: Words, *, directories: bool) -> tuple[str, str]:
    """Return where the page lies in the built site, and its HTML. base: the address of the site, if it has one.

    directories: as in `site_link`. Where scripts run, the address is followed with what stands behind its `#`.
    """
    place = target_of(moved.path, directories=directories)
    address = html.escape(_address(moved, directories))
    known = None if base is None else base + quote(public_url(target_of(moved.target, directories=directories)))
    script = posixpath.join(*[".."] * place.count("/"), SCRIPT)
    title = html.escape(moved.title)
    return place, _HTML.format(
        language=html.escape(words.language),
        direction=' dir="rtl"' if direction(words.language) == "rtl" else "",
        title=title,
        address=address,
        canonical=html.escape(known or address),
        script=html.escape(script),
        text=html.escape(words.gettext(_TEXT)) % {"page": f'<a href="{address}">{title}</a>'},
    )


def moved_markdown(moved: Moved, words: Words, *, directories: bool) -> str:
    """Return the page for builders that know nothing of this tool. directories: as in `site_link`."""
    address = html.escape(_address(moved, directories))
    to = link(escape(moved.title), relative(moved.target, moved.path))
    text = with_values(words.gettext(_TEXT), {"page": to})
    return _MARKDOWN.format(title=escape(moved.title), address=address, text=text)


def _address(moved: Moved, directories: bool) -> str:
    return site_link(relative(moved.target, moved.path), moved.path, directories=directories)


_TEXT = N_("This page moved to %(page)s.")

_HTML = """\
<!doctype html>
<html lang="{language}"{direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<script src="{script}" data-to="{address}"></script>
<noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
</head>
<body data-pagefind-ignore="all">
<p>{text}</p>
</body>
</html>
"""

_MARKDOWN = """\
---
search:
  exclude: true
---

# {title}

<meta http-equiv="refresh" content="0; url={address}">
<meta name="robots" content="noindex">

{text}
"""
