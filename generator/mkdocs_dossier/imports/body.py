"""Finds the article in a page's tree, as blocks. The one door to trafilatura, which is given the tree and fetches
nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from mkdocs_dossier.imports.draft import Block, BlockKind, Refusal, Span
from mkdocs_dossier.imports.guarded import parts
from mkdocs_dossier.imports.words import visible

_LARGEST = 100_000
"""Elements of a page; more is no article."""

_LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def find_body(tree: Any, address: str) -> tuple[Block, ...] | Refusal:
    """Return the text of the article in `tree`, which it changes. address: of the page, for its relative links."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        from mkdocs_dossier.imports.page import missing_extra

        return missing_extra("HTML")
    if sum(1 for _ in islice(tree.iter(), _LARGEST + 1)) > _LARGEST:
        return Refusal(
            f"this page has more than {_LARGEST} elements", "save the article's text as .txt, and import that"
        )
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            tree,
            url=address or None,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
            with_metadata=False,
        )
    except Exception as error:  # whatever a page makes of the library, it is the page that cannot be read
        return Refusal(f"the article in this page could not be read ({type(error).__name__})", "save its text as .txt")
    body = getattr(found, "body", None)
    blocks = () if body is None else tuple(_blocks(body))
    if not any(block.text.strip() for block in blocks):
        return Refusal("no article was found in this page", "save its text as .txt, and import that")
    return blocks


def _blocks(body: Any) -> Iterator[Block]:
    for element in body:
        yield from _element(element)


def _element(element: Any) -> Iterator[Block]:
    tag = element.tag
    if tag == "head":
        level = _LEVELS.get(element.get("rend") or "", 2)
        yield from (replace(block, level=level) for block in _lines(element, "heading"))
    elif tag == "list":
        ordered = element.get("rend") == "ol"
        yield from _items(element, ordered, 0)
    elif tag == "quote":
        if any(child.tag in ("p", "list", "head") for child in element):
            yield from (replace(block, kind="quote") for child in element for block in _element(child))
        else:
            yield from _lines(element, "quote")
    elif tag == "table":
        for row in element.iter("row"):
            cells = tuple(" ".join(visible("".join(cell.itertext())).split()) for cell in row.iter("cell"))
            if any(cells):
                yield Block("row", cells=cells)
    elif tag == "code":
        yield Block("code", (Span(visible("".join(element.itertext())).strip("\n")),))
    elif tag not in ("graphic", "lb"):
        yield from _lines(element, "paragraph")


def _items(element: Any, ordered: bool, level: int) -> Iterator[Block]:
    for item in element.iter("item"):
        depth = sum(1 for parent in item.iterancestors("list")) - 1
        yield from (replace(block, level=min(depth, 5), ordered=ordered) for block in _lines(item, "item"))


def _lines(element: Any, kind: BlockKind) -> Iterator[Block]:
    """The lines of a block, each as one: a line break ends a paragraph."""
    line: list[Span] = []
    for span in _spans(element, Span(""), 0):
        if span is None:
            if any(part.text.strip() for part in line):
                yield Block(kind, tuple(line))
            line = []
        elif span.text:
            line.append(span)
    if any(part.text.strip() for part in line):
        yield Block(kind, tuple(line))


_DEEPEST = 50


def _spans(element: Any, manner: Span, depth: int) -> Iterator[Span | None]:
    """Yield stretches of text in document order; None for a line break."""
    yield from _stretches(manner, element.text)
    for child in element:
        tag = child.tag
        if tag in ("lb", "p", "item", "quote"):
            yield None
        if tag not in ("graphic", "list", "item"):
            if depth < _DEEPEST:
                yield from _spans(child, _manner(child, tag, manner), depth + 1)
            else:
                yield from _stretches(manner, "".join(child.itertext()))
        if tag in ("p", "quote"):
            yield None
        yield from _stretches(manner, child.tail)


def _stretches(manner: Span, text: str | None) -> Iterator[Span]:
    for part, address in parts(visible(text or "").replace("\n", " ")):
        if part:
            yield replace(manner, text=part, address=_web(address) or manner.address)


def _manner(child: Any, tag: str, manner: Span) -> Span:
    rend = child.get("rend") or ""
    if tag == "hi":
        return replace(manner, strong=manner.strong or rend == "#b", emphasis=manner.emphasis or rend == "#i")
    if tag == "code":
        return replace(manner, code=True)
    if tag == "ref":
        return replace(manner, address=_web(child.get("target") or "") or manner.address)
    return manner


def _web(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
