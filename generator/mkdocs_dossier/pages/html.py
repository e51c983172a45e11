"""The HTML of a generated page, and its table of contents. The only importer of pyromark.

Generated pages are a small part of Markdown that every renderer reads alike, so they go through a native one;
headings get the ids that Python-Markdown would give them, so that a link to a heading holds in both.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

import pyromark

from mkdocs_dossier.pages.markdown import with_host
from mkdocs_dossier.pages.urls import is_index, moved

_TAG = re.compile(r"<[^>]*>")
_MARKED = re.compile(r'(<(?:a href="[^"#]*|h([1-6])>.*?</h\2>))', re.DOTALL)
"""What differs between what is rendered and the built site: the opening of a link up to its anchor, and a heading."""

_ANCHOR = re.compile('<span id="([^"]*)"')
_ALIGNED = re.compile(r'(<t[hd]\b[^<>]*) style="text-align: (left|center|right);?"')
"""A cell, as pyromark and Python-Markdown write it."""

_LINK = re.compile(r'(<a href="[^"#]*)')
_HYPHENS, _NO_WORD = re.compile(r"[-\s]+"), re.compile(r"[^\w\s-]")
_IMAGE = '<img src="'
_OWN_IMAGE = re.compile(r'<img src="(?![^"/?#]*:|/)')
_CONTAINER = ' markdown="1"'
_render: Callable[[str], str] = partial(pyromark.html, options=pyromark.Options.ENABLE_TABLES)


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 1-6. text: plain. rest: its HTML from where the id belongs."""

    level: int
    id: str
    text: str
    rest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's HTML and its headings, in order."""

    html: str
    headings: tuple[Heading, ...]


def render_html(markdown: str, path: str, *, directories: bool) -> Rendered:
    """Return the HTML of the generated page `path`. directories: as in `site_link`."""
    # A large site has a million links and headings: one pass finds both, and most are known from other pages.
    whole = _without_container_marks(_render(markdown))
    parts = _MARKED.split(whole)
    openings, levels = parts[1::3], parts[2::3]
    del parts[2::3]
    turned = _on_site(is_index(path), directories, "href")
    places = [place for place, level in enumerate(levels) if level is not None]
    headings = _with_ids((_heading(openings[place], turned) for place in places), _ANCHOR.findall(whole))
    for place, heading in zip(places, headings, strict=True):
        parts[2 * place] += f'<h{heading.level} id="{heading.id}"{heading.rest}'
        openings[place] = ""
    parts[1::2] = map(turned, openings)
    text = "".join(parts)
    if _IMAGE in text:
        # A page that is no index lies one folder deeper on the site than its file does.
        deeper = "../" if directories and not is_index(path) else ""
        text = _OWN_IMAGE.sub(f'<img loading="lazy" src="{deeper}', text)
    return Rendered(text, headings)


def with_aligned_cells(text: str) -> str:
    """Let columns of tables keep their side in HTML where no `style` counts: our theme's pages refuse it (CSP)."""
    return _ALIGNED.sub(r'\1 align="\2"', text) if "text-align:" in text else text


def _without_container_marks(text: str) -> str:
    """Leave out the attribute `markdown="1"` of our own tags, which is meant for Python-Markdown. The same letters in a
    text stay.
    """
    first, *others = text.split(_CONTAINER)
    pieces, in_tag = [first], first.rfind("<") > first.rfind(">")
    for piece in others:
        pieces += [piece] if in_tag else [_CONTAINER, piece]
        if "<" in piece or ">" in piece:
            in_tag = piece.rfind("<") > piece.rfind(">")
    return "".join(pieces)


def _with_ids(headings: Iterable[Heading], anchors: Iterable[str]) -> tuple[Heading, ...]:
    """The headings, no two with the same id, and none with that of an anchor: dossiers link to these."""
    taken = set(anchors)
    numbers: dict[str, int] = {}
    found: list[Heading] = []
    for heading in headings:
        id = heading.id if heading.id and heading.id not in taken else _unique(heading.id, taken, numbers)
        taken.add(id)
        found.append(heading if id == heading.id else replace(heading, id=id))
    return tuple(found)


def on_site(text: str, path: str, *, directories: bool, attribute: str = "href") -> str:
    """Let what is HTML in a text link to the pages of the built site instead of to their `.md` files.

    attribute: that holds the address in what is returned.
    """
    return _with_links(text, _on_site(is_index(path), directories, attribute))


def _with_links(text: str, turned: Callable[[str], str]) -> str:
    parts = _LINK.split(text)
    parts[1::2] = map(turned, parts[1::2])
    return "".join(parts)


@lru_cache
def _on_site(from_index: bool, directories: bool, attribute: str) -> Callable[[str], str]:
    """Return what an opening tag of a link becomes on the built site."""

    @lru_cache(maxsize=1 << 16)  # the pages of a folder link to the same pages
    def turned(opening: str) -> str:
        url = opening.removeprefix('<a href="')
        if ":" in url:
            return f'<a href="{with_host(url)}'
        if not url.endswith(".md"):
            return opening
        return f'<a {attribute}="{moved(url, from_index=from_index, directories=directories)}'

    return turned


@lru_cache(maxsize=1 << 15)  # an article's title heads its sentences in many dossiers
def _heading(whole: str, turned: Callable[[str], str]) -> Heading:
    """A heading by its HTML, with the id that it has if no other heading of the page has it."""
    text = html.unescape(_TAG.sub("", whole)).strip()
    return Heading(int(whole[2]), _heading_id(text), text, _with_links(whole[3:], turned))


def _heading_id(text: str) -> str:
    """As Python-Markdown's `toc` extension makes it: https://python-markdown.github.io/extensions/toc/"""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _HYPHENS.sub("-", _NO_WORD.sub("", plain).strip().lower())


def _unique(id: str, taken: Container[str], numbers: dict[str, int]) -> str:
    """Return the id with the first free number. numbers: the last one of each id, of which there may be thousands."""
    number, candidate = numbers.get(id, 0), id
    while candidate in taken or not candidate:
        number += 1
        candidate = f"{id}_{number}"
    numbers[id] = number
    return candidate
