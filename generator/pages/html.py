"""The HTML of a generated page, and its table of contents. The only importer of pyromark.

Generated pages are a small part of Markdown that every renderer reads alike, so they go through a native one;
headings get the ids that Python-Markdown would give them, so that a link to a heading holds in both.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import pyromark

from generator.pages.urls import site_link

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"#:]*\.md(?:#[^"]*)?)"')
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
        text, id = _text_and_id(match[2])
        heading = Heading(int(match[1]), _unique(id, taken), text)
        headings.append(heading)
        return f'<h{match[1]} id="{heading.id}">{match[2]}</h{match[1]}>'

    page = _render(markdown).replace(_CONTAINER, "")
    return Rendered(on_site(_HEADING.sub(with_id, page), path, directories=directories), tuple(headings))


def on_site(text: str, path: str, *, directories: bool, attribute: str = "href") -> str:
    """Let what is HTML in a text link to the pages of the built site instead of to their `.md` files.

    attribute: that holds the address in what is returned.
    """

    def rewrite(match: re.Match[str]) -> str:
        return f'<a {attribute}="{site_link(match[1], path, directories=directories)}"'

    return _LINK.sub(rewrite, text)


@lru_cache(maxsize=1 << 14)  # an article's title heads its sentences in many dossiers
def _text_and_id(inner: str) -> tuple[str, str]:
    """The plain text of a heading's HTML, and the id that it has if no other heading of the page has it."""
    text = html.unescape(_TAG.sub("", inner)).strip()
    return text, _heading_id(text)


def _heading_id(text: str) -> str:
    """As Python-Markdown's `toc` extension makes it: https://python-markdown.github.io/extensions/toc/"""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(id: str, taken: set[str]) -> str:
    number, candidate = 0, id
    while candidate in taken or not candidate:
        number += 1
        candidate = f"{id}_{number}"
    taken.add(candidate)
    return candidate
