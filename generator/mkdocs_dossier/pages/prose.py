"""Writes a `Prose` as safe Markdown, with anchors and links at its mentions.

`article.py` calls it for the body of an article, `inline.py` for fields that hold inline Markdown. CommonMark and
Python-Markdown read what it writes alike. The title's block is left out: the page template writes the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.prose import Break, Code, Prose
from mkdocs_dossier.pages.markdown import at_block_start, code_block
from mkdocs_dossier.pages.prose_inline import InlineWriter, Mark
from mkdocs_dossier.pages.prose_tree import INLINE, Element, ProsePart, body_parts, leaves

__all__ = ["Mark", "write_prose"]

_RULE = "***"
_SEPARATOR = "<!-- -->"
"""Keeps apart what would otherwise be read as one: two lists, two quotes."""

_JOINING = (frozenset(("ul", "ol")), frozenset(("blockquote",)))
_ALIGNMENTS = {"left": ":---", "center": ":---:", "right": "---:"}
_LAST_NUMBER = 99
"""Numbers keep to two digits, so that what belongs to an item is always indented by four."""

Lines = list[str]


def write_prose(prose: Prose, marks: Sequence[Mark], pictures: Mapping[str, str] | None = None) -> Markdown:
    """Return the body of `prose`. marks: sorted, disjoint or nested. pictures: addresses of those that are shown."""
    title_end, parts = body_parts(prose)
    inline = InlineWriter(prose.text, [mark for mark in marks if mark.start >= title_end], pictures or {})
    return Markdown("\n".join(_Blocks(prose, inline).joined(parts, nested=False)))


class _Blocks:
    def __init__(self, prose: Prose, inline: InlineWriter) -> None:
        self._prose = prose
        self._inline = inline

    def joined(self, parts: Sequence[ProsePart], *, nested: bool) -> Lines:
        """Write blocks with an empty line between each two. nested: they stand inside another block."""
        return _spaced(self._written(parts, nested=nested))

    def _written(self, parts: Sequence[ProsePart], *, nested: bool) -> list[tuple[str, Lines]]:
        """The blocks that have something to show, each with its tag."""
        written = ((block.tag, self._block(block, nested=nested)) for block in _blocks(parts))
        return [(tag, lines) for tag, lines in written if lines]

    def _block(self, block: Element, *, nested: bool) -> Lines:
        match block.tag:
            case "p":
                return self._paragraph(block.parts)
            case "h2" | "h3" | "h4" | "h5" | "h6":
                heading = self._inline.write(block.parts)
                return [f"{'#' * int(block.tag[1])} {heading}"] if heading else []
            case "pre":
                return self._code(block.parts[0], nested=nested)
            case "hr":
                return [_RULE]
            case "blockquote":
                return [f"> {line}".rstrip(" ") for line in self.joined(block.parts, nested=True)]
            case "ul" | "ol":
                return self._list(block)
            case "table":
                return self._table(block)
            case _:
                return self.joined(block.parts, nested=nested)

    def _paragraph(self, parts: Sequence[ProsePart]) -> Lines:
        line = at_block_start(self._inline.write(parts))
        return [line] if line else []

    def _code(self, code: ProsePart, *, nested: bool) -> Lines:
        assert isinstance(code, Code)
        anchors = self._inline.anchors(code.end)
        text = code_block(self._prose.text[code.start : code.end], one_line=nested)
        return text.replace("<pre><code>", f"<pre><code>{anchors}", 1).split("\n")

    def _list(self, element: Element) -> Lines:
        tight = _is_tight(element)
        number = int(dict(element.attributes).get("start", "1"))
        lines: Lines = []
        for item in element.parts:
            if not isinstance(item, Element):
                continue
            if lines and not tight:
                lines.append("")
            marker = "-" if element.tag == "ul" else f"{min(number, _LAST_NUMBER)}."
            lines += _indented(f"{marker:4}", self._item(item, tight=tight))
            number += 1
        return lines

    def _item(self, item: Element, *, tight: bool) -> Lines:
        written = self._written(item.parts, nested=True)
        if not written:
            return [_SEPARATOR]
        lines = _spaced(written)
        if written[0][0] != "p":
            return [_SEPARATOR, "", *lines]
        return [line for line in lines if line] if tight else lines

    def _table(self, table: Element) -> Lines:
        rows = list(_rows(table))
        lines = ["| " + " | ".join(self._inline.write(cell.parts) for cell in row) + " |" for row in rows]
        alignments = (_ALIGNMENTS.get(dict(cell.attributes).get("align", ""), "---") for cell in rows[0])
        lines.insert(1, "| " + " | ".join(alignments) + " |")
        return lines


def _spaced(written: Sequence[tuple[str, Lines]]) -> Lines:
    """Blocks with an empty line between each two."""
    result = list(written[0][1]) if written else []
    for (before, _), (tag, lines) in pairwise(written):
        if any(before in joining and tag in joining for joining in _JOINING):
            result += ["", _SEPARATOR]
        result += ["", *lines]
    return result


def _blocks(parts: Sequence[ProsePart]) -> list[Element]:
    """Return the blocks among `parts`; what stands between them is a paragraph each."""
    blocks: list[Element] = []
    loose: list[ProsePart] = []
    for part in parts:
        block = _as_block(part)
        if block is None:
            if not loose:
                blocks.append(Element("p", (), loose))
            loose.append(part)
        else:
            blocks.append(block)
            loose = []
    return blocks


def _as_block(part: ProsePart) -> Element | None:
    if isinstance(part, Element):
        return None if part.tag in INLINE else part
    if isinstance(part, Code) and part.block:
        return Element("pre", (), [part])
    if isinstance(part, Break) and part.rule:
        return Element("hr", (), [])
    return None


def _is_tight(element: Element) -> bool:
    """Tell whether each item is a line, perhaps with a list below it of which the same holds."""
    return all(isinstance(item, Element) and _is_tight_item(item) for item in element.parts)


def _is_tight_item(item: Element) -> bool:
    if any(isinstance(part, Element) and part.tag == "p" for part in item.parts):
        return False
    blocks = _blocks(item.parts)
    first, rest = [block.tag for block in blocks[:1]], blocks[1:]
    return (
        first == ["p"]
        and any(True for _ in leaves(blocks[0].parts))
        and (not rest or (len(rest) == 1 and rest[0].tag in ("ul", "ol") and _is_tight(rest[0])))
    )


def _indented(marker: str, lines: Lines) -> Lines:
    first, *rest = lines
    return [marker + first, *(f"    {line}" if line else "" for line in rest)]


def _rows(table: Element) -> Iterator[list[Element]]:
    for part in table.parts:
        if isinstance(part, Element):
            if part.tag == "tr":
                yield [cell for cell in part.parts if isinstance(cell, Element)]
            else:
                yield from _rows(part)
