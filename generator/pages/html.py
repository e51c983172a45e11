"""The HTML of a generated page, and its table of contents. The only importer of pyromark.

Generated pages are a small part of Markdown that every renderer reads alike, so they go through a native one;
headings get the ids that Python-Markdown would give them, so that a link to a heading holds in both.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import pyromark

from generator.pages.urls import is_index, moved

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'(<a href="[^"#:]*\.md)(?=(?:#[^"]*)?")')
"""What opens a link to a page, up to the name of its file."""

_HYPHENS, _NO_WORD = re.compile(r"[-\s]+"), re.compile(r"[^\w\s-]")
_CONTAINER = ' markdown="1"'
_render: Callable[[str], str] = partial(pyromark.html, options=pyromark.Options.ENABLE_TABLES)


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 1-6. text: plain."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's HTML and its headings, in order."""

    html: str
    headings: tuple[Heading, ...]


def render_html(markdown: str, path: str, *, directories: bool) -> Rendered:
    """Return the HTML of the generated page `path`. directories: as in `site_link`."""
    headings: list[Heading] = []
    taken: set[str] = set()

    def with_id(match: re.Match[str]) -> str:
        level, inner = match.groups()
        heading = _heading(level, inner)
        id = _unique(heading.id, taken)
        headings.append(heading if id == heading.id else replace(heading, id=id))
        return f'<h{level} id="{id}">{inner}</h{level}>'

    page = _render(markdown).replace(_CONTAINER, "")
    return Rendered(on_site(_HEADING.sub(with_id, page), path, directories=directories), tuple(headings))


def on_site(text: str, path: str, *, directories: bool, attribute: str = "href") -> str:
    """Let what is HTML in a text link to the pages of the built site instead of to their `.md` files.

    attribute: that holds the address in what is returned.
    """

    # A large site has half a million links: to split at them takes half the time that a substitution takes.
    parts = _LINK.split(text)
    from_index = is_index(path)
    parts[1::2] = [_opening(found, from_index, directories, attribute) for found in parts[1::2]]
    return "".join(parts)


@lru_cache(maxsize=1 << 15)  # the pages of a folder link to the same pages
def _opening(found: str, from_index: bool, directories: bool, attribute: str) -> str:
    url = found.removeprefix('<a href="')
    return f'<a {attribute}="{moved(url, from_index=from_index, directories=directories)}'


@lru_cache(maxsize=1 << 14)  # an article's title heads its sentences in many dossiers
def _heading(level: str, inner: str) -> Heading:
    """A heading by its HTML, with the id that it has if no other heading of the page has it."""
    text = html.unescape(_TAG.sub("", inner)).strip()
    return Heading(int(level), _heading_id(text), text)


def _heading_id(text: str) -> str:
    """As Python-Markdown's `toc` extension makes it: https://python-markdown.github.io/extensions/toc/"""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _HYPHENS.sub("-", _NO_WORD.sub("", plain).strip().lower())


def _unique(id: str, taken: set[str]) -> str:
    number, candidate = 0, id
    while candidate in taken or not candidate:
        number += 1
        candidate = f"{id}_{number}"
    taken.add(candidate)
    return candidate
