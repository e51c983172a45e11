"""A page's Markdown as different engines read it, reduced to what must be the same in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pyromark
from markdown_it import MarkdownIt

EXTENSIONS = ["tables", "md_in_html", "attr_list", "toc", "admonition", "footnotes", "def_list", "abbr", "fenced_code"]
_MARKDOWN_IT = MarkdownIt("commonmark", {"html": True}).enable("table")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]|(?P<turn>[\u202a-\u202e\u2066-\u2069])")
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr th td hr br div".split())
SAFE = _BLOCKS | {"em", "strong", "s", "a", "code", "span"}


def python_markdown(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def python_markdown_in_html(text: str) -> str:
    return python_markdown(f'<div class="x" markdown="1">\n\n{text}\n\n</div>')


ENGINES: dict[str, Callable[[str], str]] = {
    "pyromark": lambda text: pyromark.html(text, options=pyromark.Options.ENABLE_TABLES),
    "markdown-it": lambda text: str(_MARKDOWN_IT.render(text)),
    "Python-Markdown": python_markdown,
    "Python-Markdown in a div": python_markdown_in_html,
}


@dataclass(frozen=True)
class Seen:
    """tags: the elements in each other, as text. ids: of spans."""

    text: str
    hrefs: tuple[str, ...]
    ids: tuple[str, ...]
    tags: str
    unsafe: tuple[str, ...]


def seen(html: str) -> Seen:
    """What a reader sees of a fragment of HTML.

    Left out of `tags`, because engines differ there harmlessly: paragraphs in list items (loose or tight), `thead` and
    `tbody`, elements with nothing in them (Python-Markdown makes a paragraph of a comment, and a row of a table's end).
    """
    body = html5lib.parseFragment(html, namespaceHTMLElements=False)
    elements = [element for element in body.iter() if isinstance(element.tag, str)][1:]
    return Seen(
        " ".join("".join(_text(body)).split()),
        tuple(e.get("href", "") for e in elements if e.tag == "a"),
        tuple(e.get("id", "") for e in elements if e.tag == "span"),
        _tags(body, ""),
        tuple(e.tag for e in elements if e.tag not in SAFE or not _is_safe(e)),
    )


def images(html: str) -> list[tuple[str, str, frozenset[str]]]:
    """The address of each image in a fragment of HTML, what it says, and which attributes it has."""
    body = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(e.get("src", ""), as_shown(e.get("alt", "")), frozenset(e.keys())) for e in body.iter("img")]


_ATTRIBUTES = {"a": "href", "span": "id", "ol": "start", "div": "class", "th": "align style", "td": "align style"}


def _is_safe(element: Element) -> bool:
    allowed = "id" if element.tag[0] == "h" else _ATTRIBUTES.get(element.tag, "")
    return set(element.keys()) <= set(allowed.split())


def _text(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str):  # a comment
        return
    gap = " " if element.tag in _BLOCKS else ""
    yield gap
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""
    yield gap


def _tags(element: Element, around: str) -> str:
    inside = "".join(_tags(child, element.tag) for child in element if isinstance(child.tag, str))
    tag = element.tag
    if tag in ("hr", "br"):
        return f"<{tag}>"
    if not inside and not "".join(_text(element)).strip():
        return ""
    if tag in ("thead", "tbody", "div", "DOCUMENT_FRAGMENT") or (tag == "p" and around == "li"):
        return inside
    return f"<{tag}>{inside}</{tag}>"


def as_shown(text: str) -> str:
    """The text of which a page shows the characters: controls are blanks, turns of direction are not compared."""
    shown = _CONTROLS.sub(lambda match: "" if match["turn"] else " ", text)
    return " ".join(shown.split())
