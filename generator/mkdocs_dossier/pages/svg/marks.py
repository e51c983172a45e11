"""Marks in pictures: each a link with a title; and how values are written into SVG."""

from __future__ import annotations

import html
import re

from mkdocs_dossier.pages.bidi import balanced

SIZE = 12
"""Of text, in user units."""

_COLOURS = {"offices": "#1f5f99", "relations": "#67459b", "events": "#b3261e", "articles": "#777"}
"""What themes without colours for pictures show."""

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_IN_ATTRIBUTE = re.compile("[&<>\"']")
_MARKUP = re.compile(r"[{}|`\\*_\[\]~^$]")


def svg_text(text: str) -> str:
    """Return text for an attribute or a title, on one line.

    What Markdown, or a template engine that reads the page after us, might take for its own is written as a reference.
    """
    if text.isprintable():  # so no control, no turn of direction and no surrogate is in it
        line = " ".join(text.split())
    else:
        line = balanced(" ".join(_CONTROLS.sub(" ", text).split())).translate(_SURROGATES)
    line = attribute(line)
    return _MARKUP.sub(_reference, line) if _MARKUP.search(line) else line


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def attribute(text: str) -> str:
    """Return text, such as an address, as it is written between the quotes of an attribute."""
    return html.escape(text, quote=True) if _IN_ATTRIBUTE.search(text) else text


def linked(url: str | None, title: str, drawn: str) -> str:
    """Return a mark with its title, a link where there is an address. drawn: SVG already."""
    if url is None:
        return f"<g><title>{svg_text(title)}</title>{drawn}</g>"
    return f'<a href="{attribute(url)}"><title>{svg_text(title)}</title>{drawn}</a>'


def number(value: float) -> str:
    """Return a coordinate, with one decimal where it needs one."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def series_group(series: str, drawn: str) -> str:
    """Return the marks of a series in its colour, for what is filled and for what is hollow.

    What is neither can be pointed at all the same.
    """
    colour = _COLOURS[series]
    look = f'fill="{colour}" stroke="{colour}" stroke-width="0" font-size="{SIZE}" pointer-events="all"'
    return f'<g class="{series}" {look}>{drawn}</g>'
