"""Walks the inline tokens of one block, keeping account of where in its content each stands.

Text and markup follow each other without a gap, so the place of each token is the end of the one before; where a
token does not tell its own length, the rule that made it noted its end (`markup.py`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from markdown_it.token import Token

from mkdocs_dossier.read.addresses import is_local, is_web, may_link
from mkdocs_dossier.read.places import Places
from mkdocs_dossier.read.prose_builder import ProseBuilder

_MARKS = frozenset(("em", "strong", "s"))
_DEEPEST = 10
"""Emphasis in emphasis beyond this is left out: whoever writes the prose goes down into each."""

_OFFSET = itemgetter(0)
_TO_BLANK = str.maketrans("\n\r\u2028\u2029", "    ")


def add_inline(builder: ProseBuilder, token: Token, first_line: int) -> None:
    """Add what stands in an `inline` token.

    Args:
        first_line: 1-based line of the file on which the body begins.
    """
    _Walk(builder, token.meta["places"], first_line).tokens(token.children or (), 0)
    builder.flush()


def add_placed(builder: ProseBuilder, text: str, at: int, places: Places, first_line: int) -> None:
    """Add `text`, which stands unchanged in a block's content from the offset `at` on."""
    end = at + len(text)
    number = max(0, bisect_right(places, at, key=_OFFSET) - 1)
    while number < len(places) and (start := max(at, places[number][0])) < end:
        offset, line, column = places[number]
        number += 1
        stop = end if number == len(places) else min(end, places[number][0])
        if start < stop:
            builder.text(text[start - at : stop - at], first_line + line, column + start - offset + 1)


class _Walk:
    """bare: above 0 inside what keeps its text only. links: for each link around, whether it is written as one."""

    def __init__(self, builder: ProseBuilder, places: Places, first_line: int) -> None:
        self._builder = builder
        self._places = places
        self._first_line = first_line
        self._at = 0
        self._bare = 0
        self._depth = 0
        self._links: list[str | None] = []
        self._target = ""

    def tokens(self, tokens: Iterable[Token], base: int) -> None:
        """Walk tokens whose content begins at the offset `base` of the block's."""
        self._at = base
        for token in tokens:
            self._token(token, base)
            if "end" in token.meta:
                self._at = base + token.meta["end"]

    def _token(self, token: Token, base: int) -> None:
        match token.type:
            case "text":
                self._text(token.content)
                self._at += len(token.content)
            case "text_special":
                self._written_otherwise(token.content.translate(_TO_BLANK))
            case "softbreak":
                self._text("\n")
            case "hardbreak":
                if not self._bare:
                    self._builder.hard_break()
                self._text("\n")
            case "code_inline":
                self._code(token, base)
            case "link_open":
                self._open_link(str(token.attrs["href"]))
            case "link_close":
                self._close_link()
            case "image":
                self._image(token)
            case "hand_open":
                self._open_hand_link(token, base)
            case "hand_close":
                self._close_hand_link()
            case _:
                self._mark(token)

    def _text(self, text: str) -> None:
        add_placed(self._builder, text, self._at, self._places, self._first_line)

    def _written_otherwise(self, text: str) -> None:
        """Add text that the file has in another form, such as an entity."""
        offset, line, column = self._places[bisect_right(self._places, self._at, key=_OFFSET) - 1]
        self._builder.text(text, self._first_line + line, column + self._at - offset + 1)

    def _mark(self, token: Token) -> None:
        if token.tag in _MARKS and not self._bare:
            self._depth += max(0, token.nesting)
            if self._depth <= _DEEPEST:
                if token.nesting > 0:
                    self._builder.open(token.tag)
                else:
                    self._builder.close(token.tag)
            self._depth += min(0, token.nesting)
        self._at += len(token.markup)

    def _code(self, token: Token, base: int) -> None:
        around = base + token.meta["end"] - self._at - len(token.content)
        self._at += around // 2
        if self._bare:
            self._text(token.content)
        else:
            self._builder.flush()
            self._text(token.content)
            self._builder.code()

    def _open_link(self, address: str) -> None:
        written = address if may_link(address) and not self._bare and not any(self._links) else None
        if written is not None:
            self._builder.open("a", ("href", written))
        self._links.append(written)
        self._at += 1

    def _close_link(self) -> None:
        address = self._links.pop()
        if address is not None:
            if self._builder.is_empty("a"):
                self._written_otherwise(address)
            self._builder.close("a")

    def _image(self, token: Token) -> None:
        """Keep what an image says: in the picture if it is a file beside the article, with a link to it if it is on the
        web; one without words says where it is.
        """
        address = str(token.attrs["src"])
        start = self._at
        if is_local(address) and not self._bare:
            self._picture(token, address, start)
            return
        if is_web(address):
            self._open_link(address)
        else:
            self._links.append(None)
        self._bare += 1
        self.tokens(token.children or (), start + 2)
        self._bare -= 1
        self._close_link()

    def _picture(self, token: Token, address: str, start: int) -> None:
        self._builder.open("img", ("src", address))
        self._bare += 1
        self.tokens(token.children or (), start + 2)
        self._bare -= 1
        self._builder.close("img")

    def _open_hand_link(self, token: Token, base: int) -> None:
        if not self._bare:
            self._builder.flush()
            self._target = token.meta["target"]
        self._bare += 1
        self._at = base + token.meta["start"]

    def _close_hand_link(self) -> None:
        self._bare -= 1
        if not self._bare:
            self._builder.hand_link(self._target)
