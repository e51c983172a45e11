"""The HTML of a document, a mail or a feed to blocks, all of it: nothing there is the furniture of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from mkdocs_dossier.imports.draft import Block, BlockKind, Refusal, Span
from mkdocs_dossier.imports.page import tree_of
from mkdocs_dossier.imports.tree import prepare
from mkdocs_dossier.imports.words import visible

_UNSHOWN = frozenset("script style head title noscript template svg iframe object form button input select".split())
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header html "
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 hr caption".split()
)
_STRONG, _EMPHASIS = frozenset(("b", "strong")), frozenset(("i", "em", "cite"))
_DEEPEST = 60


def html_blocks(html: str, address: str = "") -> tuple[Block, ...] | Refusal:
    """Return the text of a piece of HTML. address: of where it comes from, for its relative links."""
    tree = tree_of(html) if html.strip() else None
    if tree is None or isinstance(tree, Refusal):
        return tree if isinstance(tree, Refusal) else ()
    prepare(tree, address)
    return tuple(block for block in _inside(tree, "paragraph", 0) if block.text.strip())


def _inside(element: Any, kind: BlockKind, depth: int, level: int = 0, *, ordered: bool = False) -> Iterator[Block]:
    """Yield the blocks in an element; what is in no block of its own is a block of this kind."""
    line: list[Span] = []
    for part in _parts(element, Span(""), depth):
        if isinstance(part, Span):
            line.append(part)
            continue
        yield from _line(line, kind, level, ordered=ordered)
        line = []
        if part is not None:
            yield from _block(part, kind, depth + 1, level)
    yield from _line(line, kind, level, ordered=ordered)


def _line(line: list[Span], kind: BlockKind, level: int, *, ordered: bool) -> Iterator[Block]:
    if any(span.text.strip() for span in line):
        yield Block(kind, tuple(line), level, ordered)


def _parts(element: Any, manner: Span, depth: int) -> Iterator[Span | Any | None]:
    """Yield the text in an element, the blocks in it, and None for a line break."""
    yield _span(manner, element.text)
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNSHOWN:
            pass
        elif tag == "br":
            yield None
        elif tag in _BLOCKS:
            yield child
        elif depth < _DEEPEST:
            yield from _parts(child, _manner(child, tag, manner), depth + 1)
        else:
            yield _span(manner, child.text_content())
        yield _span(manner, child.tail)


def _span(manner: Span, text: str | None) -> Span:
    return replace(manner, text=visible(text or "").replace("\n", " ").replace("\t", " "))


def _manner(child: Any, tag: str, manner: Span) -> Span:
    if tag in _STRONG:
        return replace(manner, strong=True)
    if tag in _EMPHASIS:
        return replace(manner, emphasis=True)
    if tag in ("code", "kbd", "samp", "tt"):
        return replace(manner, code=True)
    target = child.get("href") if tag == "a" else None
    return replace(manner, address=target) if target and target.startswith(("http://", "https://")) else manner


def _block(element: Any, kind: BlockKind, depth: int, level: int) -> Iterator[Block]:
    tag = element.tag
    if depth > _DEEPEST:
        text = visible(" ".join(element.text_content().split()))
        yield from _line([Span(text)], kind, level, ordered=False)
    elif tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield from _inside(element, "heading", depth, max(2, int(tag[1])))
    elif tag in ("ul", "ol"):
        for item in element:
            if item.tag in ("ul", "ol"):
                yield from _block(item, "item", depth, level)
            elif item.tag == "li":
                yield from _item(item, depth, min(_lists_above(element), 5), ordered=tag == "ol")
    elif tag == "blockquote":
        yield from _inside(element, "quote", depth)
    elif tag == "pre":
        yield Block("code", (Span(visible(element.text_content()).strip("\n")),))
    elif tag == "table":
        yield from _table(element, depth)
    elif tag != "hr":
        yield from _inside(element, kind, depth, level)


def _item(item: Any, depth: int, level: int, *, ordered: bool) -> Iterator[Block]:
    yield from _inside(item, "item", depth + 1, level, ordered=ordered)


def _lists_above(element: Any) -> int:
    return sum(1 for parent in element.iterancestors("ul", "ol"))


def _table(table: Any, depth: int) -> Iterator[Block]:
    """A table of data as rows; one that only lays out a page as what is in it."""
    if any(True for _ in table.iterdescendants("table")) or len(table.findall(".//td")) <= 1:
        yield from _inside(table, "paragraph", depth)
        return
    for row in table.iter("tr"):
        cells = tuple(" ".join(visible(cell.text_content()).split()) for cell in row if cell.tag in ("td", "th"))
        if any(cells):
            yield Block("row", cells=cells)
