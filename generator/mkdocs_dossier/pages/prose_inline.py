"""Writes what stands in one block of a `Prose` on one line: text, emphasis, links, and the marks of mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from mkdocs_dossier.model.prose import Break, Code, Text
from mkdocs_dossier.pages.markdown import code_span, escape_within, link, url
from mkdocs_dossier.pages.prose_tree import Element, ProsePart, leaves

_ASTERISKS = {"em": "*", "strong": "**"}
_IMAGE = re.compile(r"!(?=\[)")
_OUTER_BREAKS = re.compile(r"\A(?: |<br>)+|(?: |<br>)+\Z")
_BREAKS = (" ", "<br>")
_PICTURE = "\0["
"""Stands for the beginning of an image until what only looks like one is escaped. No text holds it."""

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~^&#$]")
_OUTSIDE = frozenset(" \n.,;:!?)’”")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is written at `Prose.text[start:end]`: an anchor, and a link unless `url` is None."""

    start: int
    end: int
    anchor: str
    url: str | None


class InlineWriter:
    """Takes the marks in order, so the blocks must be written in order too."""

    def __init__(self, text: str, marks: Sequence[Mark], pictures: Mapping[str, str]) -> None:
        """pictures: the addresses of those that are shown, by how they are written in the article."""
        self._source = text
        self._marks = marks
        self._pictures = pictures
        self._next = 0

    def write(self, parts: Sequence[ProsePart]) -> str:
        """Return the parts as Markdown; empty if no text is in them."""
        line = self._parts(parts)
        if line.startswith(_BREAKS) or line.endswith(_BREAKS):
            line = _OUTER_BREAKS.sub("", line)
        if line.isspace():
            return ""
        line = _IMAGE.sub(r"\\!", line) if "![" in line else line
        return line.replace(_PICTURE, "![")

    def anchors(self, end: int) -> str:
        """Return empty anchors for the marks that begin before `end`."""
        first = self._next
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            self._next += 1
        return "".join(_anchored(mark, "") for mark in self._marks[first : self._next])

    def _parts(self, parts: Sequence[ProsePart], *, in_link: bool = False, plain: bool = True) -> str:
        """plain: emphasis may be written with asterisks, if it stands apart."""
        written = ""
        for number, part in enumerate(parts, 1):
            if isinstance(part, Element) and part.tag == "img":
                written += self._picture(part)
            elif isinstance(part, Element) and part.tag != "a":
                following = parts[number] if number < len(parts) else None
                apart = plain and written[-1:] in ("", " ", "(") and self._stands_apart(part, following)
                written += self._emphasis(part, in_link=in_link, apart=apart)
            else:
                written += self._part(part, in_link=in_link)
        return written

    def _part(self, part: ProsePart, *, in_link: bool) -> str:
        if isinstance(part, Element):
            inside = self._parts(part.parts, in_link=True, plain=False)
            return inside if in_link else link(inside, dict(part.attributes)["href"])
        if isinstance(part, Break):
            return "<br>"
        if isinstance(part, Code):
            return self.anchors(part.end) + code_span(self._source[part.start : part.end])
        return self._text(part.start, part.end, may_link=not in_link)

    def _picture(self, element: Element) -> str:
        """A picture, the anchors of what it says before it; or what it says, where it is not shown."""
        address = self._pictures.get(dict(element.attributes)["src"])
        if address is None:
            return self._parts(element.parts, in_link=True, plain=False)
        said = [self._source[leaf.start : leaf.end] for leaf in leaves(element.parts)]
        anchors = "".join(self.anchors(leaf.end) for leaf in leaves(element.parts))
        return f"{anchors}{_PICTURE}{escape_within(_spoken(''.join(said)))}]({url(address)})"

    def _emphasis(self, element: Element, *, in_link: bool, apart: bool) -> str:
        inside = self._parts(element.parts, in_link=in_link, plain=False)
        if apart and element.tag in _ASTERISKS:
            return f"{_ASTERISKS[element.tag]}{inside}{_ASTERISKS[element.tag]}"
        return f"<{element.tag}>{inside}</{element.tag}>"

    def _stands_apart(self, element: Element, following: ProsePart | None) -> bool:
        """Tell whether asterisks around the element can only be read as they are meant, as far as it lies in these."""
        inside = [self._source[leaf.start : leaf.end] for leaf in leaves(element.parts)]
        if not inside:  # a picture that says nothing
            return False
        behind = self._source[following.start] if isinstance(following, Text) else " " if following is None else ""
        return inside[0][0].isalnum() and inside[-1][-1].isalnum() and behind in _OUTSIDE

    def _text(self, start: int, end: int, *, may_link: bool) -> str:
        if self._next == len(self._marks) or self._marks[self._next].start >= end:  # so it is in most mentions
            return escape_within(self._source[start:end])
        written = []
        at = start
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            mark = self._marks[self._next]
            self._next += 1
            begin, stop = max(mark.start, at), max(at, min(mark.end, end))
            written.append(escape_within(self._source[at:begin]))
            inside = self._text(begin, stop, may_link=False)
            whole = at <= mark.start and mark.end <= end and begin < stop
            written.append(_anchored(mark, link(inside, mark.url) if mark.url and whole and may_link else inside))
            at = stop
        written.append(escape_within(self._source[at:end]))
        return "".join(written)


def _spoken(text: str) -> str:
    """What a picture says, without signs that some readers of Markdown take for marks even there."""
    return " ".join(_SIGNS.sub(" ", text).split())


def _anchored(mark: Mark, inside: str) -> str:
    anchor = mark.anchor if mark.anchor.isalnum() else escape_html(mark.anchor)
    return f'<span id="{anchor}">{inside}</span>'
